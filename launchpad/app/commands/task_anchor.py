"""What holds a task to a day: the kind of constraint, and its day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.task_fields import change_tasks
from launchpad.app.day_text import read_day
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, When

FREE = frozenset({AnchorKind.ASAP, AnchorKind.ALAP})
"""Kinds without a day."""
STARTS = frozenset({AnchorKind.SNET, AnchorKind.SNLT, AnchorKind.MSO})
"""Kinds that are about the start; the others with a day are about the finish."""


def set_anchor_kind(document: Document, ids: Sequence[str], text: str, today: date) -> Edit:
    """Hold tasks in another way. A day that is needed and not there is the one on which they start or finish now."""
    kind = AnchorKind(text)
    facts = TaskFacts(document, today)

    def fields(task: Task) -> Mapping[str, Any]:
        if kind is AnchorKind.ASAP:
            return {"anchor": None}
        return {"anchor": Anchor(kind, None if kind in FREE else _day(task, kind, facts))}

    return change_tasks(document, ids, fields, {"constraint": kind}, today)


def _day(task: Task, kind: AnchorKind, facts: TaskFacts) -> When:
    held = task.anchor
    if held is not None and held.at is not None and (held.kind in STARTS) == (kind in STARTS):
        return held.at
    dates = facts.dates(task)
    if dates is None:
        raise PlanError("The plan has no dates to hold a task to: its links form a circle.")
    return facts.calendar.offset_at_or_before(dates.start if kind in STARTS else dates.finish)


def set_anchor_day(document: Document, ids: Sequence[str], text: str, today: date) -> Edit:
    """Hold tasks to another day; an empty text lets them go."""
    when = read_day(text, today) if text.strip() else None

    def fields(task: Task) -> Mapping[str, Any]:
        if task.anchor is None or task.anchor.kind in FREE:
            return {}
        return {"anchor": None if when is None else replace(task.anchor, at=when)}

    return change_tasks(document, ids, fields, {"constraint": when}, today)
