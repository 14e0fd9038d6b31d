"""Readiness over time as a widget."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from launchpad.scenes.readiness_curve import CurveNumbers, curve_scene
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import EMPTY, Chart
from launchpad.ui.charts.paint import text_width


class ReadinessCurve(Chart):
    """The curve; clicking a gate picks ``gate:KEY``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readiness over time", QSize(320, 130), parent)
        self._numbers: CurveNumbers | None = None

    @property
    def launch(self) -> date | None:
        """The launch day it shows; None before there are numbers."""
        return self._numbers.launch if self._numbers else None

    def show_numbers(self, numbers: CurveNumbers) -> None:
        """Show other points."""
        self._numbers = numbers
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The chart at a size."""
        return curve_scene(self._numbers, (width, height), text_width) if self._numbers else EMPTY
