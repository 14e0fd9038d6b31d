"""What another launch day would do: all that moves, what would start in the past, and what it collides with."""

from dataclasses import dataclass
from datetime import date

from launchpad.app.rehearsal import Stand
from launchpad.domain.document import Document
from launchpad.domain.ids import GateId, TaskId
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule.forecast import has_started
from launchpad.engines.schedule.launch_day import launch_moved
from launchpad.engines.schedule.scheduler import Scheduler


@dataclass(frozen=True, slots=True)
class LaunchMove:
    """A launch day that is tried: where tasks and gates would stand that stand elsewhere.

    `past` are the tasks that would have to start before today.
    """

    day: date
    moved: dict[TaskId, Stand]
    gates: dict[GateId, date]
    past: tuple[TaskId, ...]
    forecast_launch: date


def try_launch(document: Document, day: date, today: date) -> LaunchMove:
    """Work out what launching on another working day would do; raise PlanError if the plan cannot be so."""
    elsewhere = document.apply(launch_moved(document, day))
    before, after = Scheduler(document, today), Scheduler(elsewhere, today)
    moved, past = {}, []
    for task in document.tasks:
        start, finish = after.shown(task.id)
        if (start, finish) == before.shown(task.id):
            continue
        moved[task.id] = Stand(start, finish, after.slack(task.id))
        if task.is_open and not has_started(task) and start < today:
            past.append(task.id)
    return LaunchMove(day, moved, _gates(document, elsewhere), tuple(past), after.schedule().forecast_launch)


def _gates(document: Document, elsewhere: Document) -> dict[GateId, date]:
    calendar, other = calendar_of(document), calendar_of(elsewhere)
    days = {gate.id: other.day_of(gate.when) for gate in elsewhere.gates}
    return {gate.id: days[gate.id] for gate in document.gates if days[gate.id] != calendar.day_of(gate.when)}


def collisions_on(document: Document, day: date) -> tuple[str, ...]:
    """The blackouts and rivals' events that a day falls into."""
    blackouts = (row.name for row in document.rows(Blackout) if row.first <= day <= row.last)
    rivals = (f"{row.rival}: {row.event}" for row in document.rows(RivalEvent) if row.first <= day <= row.last)
    return (*blackouts, *rivals)


def nearest_workday(document: Document, day: date) -> date:
    """The working day nearest to a day; of two the later."""
    calendar = calendar_of(document)
    if calendar.is_workday(day):
        return day
    later = calendar.date_at(calendar.offset_at_or_after(day))
    earlier = calendar.date_at(calendar.offset_at_or_before(day))
    return later if later - day <= day - earlier else earlier


def workday_after(document: Document, day: date, days: int) -> date:
    """The working day so many working days after a day."""
    calendar = calendar_of(document)
    return calendar.date_at(calendar.offset_at_or_after(day) + days)
