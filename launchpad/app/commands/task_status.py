"""Moving tasks from status to status, with the dates and reasons that belong to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place, next_key
from launchpad.app.commands.task_fields import change_tasks
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.ids import DecisionId, PersonId, new_id
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence

LEFT_BEHIND: dict[TaskStatus, Mapping[str, Any]] = {
    TaskStatus.DONE: {"actual_finish": None, "approved_by": None, "approved_on": None},
    TaskStatus.IN_REVIEW: {"review_since": None},
    TaskStatus.BLOCKED: {"blocked_since": None, "blocked_reason": "", "unblocked_by": None, "unblock_by": None},
    TaskStatus.NOT_APPLICABLE: {"na_reason": "", "na_approved_by": None},
    TaskStatus.WAIVED: {"waived_by": None},
}
"""What no longer holds once a task leaves a status; the journal remembers it."""


def set_status(
    document: Document, ids: Sequence[str], status: TaskStatus, today: date, fields: Mapping[str, Any] | None = None
) -> Edit:
    """Move tasks to a status as one edit, with what was said about it in `fields` (a reason, an approval)."""

    def changed(task: Task) -> Mapping[str, Any]:
        return {**status_fields(task, status, today), **(fields or {})}

    return change_tasks(document, ids, changed, {"status": status}, today)


def status_fields(task: Task, status: TaskStatus, today: date) -> dict[str, Any]:
    """The status with all that follows from it: a start when work begins, a finish when it is done."""
    fields = undated_status_fields(task, status, today)
    if status in (TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW, TaskStatus.DONE):
        fields["actual_start"] = task.actual_start or today
    if status is TaskStatus.DONE:
        fields["actual_finish"] = task.actual_finish or today
        fields["actual_start"] = min(fields["actual_start"], fields["actual_finish"])
        fields |= {} if task.progress is None else {"progress": 100}
    if status is TaskStatus.NOT_STARTED:
        fields["progress"] = None
    return fields


def undated_status_fields(task: Task, status: TaskStatus, today: date) -> dict[str, Any]:
    """The status and what it ends or makes wait, from somebody who did not say on which day work began or ended."""
    fields: dict[str, Any] = {"status": status}
    if task.status is not status:
        fields |= LEFT_BEHIND.get(task.status, {})
    if status is TaskStatus.IN_REVIEW:
        fields["review_since"] = task.review_since or today
    if status is TaskStatus.BLOCKED:
        fields["blocked_since"] = task.blocked_since or today
    if status is TaskStatus.NOT_STARTED:
        fields["actual_start"] = None
    return fields


def begun(task: Task, today: date) -> dict[str, Any]:
    """What changes when somebody has made progress on a task that had not begun."""
    return status_fields(task, TaskStatus.IN_PROGRESS, today) if task.status is TaskStatus.NOT_STARTED else {}


def set_progress(document: Document, ids: Sequence[str], progress: int | None, today: date) -> Edit:
    """Set the percent done; work that had not begun begins with it."""

    def fields(task: Task) -> Mapping[str, Any]:
        return {"progress": progress, **(begun(task, today) if progress else {})}

    return change_tasks(document, ids, fields, {"progress": progress}, today)


def finish(
    document: Document, ids: Sequence[str], today: date, proof: Evidence | None = None, *, approved: bool = False
) -> Edit:
    """Mark tasks done; `proof` is added to those without evidence, `approved` records their approvers' word."""

    def changed(task: Task) -> Mapping[str, Any]:
        fields = status_fields(task, TaskStatus.DONE, today)
        if proof is not None and not task.evidence:
            fields["evidence"] = (proof,)
        if approved and task.approver is not None:
            fields |= {"approved_by": task.approver, "approved_on": today}
        return fields

    return change_tasks(document, ids, changed, {"status": TaskStatus.DONE}, today)


def waive(document: Document, ids: Sequence[str], decision: str, today: date) -> Edit:
    """Waive tasks by a decision of the plan."""
    return set_status(document, ids, TaskStatus.WAIVED, today, {"waived_by": DecisionId(decision)})


def waive_by_new_decision(
    document: Document, ids: Sequence[str], title: str, rationale: str, decided_by: str | None, today: date
) -> Edit:
    """Waive tasks by a decision that is recorded with it, as one edit."""
    decision = Decision(
        id=DecisionId(new_id()),
        key=next_key("D-", (row.key for row in document.rows(Decision))),
        title=title,
        day=today,
        decided_by=None if decided_by is None else PersonId(decided_by),
        rationale=rationale,
        order=last_place(document, Decision),
    )
    edit = set_status(document, ids, TaskStatus.WAIVED, today, {"waived_by": decision.id})
    return replace(edit, changes=(Change(None, decision), *edit.changes))
