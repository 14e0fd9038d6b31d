"""What moved between two plans, by how much, and what holds each task where it is now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.launch import Holiday
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Driver, Schedule, TaskDates, schedule_from
from launchpad.engines.schedule.rows import Ends
from launchpad.engines.schedule.solver import Solution, solved


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
    one, other = solved(before, today), solved(after, today)
    old, new = _scheduled(before, one), _scheduled(after, other)
    calendar = calendar_of(after)
    moves = []
    for task in _may_have_moved(before, one, after, other):
        was, now = old.tasks[task], new.tasks[task]
        if _shown(was) != _shown(now):
            moves.append(_move(task, was, now, calendar))
    moves.sort(key=lambda move: -abs(move.finish_days))
    return Moved(
        tuple(moves),
        calendar.workdays_between(old.launch_date, new.launch_date),
        calendar.workdays_between(old.forecast_launch, new.forecast_launch),
        calendar.workdays_between(old.finish, new.finish),
    )


def _scheduled(document: Document, solution: Solution) -> Schedule:
    return document.once(("schedule", solution.now.day), lambda: schedule_from(document, solution))


def _may_have_moved(before: Document, one: Solution, after: Document, other: Solution) -> Iterator[TaskId]:
    """The tasks of both plans that do not obviously stand where they stood; dates are written only for these."""
    same_days = _calendar_rows(before) == _calendar_rows(after)
    for task in after.tasks:
        was = before.find(Task, task.id)
        if was is not None:
            at, now_at = 2 * one.network.graph.numbers[task.id], 2 * other.network.graph.numbers[task.id]
            stays = was is task and same_days and not task.is_milestone  # whose evening may be another
            if not stays or _ends(one, at) != _ends(other, now_at):
                yield task.id


def _calendar_rows(document: Document) -> tuple[object, ...]:
    return document.launch.launch_date, document.calendar, dict(document.table(Holiday))


def _ends(solution: Solution, at: int) -> tuple[Ends, Ends]:
    return solution.placed[at : at + 2], solution.forecast[at : at + 2]


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
