"""Starting Qt, and running until the last window is closed."""

import signal
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

import launchpad
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.crash import CrashHandler
from launchpad.ui.theme.icons import icon


def run(files: Sequence[Path], today: date | None = None) -> int:
    """Show a window with these launches, or all launches; return the exit code when the last is closed."""
    app = QApplication(["launchpad"])
    app.setApplicationName("launchpad")
    app.setApplicationDisplayName("Launchpad")
    app.setApplicationVersion(launchpad.__version__)
    app.setDesktopFileName("launchpad")
    CrashHandler(app).install()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # every edit is on disk already
    program = Launchpad(app, today=today)
    app.setWindowIcon(icon("launchpad"))
    program.start(files)
    return app.exec()
