"""Opening the window from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def open_window(files: Sequence[Path], today: "date | None" = None) -> int:
    """Show the window until the person closes it; return the exit code."""
    from launchpad.app.collector import loading
    from launchpad.app.lean_imports import import_lean

    with loading():
        import_lean()
        from launchpad.ui.shell.run import run

    return run(files, today)
