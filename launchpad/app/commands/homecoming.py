"""What a workbook proposed, as one edit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from launchpad.app.commands.form_entries import take_forms
from launchpad.app.commands.reviews.ballots import take_votes
from launchpad.app.commands.rows import squashed
from launchpad.app.commands.task_rows import NewTask, add_tasks, remove_tasks
from launchpad.app.commands.task_status import undated_status_fields
from launchpad.app.commands.tasks import change_task
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TaskId
from launchpad.domain.row import LONGEST_TEXT
from launchpad.domain.task import Task
from launchpad.interchange.homecoming.evidence import merged_evidence, new_evidence
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.notes import addition, appended
from launchpad.interchange.homecoming.proposals import Kind, Proposal


@dataclass(frozen=True, slots=True)
class Delivery:
    """Which file brought the changes, who wrote them as far as it says, and the day they are taken over."""

    file: str
    who: str
    today: date


def take_over(document: Document, taken: Iterable[Proposal], delivery: Delivery) -> Edit:
    """Take what was decided for: cells into their tasks, new rows as new tasks; `updated` becomes today.

    A task whose row was not in the file is removed only if that proposal is among them.
    """
    everything = tuple(taken)
    taken = [each for each in everything if each.table == "tasks"]
    label = f"Merge {delivery.file}"
    changed = Edit(label, tuple(_changes(document, taken, delivery)))
    after = document.apply(changed)
    rows = [each.new for each in taken if isinstance(each.new, NewRow)]
    added = Edit(label, tuple(_additions(after, rows, delivery)))
    gone = [each.row for each in taken if each.kind is Kind.NOT_IN_FILE and each.row is not None]
    removed = remove_tasks(after.apply(added), gone).changes if gone else ()
    forms = take_forms(document, everything, delivery.today)
    votes = take_votes(document, everything)
    return Edit(label, squashed((*changed.changes, *added.changes, *removed, *forms, *votes)))


def _changes(document: Document, taken: Iterable[Proposal], delivery: Delivery) -> Iterable[Change]:
    by_task: dict[TaskId, dict[str, Proposal]] = {}
    for each in taken:
        if each.row is not None and each.field:
            by_task.setdefault(TaskId(each.row), {})[each.field] = each
    changes: dict[str, Change] = {}
    for task_id, proposals in by_task.items():
        task = document.table(Task)[task_id]
        edit = change_task(document, task, _fields(task, proposals, delivery), delivery.today)
        changes |= {change.row.id: change for change in edit.changes}
    return changes.values()


def _fields(task: Task, proposals: Mapping[str, Proposal], delivery: Delivery) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    status = proposals.get("status")
    if status is not None and isinstance(status.theirs, TaskStatus):
        fields = undated_status_fields(task, status.theirs, delivery.today)  # a day nobody said would move the plan
    for name in ("owner", "progress", "expected_finish"):
        if name in proposals:
            fields[name] = proposals[name].theirs
    if "evidence" in proposals:
        cell = proposals["evidence"]
        fields["evidence"] = merged_evidence(task.evidence, cell.base, cell.theirs, delivery.today)
    if "note" in proposals:
        fields |= _noted(task, proposals["note"], fields.get("status"), delivery)
    if status is not None and status.blocking is not None:
        why = status.blocking
        fields |= {"blocked_reason": why.reason, "unblocked_by": why.by, "unblock_by": why.until}
    return fields


def _noted(task: Task, cell: Proposal, status: TaskStatus | None, delivery: Delivery) -> dict[str, Any]:
    """The note with what was added; for a task that becomes blocked or does not apply it is also the reason."""
    added = addition(cell.base, cell.theirs)
    note = appended(task.note, added, delivery.who or delivery.file, delivery.today) if added else task.note
    fields: dict[str, Any] = {"note": note[:LONGEST_TEXT]}
    if status is TaskStatus.BLOCKED and not task.blocked_reason:
        fields["blocked_reason"] = added
    if status is TaskStatus.NOT_APPLICABLE and not task.na_reason:
        fields["na_reason"] = added
    return fields


def _additions(document: Document, rows: Iterable[NewRow], delivery: Delivery) -> Iterator[Change]:
    """New tasks, those with keys of their own first: no key that is made up may be one of them."""
    rows = tuple(rows)
    for has_key in (True, False):
        drafts = [NewTask(row.title, row.track, _new_fields(row, delivery)) for row in rows if bool(row.key) is has_key]
        edit = add_tasks(document, drafts, None, None, delivery.today)
        document = document.apply(edit)
        yield from edit.changes


def _new_fields(row: NewRow, delivery: Delivery) -> dict[str, Any]:
    values = row.values
    note = values.get("note")
    fields: dict[str, Any] = {
        "criticality": row.criticality,
        "gate": row.gate,
        "duration": row.duration,
        "acceptance": row.acceptance,
        "owner": values.get("owner"),
        "status": values.get("status", TaskStatus.NOT_STARTED),
        "progress": values.get("progress"),
        "expected_finish": values.get("expected_finish"),
        "evidence": new_evidence(values.get("evidence"), delivery.today),
        "note": appended("", note, delivery.who or delivery.file, delivery.today) if isinstance(note, str) else "",
    }
    return fields | ({"key": row.key} if row.key else {})
