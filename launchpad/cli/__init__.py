"""The command line: the same commands as the window, for scripts and reviews."""

from launchpad.cli.main import main

__all__ = ["main"]
