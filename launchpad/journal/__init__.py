"""The list of edits a plan has seen: undo, history, differences in words, three-way merge. No files here."""
