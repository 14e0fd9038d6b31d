"""A goal over time as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from launchpad.scenes.goal_chart import GoalNumbers, goal_scene
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import EMPTY, Chart
from launchpad.ui.charts.paint import text_width


class GoalChart(Chart):
    """The chart of one goal, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Goal over time", QSize(260, 140), parent)
        self._numbers: GoalNumbers | None = None

    def show_numbers(self, numbers: GoalNumbers | None) -> None:
        """Show another goal."""
        self._numbers = numbers
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The chart at a size."""
        return goal_scene(self._numbers, (width, height), text_width) if self._numbers else EMPTY
