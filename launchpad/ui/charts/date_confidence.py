"""The date confidence histogram as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from launchpad.scenes.date_confidence import DateChances, confidence_scene
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import EMPTY, Chart
from launchpad.ui.charts.paint import text_width


class DateConfidence(Chart):
    """The histogram; empty until there is an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Date confidence", QSize(220, 110), parent)
        self._chances: DateChances | None = None

    def show_chances(self, chances: DateChances | None) -> None:
        """Show other chances, or none."""
        self._chances = chances
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The chart at a size."""
        return confidence_scene(self._chances, (width, height), text_width) if self._chances else EMPTY
