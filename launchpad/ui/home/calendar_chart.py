"""Paints the calendar of all launches and says what the hand points at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.domain.visible import visible
from launchpad.scenes.launch_calendar import (
    BAR,
    DIAMOND,
    HEAD,
    LANE,
    Band,
    Bar,
    LaunchCalendar,
    Line,
    Occasion,
    launch_calendar,
)
from launchpad.ui.charts.face import Pictured
from launchpad.ui.home.launch_table import day_text
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

SMALL = 11
SIGN = 12
"""Pixels of the sign before an event's name."""


class CalendarChart(Pictured):
    """Bars, diamonds and events over time; a click chooses a launch."""

    chosen = Signal(int)
    """The place of the launch that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._occasions: Sequence[Occasion] = ()
        self._today: date | None = None
        self._scene: LaunchCalendar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_launches(self, lines: Sequence[Line], occasions: Sequence[Occasion], today: date) -> None:
        """Show launches from top to bottom and what happens around them."""
        self._lines, self._occasions, self._today = tuple(lines), tuple(occasions), today
        self.setAccessibleName("Launch calendar")
        self.setAccessibleDescription(self.shows())
        self._lay_out()

    def shows(self) -> str:
        """The launches and what happens around them, with their days."""
        said = [f"{line.name} on {day_text(line.launch_date)}" for line in self._lines]
        said += [f"{each.name} from {day_text(each.first)}" for each in self._occasions]
        return "; ".join(said)

    def sizeHint(self) -> QSize:
        """As high as its rows and lanes."""
        return QSize(400, int(self._scene.height) if self._scene else HEAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._today is None:
            return
        before = self.sizeHint().height()
        self._scene = launch_calendar(self._lines, self._occasions, self._today, float(max(self.width(), 100)))
        if self.sizeHint().height() != before:
            self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from back to front."""
        if self._scene is None:
            return
        scene = self._scene
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(SMALL))
            for band in scene.bands:
                painter.fillRect(QRectF(band.left, HEAD, band.right - band.left, scene.foot - HEAD), _tint(band))
            self._paint_months(painter, scene)
            for bar in scene.bars:
                self._paint_bar(painter, bar)
            for band in scene.bands:
                self._paint_label(painter, band)
            if scene.today is not None:
                painter.setPen(QPen(color("accent"), 1.5))
                painter.drawLine(QPointF(scene.today, HEAD - 3), QPointF(scene.today, scene.foot))

    def _paint_months(self, painter: QPainter, scene: LaunchCalendar) -> None:
        for month in scene.months:
            painter.setPen(color("line"))
            painter.drawLine(QPointF(month.at, HEAD), QPointF(month.at, scene.foot))
            painter.setPen(color("text3"))
            painter.drawText(QPointF(month.at + 3, HEAD - 8), month.text)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        line = self._lines[bar.row]
        tone = color("accent" if line.tone == "neutral" else line.tone)
        ground = QColor(tone)
        ground.setAlphaF(0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(bar.left, bar.top, max(bar.right - bar.left, 2), BAR), 3, 3)
        if bar.diamond is not None:
            painter.setBrush(tone)
            painter.drawPolygon(_diamond(bar.diamond, bar.top + BAR / 2))
        painter.setPen(color("text"))
        box = QRectF(bar.label_left, bar.top - 3, self.width() - bar.label_left, BAR + 6)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, visible(line.name))

    def _paint_label(self, painter: QPainter, band: Band) -> None:
        if band.lane is None or self._scene is None:
            return
        tone, left = _tone(band), round(band.label_left)
        top = round(self._scene.foot) + band.lane * LANE
        icon("triangle-alert" if band.occasion.is_rival else "ban", tone).paint(
            painter, QRect(left, top + (LANE - SIGN) // 2, SIGN, SIGN)
        )
        painter.setPen(color(tone))
        box = QRectF(left + SIGN + 4, top, self.width() - left, LANE)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, visible(band.occasion.name))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row chooses its launch."""
        row = self._scene.row_at(event.position().y()) if self._scene else None
        if row is not None:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the hand."""
        text = self._said_at(self._scene, event.position()) if self._scene else ""
        self.setToolTip(plain_tip(text) if text else "")

    def _said_at(self, scene: LaunchCalendar, at: QPointF) -> str:
        band = scene.band_at(at.x(), at.y())
        if band is not None:
            each = band.occasion
            what = "Rival" if each.is_rival else "Blackout"
            return f"{what}: {each.name}\n{day_text(each.first)} to {day_text(each.last)}"
        row = scene.row_at(at.y())
        if row is None:
            return ""
        line = self._lines[row]
        return f"{line.name}\nWork from {day_text(line.start)}, launch on {day_text(line.launch_date)}"


def _tone(band: Band) -> str:
    return "warn" if band.occasion.is_rival else "bad"


def _tint(band: Band) -> QColor:
    tint = QColor(color(_tone(band)))
    tint.setAlphaF(0.1)
    return tint


def _diamond(x: float, y: float) -> QPolygonF:
    corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
    return QPolygonF([QPointF(*corner) for corner in corners])
