"""A plan in other programs' files: workbooks, CSV, calendars, JSON."""
