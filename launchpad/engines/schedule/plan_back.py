"""Plan back from launch: start everything as late as launch day allows, less a buffer."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import TaskDates, schedule
from launchpad.engines.schedule.forecast import has_started
from launchpad.engines.schedule.moved import Moved, what_moved


@dataclass(frozen=True, slots=True)
class PlanBack:
    """The edit, the plan after it, and what moves. `in_the_past` are tasks that would have to start before today."""

    edit: Edit
    planned: Document
    moved: Moved
    in_the_past: tuple[TaskId, ...]


_KEPT = (AnchorKind.ALAP, AnchorKind.SNLT, AnchorKind.FNLT, AnchorKind.MSO, AnchorKind.MFO)
"""Anchors that already say how late a task may be, or pin it."""


def plan_back(document: Document, today: date, buffer: int = 0, only: Collection[TaskId] | None = None) -> PlanBack:
    """Anchor each unstarted task before launch at its late start less `buffer` working days, relative to launch day.

    `only` says which tasks may be anchored (None: all). Pins, "no later than" and "as late as possible" stay, and so
    does a date before which a task may not start.
    """
    if buffer < 0:
        raise PlanError("A buffer is a number of working days, 0 or more.")
    dates, calendar = schedule(document, today).tasks, calendar_of(document)
    changes = []
    for task in document.tasks:
        if only is None or task.id in only:
            after = _planned_back(task, dates[task.id], buffer, calendar)
            if after != task:
                changes.append(Change(task, after))
    edit = Edit("Plan back from launch", tuple(changes))
    planned = document.apply(edit)
    starts = schedule(planned, today).tasks
    past = [task.id for task in planned.tasks if is_unstarted(task) and starts[task.id].start < today]
    return PlanBack(edit, planned, what_moved(document, planned, today), tuple(past))


def is_unstarted(task: Task) -> bool:
    """Whether a task could still be planned otherwise: it is open and nobody has begun it."""
    return task.is_open and not has_started(task)


def _planned_back(task: Task, dates: TaskDates, buffer: int, calendar: WorkingCalendar) -> Task:
    """The task with its new anchor, or as it is when it keeps its own."""
    if not dates.pre_launch or not is_unstarted(task):
        return task
    start = dates.late_start - buffer
    anchor = task.anchor
    if anchor is not None and anchor.kind in _KEPT:
        return task
    if anchor is not None and isinstance(anchor.at, date) and start < _allowed_from(task, anchor.at, calendar):
        return task
    return replace(task, anchor=Anchor(AnchorKind.SNET, start))


def _allowed_from(task: Task, day: date, calendar: WorkingCalendar) -> int:
    """The offset at which an anchor on a date lets a task start."""
    offset = calendar.offset_at_or_after(day)
    starts = task.anchor is not None and task.anchor.kind is AnchorKind.SNET
    return offset if starts else offset + 1 - task.duration
