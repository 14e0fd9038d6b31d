"""What is on somebody's plate: their open tasks, all or those of one week."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.engines.schedule import Schedule
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.row_table import RowTable
from launchpad.ui.people.person_tasks import PersonTasks

WIDTHS = (0, 96, 132)
"""Pixels of the columns; the first takes what is left."""
NARROW = 380
"""Pixels below which the status of tasks is left out."""


class PlateCard(Card):
    """A list under the person's name; Enter or a click goes to a task."""

    task_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Open tasks", parent=parent)
        self.tasks = PersonTasks(self)
        self.view = RowTable(self.tasks, "Open tasks of the person chosen", WIDTHS, 0)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.body.setContentsMargins(1, 10, 1, 1)
        self.head.setContentsMargins(15, 0, 15, 0)
        self.body.addWidget(self.view)
        self.view.clicked.connect(self._on_chosen)
        self.view.row_asked.connect(self._on_chosen)

    def show_tasks(
        self, person: Person | None, week: date | None, tasks: Sequence[Task], dates: Schedule | None
    ) -> None:
        """Show tasks; the keyboard has a place among them, and does not go where there are none."""
        when = f" in the week of {week.day} {week:%b}" if week else ""
        self.title.setText(f"Open tasks of {person.name}{when}" if person else "Open tasks")
        self.tasks.show_tasks(tasks, dates)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tasks else Qt.FocusPolicy.NoFocus)
        if tasks and not self.view.currentIndex().isValid():
            first = self.tasks.index(0, 0)
            self.view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, titles of tasks have it."""
        super().resizeEvent(event)
        self.view.setColumnHidden(1, self.width() < NARROW)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.task_asked.emit(self.tasks.task_id(index.row()))
