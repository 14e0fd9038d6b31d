"""Packs: one plan for one audience as pages that people read, in HTML and in PDF."""
