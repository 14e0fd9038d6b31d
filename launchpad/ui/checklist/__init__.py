"""The checklist: every task as a tree table that is worked in place."""
