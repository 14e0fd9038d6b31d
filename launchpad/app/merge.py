"""Merging a workbook that came home: read, compared, decided, and applied as one edit that undo takes back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from launchpad.app.collector import unsearched
from launchpad.app.commands.form_entries import is_made_of
from launchpad.app.commands.homecoming import Delivery, take_over
from launchpad.app.homecoming.arrival import Arrival, receive
from launchpad.app.homecoming.authors import Author
from launchpad.app.homecoming.ballots import compare_ballots
from launchpad.app.homecoming.notices import notices_of
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.watching import Watch, unwatched
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.schedule import schedule
from launchpad.interchange.audience import view_of
from launchpad.interchange.homecoming.compare import Comparison, Sides, compare
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.file_dates import order_of
from launchpad.interchange.homecoming.identity import audience_of
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.proposals import Kind, NewEntry, Proposal
from launchpad.interchange.homecoming.reading import Returned, read_workbook
from launchpad.interchange.homecoming.values import Names, Reader, spelled, values_of
from launchpad.journal.entry import CellRead, FileRead


@dataclass(frozen=True, slots=True)
class Effect:
    """What applying would do, before and after: scores (0–100), verdicts and forecast launch days; None without a
    schedule."""

    score: tuple[float | None, float | None]
    launch: tuple[date | None, date | None]
    verdict: tuple[Verdict | None, Verdict | None]


@dataclass(frozen=True, slots=True)
class Homecoming:
    """A workbook compared with the plan as it is now; nothing is changed yet."""

    arrival: Arrival
    comparison: Comparison
    notices: tuple[str, ...]
    today: date

    @property
    def document(self) -> Document:
        """The plan it was compared with."""
        return self.arrival.plan

    @property
    def returned(self) -> Returned:
        """The workbook."""
        return self.arrival.returned

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Everything that differs."""
        return self.comparison.proposals

    def author(self, proposal: Proposal) -> Author | None:
        """Who changed the plan's side since the export, None when nobody did or it is not known."""
        return None if proposal.row is None else self.arrival.authors.get((proposal.row, proposal.field))

    def usual(self, take_conflicts: bool = False) -> tuple[Proposal, ...]:
        """What is taken unless somebody says otherwise: their changes and new rows; conflicts only on demand."""
        wanted = {Kind.TAKE, Kind.NEW, *([Kind.CONFLICT] if take_conflicts else [])}
        return tuple(each for each in self.proposals if each.kind in wanted)

    def edit(self, taken: Iterable[Proposal]) -> Edit:
        """The edit that takes these proposals over."""
        return take_over(self.document, taken, Delivery(self.returned.name, self.returned.who, self.today))

    def effect(self, edit: Edit) -> Effect:
        """What an edit would do to the score, the verdict and the day the launch is heading for."""
        before, after = (_figures(plan, self.today) for plan in (self.document, self.document.apply(edit)))
        return Effect((before[0], after[0]), (before[1], after[1]), (before[2], after[2]))


def _figures(plan: Document, today: date) -> tuple[float | None, date | None, Verdict | None]:
    try:
        answer = readiness(plan, today)
        return answer.score, schedule(plan, today).forecast_launch, answer.verdict
    except PlanError:
        return None, None, None


def read_home(
    session: Session, path: Path, today: date, order: DayOrder = DayOrder.UNKNOWN, watch: Watch = unwatched
) -> Homecoming:
    """Read a workbook and compare it with the plan, changing nothing; raise PlanError for one that is not its own."""
    with unsearched():
        return compare_home(receive(session, read_workbook(path, watch)), today, order)


def compare_home(arrival: Arrival, today: date, order: DayOrder = DayOrder.UNKNOWN) -> Homecoming:
    """Compare a workbook with the plan; `order` settles dates typed as text that could be either way round."""
    returned, plan, exported = arrival.returned, arrival.plan, arrival.exported
    if returned.ballots is not None:
        answers = compare_ballots(arrival, returned.ballots)
        return Homecoming(arrival, answers, answers.notices, today)
    sides = Sides(
        plan=plan,
        own=frozenset(_own(returned, plan)),
        keys={} if returned.origin is None else returned.origin.keys,
        exported=exported,
        earlier=arrival.earlier,
    )
    plans = [plan] if exported is None else [exported.document, plan]
    near = today if returned.origin is None else returned.origin.as_of
    chosen = order_of(returned) if order is DayOrder.UNKNOWN else order
    reader = Reader(Names(plans, audience_of(returned)), returned.epoch, near, chosen)
    comparison = compare(returned, sides, reader)
    return Homecoming(arrival, comparison, (*notices_of(arrival, comparison), *comparison.notices), today)


def _own(returned: Returned, plan: Document) -> Iterable[str]:
    if returned.origin is not None:
        return returned.origin.keys
    return (task.id for task in view_of(plan, audience_of(returned)).own)


def bring_home(
    session: Session,
    homecoming: Homecoming,
    taken: Collection[Proposal],
    undecided: Collection[Proposal] = (),
    edit: Edit | None = None,
) -> Applied:
    """Apply what was decided for as one edit, and remember what the file held; raise PlanError if the plan moved on.

    A file that changes nothing and says nothing new leaves no entry: the number returned is then the newest one's.
    What is `undecided` stays as it is and is asked about again when the file comes again. `edit` is the one that takes
    what is `taken`, if the caller has it.
    """
    if session.last_number != homecoming.arrival.last_number:
        raise PlanError("The plan was changed meanwhile; read the file again.")
    if edit is None:
        edit = homecoming.edit(taken)
    read = _read(homecoming, edit, taken, undecided)
    if not edit and _is_known(read, homecoming.arrival):
        return Applied(session.last_number, edit)
    return session.bring_home(edit, homecoming.returned.name, read)


def _is_known(read: FileRead, arrival: Arrival) -> bool:
    """Whether a file holds what was exported, or what it held when it was merged before."""
    before = (each.read for each in arrival.earlier)
    return not read.cells or any((each.digest, each.cells) == (read.digest, read.cells) for each in before)


def _read(homecoming: Homecoming, edit: Edit, taken: Collection[Proposal], undecided: Collection[Proposal]) -> FileRead:
    """What the file held, but for cells that nobody decided about."""
    read = homecoming.comparison.read
    open_cells = {(each.row, each.cell_name) for each in undecided}
    settled = (cell for cell in read.cells if (cell.row, cell.field) not in open_cells)
    return replace(read, cells=(*settled, *_added(edit, taken)))


def _added(edit: Edit, taken: Collection[Proposal]) -> Iterator[CellRead]:
    """What the rows held that became new tasks, so that they are known when the file comes again."""
    born = [change.row for change in edit.changes if change.before is None]
    rows = {each.new.title: each.new for each in taken if isinstance(each.new, NewRow)}
    for row in born:
        if isinstance(row, Task) and row.title in rows:
            for field in values_of(row):
                yield CellRead(row.id, field, spelled(rows[row.title].values.get(field)))
    for entry in (each.new for each in taken if isinstance(each.new, NewEntry)):
        for row in born:
            if is_made_of(row, entry):
                yield from (CellRead(row.id, f"{entry.table}.{name}", spelled(v)) for name, v in entry.values.items())
