"""The journal as a table model, newest first; only the lines that are looked at are read."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.journal_pages import JournalPages, label_of_entry, source_text
from launchpad.domain.visible import visible
from launchpad.journal.entry import Entry
from launchpad.ui.parts.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
TITLES = ("Edit", "When", "Who", "What", "From")
NUMBER, WHEN, WHO, WHAT, SOURCE = range(5)


class JournalTable(QAbstractTableModel):
    """All lines, or those a filter found so far."""

    def __init__(self, pages: JournalPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._last = 0
        self._found: list[int] | None = None  # newest first; None shows all

    def show_all(self) -> None:
        """Show every line."""
        self.beginResetModel()
        self._found, self._last = None, self._pages.last
        self.endResetModel()

    def show_none(self) -> None:
        """Show nothing yet; a filter adds what it finds."""
        self.beginResetModel()
        self._found, self._last = [], self._pages.last
        self.endResetModel()

    def add_found(self, numbers: Iterable[int]) -> None:
        """Show lines a filter found; they are newer than those it found before."""
        newest = sorted(numbers, reverse=True)
        if self._found is None or not newest:
            return
        self.beginInsertRows(QModelIndex(), 0, len(newest) - 1)
        self._found[:0] = newest
        self.endInsertRows()

    def catch_up(self, matches: Callable[[Entry], bool]) -> None:
        """Show the lines that were written meanwhile, if they match."""
        last = self._pages.last
        new = range(self._last + 1, last + 1)
        if self._found is not None:
            self._last = last
            self.add_found(number for number in new if matches(self._pages.headline(number)))
        elif new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._last = last
            self.endInsertRows()

    def number(self, row: int) -> int:
        """The number of the edit in a row."""
        return self._last - row if self._found is None else self._found[row]

    def row_of(self, number: int) -> int | None:
        """The row of an edit, if it is shown."""
        if self._found is None:
            return self._last - number if 1 <= number <= self._last else None
        return self._found.index(number) if number in self._found else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are lines."""
        if parent.isValid():
            return 0
        return self._last if self._found is None else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = _text(self._pages.headline(self.number(index.row())), index.column())
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else visible(text)
        return None


def _text(entry: Entry, column: int) -> str:
    match column:
        case 0:
            return str(entry.number)
        case 1:
            return local_time(entry.when)
        case 2:
            return entry.who
        case 3:
            return label_of_entry(entry)
    return source_text(entry.source)


def local_time(when: datetime) -> str:
    """A moment on the clock here: 12 Oct 2026 14:05."""
    here = when.astimezone()
    return f"{here.day} {here:%b %Y %H:%M}"
