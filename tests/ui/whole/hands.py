"""What every list of gestures needs: a click, a typed line, a control by its name, a key that is held."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.whole.desk import LEFT, Desk, retype

Step = Callable[[Desk], object]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def type_line(field: QWidget, text: str) -> None:
    retype(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def named(root: QWidget, start: str, kind: type[QWidget] = QWidget) -> QWidget:
    for _ in range(100):
        for each in root.findChildren(kind):
            if each.isVisible() and each.accessibleName().startswith(start):
                return each
        QTest.qWait(5)
    raise AssertionError(f"nothing is called “{start}”")


def held_down(spin: QWidget, times: int = 6) -> None:
    spin.setFocus()
    for _ in range(times):
        QTest.keyClick(spin, Qt.Key.Key_Up)
