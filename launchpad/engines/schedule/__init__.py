"""The schedule of a plan: when every task is planned, may slip to, and is forecast, as dates and offsets."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.gate import Gate
from launchpad.domain.ids import GateId, TaskId, TrackId
from launchpad.engines.schedule.by_need import ByNeed
from launchpad.engines.schedule.dates import DateTable, Footing, TaskDates
from launchpad.engines.schedule.drivers import Driver, DriverKind
from launchpad.engines.schedule.solver import Solution, solved

__all__ = ["Driver", "DriverKind", "GateDates", "Schedule", "Span", "TaskDates", "schedule", "schedule_from"]


@dataclass(frozen=True, slots=True)
class GateDates:
    """Where a gate stands and when its musts are forecast to be ready; `ready` is None for a gate without a must.

    `ready_offset` is half open, so the gate is made when it is at or before `offset`.
    """

    day: date
    offset: int
    ready: date | None
    ready_offset: int | None


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of several tasks, as planned and as forecast; waived and not applicable ones do not count."""

    start: date
    finish: date
    forecast_start: date
    forecast_finish: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """The answer for one plan and one day.

    `start` and `finish` are the plan's first and last day. `forecast_launch` is the first working day at or after
    the forecast finish of the last must before launch. Tracks without work are not in `tracks`.
    """

    launch_date: date
    today: date
    start: date
    finish: date
    forecast_launch: date
    tasks: Mapping[TaskId, TaskDates]
    gates: Mapping[GateId, GateDates]
    tracks: Mapping[TrackId, Span]
    footing: Callable[[TaskId], Footing] = field(compare=False, repr=False)
    shown: Callable[[TaskId], tuple[date, date]] = field(compare=False, repr=False)
    """First and last day of a task as planned, without working out its other dates."""

    def moved_since(self, older: "Schedule", among: Iterable[TaskId]) -> set[TaskId]:
        """Those `among` the tasks of both, unchanged themselves, whose start or due date may be another than before.

        The calendar, the launch and the gates are the same in both.
        """
        return {task for task in among if self.footing(task) != older.footing(task)}


def schedule(document: Document, today: date) -> Schedule:
    """Schedule a plan, kept while it lives; raise PlanError if its links form a circle or launch day is not worked."""
    return document.once(("schedule", today), lambda: schedule_from(document, solved(document, today)))


def schedule_from(document: Document, solution: Solution) -> Schedule:
    """A solution of a plan as dates. It must not be changed afterwards: dates are written when asked for."""
    calendar = solution.network.frame.calendar
    table = DateTable(solution, document.launch.critical_slack)
    numbers = {task.id: solution.network.graph.numbers[task.id] for task in document.tasks}
    tasks = ByNeed(numbers, lambda task: table.of(numbers[task]))
    return Schedule(
        document.launch.launch_date,
        solution.now.day,
        calendar.date_at(solution.network.frame.start),
        table.finish() or document.launch.launch_date,
        calendar.date_at(_forecast_launch(solution)),
        tasks,
        _gates(document, solution, tasks),
        _tracks(document, tasks),
        lambda task: table.footing(numbers[task]),
        lambda task: table.shown(numbers[task]),
    )


def _forecast_launch(solution: Solution) -> int:
    """The offset at which the last must before launch is forecast to be finished; launch day when there is none."""
    return max([solution.forecast[2 * number + 1] for number in solution.launch_musts()], default=0)


def _gates(document: Document, solution: Solution, tasks: Mapping[TaskId, TaskDates]) -> Mapping[GateId, GateDates]:
    musts: dict[str, list[TaskId]] = {}
    for task in document.tasks:
        if task.gate is not None and task.criticality is Criticality.MUST and not task.is_passed_over:
            musts.setdefault(task.gate, []).append(task.id)

    def gate_dates(gate_id: GateId) -> GateDates:
        gate = document.table(Gate)[gate_id]
        dates = [tasks[task] for task in musts.get(gate_id, ())]
        return GateDates(
            solution.network.frame.calendar.day_of(gate.when),
            solution.network.frame.gates[gate_id],
            max((d.forecast_finish for d in dates), default=None),
            max((d.forecast_early_finish for d in dates), default=None),
        )

    return ByNeed([gate.id for gate in document.gates], gate_dates)


def _tracks(document: Document, tasks: Mapping[TaskId, TaskDates]) -> Mapping[TrackId, Span]:
    work: dict[TrackId, list[TaskId]] = {}
    for task in document.tasks:
        if not task.is_passed_over:
            work.setdefault(task.track, []).append(task.id)

    def span(track: TrackId) -> Span:
        dates = [tasks[task] for task in work[track]]
        return Span(
            min(d.start for d in dates),
            max(d.finish for d in dates),
            min(d.forecast_start for d in dates),
            max(d.forecast_finish for d in dates),
        )

    return ByNeed(work.keys(), span)
