"""The head of the timeline: the tree's columns and the axis of days above the bars."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.scenes.gantt.head import LANE, head_height, head_shapes, launch_chip
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color
from launchpad.ui.timeline.bar_painter import paint_shapes
from launchpad.ui.timeline.tree_painter import LEFT, columns
from launchpad.ui.timeline.view import SLACK_OF_HAND, TimelineView

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TimelineHead(QWidget):
    """Stands above a TimelineChart and follows it sideways; launch day can be dragged by its chip."""

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pressed: QPointF | None = None
        self._drags = False
        self.setMouseTracking(True)
        self.setAccessibleName("Days")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.slid.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the axis and what happens around the launch need."""
        picture = self._view.picture
        return QSize(200, 2 * LANE if picture is None else head_height(picture))

    def _is_launch(self, place: QPointF) -> bool:
        view = self._view
        if view.picture is None or view.hands.is_read_only or place.x() < view.tree_width:
            return False
        chip = launch_chip(view.picture, view.slide.value())
        return chip.inset(-2).contains(place.x() - view.tree_width, place.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Launch day can be dragged by its chip."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_launch(event.position()):
            self._pressed = event.position()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with launch day, or show that it can be dragged."""
        place = event.position()
        if self._pressed is not None and (place - self._pressed).manhattanLength() >= SLACK_OF_HAND:
            self._pressed = None
            self._drags = self._view.hands.take_launch()
        if self._drags and self._view.hands.drag is not None:
            self._view.drag_to(self._view.viewport().mapFromGlobal(self.mapToGlobal(place)))
        elif event.buttons() is Qt.MouseButton.NoButton:
            is_launch = self._is_launch(place)
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_launch else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Launch day is let go."""
        self._pressed = None
        if self._drags:
            self._drags = False
            self._view.hands.drop()

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
