"""A person's initials in a circle of a color of their own."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.domain.visible import visible
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import current_theme

SIDE = 22


class Avatar(QWidget):
    """The circle as a widget of `side` pixels; its tool tip is the name."""

    def __init__(self, name: str = "", side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Show somebody else; an empty name is nobody."""
        self._name = name
        self.setAccessibleName(name or "Nobody")
        self.setToolTip(plain_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle."""
        with QPainter(self) as painter:
            paint_avatar(painter, QRectF(self.rect()), self._name)


def paint_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paint the circle into a square; a dashed one for nobody."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name:
        ink = QColor(theme.track(crc32(name.encode())))
        ground = QColor(ink)
        ground.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(rect)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(max(8, round(rect.width() * 0.42)), 600))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(visible(name)))
    else:
        painter.setPen(QColor(theme.text3))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    painter.restore()


def initials(name: str) -> str:
    """The first letters of the first and the last word; what stands in brackets is no name."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()
