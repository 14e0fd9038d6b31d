"""A workbook that came home, as the window and the command line treat it: what it is compared with, decided, told."""
