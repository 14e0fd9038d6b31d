"""How much each person carries on each day, over all open launches they work on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.people import Person
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Schedule, TaskDates


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


def load(
    document: Document, schedule: Schedule, others: Sequence[tuple[Document, Schedule]] = ()
) -> tuple[PersonLoad, ...]:
    """The load of everybody in a plan, counting what `others`, plans of other open launches, ask of the same keys."""
    tasks = _tasks_by_day(document, schedule)
    elsewhere: dict[str, Counter[date]] = {}
    for other, dates in others:
        for key, busy in _tasks_by_day(other, dates).items():
            elsewhere.setdefault(key, Counter()).update(_counted(busy))
    loads = []
    for person in document.people:
        here = tasks.get(person.key, {})
        days = _counted(here) + elsewhere.get(person.key, Counter())
        loads.append(PersonLoad(person, days, {day: tuple(busy) for day, busy in here.items()}))
    return tuple(loads)


def _counted(busy: Mapping[date, Sequence[TaskId]]) -> Counter[date]:
    return Counter({day: len(tasks) for day, tasks in busy.items()})


def _tasks_by_day(document: Document, schedule: Schedule) -> dict[str, dict[date, list[TaskId]]]:
    calendar = calendar_of(document)
    busy: dict[str, dict[date, list[TaskId]]] = {}
    for task in document.tasks:
        owner = document.find(Person, task.owner)
        if owner is None or not task.is_open or task.is_milestone:
            continue
        days = busy.setdefault(owner.key, {})
        for day in _worked(schedule.tasks[task.id], owner, schedule.today, calendar):
            days.setdefault(day, []).append(task.id)
    return busy


def _worked(dates: TaskDates, owner: Person, today: date, calendar: WorkingCalendar) -> list[date]:
    """The days from today on that a task still takes of its owner."""
    first = max(dates.forecast_early_start, calendar.offset_at_or_after(today))
    days = [calendar.date_at(offset) for offset in range(first, dates.forecast_early_finish)]
    return [day for day in days if not any(day in away for away in owner.days_off)]
