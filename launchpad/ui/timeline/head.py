"""The head of the timeline: the tree's columns and the axis of days above the bars."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.scenes.gantt.head import LANE, head_height, head_shapes
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color
from launchpad.ui.timeline.bar_painter import paint_shapes
from launchpad.ui.timeline.chart import TimelineChart
from launchpad.ui.timeline.tree_painter import LEFT, columns

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TimelineHead(QWidget):
    """Stands above a TimelineChart and follows it sideways."""

    def __init__(self, view: TimelineChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setAccessibleName("Days")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.slid.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the axis and what happens around the launch need."""
        picture = self._view.picture
        return QSize(200, 2 * LANE if picture is None else head_height(picture))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint titles and days."""
        view, height = self._view, self.height()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), color("surface"))
            painter.setPen(color("text2"))
            painter.setFont(font(12, 500))
            lane = QRect(0, height - LANE - 4, view.tree_width, LANE)
            painter.drawText(lane.adjusted(LEFT, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), "Task")
            for name, left, wide in columns(view.tree_width - 1):
                painter.drawText(QRect(left, lane.top(), wide - 8, LANE), int(RIGHT), name)
            painter.fillRect(view.tree_width - 1, 0, 1, height, color("line"))
            if view.picture is not None:
                painter.save()
                painter.setClipRect(view.tree_width, 0, view.chart_width, height)
                painter.translate(view.tree_width, 0)
                paint_shapes(painter, head_shapes(view.picture, view.slide.value(), view.chart_width))
                painter.restore()
            painter.fillRect(0, height - 1, self.width(), 1, color("line"))
