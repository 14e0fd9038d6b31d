"""A card: a white sheet with a title, the frame of most things on a screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.ui.parts.button_face import act_as_button
from launchpad.ui.parts.label import Label, title_label

MARGIN = 16
HEAD = 24
"""Pixels of the title's line, with a link beside the title or without."""


class Card(QFrame):
    """Put widgets into `body`; what belongs beside the title goes into `head`. A clickable card acts as a button.

    Only a card that is given a title has a `head` and a `title`.
    """

    clicked = Signal()
    head: QHBoxLayout
    title: Label

    def __init__(self, title: str = "", *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clickable", clickable)
        self._is_clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            act_as_button(self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        self.body.setSpacing(8)
        if title:
            self._add_head(title)

    def _add_head(self, title: str) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = title_label(title)
        self.title.setMinimumHeight(HEAD)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body.addLayout(self.head)
        self.setAccessibleName(title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that ends inside counts."""
        inside = self.rect().contains(event.position().toPoint())
        if self._is_clickable and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter click."""
        if self._is_clickable and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
            return
        super().keyPressEvent(event)
