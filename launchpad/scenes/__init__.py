"""Charts as plain shapes: rows and dates in, rectangles, lines and texts out. Painted by the window, later exported."""
