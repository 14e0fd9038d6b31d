"""The menu by which the columns of the checklist are chosen and its order is set."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from launchpad.ui.checklist.columns import COLUMNS
from launchpad.ui.checklist.header import TaskHeader

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class ColumnsMenu(QMenu):
    """Every column with a tick, and what the rows are sorted by. It is gone once it is closed."""

    def __init__(self, header: TaskHeader) -> None:
        super().__init__(header)
        self._header = header
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Columns and sorting")
        self._add_order(self.addMenu("&Sort by"))
        self.addSection("Columns")
        for column in COLUMNS[1:]:
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.name in header.wanted)
            action.toggled.connect(partial(header.want_column, column.name))

    def _add_order(self, menu: QMenu) -> None:
        section, order = self._header.sortIndicatorSection(), self._header.sortIndicatorOrder()
        group = QActionGroup(menu)
        for number, title in [(-1, "The plan\u2019s order"), *((n, column.title) for n, column in enumerate(COLUMNS))]:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(number == section if self._header.is_sorted else number < 0)
            action.triggered.connect(partial(self._sort, number, order))
            group.addAction(action)
        menu.addSeparator()
        descending = menu.addAction("&Last first")
        descending.setCheckable(True)
        descending.setEnabled(self._header.is_sorted)
        descending.setChecked(self._header.is_sorted and order is DOWN)
        descending.triggered.connect(lambda is_last: self._sort(section, DOWN if is_last else UP))

    def _sort(self, number: int, order: Qt.SortOrder, checked: bool = False) -> None:
        self._header.setSortIndicator(number, order)
