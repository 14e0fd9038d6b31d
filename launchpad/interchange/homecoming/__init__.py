"""Workbooks that come home: let in safely, read whatever a program did to them, compared with the plan."""
