"""Boxes that ask before something that hurts is done."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from launchpad.ui.parts.message_box import ask

KEY = Qt.Key


@pytest.fixture
def answered(qtbot):
    """`answered(*keys)` asks and presses keys; it returns the answer and what the buttons said."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def answering(*keys: Qt.Key) -> tuple[bool, set[str]]:
        said: set[str] = set()

        def press() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            said.update(button.text() for button in box.findChildren(QPushButton))
            for key in keys:
                QTest.keyClick(QApplication.focusWidget() or box, key)

        QTimer.singleShot(50, press)
        return ask(window, "Remove the goal?", "<b>It</b> has values.", "Remove"), said

    return answering


def test_return_and_escape_leave_things_as_they_are(answered):
    for key in (KEY.Key_Return, KEY.Key_Escape):
        assert answered(key) == (False, {"Remove", "Cancel"})


def test_tab_leads_to_the_button_that_does_it(answered):
    assert answered(KEY.Key_Tab, KEY.Key_Return)[0] or answered(KEY.Key_Tab, KEY.Key_Space)[0]
