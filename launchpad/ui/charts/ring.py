"""The readiness ring as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.scenes.readiness_ring import RingNumbers, ring_scene
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import Chart
from launchpad.ui.charts.paint import text_width


class ReadinessRing(Chart):
    """A ring of `side` pixels; clicking it asks how the score is made (key ``score``)."""

    def __init__(self, side: int = 124, parent: QWidget | None = None) -> None:
        super().__init__("Readiness", QSize(side, side), parent)
        self._numbers = RingNumbers(None, None, None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_numbers(self, numbers: RingNumbers) -> None:
        """Show other scores."""
        self._numbers = numbers
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The ring in the largest square."""
        return ring_scene(self._numbers, min(width, height), text_width)
