"""The tasks that an edit moved or would move, as rows: from when to when, by how much, and why."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.moved_words import days_moved, move_texts, own_changes, why_moved
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.edit import Edit
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.engines.schedule.moved import Move
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.titles import title_data
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

TITLES = ("Task", "Was", "Is now", "By", "Why")
OFFERED = ("Task", "Now", "Then", "By", "Why")
"""The same for an edit that is only offered."""
TASK, WAS, NOW, BY, WHY = range(len(TITLES))
WIDTHS = (280, 120, 120, 125, 300)


class MovedModel(QAbstractTableModel):
    """Moves of one edit, the farthest first. Words are made for what is in sight only."""

    def __init__(self, titles: Sequence[str] = TITLES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self.moves: Sequence[Move] = ()
        self._edit = Edit("", ())
        self._facts: TaskFacts | None = None
        self._own: Mapping[str, str] = {}
        self._notes: Mapping[TaskId, str] = {}
        self.judges = True
        """Whether later is bad and sooner good."""

    def show(
        self, moves: Sequence[Move], edit: Edit, facts: TaskFacts, notes: Mapping[TaskId, str] = MappingProxyType({})
    ) -> None:
        """Show other moves; `facts` are of the plan after the edit, `notes` what else is to be said of a task."""
        self.beginResetModel()
        self.moves, self._edit, self._facts, self._notes = moves, edit, facts, notes
        self._own = own_changes(edit)
        self.endResetModel()

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self.moves, self._facts = (), None
        self.endResetModel()

    def task_at(self, index: Index) -> str:
        """The id of the task in a row; empty for none."""
        return self.moves[index.row()].task if index.isValid() else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows at the top, none below a row."""
        return 0 if parent.isValid() else len(self.moves)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles."""
        return title_data(self.titles, section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell, and the whole row as it is spoken."""
        if not index.isValid() or self._facts is None:
            return None
        move = self.moves[index.row()]
        if role == Role.DisplayRole:
            return self.text(move, index.column())
        if role == Role.ToolTipRole and index.column() in (TASK, WHY):
            return plain_tip(self.text(move, index.column()))
        if role == Role.ForegroundRole and index.column() == BY and self.judges:
            return color("bad" if days_moved(move) > 0 else "ok")
        if role == Role.ForegroundRole and index.column() in (WAS, WHY):
            return color("text2")
        if role == Role.AccessibleTextRole:
            return f"{self.titles[index.column()]}: {self.text(move, index.column())}"
        return None

    def text(self, move: Move, column: int) -> str:
        """The words of a cell."""
        assert self._facts is not None
        if column == TASK:
            task = self._facts.document.find(Task, move.task)
            return "" if task is None else f"{task.title} ({task.key})"
        if column == WHY:
            why = why_moved(move, self._own, self._edit, self._facts)
            return "; ".join(filter(None, (self._notes.get(move.task, ""), why)))
        return move_texts(move, self._facts.today)[column - WAS]
