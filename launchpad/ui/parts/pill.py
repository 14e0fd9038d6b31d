"""A pill: a short word on a tinted ground, as a widget and as a painting for delegates."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.domain.visible import visible
from launchpad.ui.parts.label import Label
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

NEUTRAL = "neutral"
PX = 12
HEIGHT = 20
"""Pixels of a pill."""


class Pill(Label):
    """A word on a tint. `tone` is ok, warn, bad, info, accent or neutral; the word carries the meaning by itself."""

    def __init__(self, text: str = "", tone: str = NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, tone=tone, px=PX, weight=500, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)  # the style sheet's radius is half of it
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_text(self, text: str, tone: str) -> None:
        """Say something else."""
        self.setText(text)
        self.set_tone(tone)


def pill_size(text: str) -> QSize:
    """What a painted pill takes up."""
    return QSize(QFontMetrics(font(PX, 500)).horizontalAdvance(text) + 18, HEIGHT)


def paint_pill(painter: QPainter, left: int, rect: QRect, text: str, tone: str) -> int:
    """Paint a pill at `left`, in the vertical middle of `rect` and cut at its right; return where it ends."""
    text = visible(text)
    size = pill_size(text)
    box = QRect(left, rect.center().y() - size.height() // 2 + 1, min(size.width(), rect.right() - left), size.height())
    ink, ground = ("text2", "sunken") if tone == NEUTRAL else (tone, f"{tone}_tint")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(QRectF(box), HEIGHT / 2, HEIGHT / 2)
    painter.setPen(color(ink))
    painter.setFont(font(PX, 500))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 14)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return box.right() + 1
