"""Everything about one task, beside the list it was chosen in."""
