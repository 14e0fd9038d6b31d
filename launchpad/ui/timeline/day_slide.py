"""The scroll bar below the bars: which days are in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

from launchpad.scenes.gantt.picture import Picture

MARGIN = 45
"""Days of the axis before the first and after the last day of the plan."""


class DaySlide(QScrollBar):
    """Its value is the pixel of the axis at the left edge of the bars."""

    slid = Signal(int)
    """By how many pixels other days are in sight; later ones are positive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Days in sight")
        self._before = 0
        self.valueChanged.connect(self._on_changed)

    def fit(self, picture: Picture, width: int) -> None:
        """Reach over the days of a plan in a chart of a width in pixels."""
        axis, (first, last) = picture.axis, picture.plan.reach
        left = axis.x_of(first) - round(MARGIN * axis.day_width)
        right = axis.x_of(last) + round(MARGIN * axis.day_width)
        self.setRange(left, max(left, right - width))
        self.setPageStep(width)
        self.setSingleStep(max(8, round(axis.day_width)))

    def _on_changed(self, value: int) -> None:
        by, self._before = value - self._before, value
        self.slid.emit(by)
