"""A field that adds what is typed into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from launchpad.ui.theme.icons import icon


class AddLine(QLineEdit):
    """Enter adds and makes room for the next one; Esc empties it."""

    asked = Signal(str)
    """A text that is not empty."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addAction(icon("plus", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.show_hint(hint)
        self.returnPressed.connect(self._on_return)

    def show_hint(self, hint: str) -> None:
        """Say something else while it is empty."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _on_return(self) -> None:
        text = self.text().strip()
        if text:
            self.clear()
            self.asked.emit(text)
