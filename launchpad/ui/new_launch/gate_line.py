"""Paints a plan as one line with its gates."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.app.launch_preview import Preview, long_day
from launchpad.scenes.gate_strip import GateStrip, Mark, gate_strip
from launchpad.ui.charts.face import Pictured
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

EDGE = 8
"""Pixels beside the line, for half a diamond."""
LINE = 12
"""Pixels from the top to the line."""
SIZE = 6
NEAR = 8


class GateLine(Pictured):
    """A diamond for each gate; the tool tip names it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._today = date.min
        self.setMouseTracking(True)
        self.setAccessibleName("Gates")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_preview(self, preview: Preview, today: date) -> None:
        """Show another plan."""
        self._preview, self._today = preview, today
        self.setAccessibleDescription(self.shows())
        self.update()

    def shows(self) -> str:
        """The gates with their days."""
        gates = self._preview.gates if self._preview else ()
        return "; ".join(f"{name} on {long_day(day)}" for name, day in gates)

    def sizeHint(self) -> QSize:
        """A line and its labels."""
        return QSize(200, 40)

    def _scene(self) -> GateStrip | None:
        plan = self._preview
        if plan is None:
            return None
        width = float(max(self.width() - 2 * EDGE, 50))
        return gate_strip(plan.start, plan.finish, plan.launch_date, plan.gates, self._today, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, today, the diamonds and their days."""
        scene = self._scene()
        if scene is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(EDGE, 0)
            painter.setPen(QPen(color("line"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(0, LINE), QPointF(self.width() - 2 * EDGE, LINE))
            if scene.today is not None:
                painter.setPen(QPen(color("text2"), 1.5))
                painter.drawLine(QPointF(scene.today, LINE - 9), QPointF(scene.today, LINE + 9))
            for mark in scene.marks:
                self._paint_mark(painter, mark)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        tone = color("accent" if mark.is_launch else "text3")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        corners = ((0, -SIZE), (SIZE, 0), (0, SIZE), (-SIZE, 0))
        painter.drawPolygon(QPolygonF([QPointF(mark.at + x, LINE + y) for x, y in corners]))
        if mark.label_left is None:
            return
        painter.setFont(font(11, 600 if mark.is_launch else 400))
        painter.setPen(color("text" if mark.is_launch else "text2"))
        box = QRectF(mark.label_left - EDGE, LINE + 10, 140, 16)
        painter.drawText(
            box.translated(EDGE - 4, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark.label
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the gate under the hand."""
        scene = self._scene()
        at = event.position().x() - EDGE
        near = [mark for mark in scene.marks if abs(mark.at - at) <= NEAR] if scene else []
        text = "\n".join(f"{mark.name}: {long_day(mark.day)}" for mark in near)
        self.setToolTip(plain_tip(text) if text else "")
