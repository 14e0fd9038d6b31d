"""The schedule of a plan: when every task is planned, may slip to, and is forecast, as dates and offsets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import cast

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.gate import Gate
from launchpad.domain.ids import GateId, NodeId, TaskId, TrackId
from launchpad.domain.task import Task
from launchpad.engines.by_need import ByNeed
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
    table: DateTable = field(compare=False, repr=False)
    numbers: Mapping[NodeId, int] = field(compare=False, repr=False)
    """By which the table knows a task."""

    # --- single answers about a task, without working out its other dates ----------------------------------------

    def shown(self, task: TaskId) -> tuple[date, date]:
        """First and last day of a task as planned."""
        return self.table.shown(self.numbers[task])

    def promised(self, task: TaskId) -> tuple[date, date]:
        """First day of a task as planned, and its due date."""
        return self.table.promised(self.numbers[task])

    def due(self, task: TaskId) -> date:
        """The due date of a task."""
        return self.table.due(self.numbers[task])

    def start_by(self, task: TaskId) -> date:
        """The day on which a task must be started at the latest."""
        return self.table.start_by(self.numbers[task])

    def forecast(self, task: TaskId) -> tuple[date, date]:
        """First and last day of a task as forecast."""
        return self.table.forecast(self.numbers[task])

    def slack(self, task: TaskId) -> int:
        """The slack of a task, in working days."""
        return self.table.slack(self.numbers[task])

    def is_critical(self, task: TaskId) -> bool:
        """Whether a task is critical."""
        return self.table.is_critical(self.numbers[task])

    def promises(self) -> Callable[[TaskId], tuple[date, date]]:
        """`promised`, for whoever asks it of most tasks."""
        found, numbers = self.table.promises(), self.numbers
        return lambda task: found[numbers[task]]

    def forecast_spans(self) -> Callable[[TaskId], tuple[int, int]]:
        """Where tasks are forecast to be, as half-open offsets."""
        ends, numbers = self.table.forecast_ends(), self.numbers

        def span(task: TaskId) -> tuple[int, int]:
            at = 2 * numbers[task]
            return ends[at], ends[at + 1]

        return span

    def open_slacks(self) -> Iterator[int]:
        """The slack of each task that is still to be finished, in working days."""
        return self.table.open_slacks()

    def footing(self, task: TaskId) -> Footing:
        """What the start and the due date of a task stand on beside its own row."""
        return self.table.footing(self.numbers[task])

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
    calendar, numbers = solution.network.frame.calendar, solution.network.graph.numbers
    table = DateTable(solution, document.launch.critical_slack)
    tasks = cast("Mapping[TaskId, Task]", document.table(Task))
    return Schedule(
        document.launch.launch_date,
        solution.now.day,
        calendar.date_at(solution.network.frame.start),
        table.finish() or document.launch.launch_date,
        calendar.date_at(_forecast_launch(solution)),
        ByNeed(lambda: tasks, lambda task: table.of(numbers[task])),
        _gates(document, solution, table),
        _tracks(document, solution, table),
        table,
        numbers,
    )


def _forecast_launch(solution: Solution) -> int:
    """The offset at which the last must before launch is forecast to be finished; launch day when there is none."""
    return max([solution.forecast[2 * number + 1] for number in solution.launch_musts()], default=0)


def _gates(document: Document, solution: Solution, table: DateTable) -> Mapping[GateId, GateDates]:
    network, forecast = solution.network, solution.forecast

    @cache
    def musts() -> Mapping[GateId | None, Sequence[int]]:
        found: dict[GateId | None, list[int]] = {}
        for number, node in enumerate(network.nodes):
            if isinstance(node, Task) and node.criticality is Criticality.MUST and not node.is_passed_over:
                found.setdefault(node.gate, []).append(number)
        return found

    def gate_dates(gate_id: GateId) -> GateDates:
        numbers = musts().get(gate_id, ())
        return GateDates(
            network.frame.calendar.day_of(document.table(Gate)[gate_id].when),
            network.frame.gates[gate_id],
            max((table.forecast(number)[1] for number in numbers), default=None),
            max((forecast[2 * number + 1] for number in numbers), default=None),
        )

    return ByNeed(lambda: [gate.id for gate in document.gates], gate_dates)


def _tracks(document: Document, solution: Solution, table: DateTable) -> Mapping[TrackId, Span]:
    numbers = solution.network.graph.numbers

    @cache
    def work() -> Mapping[TrackId, Sequence[int]]:
        found: dict[TrackId, list[int]] = {}
        for task in document.tasks:
            if not task.is_passed_over:
                found.setdefault(task.track, []).append(numbers[task.id])
        return found

    def span(track: TrackId) -> Span:
        planned = [table.shown(number) for number in work()[track]]
        forecast = [table.forecast(number) for number in work()[track]]
        return Span(
            min(first for first, _ in planned),
            max(last for _, last in planned),
            min(first for first, _ in forecast),
            max(last for _, last in forecast),
        )

    return ByNeed(lambda: work().keys(), span)
