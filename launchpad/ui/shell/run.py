"""Starting Qt, and running until the last window is closed."""

import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

import launchpad
from launchpad.app.collector import loading
from launchpad.app.errands import wait_for_errands
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.crash import CrashHandler
from launchpad.ui.shell.language import speak_english
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import ARGUMENTS

SWITCH = 0.0005
"""Seconds after which a thread at work lets the window's in: each small callback of a painting waits that long."""


class Application(QApplication):
    """The program to Qt and to the system, which on macOS sends files to open as events."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Pass on the file of an event that carries one."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def run(files: Sequence[Path], today: date | None = None) -> int:
    """Show a window with these launches, or all launches; return the exit code when the last is closed."""
    with loading():
        app = _application()
        program = Launchpad(app, today=today)
        app.setWindowIcon(icon("launchpad"))
        app.file_asked.connect(program.open_from_system)
        program.start(files)
    code = app.exec()
    wait_for_errands()  # with no window in sight any more
    return code


def _application() -> Application:
    app = Application(ARGUMENTS)
    speak_english()
    app.setApplicationName("launchpad")
    app.setApplicationDisplayName("Launchpad")
    app.setApplicationVersion(launchpad.__version__)
    app.setDesktopFileName("launchpad")
    CrashHandler(app).install()
    sys.setswitchinterval(SWITCH)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # every edit is on disk already
    return app
