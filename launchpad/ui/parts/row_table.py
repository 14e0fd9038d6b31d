"""A table that is read row by row: arrows go through its rows, Enter or a double click asks for one."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

HIGH = 28
"""Pixels of a row."""


class RowTable(QTableView):
    """Shows a table model; Ctrl+C copies the rows selected, or all, as a spreadsheet takes them."""

    row_asked = Signal(QModelIndex)
    """The row that was entered or double-clicked."""

    def __init__(
        self,
        model: QAbstractItemModel,
        name: str,
        widths: Sequence[int],
        stretched: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HIGH)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(36)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self.row_asked)

    def show_rows(self, most: int) -> None:
        """Be as high as the rows there are, up to so many."""
        rows = min(self.model().rowCount(), most)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + HIGH * rows + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the row; Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The rows selected, or all, as lines of tab-separated texts with the heads."""
        model = self.model()
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = range(model.columnCount())
        lines = ["\t".join(str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns)]
        for row in chosen if len(chosen) > 1 else range(model.rowCount()):
            lines.append("\t".join(str(model.index(row, column).data() or "") for column in columns))
        return "\n".join(lines)
