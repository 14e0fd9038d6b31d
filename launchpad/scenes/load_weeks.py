"""Who carries how much in which week: a row for each person, a cell for each week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from launchpad.domain.ids import TaskId
from launchpad.engines.load import PersonLoad

WEEK = timedelta(days=7)
ROW = 30
HEAD = 24
"""Pixels of the line of weeks."""
LEAST_CELL = 30
"""Pixels of the narrowest cell."""


class Cell(NamedTuple):
    """One week of one person; `peak` is the most tasks on one day, `share` that part of what they can carry.

    `tasks` are those of this plan.
    """

    week: date
    peak: int
    share: float
    is_over: bool
    tasks: tuple[TaskId, ...]


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A person and their weeks."""

    person: str
    name: str
    capacity: float
    cells: tuple[Cell, ...]

    @property
    def weeks_over(self) -> int:
        """Weeks with a day on which they carry too much."""
        return sum(cell.is_over for cell in self.cells)


@dataclass(frozen=True, slots=True)
class LoadWeeks:
    """The rows of everybody who carries anything, and the Mondays of the weeks."""

    weeks: tuple[date, ...]
    rows: tuple[LoadRow, ...]

    def cell_width(self, width: float) -> float:
        """Pixels of a cell when there are `width` for all of them."""
        return max(float(LEAST_CELL), width / max(1, len(self.weeks)))

    def week_of(self, day: date) -> int | None:
        """The place of the week a day is in."""
        monday = monday_of(day)
        return self.weeks.index(monday) if monday in self.weeks else None


def load_weeks(loads: Sequence[PersonLoad], today: date) -> LoadWeeks:
    """Sum up loads by week, from this week to the last with work."""
    busy = [load for load in loads if load.days]
    last = max((max(load.days) for load in busy), default=today)
    count = (monday_of(last) - monday_of(today)) // WEEK + 1
    weeks = tuple(monday_of(today) + number * WEEK for number in range(max(1, count)))
    return LoadWeeks(weeks, tuple(_row(load, weeks) for load in busy))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _row(load: PersonLoad, weeks: Sequence[date]) -> LoadRow:
    cells = tuple(_cell(load, week) for week in weeks)
    return LoadRow(load.person.id, load.person.name, load.person.capacity, cells)


def _cell(load: PersonLoad, week: date) -> Cell:
    days = [week + timedelta(days=number) for number in range(7)]
    peak = max(load.days.get(day, 0) for day in days)
    tasks = tuple(dict.fromkeys(task for day in days for task in load.tasks.get(day, ())))
    capacity = load.person.capacity
    share = peak / capacity if capacity else float(peak > 0) * 2
    return Cell(week, peak, share, peak > capacity, tasks)
