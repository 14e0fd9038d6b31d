"""The window around the screens: rail, header, status bar, menus, palette, and what happens to files."""
