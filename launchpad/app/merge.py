"""Merging a workbook that came home: read, compared, decided, and applied as one edit that undo takes back."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from launchpad.app.commands.homecoming import Delivery, take_over
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule import schedule
from launchpad.interchange.audience import view_of
from launchpad.interchange.homecoming.compare import Comparison, Sides, compare
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.file_dates import order_of
from launchpad.interchange.homecoming.identity import audience_of, require_same_plan
from launchpad.interchange.homecoming.proposals import Kind, Proposal
from launchpad.interchange.homecoming.reading import Returned, read_workbook
from launchpad.interchange.homecoming.values import Names, Reader, spelled, values_of
from launchpad.interchange.workbook.material import Material, Stamp
from launchpad.journal.entry import CellRead, Entry
from launchpad.journal.history import plan_at
from launchpad.storage.schemas import newest


@dataclass(frozen=True, slots=True)
class Effect:
    """What applying would do: scores (0–100) and forecast launch days, before and after; None without a schedule."""

    score: tuple[float | None, float | None]
    launch: tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Homecoming:
    """A workbook compared with the plan as it is now; nothing is changed yet."""

    document: Document
    returned: Returned
    comparison: Comparison
    notices: tuple[str, ...]
    today: date

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Everything that differs."""
        return self.comparison.proposals

    @property
    def conflicts(self) -> tuple[Proposal, ...]:
        """What only a person can decide."""
        return tuple(each for each in self.proposals if each.kind is Kind.CONFLICT)

    def usual(self, take_conflicts: bool = False) -> tuple[Proposal, ...]:
        """What is taken unless somebody says otherwise: their changes and new rows; conflicts only on demand."""
        wanted = {Kind.TAKE, Kind.NEW, *([Kind.CONFLICT] if take_conflicts else [])}
        return tuple(each for each in self.proposals if each.kind in wanted)

    def edit(self, taken: Iterable[Proposal]) -> Edit:
        """The edit that takes these proposals over."""
        return take_over(self.document, taken, Delivery(self.returned.name, self.returned.who, self.today))

    def effect(self, edit: Edit) -> Effect:
        """What an edit would do to the score and the day the launch is heading for."""
        before, after = (_figures(plan, self.today) for plan in (self.document, self.document.apply(edit)))
        return Effect((before[0], after[0]), (before[1], after[1]))


def _figures(plan: Document, today: date) -> tuple[float | None, date | None]:
    try:
        return readiness(plan, today).score, schedule(plan, today).forecast_launch
    except PlanError:
        return None, None


def read_home(session: Session, path: Path, today: date, order: DayOrder = DayOrder.UNKNOWN) -> Homecoming:
    """Read a workbook and compare it with the plan, changing nothing; raise PlanError for one that is not its own."""
    returned = read_workbook(path)
    plan = session.document
    require_same_plan(returned, plan, session.file.facts.plan, newest())
    exported = _plan_exported(session, returned)
    earlier = _earlier(session, returned)
    sides = Sides(
        plan=plan,
        own=frozenset(_own(returned, plan)),
        keys={} if returned.origin is None else returned.origin.keys,
        exported=exported,
        earlier=[(entry.read, _plan_at(session, entry.number)) for entry in earlier if entry.read is not None],
    )
    plans = [plan] if exported is None else [exported.document, plan]
    near = today if returned.origin is None else returned.origin.as_of
    chosen = order_of(returned) if order is DayOrder.UNKNOWN else order
    reader = Reader(Names(plans, audience_of(returned)), returned.epoch, near, chosen)
    comparison = compare(returned, sides, reader)
    notices = (*_notices(session, returned, exported, earlier, comparison), *comparison.notices)
    return Homecoming(plan, returned, comparison, notices, today)


def _own(returned: Returned, plan: Document) -> Iterable[str]:
    if returned.origin is not None:
        return returned.origin.keys
    return (task.id for task in view_of(plan, audience_of(returned)).own)


def _plan_exported(session: Session, returned: Returned) -> Material | None:
    """The plan as it was at the export; None when the journal does not lead there."""
    origin = returned.origin
    if origin is None:
        return None
    try:
        then = _plan_at(session, origin.edit)
        stamp = Stamp(origin.plan, origin.export, origin.edit, origin.schema, origin.exported, "")
        return Material(then, origin.audience, origin.as_of, stamp)
    except PlanError:
        return None


def _plan_at(session: Session, number: int) -> Document:
    return plan_at(session.document, tuple(session.file.entries(after=number - 1)), number)


def _earlier(session: Session, returned: Returned) -> list[Entry]:
    """The merges of the same export that still stand."""
    if returned.origin is None:
        return []
    headlines = {entry.number: entry for entry in session.file.entries(changes=False)}
    standing = set(_standing(headlines, session.stacks.undo))
    found = []
    for number, headline in headlines.items():
        if headline.source.startswith("workbook:") and (headline.permanent or number in standing):
            entry = session.file.entry(number)
            if entry.read is not None and entry.read.export == returned.origin.export:
                found.append(entry)
    return found


def _standing(headlines: Mapping[int, Entry], undoable: Sequence[int]) -> Iterator[int]:
    """Numbers of the edits that are in force, also when they were undone and redone."""
    for number in undoable:
        while (undoes := headlines[number].undoes) is not None:
            number = undoes
        yield number


def _notices(
    session: Session, returned: Returned, exported: Material | None, earlier: Sequence[Entry], comparison: Comparison
) -> Iterator[str]:
    origin = returned.origin
    if origin is None:
        yield (
            "The file no longer says what it held when it was exported, so every difference is shown as a conflict: "
            "nobody can tell which side changed it."
        )
        return
    if not origin.sheet:
        yield "There is nothing to fill in in this file."
    if not origin.is_whole:
        yield "What the file says about its export was changed; " + (
            "it is compared with the plan as it was then."
            if exported is not None
            else "every difference is shown as a conflict."
        )
    if origin.edit > session.last_number:
        yield "The file is newer than this plan: edits made before the export are missing here."
    if comparison.base_version is not None:
        entry = earlier[comparison.base_version]
        yield f"Compared with an earlier version of the file, merged as edit {entry.number} ({entry.source[9:]})."
    missing = sorted({"owner", "status", "progress", "expected_finish", "evidence", "note"} - returned.columns)
    if origin.sheet and missing:
        yield f"The file has no column for {', '.join(name.replace('_', ' ') for name in missing)}."


def bring_home(session: Session, homecoming: Homecoming, taken: Collection[Proposal]) -> Applied:
    """Apply what was decided for as one edit, and remember what the file held; raise PlanError if the plan moved on."""
    if session.document != homecoming.document:
        raise PlanError("The plan was changed meanwhile; read the file again.")
    edit = homecoming.edit(taken)
    read = homecoming.comparison.read
    return session.bring_home(edit, homecoming.returned.name, replace(read, cells=(*read.cells, *_added(edit, taken))))


def _added(edit: Edit, taken: Collection[Proposal]) -> Iterator[CellRead]:
    """What the rows held that became new tasks, so that they are known when the file comes again."""
    born = {change.row.id: change.row for change in edit.changes if change.before is None}
    rows = {each.new.title: each.new for each in taken if each.new is not None}
    for row_id, task in born.items():
        if isinstance(task, Task) and task.title in rows:
            for field in values_of(task):
                yield CellRead(row_id, field, spelled(rows[task.title].values.get(field)))
