"""An open window, seen and touched: what its foot says, what waits in front of it, what its file holds."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from launchpad.app.commands.launch import change_launch
from launchpad.app.plan_session import PlanSession
from launchpad.storage.launch_file import read_document
from launchpad.ui.shell.notice import Notice
from launchpad.ui.shell.window import MainWindow

SAVED, NOT_SAVED = "All changes saved", "Last change not saved"
RETURN, CLOSE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def rename(window: MainWindow, name: str) -> bool:
    return session_of(window).run(change_launch, {"name": name})


def name_in(path: Path) -> str:
    return read_document(path).launch.name


def session_of(window: MainWindow) -> PlanSession:
    assert window.session is not None
    return window.session


def notice_of(window: MainWindow) -> Notice:
    assert window.view is not None
    return window.view.notice


def status(window: MainWindow) -> str:
    return window.status._saved.text()


def box() -> QMessageBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


def press(words: str) -> None:
    """Press a button of the dialog that waits."""
    button = next(each for each in box().buttons() if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.qWait(1)
