"""A person with nothing but a keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from launchpad.ui.review_room.room import RoomWindow


def focus() -> QWidget:
    """What has the keyboard: a menu that is open, else the focus."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


def press(*keys: str) -> None:
    """Press keys by their names: ``Right``, ``Ctrl+Return``, ``g``."""
    for each in keys:
        combination = QKeySequence(each)[0]  # type: ignore[index]
        QTest.keyClick(focus(), Qt.Key(combination.key()), combination.keyboardModifiers())
        QTest.qWait(1)


def write(text: str) -> None:
    """Type a text."""
    QTest.keyClicks(focus(), text)
    QTest.qWait(1)


def line(text: str) -> None:
    """Type a text and press Enter."""
    write(text)
    press("Return")


def go(room: RoomWindow, part: str) -> None:
    """Walk to a part of the agenda by the arrows."""
    keys = [each.key for each in room.answers.review.agenda]
    while room.part != part:
        press("Right" if keys.index(part) > keys.index(room.part) else "Left")


def to(window: QWidget) -> None:
    """Look at a window again: without a window manager nobody gives the keyboard back after a dialog."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
