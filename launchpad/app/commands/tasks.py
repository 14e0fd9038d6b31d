"""Changing, adding and removing tasks."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Any, cast

from launchpad.app.commands.rows import label_for
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, Answer, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import reference_fields, references
from launchpad.domain.gate import Gate, SignOff
from launchpad.domain.ids import TaskId, TrackId, new_id
from launchpad.domain.kinds import KINDS
from launchpad.domain.order import between
from launchpad.domain.row import Row
from launchpad.domain.task import Comment, Dependency, Task
from launchpad.domain.values import BaselineDates


def change_task(document: Document, task: Task, fields: Mapping[str, Any], today: date) -> Edit:
    """Set fields of a task and, unless it is among them, `updated` to today.

    Reopening a done task, or taking its proof away, voids the sign-offs of its track that relied on it at a gate not
    yet decided.
    """
    if not fields:
        raise PlanError("Say which fields to set, as field=value.")
    after = replace(task, **{"updated": today, **fields})
    if after == task:
        return Edit(label_for(document, task, fields), ())
    return Edit(label_for(document, task, fields), (Change(task, after), *_voided_signoffs(document, task, after)))


def _voided_signoffs(document: Document, before: Task, after: Task) -> Iterator[Change]:
    if before.status != TaskStatus.DONE or not _is_less_proven(before, after):
        return
    for signoff in document.rows(SignOff):
        gate = document.find(Gate, signoff.gate)
        relied = signoff.track == before.track and signoff.gate == before.gate and signoff.answer == Answer.APPROVE
        if relied and gate is not None and gate.status not in DECIDED_GATES:
            yield Change(signoff, replace(signoff, answer=Answer.VOID))


def _is_less_proven(before: Task, after: Task) -> bool:
    """Whether a done task is reopened, or lost evidence or its approval."""
    if after.status != TaskStatus.DONE:
        return True
    lost = {proof.ref for proof in before.evidence} - {proof.ref for proof in after.evidence}
    withdrawn = before.approved_by is not None and after.approved_by != before.approved_by
    return bool(lost) or withdrawn


def add_task(document: Document, key: str, title: str, track: TrackId, fields: Mapping[str, Any], today: date) -> Edit:
    """Add a task at the end of its track."""
    if document.by_key(Task, key) is not None or document.by_key(Gate, key) is not None:
        raise PlanError(f"“{key}” is already the key of something in this plan; choose another.")
    order = max((task.order for task in document.table(Task).values()), default="") or None
    values = {"updated": today, **fields}
    task = Task(id=TaskId(new_id()), key=key, title=title, track=track, order=between(order, None), **values)
    return Edit(f"Add {title}", (Change(None, task),))


def remove_task(document: Document, task: Task) -> Edit:
    """Remove a task with its links and comments; gates, risks, assets and baselines forget it."""
    return Edit(f"Remove {task.title}", removal(document, (task,)))


def removal(document: Document, tasks: Sequence[Task]) -> tuple[Change, ...]:
    """Tasks go, and whatever names them forgets them all at once: a plan is looked through once for any number."""
    gone = frozenset(task.id for task in tasks)
    return *_forgetting(document, gone), *(Change(task, None) for task in tasks)


def _forgetting(document: Document, gone: Set[str]) -> Iterator[Change]:
    for kind in KINDS.values():
        if any(Task in field.refers_to for field in reference_fields(kind)):
            for row in document.rows(kind):
                if row.id not in gone and any(named in gone for _, named in references(row)):
                    yield Change(row, _without(row, gone))


def _without(row: Row, gone: Set[str]) -> Row | None:
    """The row once the tasks are gone: None when it makes no sense without them."""
    if isinstance(row, Dependency | Comment):
        return None
    fields = {field.name: _forget(getattr(row, field.name), gone) for field in reference_fields(type(row))}
    return replace(row, **cast(dict[str, Any], fields))


def _forget(value: object, gone: Set[str]) -> object:
    if isinstance(value, tuple):
        return tuple(item for item in value if (item.task if isinstance(item, BaselineDates) else item) not in gone)
    return None if value in gone else value
