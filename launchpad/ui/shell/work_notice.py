"""What takes a while, at the foot of the window: what it is, that it goes on, and a way to call it off."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from launchpad.domain.watching import Progress
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip

BETWEEN_LOOKS = 100
"""Milliseconds between two looks at how far it is."""
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
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(WIDE)
        self.cancel = QPushButton("Cancel")
        self.cancel.setProperty("kind", "link")
        self.cancel.clicked.connect(self.cancelled)
        self._progress = Progress()
        self._looks = QTimer(self, interval=BETWEEN_LOOKS)
        self._looks.timeout.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        for widget in (self._text, self.bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def begin(self, sentence: str, progress: Progress) -> None:
        """Show that something is being done, and how far it is."""
        self._progress = progress
        self._look()
        self._looks.start()
        shown = self._text.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, NAME)
        self._text.setText(shown)
        self._text.setToolTip(plain_tip(sentence) if shown != sentence else "")
        self.bar.setAccessibleName(sentence)
        self.cancel.setAccessibleName(f"Cancel: {sentence}")
        self.show()
        self.shown.emit(True)

    def _look(self) -> None:
        """The bar goes to and fro until it is known how far it is."""
        self.bar.setRange(0, 100 if self._progress.share else 0)
        self.bar.setValue(round(100 * self._progress.share))

    def end(self) -> None:
        """It is over."""
        self._looks.stop()
        self.hide()
        self.shown.emit(False)
