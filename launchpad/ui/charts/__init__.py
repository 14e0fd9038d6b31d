"""Painters: one widget per chart scene."""
