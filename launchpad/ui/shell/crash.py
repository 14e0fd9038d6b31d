"""What happens when Launchpad makes a mistake of its own: a report, and one honest dialog."""

import logging
import sys
import threading
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from launchpad.app.crash_report import write_crash_report
from launchpad.storage.errors import StorageError
from launchpad.ui.shell.messages import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

logger = logging.getLogger("launchpad.qt")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
KEPT = 30
"""Messages of Qt that go into a report."""


class CrashHandler(QObject):
    """Writes a report of every unexpected error; tells the person once, on the window's thread."""

    _happened = Signal(str)
    _refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt: deque[str] = deque(maxlen=KEPT)
        self._told = False
        self._box: QMessageBox | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._tell_refusal, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from now on."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self._on_qt_message)

    def on_error(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None = None) -> None:
        """Report an error that nobody expected."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, traceback)
            return
        if isinstance(error, StorageError):  # the file could not be read where nobody thought of it
            self._refused.emit(str(error))
            return
        report = write_crash_report(error.with_traceback(traceback), "the window", tuple(self._qt))
        self._happened.emit("" if report is None else str(report))

    def _on_thread_error(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.on_error(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        if "propagateSizeHints" in (text or ""):
            return  # the offscreen platform says it about every window
        self._qt.append(f"{kind.name}: {text}")
        logger.log(LEVELS[kind], text)

    def _tell_refusal(self, sentence: str) -> None:
        window = QApplication.activeWindow()
        if window is not None and QApplication.activeModalWidget() is None:
            tell(window, "The launch could not be read.", sentence)

    def _tell(self, report: str) -> None:
        if self._told:
            return
        self._told = True
        sentence = (
            "Every change you made before is on disk. What you were just doing may not have happened; "
            "close the launch and open it again if anything looks odd."
        )
        told = f"{sentence}\n\nA report for its makers is in\n{report}" if report else sentence
        title, front = "Launchpad made a mistake of its own.", QApplication.activeWindow()
        box = self._box = tell(front, title, told, sign="circle-x", tone="bad")
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
