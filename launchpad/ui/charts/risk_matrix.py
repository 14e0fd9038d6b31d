"""The risk matrix as a widget."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from launchpad.scenes.risk_matrix import RiskMark, matrix_scene
from launchpad.scenes.shapes import Scene
from launchpad.ui.charts.chart import Chart
from launchpad.ui.charts.paint import text_width

Cell = tuple[int, int]
"""Probability and impact, 1 to 5 each."""


class RiskMatrix(Chart):
    """A click, or Enter on a cell, chooses it; on the chosen one it lets go."""

    chosen = Signal(object)
    """The cell, or None for all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Risk matrix", QSize(300, 190), parent)
        self._marks: tuple[RiskMark, ...] = ()
        self._cell: Cell | None = None
        self.picked.connect(self._on_picked)

    @property
    def cell(self) -> Cell | None:
        """The chosen cell."""
        return self._cell

    def show_marks(self, marks: tuple[RiskMark, ...]) -> None:
        """Show other risks."""
        self._marks = marks
        self.lay_out_again()

    def choose(self, cell: Cell | None) -> None:
        """Choose a cell, or none."""
        if cell != self._cell:
            self._cell = cell
            self.lay_out_again()
            self.chosen.emit(cell)

    def lay_out(self, width: float, height: float) -> Scene:
        """The matrix at a size."""
        return matrix_scene(self._marks, self._cell, (width, height), text_width)

    def _on_picked(self, key: str) -> None:
        probability, impact = (int(part) for part in key.split(","))
        cell = (probability, impact)
        self.choose(None if cell == self._cell else cell)
