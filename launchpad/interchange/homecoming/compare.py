"""A workbook against the plan: every cell of it ends as a proposal, as unreadable, or as nothing at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.interchange.homecoming import bases
from launchpad.interchange.homecoming.bases import Table
from launchpad.interchange.homecoming.cells import Cell, Unreadable
from launchpad.interchange.homecoming.form_compare import FormBase, FormFindings, compare_forms
from launchpad.interchange.homecoming.goal_feed import goals_to_confirm
from launchpad.interchange.homecoming.lineage import Earlier, made_from
from launchpad.interchange.homecoming.matching import Stray, match_rows
from launchpad.interchange.homecoming.new_rows import read_new_row, says_something
from launchpad.interchange.homecoming.notes import addition, holds
from launchpad.interchange.homecoming.proposals import Kind, Proposal, UnreadableCell, judge
from launchpad.interchange.homecoming.reading import Returned
from launchpad.interchange.homecoming.sheet_rows import SheetRow
from launchpad.interchange.homecoming.typed_over import typed_elsewhere, typed_over
from launchpad.interchange.homecoming.values import FIELDS, Reader, Stranger, Value, alike, spelled, values_of
from launchpad.interchange.workbook.material import Material
from launchpad.journal.entry import CellRead, FileRead

WHY_BLOCKED = "Why is it blocked, and who can unblock it?"


@dataclass(frozen=True, slots=True)
class Sides:
    """What a workbook is compared with. `own` are the ids of the tasks whose rows people fill in.

    `exported` is the plan at the export, on the day and for the audience of the export; None when it is not known.
    `earlier` are the versions of the same export that were merged before, oldest first.
    """

    plan: Document
    own: frozenset[str]
    keys: Mapping[str, str]  # id → key of the tasks with editable cells at the export
    exported: Material | None = None
    earlier: Sequence[Earlier] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a workbook says that the plan does not."""

    proposals: tuple[Proposal, ...]
    unreadable: tuple[UnreadableCell, ...]
    notices: tuple[str, ...]
    read: FileRead
    base_version: int | None  # the place in `earlier` of what it was compared with; None for the export itself


def compare(returned: Returned, sides: Sides, reader: Reader) -> Comparison:
    """Compare a workbook with the plan; nothing is changed."""
    return _Comparing(returned, sides, reader).result()


class _Comparing:
    def __init__(self, returned: Returned, sides: Sides, reader: Reader) -> None:
        self._returned, self._sides, self._reader = returned, sides, reader
        self._tasks = sides.plan.table(Task)
        self._mine = {task: values_of(row) for task, row in self._tasks.items()}
        self._added = added = {cell.row for each in sides.earlier for cell in each.read.cells} - sides.keys.keys()
        self._own = sides.own | added
        self._matching = match_rows(returned.rows, sides.plan, sides.keys, added)
        self._unreadable: list[UnreadableCell] = []
        self._notices: list[str] = []
        self._exported = bases.exported_values(
            returned.origin, None if sides.exported is None else sides.exported.document, reader
        )
        self._theirs = self._read_cells()
        self._version, self._base = self._choose_base()

    def _read_cells(self) -> Table:
        """What the file holds in the cells people fill in, as far as it can be read."""
        return {
            task: dict(self._row_values(row, task)) for task, row in self._matching.rows.items() if task in self._own
        }

    def _row_values(self, row: SheetRow, task: TaskId | None) -> Iterator[tuple[str, Value]]:
        for field in FIELDS:
            cell = row.cells.get(field)
            if cell is not None and not (task is None and cell.is_blank):
                try:
                    yield field, self._value(field, cell, task)
                except Unreadable as error:
                    self._leave_alone(row, task, field, cell, str(error))

    def _value(self, field: str, cell: Cell, task: TaskId | None) -> Value:
        value = self._reader.read(field, cell)
        if isinstance(value, Stranger):
            known = None if task is None or self._exported is None else self._exported.get(task, {}).get(field)
            if not alike(value, known):
                raise Unreadable("nobody in the plan has that name")
        return value

    def _leave_alone(self, row: SheetRow, task: TaskId | None, field: str, cell: Cell, reason: str) -> None:
        mine = None if task is None else self._tasks.get(task)
        key, title = (row.text("key"), row.text("title")) if mine is None else (mine.key, mine.title)
        self._unreadable.append(UnreadableCell(key, title, field, cell.shown, cell.place, reason))

    def _choose_base(self) -> tuple[int | None, Table | None]:
        if self._exported is None:
            return None, None
        earlier = self._sides.earlier
        tables = [bases.earlier_values(each.read, self._exported, self._reader) for each in earlier]
        version = made_from(self._returned, self._theirs, self._exported, earlier, tables)
        return version, self._exported if version is None else tables[version]

    def result(self) -> Comparison:
        """All there is to say."""
        forms = self._forms()
        proposals = [*self._changes(), *self._new_tasks(), *forms.proposals]
        proposals += [*goals_to_confirm(proposals, self._sides.plan), *self._missing(), *self._typed_over()]
        unreadable = (*self._unreadable, *forms.unreadable)
        return Comparison(tuple(proposals), unreadable, tuple(self._notices), self._file_read(forms), self._version)

    def _forms(self) -> FormFindings:
        """What people filled in beside the checklist."""
        origin = self._returned.origin
        exported = origin.forms if origin is not None and origin.is_whole else None
        before = exported
        if exported is not None and self._version is not None:
            read = self._sides.earlier[self._version].read
            merged = {row: dict(cells) for row, cells in exported.items()}
            for cell in read.cells:
                merged.setdefault(cell.row, {})[cell.field] = cell.text
            before = merged
        base = FormBase(exported, before, self._sides.exported, self._added)
        return compare_forms(self._returned.forms, self._sides.plan, base, self._reader)

    # --- rows of tasks the plan knows ------------------------------------------------------------------------------

    def _changes(self) -> Iterator[Proposal]:
        for task_id, values in self._theirs.items():
            task = self._tasks.get(task_id)
            if task is None:
                self._tell_if_gone(task_id, values)
            else:
                row = self._matching.rows[task_id]
                yield from (each for field in values if (each := self._change(task, field, row.cells[field])))

    def _change(self, task: Task, field: str, cell: Cell) -> Proposal | None:
        base = None if self._base is None else self._base.get(task.id)
        mine, theirs = self._mine[task.id][field], self._meant(task.id, field)
        was = None if base is None else base.get(field)
        kind = judge(field, base, was if self._is_as_merged(task, field) else mine, theirs)
        if kind is None or (kind is Kind.KEEP and self._is_noise(field, was, mine, theirs)):
            return None
        if kind is not Kind.KEEP and field == "note" and holds(mine, theirs):
            return None
        proposal = Proposal(
            kind=kind, row=task.id, key=task.key, title=task.title, field=field, base=was, mine=mine, theirs=theirs,
            cell=cell.place, is_base_known=base is not None and field in base,
        )  # fmt: skip
        return self._questioned(proposal, task)

    def _is_as_merged(self, task: Task, field: str) -> bool:
        """Whether a note is still what the earlier version made of it: with a day and a name, so not what was read."""
        if self._version is None or field != "note":
            return False
        then = self._sides.earlier[self._version].plan.find(Task, task.id)
        return then is not None and then.note == task.note

    def _meant(self, task: TaskId, field: str) -> Value:
        """What a cell means once the rules of proof had their say: done without evidence is in review."""
        theirs = self._theirs[task].get(field)
        if field != "status" or theirs is not TaskStatus.DONE or self._is_as_before(task, field):
            return theirs
        if self._mine.get(task, {}).get(field) is TaskStatus.DONE:
            return theirs
        return TaskStatus.DONE if self._is_proven(task) else TaskStatus.IN_REVIEW

    def _is_as_before(self, task: TaskId, field: str) -> bool:
        before = None if self._base is None else self._base.get(task, {}).get(field)
        return before is not None and alike(self._theirs[task].get(field), before)

    def _is_proven(self, task: TaskId) -> bool:
        mine = self._mine.get(task, {}).get("evidence")
        if "evidence" not in self._theirs[task] or self._is_as_before(task, "evidence"):
            return bool(mine)
        return bool(self._theirs[task]["evidence"])

    def _is_noise(self, field: str, was: Value, mine: Value, theirs: Value) -> bool:
        return isinstance(was, Stranger) or (field == "note" and holds(mine, theirs))

    def _questioned(self, proposal: Proposal, task: Task) -> Proposal:
        if proposal.field == "note" and not proposal.theirs and proposal.kind is not Kind.KEEP:
            self._notices.append(f"{proposal.cell}: a note is only ever added to; clearing it changes nothing.")
            return replace(proposal, kind=Kind.KEEP)
        if proposal.kind is Kind.TAKE and proposal.theirs is TaskStatus.BLOCKED and not self._reason(task):
            return replace(proposal, kind=Kind.CONFLICT, question=WHY_BLOCKED)
        if proposal.theirs is TaskStatus.IN_REVIEW and self._theirs[task.id].get("status") is TaskStatus.DONE:
            self._notices.append(f"{proposal.cell}: “{task.title}” is done without evidence, so it comes as in review.")
        return proposal

    def _reason(self, task: Task) -> str:
        theirs = self._theirs[task.id].get("note")
        base = None if self._base is None else self._base.get(task.id, {}).get("note")
        return task.blocked_reason or addition(base, theirs)

    def _tell_if_gone(self, task: TaskId, values: Mapping[str, Value]) -> None:
        base = {} if self._base is None else self._base.get(task, {})
        if any(not alike(value, base.get(field)) for field, value in values.items()):
            key = self._sides.keys.get(task, "")
            self._notices.append(f"“{key}” was removed from the plan since the export; its changes are left out.")

    # --- rows of other tasks ---------------------------------------------------------------------------------------

    def _new_tasks(self) -> Iterator[Proposal]:
        taken = {"", *(task.key for task in self._tasks.values()), *(gate.key for gate in self._sides.plan.gates)}
        titles = {task.title.casefold() for task in self._tasks.values()}
        for stray in self._matching.strays:
            if not says_something(stray):
                continue
            if not stray.row.text("title"):
                self._tell_untitled(stray)
                continue
            yield self._new_task(stray, taken, titles)

    def _new_task(self, stray: Stray, taken: set[str], titles: set[str]) -> Proposal:
        values = dict(self._row_values(stray.row, None))
        if values.get("status") is TaskStatus.DONE and not values.get("evidence"):
            values["status"] = TaskStatus.IN_REVIEW
        new = read_new_row(stray, self._sides.plan, values, taken)
        place = stray.row.cells["title"].place
        if new.title.casefold() in titles:
            self._notices.append(f"{place}: there is a task called “{new.title}” already.")
        return Proposal(
            kind=Kind.NEW, row=None, key=new.key, title=new.title, field="title", theirs=new.title, cell=place, new=new
        )

    def _tell_untitled(self, stray: Stray) -> None:
        cells = stray.row.cells
        cell = cells.get("title") or next(iter(cells.values()))
        reason = "a row without a task cannot become one"
        self._unreadable.append(UnreadableCell(stray.row.text("key"), "", "title", cell.shown, cell.place, reason))

    def _missing(self) -> Iterator[Proposal]:
        for task in self._sides.plan.tasks:
            if task.id in self._sides.own and task.id not in self._matching.rows:
                yield Proposal(
                    kind=Kind.NOT_IN_FILE, row=task.id, key=task.key, title=task.title, field="", mine=task.title
                )

    def _typed_over(self) -> Iterator[Proposal]:
        exported, main = self._sides.exported, self._matching.rows
        if exported is not None:
            yield from typed_over(main, self._own, exported, self._reader)
            for rows in self._returned.followers:
                found = match_rows(rows, self._sides.plan, self._sides.keys, ()).rows
                yield from typed_elsewhere(found, main, exported, self._reader)

    # --- what is remembered ----------------------------------------------------------------------------------------

    def _file_read(self, forms: FormFindings) -> FileRead:
        origin, saved = self._returned.origin, self._returned.saved.isoformat()
        if origin is None or self._exported is None:
            return FileRead("", self._returned.digest, (), self._returned.who, saved)
        cells = [
            CellRead(task, field, spelled(self._meant(task, field)))
            for task, values in self._theirs.items()
            for field in values
            if not alike(self._meant(task, field), self._exported.get(task, {}).get(field, _UNKNOWN))
        ]
        return FileRead(origin.export, self._returned.digest, (*cells, *forms.read), self._returned.who, saved)


_UNKNOWN = Stranger("")
