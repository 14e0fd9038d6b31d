"""Opening the window from the command line."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path


def open_window(files: Sequence[Path], today: date | None = None) -> int:
    """Show the window until the person closes it; return the exit code."""
    from launchpad.app.collector import loading
    from launchpad.app.lean_imports import import_lean

    with loading():
        import_lean()
        from launchpad.ui.shell.run import run

    return run(files, today)
