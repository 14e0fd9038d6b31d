"""Everything the sheets are written from: the plan, its dates and scores on one day, and what the reader may see."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from launchpad.domain.document import Document
from launchpad.domain.enums import AssetStatus, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId
from launchpad.domain.launch import Holiday
from launchpad.domain.register import Asset
from launchpad.domain.task import Task
from launchpad.domain.values import FIRST_DATE
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.board import Board, Item, board_of
from launchpad.engines.readiness.credit import expired_tasks
from launchpad.engines.readiness.moment import Moment
from launchpad.engines.readiness.scope import Places, Scope, launch_scope, places_of
from launchpad.engines.schedule import Schedule, TaskDates, schedule
from launchpad.interchange.audience import Audience, View, unique_labels, view_of

STATUS_LABELS = {status: f"{status.sign} {status.label}" for status in TaskStatus}
"""Statuses as cells show them, in the order formulas count them (1 is not started, 7 not applicable)."""
STAGES = {status: number for number, status in enumerate(TaskStatus, 1)}
WHOLE_LAUNCH = "Whole launch"
"""The track of a risk or issue that belongs to none."""
BEFORE_LAUNCH, AFTER_LAUNCH = "before launch", "after launch"
"""Where a task without a gate counts."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file says about its origin. `exported_at` is UTC; `edit_number` is the plan's last edit."""

    plan_id: str
    export_id: str
    edit_number: int
    schema_version: int
    exported_at: datetime
    who: str


class Material:
    """One plan on one day for one audience."""

    def __init__(self, document: Document, audience: Audience, today: date, stamp: Stamp) -> None:
        self.document = document
        self.today = today
        self.stamp = stamp
        self.view: View = view_of(document, audience)
        self._own = frozenset(task.id for task in self.view.own)
        self.calendar: WorkingCalendar = calendar_of(document)
        self.schedule: Schedule = schedule(document, today)
        self.board: Board = board_of(document, today)
        self.places: Places = places_of(document)
        self.readiness: Readiness = readiness(document, today)
        self.moment: Moment = self.board.moment
        self.scope: Scope = launch_scope(document, today)
        self.expired = expired_tasks(document, today)
        self.tracks = unique_labels(document.tracks, lambda track: track.name, lambda track: track.key, {WHOLE_LAUNCH})
        self.track_numbers = {track.id: number for number, track in enumerate(document.tracks)}
        self.gates = unique_labels(document.gates, lambda gate: gate.key, lambda gate: gate.name)

    def is_own(self, task: Task) -> bool:
        """Whether the reader fills the task in, and so sees its evidence and notes."""
        return task.id in self._own

    def dates(self, task: Task) -> TaskDates:
        """When a task is planned and forecast."""
        return self.schedule.tasks[task.id]

    def item(self, task: Task) -> Item:
        """What a task earns."""
        return self.board.items[task.id]

    def counted(self, task: Task) -> float:
        """The weight a task puts in the scales today."""
        item = self.item(task)
        in_scope = item.shelf in self.scope.items and task.status is not TaskStatus.NOT_APPLICABLE
        return float(item.weight) if in_scope else 0

    def gate(self, task: Task) -> str:
        """The label of a task's gate, empty without one."""
        return "" if task.gate is None else self.gates[task.gate]

    def place(self, task: Task) -> int:
        """The row, from 1, of the gate list in which a task counts; tasks without a gate have two rows of their own."""
        if task.gate is not None:
            return self._gate_rows[task.gate]
        return len(self.gates) + (1 if self.places.loose[task.id] == self.places.launch else 2)

    def gate_row(self, gate: Gate) -> int:
        """The row of a gate, from 1, in the order of time."""
        return self._gate_rows[gate.id]

    @cached_property
    def _gate_rows(self) -> dict[str, int]:
        return {gate.id: row for row, gate in enumerate(self.places.gates, 1)}

    @property
    def after_gate(self) -> int:
        """The row, from 1, of the open gate that the score is about once launch day is past; 0 before."""
        gate = self.scope.gate
        return self.asked_gate if gate is not None and self.places.positions[gate.id] > 0 else 0

    @property
    def asked_gate(self) -> int:
        """The row, from 1, of the gate whose sign-offs the verdict asks for; 0 when none is left."""
        return 0 if self.scope.gate is None else self._gate_rows[self.scope.gate.id]

    @cached_property
    def holidays(self) -> dict[date, str]:
        """Days that the week counts as worked and that are not, with their names."""
        week, extra = self.document.calendar.workdays, self.document.calendar.extra_workdays
        rows = sorted(self.document.table(Holiday).values(), key=lambda row: row.day)
        return {row.day: row.name for row in rows if row.day.isoweekday() in week and row.day not in extra}

    @cached_property
    def extra_days(self) -> tuple[date, ...]:
        """Days that the week counts as free and that are worked."""
        calendar = self.document.calendar
        return tuple(sorted(day for day in calendar.extra_workdays if day.isoweekday() not in calendar.workdays))

    @property
    def work_week(self) -> str:
        """The working week as spreadsheets write it: seven digits from Monday, 1 for a free day."""
        return "".join("0" if day in self.document.calendar.workdays else "1" for day in range(1, 8))

    def finish_follows_start(self, task: Task) -> bool:
        """Whether a task's finish is its start plus its days, with nothing else to it."""
        dates = self.dates(task)
        if task.is_milestone or dates.driver.kind == "link" or self._works_extra(dates.start, dates.finish):
            return False
        last = self.calendar.offset_at_or_after(dates.start) + task.duration - 1
        return self.calendar.date_at(last) == dates.finish

    def _works_extra(self, first: date, last: date) -> bool:
        return any(first <= day <= last for day in self.extra_days)

    def t_offset(self, task: Task) -> int:
        """Working days from launch day to a task's finish."""
        return self.offset_of_day(self.dates(task).finish)

    def offset_of_day(self, day: date) -> int:
        """Working days from launch day to a day: T−3 is −3."""
        if day <= self.calendar.launch_date:
            return self.calendar.offset_at_or_after(day)
        return self.calendar.offset_at_or_before(day)

    def score_start(self, task: Task) -> date:
        """The start that expectations run from."""
        return task.baseline_start or self.dates(task).start

    def workdays_since(self, day: date) -> int:
        """Working days from `day` up to but not including today; 0 when it lies ahead."""
        return self.moment.workdays_since(day)

    @cached_property
    def proof_expires(self) -> dict[TaskId, date]:
        """The last day on which everything that a task made may be used."""
        ends: dict[TaskId, date] = {}
        for asset in self.document.table(Asset).values():
            end = FIRST_DATE if asset.status is AssetStatus.EXPIRED else asset.expires
            if asset.task is not None and end is not None:
                ends[asset.task] = min(end, ends.get(asset.task, end))
        return ends
