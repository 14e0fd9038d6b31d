"""Load by person and week as a widget."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from launchpad.scenes.load_bars import LoadRow, load_scene, load_size
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import EMPTY, Chart
from launchpad.ui.charts.paint import text_width


class LoadBars(Chart):
    """As high as its rows and at least as wide as its weeks; put it into a scroll area. Clicking a name picks the
    person's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Load by person and week", QSize(200, 60), parent)
        self._rows: tuple[LoadRow, ...] = ()
        self._today: date | None = None

    def show_rows(self, rows: Sequence[LoadRow], today: date) -> None:
        """Show other people or weeks."""
        self._rows, self._today = tuple(rows), today
        width, height = load_size(self._rows)
        self.setMinimumSize(round(width), round(height))
        self.lay_out_again()

    def lay_out(self, width: float, height: float) -> Scene:
        """The bars at a width."""
        return load_scene(self._rows, self._today, width, text_width) if self._today and self._rows else EMPTY
