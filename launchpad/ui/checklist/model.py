"""The checklist as an item model: groups, and in them tasks. It reads the plan and never changes it itself."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from launchpad.app.task_clip import MIME, clip_text
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_table import cell_text, table_text
from launchpad.domain.task import Task
from launchpad.domain.visible import visible
from launchpad.ui.checklist.arrangement import Group
from launchpad.ui.checklist.columns import COLUMNS, Column
from launchpad.ui.checklist.steps import Step, steps_between
from launchpad.ui.parts.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Flag = Qt.ItemFlag

_HEADING = Flag.ItemIsEnabled | Flag.ItemIsSelectable
_OPEN_HEADING = _HEADING | Flag.ItemIsDropEnabled
_TASK = _HEADING | Flag.ItemIsDragEnabled | Flag.ItemNeverHasChildren
_TASK_FLAGS = tuple(_TASK | Flag.ItemIsEditable if column.editor else _TASK for column in COLUMNS)
MOST_STEPS = 200
"""Runs of rows put in or taken out one by one; beyond that the model starts over."""


class _Branch:
    """A group in the model: a number of its own, which its tasks' indexes carry, and its rows."""

    __slots__ = ("group", "ids", "number")

    def __init__(self, group: Group, number: int) -> None:
        self.number = number
        self.show(group)

    def show(self, group: Group) -> None:
        self.group = group
        self.ids: list[str] = [task.id for task in group.tasks]


class TaskTree(QAbstractItemModel):
    """Tasks in groups. What is typed into a cell is told by `asked`; the plan answers by `show`."""

    asked = Signal(str, str, object)
    """A task's id, a column's name, and the text typed into its cell."""
    dropped = Signal(object, str, object)
    """The clip text that was dropped, the key of the group it fell into, and the id of the task after it or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._branches: list[_Branch] = []
        self._places: dict[int, int] = {}  # branch number → row
        self._facts: TaskFacts | None = None
        self._where: dict[str, tuple[int, int]] = {}  # task → row and branch, made when asked for
        self._next = 1
        self.falls_first = False  # whether what falls between two headings is just below the upper one
        self.is_read_only = False

    # --- what is where ---------------------------------------------------------------------------------------------

    @property
    def facts(self) -> TaskFacts:
        """The plan that is shown."""
        assert self._facts is not None, "the model was asked before it was shown a plan"
        return self._facts

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups in order."""
        return tuple(branch.group for branch in self._branches)

    def group_at(self, index: Index) -> Group | None:
        """The group an index is the heading of."""
        return self._branches[index.row()].group if index.isValid() and index.internalId() == 0 else None

    def group_of(self, index: Index) -> Group | None:
        """The group an index is the heading of or lies in."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self._branches[index.row() if number == 0 else self._places[number]].group

    def task_at(self, index: Index) -> Task | None:
        """The task of an index."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._branches[self._places[index.internalId()]].group.tasks[index.row()]

    def index_of(self, task_id: str, column: int = 0) -> QModelIndex:
        """Where a task is; an invalid index when it is not shown."""
        if not self._where:
            self._where = {
                each: (row, branch.number) for branch in self._branches for row, each in enumerate(branch.ids)
            }
        row, number = self._where.get(task_id, (-1, 0))
        return QModelIndex() if row < 0 else self.createIndex(row, column, number)

    @property
    def task_count(self) -> int:
        """Tasks that are shown."""
        return sum(len(branch.ids) for branch in self._branches)

    # --- the model as Qt asks for it -------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """The index of a heading, or of a task below one."""
        if row < 0 or not 0 <= column < len(COLUMNS):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0) if row < len(self._branches) else QModelIndex()
        if parent.internalId() != 0 or parent.column() != 0:
            return QModelIndex()
        branch = self._branches[parent.row()]
        return self.createIndex(row, column, branch.number) if row < len(branch.ids) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:
        """The heading a task stands under."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(self._places[index.internalId()], 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Headings, or tasks below one."""
        if not parent.isValid():
            return len(self._branches)
        if parent.internalId() != 0 or parent.column() != 0:
            return 0
        return len(self._branches[parent.row()].ids)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        """Whether anything stands below; asked of every row when the view is laid out."""
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Every column there is; the view hides some."""
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tasks can be edited where there is an editor, and dragged; headings take what is dropped."""
        if not index.isValid():
            return Flag.NoItemFlags if self.is_read_only else Flag.ItemIsDropEnabled
        if index.internalId() == 0:
            return _HEADING if self.is_read_only else _OPEN_HEADING
        if self.is_read_only:
            return _TASK
        return _TASK_FLAGS[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Role.DisplayRole:
            return COLUMNS[section].title
        if role == Role.ToolTipRole:
            return COLUMNS[section].tip or None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The text of a cell, what its editor begins with, and what its tool tip says."""
        if not index.isValid():
            return None
        task, column = self.task_at(index), COLUMNS[index.column()]
        if task is None:
            return self._group_data(index, role)
        if role == Role.DisplayRole:
            return visible(column.read(task, self.facts))
        if role == Role.EditRole:
            return column.edit_text(task, self.facts)
        if role == Role.ToolTipRole:
            return _tip(task, column, self.facts)
        if role == Role.AccessibleTextRole:
            return f"{column.title}: {visible(column.read(task, self.facts)) or 'none'}"
        return None

    def _group_data(self, index: Index, role: int) -> Any:
        group = self._branches[index.row()].group
        if index.column() == 0 and role in (Role.DisplayRole, Role.AccessibleTextRole):
            title = visible(group.title)
            if role == Role.DisplayRole:
                return title
            score = "" if group.score is None else f", readiness {group.score:.0f}"
            return f"{title}, {group.done} of {group.total} done{score}"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for what was typed; what comes of it is seen when the plan answers."""
        task = self.task_at(index)
        if task is None or role != Role.EditRole or not self.flags(index) & Flag.ItemIsEditable:
            return False
        self.asked.emit(task.id, COLUMNS[index.column()].name, value)
        return True

    # --- dragging --------------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Tasks are moved, or copied with the usual key."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Tasks on their way."""
        tasks = [task for task in map(self.task_at, indexes) if task is not None]
        return self.mime_of(list({task.id: task for task in tasks}.values()), is_cut=True)

    def mime_of(self, tasks: Sequence[Task], *, is_cut: bool, columns: Sequence[Column] = COLUMNS) -> QMimeData:
        """Tasks for the clipboard: as rows for Launchpad, as a table for everybody else."""
        given = [column for column in columns if column.field]
        rows = [[cell_text(task, column.field, self.facts) for column in given] for task in tasks]
        mime = QMimeData()
        mime.setText(table_text([[column.title for column in given], *rows]))
        text = clip_text(self.facts.document, tasks, is_cut=is_cut)
        mime.setData(MIME, QByteArray(text.encode()))
        return mime

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tasks may fall into a group, also between its heading and what stands above or below that."""
        is_place = parent.internalId() == 0 if parent.isValid() else row > 0
        return not self.is_read_only and data.hasFormat(MIME) and is_place

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what fell where. The plan moves it, so the view must not remove anything: the answer is no."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        branch = self._branches[parent.row() if parent.isValid() else row - 1]
        if not parent.isValid():
            row = 0 if self.falls_first else -1
        after = branch.ids[row] if 0 <= row < len(branch.ids) else None
        self.dropped.emit(bytes(data.data(MIME).data()).decode(errors="replace"), branch.group.key, after)
        return False

    # --- showing another plan --------------------------------------------------------------------------------------

    def show(self, facts: TaskFacts, groups: Sequence[Group], touched: Iterable[str] | None = None) -> None:
        """Show groups of a plan. Rows that stay keep their indexes; `touched` are the tasks whose cells changed."""
        before = self._facts
        self._facts = facts
        self._where = {}
        if before is None or not self._shape_to(groups):
            self._start_over(groups)
            return
        for branch, group in zip(self._branches, groups, strict=True):
            branch.show(group)
        self._tell_changed(None if touched is None else set(touched))

    def _start_over(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        self._branches = [self._branch(group) for group in groups]
        self._renumber()
        self.endResetModel()

    def _branch(self, group: Group) -> _Branch:
        self._next += 1
        return _Branch(group, self._next)

    def _renumber(self) -> None:
        self._places = {branch.number: row for row, branch in enumerate(self._branches)}

    def _shape_to(self, groups: Sequence[Group]) -> bool:
        """Put in and take out rows until they are those of `groups`; False, and nothing done, if that is not easy."""
        wanted = {group.key: group for group in groups}
        stay = [branch for branch in self._branches if branch.group.key in wanted]
        if [branch.group.key for branch in stay] != _kept(groups, {branch.group.key for branch in stay}):
            return False
        plans = {
            branch.number: steps_between(branch.ids, [task.id for task in wanted[branch.group.key].tasks])
            for branch in stay
        }
        if sum(len(steps) for steps in plans.values()) > MOST_STEPS:
            return False
        self._remove_branches({branch.number for branch in stay})
        for branch in self._branches:
            self._take(branch, wanted[branch.group.key], plans[branch.number])
        self._insert_branches(groups)
        return True

    def _remove_branches(self, stay: set[int]) -> None:
        for row in range(len(self._branches) - 1, -1, -1):
            if self._branches[row].number not in stay:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._branches[row]
                self._renumber()
                self.endRemoveRows()

    def _insert_branches(self, groups: Sequence[Group]) -> None:
        for row, group in enumerate(groups):
            if row >= len(self._branches) or self._branches[row].group.key != group.key:
                self.beginInsertRows(QModelIndex(), row, row)
                self._branches.insert(row, self._branch(group))
                self._renumber()
                self.endInsertRows()

    def _take(self, branch: _Branch, group: Group, steps: Sequence[Step]) -> None:
        parent = self.createIndex(self._places[branch.number], 0, 0)
        known: dict[str, Task] = {task.id: task for task in (*branch.group.tasks, *group.tasks)}
        for first, removed, inserted in steps:
            ids = branch.ids.copy()
            if removed:
                self.beginRemoveRows(parent, first, first + removed - 1)
                del ids[first : first + removed]
            else:
                self.beginInsertRows(parent, first, first + len(inserted) - 1)
                ids[first:first] = inserted
            branch.ids = ids
            self._where = {}
            branch.group = _with_tasks(group, [known[each] for each in ids])
            self.endRemoveRows() if removed else self.endInsertRows()

    def _tell_changed(self, touched: set[str] | None) -> None:
        last = len(COLUMNS) - 1
        for row, branch in enumerate(self._branches):
            heading = self.createIndex(row, 0, 0)
            self.dataChanged.emit(heading, self.createIndex(row, last, 0))
            rows = range(len(branch.ids)) if touched is None else _places(branch.ids, touched)
            if rows:  # those between them too: to tell of each costs more than to show it anew
                top = self.createIndex(rows[0], 0, branch.number)
                self.dataChanged.emit(top, self.createIndex(rows[-1], last, branch.number))


def _places(ids: Sequence[str], wanted: set[str]) -> Sequence[int]:
    return [place for place, each in enumerate(ids) if each in wanted]


def _kept(groups: Sequence[Group], keys: set[str]) -> list[str]:
    return [group.key for group in groups if group.key in keys]


def _with_tasks(group: Group, tasks: Sequence[Task]) -> Group:
    return Group(group.key, group.title, tuple(tasks), group.done, group.total, group.count, group.score, group.place)


def _tip(task: Task, column: Column, facts: TaskFacts) -> str | None:
    text = column.read(task, facts)
    if column.name == "due" and facts.is_late(task):
        item = facts.item(task)
        return None if item is None else f"{item.credit.days_over} working days past due"
    if column.name == "status" and task.blocked_reason:
        return plain_tip(f"Blocked: {task.blocked_reason}")
    return plain_tip(text) if column.name in ("title", "track", "gate", "owner", "approver", "note") and text else None
