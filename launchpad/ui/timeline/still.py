"""The frame as it stands while a gesture is shown over it, so that a step of the hand paints only what it changes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from launchpad.scenes.shapes import Shape
from launchpad.ui.timeline.bar_painter import paint_shapes, region_of


class StillFrame:
    """Keeps a widget's frame and the shapes over it; a frame that is out of date is taken again by the next `show`."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._frame: QPixmap | None = None
        self._region = QRegion()
        self.shapes: Sequence[Shape] = ()

    def show(self, shapes: Sequence[Shape], origin: QPoint) -> None:
        """Show other shapes over the frame, whose pixels count from a point of the widget."""
        if self._frame is None:
            self.shapes = ()
            self._frame = self._widget.grab()
        before, self.shapes = self._region, shapes
        self._region = region_of(shapes).translated(origin)
        self._widget.update(before + self._region)

    def put_away(self) -> None:
        """Nothing is shown over the frame any more."""
        self._frame, self.shapes = None, ()
        self._widget.update(self._region)
        self._region = QRegion()

    def forget(self) -> None:
        """The frame looks different now."""
        self._frame = None

    def paint(self, event: QPaintEvent, origin: QPoint) -> bool:
        """Paint the exposed part of the frame and what is over it; False when there is no frame to paint."""
        if self._frame is None:
            return False
        exposed, ratio = event.rect(), self._frame.devicePixelRatio()
        source = QRectF(exposed.x() * ratio, exposed.y() * ratio, exposed.width() * ratio, exposed.height() * ratio)
        with QPainter(self._widget) as painter:
            painter.setClipRegion(event.region())
            painter.drawPixmap(QRectF(exposed), self._frame, source)
            painter.translate(origin)
            paint_shapes(painter, self.shapes)
        return True
