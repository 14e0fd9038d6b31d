"""Risks and issues: the registers, the matrix, and what they cost."""
