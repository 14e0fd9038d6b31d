"""What the timeline draws: a plan with its dates, in rows. Everything is looked up when it is first in sight."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Schedule, TaskDates
from launchpad.scenes.gantt.rows import Heading, Rows


class Days(NamedTuple):
    """From the first day up to but not including the day `end`, as ordinals. `instant` is a diamond's day, or None."""

    first: int
    end: int
    instant: bool = False


class HasDays(Protocol):
    """Whatever stands on a first and a last day."""

    @property
    def start(self) -> date:
        """The first day."""

    @property
    def finish(self) -> date:
        """The last day."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is drawn beside the bars, and what is picked out: tasks, and one link by its id."""

    critical: bool = True
    links: bool = True
    baseline: bool = True
    slack: bool = False
    forecast: bool = True
    selected: frozenset[str] = frozenset()
    link: str = ""


@dataclass(slots=True)
class TimelinePlan:
    """A plan and its schedule in the order of some rows.

    `baseline` is the first and last day of tasks, by id, in the baseline to be drawn; None draws what is promised.
    Its name stands in the legend.
    """

    document: Document
    schedule: Schedule
    rows: Rows
    baseline: Mapping[TaskId, tuple[date, date]] | None = None
    baseline_name: str = ""
    _days: dict[str, Days] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = {track.id: number for number, track in enumerate(self.document.rows(Track))}

    @property
    def calendar(self) -> WorkingCalendar:
        """The plan's working days."""
        return calendar_of(self.document)

    @property
    def today(self) -> date:
        """The day the plan is judged on."""
        return self.schedule.today

    def dates(self, task: Task) -> TaskDates:
        """The dates of a task."""
        return self.schedule.tasks[task.id]

    def baseline_days(self, task: Task) -> Days | None:
        """The days a task covers in the baseline that is drawn; None when it is not in it."""
        if self.baseline is not None:
            span = self.baseline.get(task.id)
        elif task.baseline_start is None or task.baseline_finish is None:
            span = None
        else:
            span = task.baseline_start, task.baseline_finish
        return None if span is None else days_of(task, *span)

    def days(self, task: Task) -> Days:
        """The days a task covers as planned."""
        found = self._days.get(task.id)
        if found is None:
            found = self._days[task.id] = days_of(task, *self.schedule.shown(task.id))
        return found

    def days_of_group(self, heading: Heading) -> Days | None:
        """From the first to the last day of a group's work; None without any."""
        key = f"heading:{heading.key}"
        if key not in self._days:
            spans = [self.days(task) for task in heading.tasks if not task.is_passed_over]
            if not spans:
                return None
            self._days[key] = Days(min(each.first for each in spans), max(each.end for each in spans))
        return self._days[key]

    def day_of_gate(self, gate: Gate) -> int:
        """The day of a gate, as an ordinal."""
        return self.calendar.day_of(gate.when).toordinal()

    def tone(self, task: Task) -> str:
        """The color of a task's track."""
        return f"track:{self._places[task.track]}"

    def owner(self, task: Task) -> str:
        """The name of who owns a task; empty for nobody."""
        person = self.document.find(Person, task.owner)
        return "" if person is None else person.name

    @property
    def reach(self) -> tuple[date, date]:
        """The first and last day there is anything to see on."""
        gates = [self.calendar.day_of(gate.when) for gate in self.document.gates]
        days = [self.schedule.start, self.schedule.finish, self.schedule.launch_date, self.schedule.forecast_launch]
        return min([*days, self.today, *gates]), max([*days, self.today, *gates])


def days_of(task: Task, start: date, finish: date) -> Days:
    """The days from a start to a finish, both included; a milestone stands on one."""
    return Days(start.toordinal(), finish.toordinal() + 1, task.is_milestone)
