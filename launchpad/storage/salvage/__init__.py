"""Damaged documents: what can be read of them past SQLite, and the plan that it adds up to."""
