"""What an edit moved, in words: from when to when, by how much, and what holds each task there now."""

from collections.abc import Mapping
from datetime import date

from launchpad.app.day_text import day_text
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_words import held_words
from launchpad.domain.edit import Edit
from launchpad.domain.launch import Calendar, Holiday
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.wording import counted, listed
from launchpad.engines.schedule import TaskDates
from launchpad.engines.schedule.moved import Move, Moved
from launchpad.journal.difference import label_of

_TIMING = (
    "duration", "anchor", "owner", "gate", "status", "progress", "actual_start", "actual_finish", "expected_finish",
)  # fmt: skip
"""Fields of a task that can move it, in the order in which they are named."""
_MOVED_BY_HAND = f"changed here: {label_of('anchor')}"
_DAYS_OFF = (Person, Holiday, Calendar)


def moved_sentence(moved: Moved) -> str:
    """All that moved in one line: ``12 tasks moved, by up to 5 working days. Heading for launch 3 days later.``"""
    if not moved.moves and not moved.launch_days:
        return "Nothing moved."
    parts = []
    if moved.moves:
        most = max(abs(days_moved(move)) for move in moved.moves)
        far = f", by up to {counted(most, 'working day')}" if most else ""
        parts.append(f"{counted(len(moved.moves), 'task')} moved{far}.")
    if moved.launch_days:
        parts.append(f"Launch day is {by_text(moved.launch_days)}.")
    if moved.forecast_launch_days != moved.launch_days:
        parts.append(f"Work is heading for launch {by_text(moved.forecast_launch_days) or 'on the same day'}.")
    return " ".join(parts)


def days_moved(move: Move) -> int:
    """By how many working days a task moved: its finish, else its start, else its forecast."""
    return move.finish_days or move.start_days or move.forecast_days


def by_text(days: int) -> str:
    """``5 days later``, ``1 day sooner``; empty for no days."""
    return "" if days == 0 else f"{counted(abs(days), 'day')} {'later' if days > 0 else 'sooner'}"


def move_texts(move: Move, today: date) -> tuple[str, str, str]:
    """Where a task was, where it is now, and by how much it moved."""
    was, now = move.before, move.after
    if (was.start, was.finish) == (now.start, now.finish):
        return _forecast_text(was, today), _forecast_text(now, today), by_text(move.forecast_days)
    by = by_text(move.finish_days)
    if not by:  # over days that are not worked it moved without losing any
        by = f"starts {by_text(move.start_days)}" if move.start_days else "no working day"
    return span_text(was.start, was.finish, today), span_text(now.start, now.finish, today), by


def _forecast_text(dates: TaskDates, today: date) -> str:
    return f"forecast {day_text(dates.forecast_finish, today)}"


def span_text(start: date, finish: date, today: date) -> str:
    """Two days in a few letters: ``9 Feb – 16 Feb``."""
    first = day_text(start, today)
    return first if start == finish else f"{first} – {day_text(finish, today)}"


def why_moved(move: Move, changed: Mapping[str, str], edit: Edit, facts: TaskFacts) -> str:
    """What moved a task: its own change, days off, or what holds its start now. `changed` is of `own_changes`."""
    task = facts.document.find(Task, move.task)
    if task is None:
        return ""
    own = changed.get(task.id, "")
    if own and not move.start_days:
        return own
    held = held_words(task, facts)
    if own == _MOVED_BY_HAND and move.driver.kind == "anchor":
        return f"put there: {held}"
    if not own and not move.start_days and any(isinstance(change.row, _DAYS_OFF) for change in edit.changes):
        held = "other days off fall inside it"
    return "; ".join(filter(None, (own, held)))


def own_changes(edit: Edit) -> dict[str, str]:
    """By task, which of its fields that can move it an edit changed: ``changed here: days and owner``."""
    found: dict[str, str] = {}
    for change in edit.changes:
        before, after = change.before, change.after
        if isinstance(before, Task) and isinstance(after, Task):
            names = [label_of(name) for name in _TIMING if getattr(before, name) != getattr(after, name)]
            if names:
                found[after.id] = f"changed here: {listed(names)}"
    return found
