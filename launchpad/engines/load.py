"""How much each person carries on each day, over all open launches they work on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.people import Person
from launchpad.engines.by_need import ByNeed
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Schedule


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """Open tasks of one person per working day, as forecast; `tasks` are those of the plan itself."""

    person: Person
    days: Mapping[date, int]
    tasks: Mapping[date, tuple[TaskId, ...]]

    @property
    def overloaded(self) -> tuple[date, ...]:
        """Days with more tasks than the person can carry, in order."""
        return tuple(day for day in sorted(self.days) if self.days[day] > self.person.capacity)

    @property
    def peak(self) -> int:
        """The most tasks on one day."""
        return max(self.days.values(), default=0)


Work = Sequence[tuple[TaskId, int, int]]
"""Tasks of one person, and the half-open offsets between which they still take them."""


def load(
    document: Document, schedule: Schedule, others: Sequence[tuple[Document, Schedule]] = ()
) -> tuple[PersonLoad, ...]:
    """The load of everybody in a plan, counting what `others`, plans of other open launches, ask of the same keys."""
    elsewhere: dict[str, Counter[date]] = {}
    for other, dates in others:
        work = _work(other, dates)
        for person in other.people:
            days = _days(work.get(person.id, ()), person, calendar_of(other))
            elsewhere.setdefault(person.key, Counter()).update(days)
    work, calendar = _work(document, schedule), calendar_of(document)
    return tuple(
        _load_of(person, work.get(person.id, ()), elsewhere.get(person.key, Counter()), calendar)
        for person in document.people
    )


def _load_of(person: Person, work: Work, elsewhere: Counter[date], calendar: WorkingCalendar) -> PersonLoad:
    here = _days(work, person, calendar)

    def tasks_on(day: date) -> tuple[TaskId, ...]:
        at = calendar.offset_at_or_after(day)
        return tuple(task for task, start, finish in work if start <= at < finish)

    return PersonLoad(person, here + elsewhere, ByNeed(lambda: here, tasks_on))


def _work(document: Document, schedule: Schedule) -> Mapping[str, Work]:
    """By each person's id what their open tasks, as forecast, still take from today on."""
    now = calendar_of(document).offset_at_or_after(schedule.today)
    span_of = schedule.forecast_spans()
    found: dict[str, list[tuple[TaskId, int, int]]] = {}
    for task in document.tasks:
        if task.owner is not None and task.duration and task.is_open:
            start, finish = span_of(task.id)
            if finish > now:
                found.setdefault(task.owner, []).append((task.id, max(start, now), finish))
    return found


def _days(work: Work, person: Person, calendar: WorkingCalendar) -> Counter[date]:
    """On how many tasks a person works each day."""
    steps: Counter[int] = Counter()
    for _, start, finish in work:
        steps[start] += 1
        steps[finish] -= 1
    offsets = sorted(steps)
    days: Counter[date] = Counter()
    for (first, end), carried in zip(pairwise(offsets), accumulate(map(steps.__getitem__, offsets)), strict=False):
        for day in map(calendar.date_at, range(first, end) if carried else ()):
            if not any(day in away for away in person.days_off):
                days[day] = carried
    return days
