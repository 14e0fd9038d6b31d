"""The holidays of the plan as a table model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.domain.document import Document
from launchpad.domain.launch import Holiday
from launchpad.ui.parts.titles import title_data

Index = QModelIndex | QPersistentModelIndex
TITLES = ("Day", "Name", "From")


class HolidayTable(QAbstractTableModel):
    """Days in order, with their names and where they were proposed from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Holiday, ...] = ()

    def show_plan(self, document: Document) -> None:
        """Show the holidays of a plan."""
        rows = document.rows(Holiday)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def holiday(self, row: int) -> Holiday:
        """The holiday in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are holidays."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        return title_data(TITLES, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return (f"{row.day:%a} {row.day.day} {row.day:%b %Y}", row.name, row.region or "added here")[index.column()]
