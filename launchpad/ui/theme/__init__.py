"""How Launchpad looks: colors, font, icons and style sheet, light and dark."""
