"""What a window shows while it has no launch."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchpad.ui.parts.label import Label


class OpeningPage(QWidget):
    """Says which file is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(tone="text2")
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, 0, Qt.AlignmentFlag.AlignCenter)

    def show_name(self, name: str) -> None:
        """Say the name."""
        self._text.setText(f"Opening {name}…")
