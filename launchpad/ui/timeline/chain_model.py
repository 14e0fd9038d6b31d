"""The driving chain as rows: each step, its days, what holds it there; at the end what it goes past."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.fit_words import cap_texts, hold_text, node_text, step_days
from launchpad.app.task_facts import TaskFacts
from launchpad.engines.feasibility import Miss, Step
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.titles import title_data
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

TITLES = ("Step", "Heading for", "Work", "Held by")
STEP, WHEN, WORK, HOLD = range(len(TITLES))
WIDTHS = (340, 120, 56, 200)


class ChainModel(QAbstractTableModel):
    """Steps from where work can begin, and below them what they go past."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()
        self._miss: Miss | None = None
        self._facts: TaskFacts | None = None

    def show(self, steps: tuple[Step, ...], miss: Miss | None, facts: TaskFacts) -> None:
        """Show another chain; without a miss there is none."""
        self.beginResetModel()
        self.steps, self._miss, self._facts = steps, miss, facts
        self.endResetModel()

    def node_at(self, index: Index) -> str:
        """The id of the task or gate in a row; empty for none."""
        return self.steps[index.row()].node if index.isValid() and index.row() < len(self.steps) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows at the top, none below a row."""
        return 0 if parent.isValid() or self._miss is None else len(self.steps) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles."""
        return title_data(TITLES, section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid() or self._facts is None:
            return None
        is_end = index.row() == len(self.steps)
        text = self._text(index.row(), index.column(), self._facts)
        if role == Role.DisplayRole:
            return text
        if role == Role.ToolTipRole and index.column() in (STEP, HOLD):
            return plain_tip(text)
        if role == Role.ForegroundRole and is_end:
            return color("bad")
        if role == Role.ForegroundRole and index.column() != STEP:
            return color("text2")
        if role == Role.AccessibleTextRole:
            return f"{TITLES[index.column()]}: {text or 'none'}"
        return None

    def _text(self, row: int, column: int, facts: TaskFacts) -> str:
        if row == len(self.steps):
            assert self._miss is not None
            return cap_texts(self._miss, facts)[column]
        step = self.steps[row]
        if column == STEP:
            return node_text(step.node, facts)
        if column == HOLD:
            return hold_text(step, facts)
        return step_days(step, facts)[column - WHEN]
