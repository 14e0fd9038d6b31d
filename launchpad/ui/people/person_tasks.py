"""The open tasks of one person as a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.domain.document import Document
from launchpad.domain.task import Task
from launchpad.domain.values import DateRange
from launchpad.domain.visible import visible
from launchpad.engines.schedule import Schedule
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.titles import title_data
from launchpad.ui.people.people_table import range_text

Index = QModelIndex | QPersistentModelIndex
TITLES = ("Task", "Status", "Forecast")


class PersonTasks(QAbstractTableModel):
    """Title, status and forecast days; the id of a row's task is in `task_id`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, tuple[str, ...]]] = []

    def show_tasks(self, tasks: Sequence[Task], schedule: Schedule | None) -> None:
        """Show other tasks; without a schedule they have no days."""
        self.beginResetModel()
        self._rows = [(task.id, _cells(task, schedule)) for task in tasks]
        self.endResetModel()

    def task_id(self, row: int) -> str:
        """The task in a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are tasks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        return title_data(TITLES, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._rows[index.row()][1][index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else visible(text)
        return None


def _cells(task: Task, schedule: Schedule | None) -> tuple[str, ...]:
    if schedule is None:
        return task.title, task.status.label, ""
    dates = schedule.tasks[task.id]
    first, last = dates.forecast_start, dates.forecast_finish
    return task.title, task.status.label, range_text(DateRange(first, max(first, last)))


def open_tasks(document: Document, person_id: str, schedule: Schedule | None) -> list[Task]:
    """The open tasks somebody owns, by their forecast."""
    tasks = [task for task in document.tasks if task.owner == person_id and task.is_open]
    if schedule is None:
        return tasks
    return sorted(tasks, key=lambda task: schedule.tasks[task.id].forecast_finish)
