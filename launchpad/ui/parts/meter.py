"""A meter: how far something is, with a mark where it should be."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.ui.theme.manager import color

THICK = 6
"""Pixels of the bar; the mark stands out above and below it."""
MARK = 12


class Meter(QWidget):
    """A bar from 0 to 100 with an expected mark; None shows an empty bar or no mark."""

    def __init__(self, what: str = "Progress", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._value: float | None = None
        self._expected: float | None = None
        self._tone = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(what)

    def show_value(self, value: float | None, expected: float | None = None, tone: str = "accent") -> None:
        """Show percentages; `tone` is the token of the bar's color."""
        self._value, self._expected, self._tone = value, expected, tone
        said = "no data" if value is None else f"{value:.0f} of 100"
        self.setAccessibleName(f"{self._what}: {said}" + ("" if expected is None else f", expected {expected:.0f}"))
        self.update()

    def sizeHint(self) -> QSize:
        """A bar as wide as there is room."""
        return QSize(120, MARK + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        with QPainter(self) as painter:
            paint_meter(painter, QRectF(self.rect()), self._value, self._expected, self._tone)


def paint_meter(
    painter: QPainter,
    rect: QRectF,
    value: float | None,
    expected: float | None = None,
    tone: str = "accent",
    ground: str = "sunken",
) -> None:
    """Paint a meter in the vertical middle of `rect`; values are 0 to 100. `ground` shows what is missing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bar = QRectF(rect.left(), rect.center().y() - THICK / 2, rect.width(), THICK)
    _round(painter, bar, ground)
    if value:
        filled = QRectF(bar)
        filled.setWidth(max(float(THICK), bar.width() * min(max(value, 0.0), 100.0) / 100))
        _round(painter, filled, tone)
    if expected is not None:
        at = bar.left() + (bar.width() - 2) * min(max(expected, 0.0), 100.0) / 100
        painter.fillRect(QRectF(at, rect.center().y() - MARK / 2, 2, MARK), color("text"))
    painter.restore()


def _round(painter: QPainter, bar: QRectF, token: str) -> None:
    painter.setBrush(color(token))
    painter.drawRoundedRect(bar, THICK / 2, THICK / 2)
