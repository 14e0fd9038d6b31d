"""Setting fields of several tasks at once, as values or as typed text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.assignments import row_values
from launchpad.app.commands.rows import label_for
from launchpad.app.commands.tasks import change_task
from launchpad.app.day_text import read_day
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, When
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of


def tasks_of(document: Document, ids: Iterable[str]) -> tuple[Task, ...]:
    """The tasks with these ids that are still in the plan."""
    table = document.table(Task)
    return tuple(table[each] for each in ids if each in table)


def set_fields(document: Document, ids: Sequence[str], fields: Mapping[str, Any], today: date) -> Edit:
    """Set fields of tasks to values, as one edit; tasks that have them already stay as they are."""
    return change_tasks(document, ids, lambda task: fields, fields, today)


def set_texts(document: Document, ids: Sequence[str], texts: Mapping[str, str], today: date) -> Edit:
    """Set fields of tasks to typed texts; raise PlanError naming the field that cannot be read."""
    return set_fields(document, ids, row_values(document, Task, texts), today)


def change_tasks(
    document: Document,
    ids: Sequence[str],
    fields_for: Callable[[Task], Mapping[str, Any]],
    named: Mapping[str, Any],
    today: date,
) -> Edit:
    """Set for each task the fields that `fields_for` gives it; the edit's label names the fields of `named`."""
    tasks = tasks_of(document, ids)
    changes: dict[str, Change] = {}
    for task in tasks:
        fields = {name: value for name, value in fields_for(task).items() if getattr(task, name) != value}
        if fields:
            changes |= {change.row.id: change for change in change_task(document, task, fields, today).changes}
    return Edit(_label(document, tasks, named), tuple(changes.values()))


def _label(document: Document, tasks: Sequence[Task], named: Mapping[str, Any]) -> str:
    if len(tasks) == 1:
        return label_for(document, tasks[0], named)
    nowhere = replace(tasks[0], title="…") if tasks else None
    told = label_for(document, nowhere, named).removesuffix("…") if nowhere else "Set fields of "
    return f"{told}{counted(len(tasks), 'task')}"


def set_start(document: Document, ids: Sequence[str], text: str, today: date) -> Edit:
    """Set when tasks start: where they really began if they have, else the earliest day they may; empty frees them.

    An offset such as ``T-21`` moves along with the launch, a date does not.
    """
    when = read_day(text, today) if text.strip() else None

    def fields(task: Task) -> Mapping[str, Any]:
        if task.actual_start is not None and when is not None:
            return {"actual_start": calendar_of(document).day_of(when)}
        return {"anchor": None if when is None else Anchor(_start_kind(task), when)}

    return change_tasks(document, ids, fields, {"start": when}, today)


def _start_kind(task: Task) -> AnchorKind:
    return AnchorKind.MSO if task.anchor is not None and task.anchor.kind is AnchorKind.MSO else AnchorKind.SNET


def set_due(document: Document, ids: Sequence[str], text: str, today: date) -> Edit:
    """Set the deadline of tasks; empty leaves them due when the plan ends them."""
    return set_fields(document, ids, {"deadline": read_day(text, today) if text.strip() else None}, today)


def set_day(document: Document, ids: Sequence[str], field: str, text: str, today: date) -> Edit:
    """Set a field that holds a calendar date, typed as a date or an offset."""
    when: When | None = read_day(text, today) if text.strip() else None
    day = None if when is None else calendar_of(document).day_of(when)
    return set_fields(document, ids, {field: day}, today)
