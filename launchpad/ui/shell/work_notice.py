"""What takes a while, at the foot of the window: what it is, that it goes on, and a way to call it off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip

WIDE = 90
"""Pixels of the bar."""
NAME = 240
"""Pixels that the sentence takes at most."""


class WorkNotice(QWidget):
    """Hidden while nothing is done. It shows one piece of work, the newest."""

    cancelled = Signal()
    shown = Signal(bool)
    """It begins or ends to take room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(tone="text2", px=12)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)  # nobody knows how long it takes
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDE)
        self.cancel = QPushButton("Cancel")
        self.cancel.setProperty("kind", "link")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        for widget in (self._text, self.bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def begin(self, sentence: str) -> None:
        """Show that something is being done."""
        shown = self._text.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, NAME)
        self._text.setText(shown)
        self._text.setToolTip(plain_tip(sentence) if shown != sentence else "")
        self.bar.setAccessibleName(sentence)
        self.cancel.setAccessibleName(f"Cancel: {sentence}")
        self.show()
        self.shown.emit(True)

    def end(self) -> None:
        """It is over."""
        self.hide()
        self.shown.emit(False)
