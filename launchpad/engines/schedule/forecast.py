"""Where open work is heading: the rows of the plan once today and the progress so far are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar
from launchpad.engines.schedule.network import FINISH, Link
from launchpad.engines.schedule.passes import place_forward
from launchpad.engines.schedule.rows import Earliest, Placement, Pull, Row, elapsed_from, row_standing_at
from launchpad.engines.schedule.terms import Standing, Terms, span_from, span_to


@dataclass(frozen=True, slots=True)
class Now:
    """Today as a date and as the offset of the first day on which work can be done."""

    day: date
    offset: int
    calendar: WorkingCalendar


_PASSED, _DONE = Standing.PASSED, Standing.DONE
"""Read once for each task: a member reached through its class costs several times a global."""
_BEGUN = frozenset({TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW})


def now_at(today: date, calendar: WorkingCalendar) -> Now:
    """Today on a calendar."""
    return Now(today, calendar.offset_at_or_after(today), calendar)


def has_started(task: Task) -> bool:
    """Whether somebody has begun an open task: an actual start, progress, or a status that says so."""
    return task.is_open and _is_begun(task)


def _is_begun(task: Task) -> bool:
    return task.status in _BEGUN or task.actual_start is not None or bool(task.progress)


def remaining_days(task: Task) -> int:
    """Working days of the owner that an open task still takes; at least 1, and 1 in review. A milestone takes none."""
    if task.is_milestone:
        return 0
    if task.status is TaskStatus.IN_REVIEW:
        return 1
    return max(1, -(-task.duration * (100 - (task.progress or 0)) // 100))


def expected_end(task: Task, now: Now) -> int | None:
    """The offset at which the owner expects an open task to be finished; None if they said nothing or it is past."""
    expected = task.expected_finish
    if expected is None or expected < now.day or not task.is_open:
        return None
    if task.is_milestone:
        return now.calendar.offset_at_or_after(expected)
    return now.calendar.offset_at_or_before(expected) + 1


class Underway(NamedTuple):
    """Places work that has begun: from its start to the end of what remains, later if a link holds its finish."""

    start: int | None  # None: where `row` says, but no later than today
    finish: int
    row: Row
    finishes: tuple[Pull, ...]  # push the finish
    elapsed: tuple[Link, ...]
    now: Now

    def place(self, ends: Sequence[int]) -> tuple[int, int]:
        """Start and finish, given the ends of all predecessors."""
        start = min(place_forward(self.row, ends)[0], self.now.offset) if self.start is None else self.start
        finish = self.finish
        for source, lag in self.finishes:
            finish = max(finish, ends[source] + lag)
        for link in self.elapsed:
            finish = max(finish, elapsed_from(link, ends[2 * link.source + link.source_end], self.now.calendar))
        return min(start, finish), finish


class DoneByToday(NamedTuple):
    """Places finished work that has no actual date: where its links put it, but no later than today."""

    row: Row
    today: int

    def place(self, ends: Sequence[int]) -> tuple[int, int]:
        """Start and finish, given the ends of all predecessors."""
        start, finish = place_forward(self.row, ends)
        return min(start, self.today), min(finish, self.today)


def forecast_row(task: Task, terms: Terms, row: Row, links: Sequence[Link], now: Now) -> Row:
    """A task's row of the forecast. `row` is its row of the plan, `links` all that lead to it."""
    standing = terms.standing
    if standing is _PASSED or standing is _DONE:
        return row
    if not task.is_open:
        return row[0], row[1], (), DoneByToday(row, now.offset)
    expected = None if task.expected_finish is None else expected_end(task, now)
    if _is_begun(task):
        return _underway(task, terms, row, links, expected, now)
    if expected is not None:
        return _at_expected(terms, expected, now.offset)
    if terms.span is not None:
        return row if terms.span[0] >= now.offset else row_standing_at(now.offset, terms)
    return not_before(now.offset, row)


def not_before(offset: int, row: Row) -> Row:
    """The same row, starting no earlier than an offset."""
    bound, span, links, how = row
    if bound >= offset:
        return row
    return offset, span, links, how._replace(start=offset) if isinstance(how, Earliest) else how


def _at_expected(terms: Terms, finish: int, today: int) -> Row:
    start = span_to(finish, terms.duration, terms.days)[0]
    start = min(max(start, today), finish)
    return start, finish - start, (), None


def _underway(task: Task, terms: Terms, row: Row, links: Sequence[Link], expected: int | None, now: Now) -> Row:
    start = terms.span[0] if terms.standing is Standing.STARTED and terms.span is not None else None
    if expected is not None:
        links = ()
        finish = expected
    else:
        finish = span_from(now.offset, remaining_days(task), terms.days)[1]
        links = [link for link in links if link.target_end == FINISH]
    finishes = tuple([(2 * link.source + link.source_end, link.lag) for link in links if not link.elapsed])
    odd: Placement = Underway(start, finish, row, finishes, tuple([link for link in links if link.elapsed]), now)
    if start is not None and not links:
        start = min(start, finish)
        return start, finish - start, (), None
    return row[0], row[1], (), odd
