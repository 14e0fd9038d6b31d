"""The window: shell, screens, painters and theme. The only package that shows widgets."""
