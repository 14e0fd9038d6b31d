"""What a screen shows when there is nothing yet: why, and what to do first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign import Sign

ICON = 36
WIDEST = 420
"""Pixels of a line of the text."""


class EmptyState(QWidget):
    """An icon, a title, a sentence, and the buttons for what can be done; the first button stands out."""

    def __init__(self, icon_name: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(text, tone="text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(WIDEST)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(1)
        for widget in (Sign(icon_name, "text3", ICON), Label(title, px=15, weight=600)):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        paragraph = QHBoxLayout()
        paragraph.addWidget(self._text)
        layout.addLayout(_centered(paragraph))
        layout.addSpacing(6)
        layout.addLayout(_centered(self._buttons))
        layout.addStretch(2)

    def show_text(self, text: str) -> None:
        """Say another sentence."""
        self._text.setText(text)

    def add_button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        """Add a button and return it."""
        button = QPushButton(text)
        if self._buttons.count() == 0:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda _checked=False: pressed())
        self._buttons.addWidget(button)
        return button


def _centered(row: QHBoxLayout) -> QHBoxLayout:
    """A row in the middle. A layout's own alignment would cut a paragraph to its first line."""
    around = QHBoxLayout()
    around.addStretch(1)
    around.addLayout(row)
    around.addStretch(1)
    return around
