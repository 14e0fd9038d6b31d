"""Opening the window from the command line, where there is a screen to open it on."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that show nothing to anybody."""


def has_display() -> bool:
    """Whether a window can be seen; on Linux that needs a display."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in UNSEEN:
        return False
    return not sys.platform.startswith("linux") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def open_window(files: Sequence[Path], today: date | None = None) -> int:
    """Show the window until the person closes it; return the exit code."""
    from launchpad.app.collector import loading

    with loading():
        from launchpad.ui.shell.run import run

    return run(files, today)
