"""Scrolling by itself while something is dragged near an edge."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QTimer
from PySide6.QtWidgets import QScrollBar

NEAR = 28
"""Pixels from an edge within which it scrolls."""
OFTEN = 30
"""Milliseconds between two steps."""
FASTEST = 24
"""Pixels of the longest step."""


class EdgeScroll(QObject):
    """Moves two scroll bars while a pointer rests near an edge of a rectangle, the faster the nearer."""

    def __init__(self, across: QScrollBar, down: QScrollBar, scrolled: Callable[[], None]) -> None:
        """`scrolled` is called after each step."""
        super().__init__(across)
        self._bars = across, down
        self._scrolled = scrolled
        self._speed = 0, 0
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self.step)

    def point(self, place: QPointF, area: QRect) -> None:
        """The pointer is somewhere now."""
        self._speed = (
            _speed(place.x() - area.left(), area.right() - place.x()),
            _speed(place.y() - area.top(), area.bottom() - place.y()),
        )
        if any(self._speed):
            self._timer.start() if not self._timer.isActive() else None
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()

    def step(self) -> None:
        """Scroll once."""
        before = [bar.value() for bar in self._bars]
        for bar, speed in zip(self._bars, self._speed, strict=True):
            bar.setValue(bar.value() + speed)
        if before != [bar.value() for bar in self._bars]:
            self._scrolled()


def _speed(before: float, after: float) -> int:
    if before < NEAR:
        return -round(FASTEST * min(1.0, (NEAR - before) / NEAR))
    return round(FASTEST * min(1.0, (NEAR - after) / NEAR)) if after < NEAR else 0
