"""What a window shows while it has no launch."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from launchpad.ui.parts.label import Label

PATIENCE = 400
"""Milliseconds after which opening can be called off."""
WIDE = 240
"""Pixels of the bar."""


class OpeningPage(QWidget):
    """Says which file is being opened; who does not want to wait calls it off."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(tone="text2")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDE)
        self.cancel = QPushButton("Cancel")
        self.cancel.clicked.connect(self.cancelled)
        self._escape = QShortcut(Qt.Key.Key_Escape, self, self.cancelled.emit)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (self._text, self.bar, self.cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._later = QTimer(self, singleShot=True, interval=PATIENCE)
        self._later.timeout.connect(self._show_wait)
        self._hide_wait()

    def show_name(self, name: str) -> None:
        """Say the name, and after a while that it takes a while."""
        self._text.setText(f"Opening {name}…")
        self.bar.setAccessibleName(f"Opening {name}")
        self.cancel.setAccessibleName(f"Cancel opening {name}")
        self._hide_wait()
        self._later.start()

    def _hide_wait(self) -> None:
        self._show(waits=False)

    def _show_wait(self) -> None:
        self._show(waits=True)

    def _show(self, *, waits: bool) -> None:
        self.bar.setVisible(waits)
        self.cancel.setVisible(waits)
        self._escape.setEnabled(waits)
