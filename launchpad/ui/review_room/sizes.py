"""How large things are in the room: they grow with the window, so that a projector's far end can read them."""

from enum import Enum

from PySide6.QtCore import QObject, QSize, Signal

SMALLEST = QSize(1280, 720)
"""The window at which sizes are as they are named; a smaller one makes nothing smaller."""
STEPS = 16
"""Sizes grow by sixteenths, so that dragging a window does not lay it out for every pixel."""
LARGEST = 2.5


class Size(Enum):
    """Pixels of a text in the smallest window. Nothing is under 14."""

    NOTE = 14
    BODY = 16
    LEAD = 18
    VERDICT = 24
    TITLE = 28
    SCORE = 44


class Sizes(QObject):
    """The sizes of one window; `extra` makes all of them larger, as on the projector."""

    changed = Signal()

    def __init__(self, extra: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._extra = extra
        self._factor = extra

    def follow(self, window: QSize) -> None:
        """Take the size of the window."""
        room = min(window.width() / SMALLEST.width(), window.height() / SMALLEST.height())
        factor = self._extra * min(max(1.0, round(room * STEPS) / STEPS), LARGEST)
        if factor != self._factor:
            self._factor = factor
            self.changed.emit()

    def px(self, size: Size) -> int:
        """Pixels of a text."""
        return round(size.value * self._factor)

    def length(self, pixels: float) -> int:
        """Pixels of a gap or a width that is so many in the smallest window."""
        return round(pixels * self._factor)
