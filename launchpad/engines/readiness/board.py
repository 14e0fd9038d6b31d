"""Every item of a plan with what it earns today, and the sums that scores are made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.ids import TaskId, TrackId
from launchpad.domain.task import Task
from launchpad.engines.readiness.credit import WHOLE, Credit, credit_of, expired_tasks
from launchpad.engines.readiness.expected import EXPECTED, expected_of
from launchpad.engines.readiness.moment import FRESH, Moment
from launchpad.engines.readiness.scope import Places, places_of
from launchpad.engines.schedule import schedule

if TYPE_CHECKING:
    from fractions import Fraction

Exact: TypeAlias = "int | Fraction"
"""A number without rounding: sums of it are the same in any order, and an item can be taken out again."""

_DONE, _BLOCKED = TaskStatus.DONE, TaskStatus.BLOCKED
_WAIVED, _NOT_APPLICABLE = TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE
_MUST, _SHOULD = Criticality.MUST, Criticality.SHOULD


class Item(NamedTuple):
    """One task on the board: its shelf (see Places), weight, credit and expectation."""

    task: Task
    shelf: int
    weight: Exact
    credit: Credit
    expected: int  # of EXPECTED
    due: date

    @property
    def is_proven(self) -> bool:
        """Whether the task is done and all its proof is there."""
        return self.credit.earned == WHOLE

    @property
    def is_late(self) -> bool:
        """Whether the task is open, past due, and not blocked (a block is counted as a block)."""
        return self.credit.days_over > 0 and self.task.status is not _BLOCKED

    @property
    def is_open_must(self) -> bool:
        """Whether a gate cannot be passed because of this task."""
        task = self.task
        return task.criticality is _MUST and not task.is_passed_over and not self.is_proven


class Sums:
    """Sums over some items of one track; items go in and come out again."""

    __slots__ = (
        "blocked",
        "done",
        "earned",
        "expected",
        "late",
        "not_applicable",
        "open_musts",
        "proven",
        "stale",
        "total",
        "unconfirmed",
        "waived_musts",
        "weight",
    )

    def __init__(self) -> None:
        self.weight: Exact = 0
        self.earned: Exact = 0  # of WHOLE
        self.expected: Exact = 0  # of EXPECTED
        self.stale: Exact = 0  # weight of items whose last update is too old
        self.done = self.total = self.late = self.blocked = 0
        self.proven = self.not_applicable = self.unconfirmed = 0
        self.open_musts = self.waived_musts = 0

    def count(self, item: Item, sign: int = 1) -> None:
        """Put an item in, or take it out with −1."""
        task, _, weight, credit, expected, _ = item
        status = task.status
        if status is _NOT_APPLICABLE:
            self.not_applicable += sign
            self.unconfirmed += sign * (task.na_approved_by is None)
            return
        weight *= sign
        self.total += sign
        self.weight += weight
        earned, _, days_over, quarters = credit
        if expected:
            self.expected += weight * expected
        if earned:
            self.earned += weight * earned
        if quarters != FRESH:
            self.stale += weight
        if earned == WHOLE:
            self.proven += sign
        elif task.criticality is _MUST:
            if status is _WAIVED:
                self.waived_musts += sign
            else:
                self.open_musts += sign
        if status is _DONE:
            self.done += sign
        elif status is _BLOCKED:
            self.blocked += sign
        elif days_over:
            self.late += sign

    def add(self, other: "Sums") -> None:
        """Put in all that `other` counted."""
        for name in Sums.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Board:
    """All items of a plan at one moment, and their sums by track and shelf."""

    document: Document
    moment: Moment
    places: Places
    items: Mapping[TaskId, Item]
    sums: Mapping[tuple[TrackId, int], Sums]

    @property
    def today(self) -> date:
        """The day the board is of."""
        return self.moment.today

    def sums_over(self, track: TrackId, shelves: range) -> Sums:
        """The sums of one track over some shelves."""
        total = Sums()
        for shelf in shelves:
            found = self.sums.get((track, shelf))
            if found is not None:
                total.add(found)
        return total

    def counts_at(self, shelf: int) -> tuple[int, int]:
        """How many items on a shelf are done and proven, and how many apply."""
        found = [sums for (_, at), sums in self.sums.items() if at == shelf]
        return sum(sums.proven for sums in found), sum(sums.total for sums in found)

    def due_after(self, track: TrackId, shelves: range) -> int:
        """How many applicable items of a track stand on later shelves than these."""
        return sum(sums.total for (of, shelf), sums in self.sums.items() if of == track and shelf >= shelves.stop)

    @property
    def open_musts(self) -> Sequence[Item]:
        """The items because of which a gate cannot be passed, kept while the document lives."""
        question = ("open musts", self.today)
        return self.document.once(question, lambda: [item for item in self.items.values() if item.is_open_must])

    def on(self, shelves: range) -> Iterable[Item]:
        """The items on some shelves, in no particular order."""
        return (item for item in self.items.values() if item.shelf in shelves)


def board_of(document: Document, today: date) -> Board:
    """The board of a plan on a day, kept while the document lives."""
    return document.once(("board", today), lambda: _board(document, today))


def _board(document: Document, today: date) -> Board:
    moment, places = Moment(document, today), places_of(document)
    appraise = appraiser(document, moment, places, lambda: schedule(document, today).promises())
    items: dict[TaskId, Item] = {}
    sums: dict[tuple[TrackId, int], Sums] = {}
    for task in document.table(Task).values():
        item = items[task.id] = appraise(task)
        place = (task.track, item.shelf)
        found = sums.get(place)
        if found is None:
            found = sums[place] = Sums()
        found.count(item)
    return Board(document, moment, places, items, sums)


def promise_of(task: Task, document: Document, today: date) -> tuple[date, date]:
    """The days that lateness and expectations are measured by: the baseline, or the plan where there is none."""
    start, finish = task.baseline_start, task.baseline_finish
    if start is not None and finish is not None:
        return start, finish
    planned_start, due = schedule(document, today).promised(task.id)
    return start or planned_start, finish or due


UNPROMISED = "unpromised"
"""The question under which a plan keeps the answer."""


def unpromised(document: Document) -> frozenset[TaskId]:
    """Tasks without a baseline, which the plan itself promises; kept while the document lives."""
    tasks = document.table(Task).values()
    return document.once(UNPROMISED, lambda: frozenset([task.id for task in tasks if not has_baseline(task)]))


def has_baseline(task: Task) -> bool:
    """Whether a baseline promises both dates of a task."""
    return task.baseline_start is not None and task.baseline_finish is not None


def appraiser(
    document: Document, moment: Moment, places: Places, promises: Callable[[], Callable[[TaskId], tuple[date, date]]]
) -> Callable[[Task], Item]:
    """What turns tasks into items, knowing all they share: today, the weights, the gates and what has expired.

    `promises` gives what says the first day and the due date of a task as planned; it is called once one is needed.
    """
    expired = expired_tasks(document, moment.today)
    must, should, could = map(exact, astuple(document.launch.weights))
    shelves, loose, today = places.shelves, places.loose, moment.today
    promised = cache(promises)
    made: Callable[[tuple[object, ...]], Item] = partial(tuple.__new__, Item)  # half the time of Item(…)

    def appraise(task: Task) -> Item:
        start, finish = task.baseline_start, task.baseline_finish
        if start is None or finish is None:
            planned_start, due = promised()(task.id)
            start, finish = start or planned_start, finish or due
        criticality = task.criticality
        weight = must if criticality is _MUST else should if criticality is _SHOULD else could
        if task.weight is not None:
            weight = exact(task.weight)
        shelf = loose[task.id] if task.gate is None else shelves[task.gate]
        credit = credit_of(task, finish, moment, expired)
        expected = EXPECTED if finish < today else 0 if today <= start else expected_of(start, finish, moment)
        return made((task, shelf, weight, credit, expected, finish))

    return appraise


def exact(number: float) -> Exact:
    """A number as people wrote it, without binary rounding."""
    if number == int(number):
        return int(number)
    from fractions import Fraction  # most plans need none

    return Fraction(str(number))
