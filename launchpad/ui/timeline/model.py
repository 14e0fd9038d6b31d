"""The rows of the timeline as an item model: one line each, which says all that the bar shows."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.task import Task
from launchpad.domain.visible import visible
from launchpad.domain.wording import counted
from launchpad.scenes.gantt.rows import ROW, Heading, Row, Rows, key_of
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.timeline.words import gates_spoken, spoken, task_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class TimelineRows(QAbstractListModel):
    """Headings, tasks and the line of gates, from top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(())
        self._count = 0
        self._facts: TaskFacts | None = None

    def show(self, rows: Rows, facts: TaskFacts) -> bool:
        """Show rows of a plan; return whether they are others than before, so that indexes are gone."""
        self._facts = facts
        if [key_of(row) for row in rows.rows] == [key_of(row) for row in self.rows.rows]:
            self.rows = rows
            if len(rows):
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows, self._count = rows, len(rows)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Every row is at the top level."""
        return 0 if parent.isValid() else self._count  # asked once for every row when they are laid out

    def row_at(self, index: Index) -> Row | None:
        """What stands in the row of an index."""
        return self.rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a task, or a heading by its key, is; an invalid index when it is not shown."""
        place = self.rows.place_of(key)
        return QModelIndex() if place is None else self.index(place)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The title of a row, all about it in a tip, and the same as it is spoken."""
        row = self.row_at(index)
        if row is None or self._facts is None:
            return None
        if role == Role.DisplayRole:
            return visible(row.title)
        if role == Role.SizeHintRole:
            return QSize(0, ROW)
        if role == Role.ToolTipRole:
            return plain_tip(task_tip(row, self._facts)) if isinstance(row, Task) else None
        if role == Role.AccessibleTextRole:
            return spoken(row, self._facts) if isinstance(row, Task) else _heading_words(row, self._facts)
        return None


def _heading_words(row: Row, facts: TaskFacts) -> str:
    if not isinstance(row, Heading):
        return f"{row.title}: {gates_spoken(facts)}"
    return f"{row.title}, {counted(len(row.tasks), 'task')}, {'open' if row.is_open else 'closed'}"
