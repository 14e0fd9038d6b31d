"""What moved between two plans, by how much, and what holds each task where it is now."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Driver, TaskDates, schedule


@dataclass(frozen=True, slots=True)
class Move:
    """One task before and after. Days are working days of the plan as it is now; later is positive."""

    task: TaskId
    before: TaskDates
    after: TaskDates
    start_days: int
    finish_days: int
    forecast_days: int  # by which the forecast finish moved
    driver: Driver  # of the early start now


@dataclass(frozen=True, slots=True)
class Moved:
    """All that moved, the farthest first and else in the order of the plan, and how far the launch did."""

    moves: tuple[Move, ...]
    launch_days: int
    forecast_launch_days: int
    finish_days: int


def what_moved(before: Document, after: Document, today: date) -> Moved:
    """Compare two plans on one day; tasks that are only in one of them have not moved."""
    old, new = schedule(before, today), schedule(after, today)
    calendar = calendar_of(after)
    moves = []
    for task in after.tasks:
        was = old.tasks.get(task.id)
        if was is not None and _shown(was) != _shown(new.tasks[task.id]):
            moves.append(_move(task.id, was, new.tasks[task.id], calendar))
    moves.sort(key=lambda move: -abs(move.finish_days))
    return Moved(
        tuple(moves),
        calendar.workdays_between(old.launch_date, new.launch_date),
        calendar.workdays_between(old.forecast_launch, new.forecast_launch),
        calendar.workdays_between(old.finish, new.finish),
    )


def _shown(dates: TaskDates) -> tuple[date, ...]:
    return dates.start, dates.finish, dates.forecast_start, dates.forecast_finish


def _move(task: TaskId, was: TaskDates, now: TaskDates, calendar: WorkingCalendar) -> Move:
    return Move(
        task,
        was,
        now,
        calendar.workdays_between(was.start, now.start),
        calendar.workdays_between(was.finish, now.finish),
        calendar.workdays_between(was.forecast_finish, now.forecast_finish),
        now.driver,
    )
