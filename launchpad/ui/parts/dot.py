"""A small disc in a color, such as a track's."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.ui.theme.manager import color, current_theme

RADIUS = 4.0


class Dot(QWidget):
    """The disc; `tone` is a token of the theme or ``track:2`` for the third track. Decoration, so it has no name."""

    def __init__(self, tone: str = "text3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tone(self, tone: str) -> None:
        """Take another color."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the disc."""
        return QSize(9, 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        place = self._tone.removeprefix("track:")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            found = color(place) if place == self._tone else QColor(current_theme().track(int(place)))
            painter.setBrush(found)
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), RADIUS, RADIUS)
