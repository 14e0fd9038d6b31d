"""Tasks that are given to another week."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from launchpad.app.commands.task_fields import change_tasks
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.task import Task


def due_in_week(document: Document, ids: Sequence[str], monday: date, today: date) -> Edit:
    """Let tasks be due on the same weekday of another week; one that is due in it already stays as it is.

    A deadline that moves along with the launch goes on doing so.
    """
    facts = TaskFacts(document, today)

    def fields(task: Task) -> Mapping[str, Any]:
        due = facts.due(task)
        if due is None or monday_of(due) == monday:
            return {}
        day = due + (monday - monday_of(due))
        moves_along = isinstance(task.deadline, int)
        return {"deadline": facts.calendar.offset_at_or_before(day) if moves_along else day}

    return change_tasks(document, ids, fields, {"deadline": monday}, today)


def monday_of(day: date) -> date:
    """The day on which its week begins."""
    return day - timedelta(days=day.weekday())
