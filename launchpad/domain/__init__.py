"""What a launch plan is: rows, the document that holds them, and the edits that change it. Standard library only."""
