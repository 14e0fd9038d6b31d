"""A number that says what it is made of when it is clicked."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent

from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip


class NumberLink(Label):
    """It can stand on a card that is clicked itself; the keyboard has another way, as the card says."""

    clicked = Signal()

    def __init__(self, *, tip: str, **how: Any) -> None:
        super().__init__(**how)
        self.setToolTip(plain_tip(tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that what is around does not."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that ends inside counts."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._underline(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._underline(False)

    def _underline(self, on: bool) -> None:
        font = self.font()
        font.setUnderline(on)
        self.setFont(font)
