"""A track's meter as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.scenes.shapes import Scene
from launchpad.scenes.track_meter import meter_scene
from launchpad.ui.charts.chart import Chart


class TrackMeter(Chart):
    """A bar with the expected mark; values from 0 to 100, None without data."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, QSize(60, 14), parent)
        self._values: tuple[float | None, float | None, float | None, str] = (None, None, None, "accent")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, score: float | None, work: float | None, expected: float | None, tone: str) -> None:
        """Show other scores; `tone` is the bar's color."""
        self._values = (score, work, expected, tone)
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The bar at a width."""
        score, work, expected, tone = self._values
        return meter_scene(score, work, expected, tone, width, height)
