"""What a hand does to bars: moving them and making them longer. Where a bar is put is an anchor that can be seen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from launchpad.app.commands.task_fields import tasks_of
from launchpad.app.commands.tasks import change_task
from launchpad.app.day_text import offset_text
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.values import LONGEST, Anchor, When
from launchpad.domain.wording import counted
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import schedule

PINS = frozenset({AnchorKind.MSO, AnchorKind.MFO})
"""Anchors that hold a task to its day whatever its links say; a hand moves them and keeps them what they are."""


def movable(task: Task) -> str:
    """Why a task's start cannot be moved, as a sentence; empty when it can."""
    if task.status is TaskStatus.DONE:
        return f"“{task.title}” is done; done work stays where it happened."
    if task.actual_start is not None:
        return f"“{task.title}” has begun; its start is where it happened."
    return ""


def resizable(task: Task) -> str:
    """Why a task's length cannot be changed, as a sentence; empty when it can."""
    if task.status is TaskStatus.DONE:
        return f"“{task.title}” is done; done work stays where it happened."
    if task.is_milestone:
        return f"“{task.title}” is a milestone: an instant, not work."
    return ""


def start_bars(document: Document, starts: Mapping[str, int], today: date) -> Edit:
    """Let tasks start no earlier than working days counted from launch day. Pins stay pins, dates of pins dates."""
    tasks = tasks_of(document, starts)
    changes: dict[str, Change] = {}
    for task in tasks:
        if sentence := movable(task):
            raise PlanError(sentence)
        start = starts[task.id]
        anchor = anchor_at(document, task, start, today)
        if anchor != task.anchor:
            changes |= {each.row.id: each for each in change_task(document, task, {"anchor": anchor}, today).changes}
    return Edit(_move_label(tasks, starts), tuple(changes.values()))


def anchor_at(document: Document, task: Task, start: int, today: date) -> Anchor:
    """The anchor that puts a task's start at a working day counted from launch day."""
    old = task.anchor
    if old is None or old.kind not in PINS or old.at is None:
        return Anchor(AnchorKind.SNET, start)
    calendar = calendar_of(document)
    if old.kind is AnchorKind.MSO:
        return Anchor(old.kind, _like(old.at, start, calendar))
    days = start - calendar.offset_at_or_after(schedule(document, today).tasks[task.id].start)
    finish = calendar.offset_at_or_before(old.at) if isinstance(old.at, date) else old.at
    return Anchor(old.kind, _like(old.at, finish + days, calendar))


def _like(old: When, offset: int, calendar: WorkingCalendar) -> When:
    return calendar.date_at(offset) if isinstance(old, date) else offset


def _move_label(tasks: tuple[Task, ...], starts: Mapping[str, int]) -> str:
    if len(tasks) == 1:
        return f"Move {tasks[0].title} to {offset_text(starts[tasks[0].id])}"
    return f"Move {counted(len(tasks), 'task')}"


def stretch_bar(document: Document, task_id: str, days: int, today: date) -> Edit:
    """Let a task's work last so many working days, at least one."""
    task = document.table(Task)[task_id]
    if sentence := resizable(task):
        raise PlanError(sentence)
    days = min(max(1, days), LONGEST)
    edit = change_task(document, task, {"duration": days}, today)
    return replace(edit, label=f"Set duration of {task.title} to {counted(days, 'day')}")


def length_until(document: Document, task: Task, finish: date, today: date) -> int:
    """How long a task's work lasts when it ends on a day: the days its owner works until then, at least one."""
    dates = schedule(document, today).tasks[task.id]
    return max(1, task.duration + _worked(document, task, dates.finish, finish))


def _worked(document: Document, task: Task, old: date, new: date) -> int:
    """Days the owner works after one day up to and with another; negative when that is earlier."""
    calendar, owner = calendar_of(document), document.find(Person, task.owner)
    first, last = sorted((old, new))
    off = owner.days_off if owner is not None else ()
    span = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    count = sum(calendar.is_workday(day) and not any(day in each for each in off) for day in span)
    return count if new >= old else -count
