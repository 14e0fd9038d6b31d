"""Offsets turned into the dates people read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.engines.schedule.compiled import Compiled
from launchpad.engines.schedule.drivers import Driver, Evenings, driver_of
from launchpad.engines.schedule.forecast import not_before
from launchpad.engines.schedule.passes import forward, place_backward
from launchpad.engines.schedule.rows import Ends, Latest, forward_row
from launchpad.engines.schedule.solver import NOT_WORK, Solution
from launchpad.engines.schedule.terms import FAR, Standing, terms_of

_HAPPENED, _FREE = frozenset({Standing.DONE, Standing.STARTED}), Standing.FREE


@dataclass(frozen=True, slots=True)
class TaskDates:
    """When a task is planned, may at the latest be, and is forecast to be.

    Dates are as shown, finish included; a milestone driven by a finish is shown on the day that finish falls on.
    Offsets are half open, in working days from launch day. `start` and `finish` are where the plan places the task
    (its late dates when it goes as late as possible); `start_by` is the late start. `slack` is late minus early
    start; `free_slack` is how far it can slip before another task must, never more than `slack`. `due` is the
    deadline, else the planned finish before any slip (a baseline is the reader's to prefer).
    """

    start: date
    finish: date
    start_by: date
    due: date
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    slack: int
    free_slack: int
    critical: bool
    forecast_start: date
    forecast_finish: date
    forecast_early_start: int
    forecast_early_finish: int
    driver: Driver
    pre_launch: bool


Footing = tuple[int, int, int, int, tuple[bool, bool]]
"""Where a task starts and finishes as placed, and as it would be had nothing happened yet; whether in the evening."""


class DateTable:
    """Writes the dates of a solution's tasks, by number; the answers stay when the solution moves on."""

    def __init__(self, solution: Solution, critical_slack: int) -> None:
        """`critical_slack` is the slack, in working days, at or below which a task is critical."""
        self._solution = solution
        self._critical_slack = critical_slack
        network = solution.network
        self._nodes, self._terms = network.nodes, network.terms
        self._calendar = network.frame.calendar
        self._date_at = self._calendar.date_at
        self._evening = Evenings(network, solution.placed, None)
        self._forecast_evening = Evenings(network, solution.forecast, solution.now.offset)
        self._promised: tuple[Ends, Evenings] | None = None
        self._harmless: Ends | None = None
        self._footings: list[Footing] | None = None

    def of(self, number: int) -> TaskDates:
        """The dates of one task."""
        solution, at = self._solution, 2 * number
        early, late, slack = solution.early[at : at + 2], self._late(number), self.slack(number)
        start, finish = self.shown(number)
        forecast_start, forecast_finish = self.forecast(number)
        return TaskDates(
            start,
            finish,
            self.start_by(number),
            self.due(number),
            early[0],
            early[1],
            late[0],
            late[1],
            slack,
            min(slack, self._free(number)),
            self.is_critical(number),
            forecast_start,
            forecast_finish,
            solution.forecast[at],
            solution.forecast[at + 1],
            driver_of(number, solution.network, solution.early),
            not solution.network.after_launch[number],
        )

    def shown(self, number: int) -> tuple[date, date]:
        """The first and last day of a task as planned."""
        return self._shown(number, self._solution.placed, self._evening)

    def forecast(self, number: int) -> tuple[date, date]:
        """The first and last day of a task as forecast."""
        return self._shown(number, self._solution.forecast, self._forecast_evening)

    def forecast_ends(self) -> Sequence[int]:
        """Where all are forecast to be: the offsets of their ends."""
        return self._solution.forecast

    def promised(self, number: int) -> tuple[date, date]:
        """The first day of a task as planned, and its due date: what it is judged by where there is no baseline."""
        return self._first(number, self._solution.placed, self._evening), self.due(number)

    def promises(self) -> list[tuple[date, date]]:
        """The same for every node, by number: of many at once it is quick."""
        starts, finishes = self._solution.placed[::2], self._promise()[0][1::2]
        spans = zip(self._nodes, self._terms, starts, finishes, strict=True)
        days = {offset: self._date_at(offset) for offset in {*starts, *(finish - 1 for finish in {*finishes})}}
        return [
            (days[start], days[finish - 1])
            if terms.duration and terms.standing is _FREE and isinstance(node, Task) and node.deadline is None
            else self.promised(number)
            for number, (node, terms, start, finish) in enumerate(spans)
        ]

    def slack(self, number: int) -> int:
        """The slack of a task, in working days."""
        return self._late(number)[0] - self._solution.early[2 * number]

    def is_critical(self, number: int) -> bool:
        """Whether a task has no more slack than a critical one may have."""
        return self._terms[number].standing is not Standing.PASSED and self.slack(number) <= self._critical_slack

    def start_by(self, number: int) -> date:
        """The day on which a task must be started at the latest."""
        return self._day(number, self._late(number)[0], self._evening)

    def due(self, number: int) -> date:
        """The deadline of a task, else its last day as planned before any slip."""
        node = self._nodes[number]
        if isinstance(node, Task) and node.deadline is not None:
            return self._calendar.day_of(node.deadline)
        return self._last(number, *self._promise())

    def open_slacks(self) -> Iterator[int]:
        """The slack of each task that is still to be finished: of many at once it is quick."""
        starts = zip(self._nodes, self._solution.late[::2], self._solution.early[::2], strict=False)
        for number, (node, late, early) in enumerate(starts):
            if isinstance(node, Task) and node.is_open:
                yield late - early if late < FAR // 2 else self.slack(number)

    def footing(self, number: int) -> Footing:
        """What the start and the due date of a task stand on beside its own row; much cheaper than the dates."""
        if self._footings is None:
            placed, (ends, late) = self._solution.placed, self._promise()
            evenings = ((n in self._evening, n in late) for n in range(len(placed) // 2))
            self._footings = list(zip(placed[::2], placed[1::2], ends[::2], ends[1::2], evenings, strict=False))
        return self._footings[number]

    def finish(self) -> date | None:
        """The last day on which a task is planned, as shown; None without tasks."""
        placed = self._solution.placed
        work = [
            (end, n)
            for n, (t, end) in enumerate(zip(self._terms, placed[1::2], strict=True))
            if t.standing not in NOT_WORK
        ]
        last = max(work, default=(0, 0))[0]
        return max((self._shown(n, placed, self._evening)[1] for end, n in work if end == last), default=None)

    def _late(self, number: int) -> tuple[int, int]:
        """Late start and finish; what nothing caps may last as long as the plan does."""
        start, finish = self._solution.late[2 * number : 2 * number + 2]
        if start >= FAR // 2:
            start = finish = max(
                self._solution.early[2 * number], self._solution.late[self._solution.network.plan_finish]
            )
        return start, finish

    def _shown(self, number: int, ends: Ends, evening: Evenings) -> tuple[date, date]:
        """First and last day of a task, where it really happened if it did."""
        first, last = self._first(number, ends, evening), self._last(number, ends, evening)
        task = self._happened(number)
        if task is not None and task.status is TaskStatus.DONE:
            last = task.actual_finish or last
        return first, max(first, last)

    def _first(self, number: int, ends: Ends, evening: Evenings) -> date:
        """First day of a task, where it really happened if it did."""
        start = ends[2 * number]
        task = self._happened(number)
        if task is not None:
            day = task.actual_start or (task.actual_finish if ends[2 * number + 1] == start else None)
            if day is not None:
                return day
        return self._day(number, start, evening)

    def _last(self, number: int, ends: Ends, evening: Evenings) -> date:
        """Last day of a task by its ends alone."""
        start, finish = ends[2 * number], ends[2 * number + 1]
        return self._date_at(finish - 1) if finish > start else self._day(number, start, evening)

    def _day(self, number: int, start: int, evening: Evenings) -> date:
        """The day on which a task that starts at an offset is shown."""
        is_before = not self._terms[number].duration and number in evening
        return self._date_at(start - 1 if is_before else start)

    def _happened(self, number: int) -> Task | None:
        """The task, if it stands where it was really begun or done."""
        node = self._nodes[number]
        return node if self._terms[number].standing in _HAPPENED and isinstance(node, Task) else None

    def _promise(self) -> tuple[Ends, Evenings]:
        """Where the plan would place everything had nothing happened yet."""
        if self._promised is None:
            solution = self._solution
            self._promised = solution.placed, self._evening
            if any(terms.standing in _HAPPENED for terms in solution.network.terms):
                self._promised = _before_any_slip(solution)
        return self._promised

    def _free(self, number: int) -> int:
        """Working days a task can slip without moving another task's early dates; far when none follows."""
        if self._harmless is None:
            self._harmless = _harmless_ends(self._solution)
        return _latest_by_links(self._solution.network, number, self._harmless) - self._solution.early[2 * number]


def _harmless_ends(solution: Solution) -> Ends:
    """Early ends as a predecessor has to respect them: a task that passes its links through yields as they do."""
    network = solution.network
    ends = [*solution.early, FAR, FAR]  # nobody's free slack ends at the plan's finish
    for number in range(len(network.terms) - 1, -1, -1):
        if network.terms[number].standing is Standing.PASSED:
            ends[2 * number] = ends[2 * number + 1] = _latest_by_links(network, number, ends)
    return ends


def _latest_by_links(network: Compiled, number: int, ends: Ends) -> int:
    """The latest start that moves nothing behind a node, whatever its own caps."""
    _, span, links, how = network.backward_rows[number]
    if isinstance(how, Latest):
        how = how._replace(start=FAR, finish=FAR)
    return place_backward((FAR, span, links, how), ends)[0]


def _before_any_slip(solution: Solution) -> tuple[Ends, Evenings]:
    network = solution.network.copy()
    rows = solution.placed_rows.copy()
    for number, node in enumerate(network.nodes):
        if network.terms[number].standing in _HAPPENED and isinstance(node, Task):
            terms = terms_of(node, network.frame, network.after_launch[number], as_promised=True)
            network.terms[number] = terms
            row = forward_row(terms, network.graph.incoming[number], network.frame.calendar)
            rows[number] = not_before(solution.late[2 * number], row) if terms.as_late else row
    ends = [0] * len(solution.placed)
    forward(rows, ends)
    return ends, Evenings(network, ends, None)
