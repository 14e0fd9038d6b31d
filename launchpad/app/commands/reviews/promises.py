"""Conditions and actions: agreed in a review, kept or missed after it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place, next_key
from launchpad.app.commands.reviews.finding import open_review, person_in
from launchpad.app.commands.rows import change_row, existing
from launchpad.app.commands.task_rows import NewTask, add_tasks
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import ActionStatus, ConditionStatus, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Review
from launchpad.domain.ids import ActionId, ConditionId, TaskId, new_id
from launchpad.domain.people import Track

AGREED = frozenset({"text", "fallback"})
"""Fields that were agreed when the review was recorded and stay."""

# --- conditions ----------------------------------------------------------------------------------------------------


def add_condition(
    document: Document, review_id: str, text: str, owner: str | None, due: date | None, fallback: str = ""
) -> Edit:
    """Make a go depend on something: who sees to it, by when, and what happens otherwise."""
    review = open_review(document, review_id)
    row = Condition(
        id=ConditionId(new_id()),
        key=next_key(f"{review.key}-C", (row.key for row in document.rows(Condition)), 1),
        text=text.strip(),
        review=review.id,
        owner=person_in(document, owner),
        due=due,
        fallback=fallback.strip(),
        order=last_place(document, Condition),
    )
    return Edit(f"Add condition {row.text[:60]}", (Change(None, row),))


def change_condition(document: Document, condition_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set text, owner, due or fallback; of a recorded review only who sees to it."""
    row = existing(document, Condition, condition_id)
    _require_free(document, row, fields)
    return change_row(document, row, fields)


def remove_condition(document: Document, condition_id: str) -> Edit:
    """Take a condition back before it is recorded."""
    row = existing(document, Condition, condition_id)
    _require_free(document, row, ("text",))
    return Edit(f"Remove condition {row.text[:60]}", (Change(row, None),))


def close_condition(document: Document, condition_id: str, today: date) -> Edit:
    """A condition is met."""
    row = existing(document, Condition, condition_id)
    return _settled(document, row, "Close", {"status": ConditionStatus.CLOSED, "closed_on": today})


def extend_condition(document: Document, condition_id: str, due: date) -> Edit:
    """Give a condition more time; the record keeps what was agreed."""
    row = existing(document, Condition, condition_id)
    return _settled(document, row, "Extend", {"status": ConditionStatus.EXTENDED, "due": due, "closed_on": None})


def fail_condition(document: Document, condition_id: str, today: date) -> Edit:
    """A condition is not met and will not be; its fallback is what happens."""
    row = existing(document, Condition, condition_id)
    return _settled(document, row, "Fail", {"status": ConditionStatus.FAILED, "closed_on": today})


def _settled(document: Document, row: Condition, verb: str, fields: Mapping[str, Any]) -> Edit:
    return Edit(f"{verb} condition {row.text[:60]}", change_row(document, row, fields).changes)


# --- actions -------------------------------------------------------------------------------------------------------


def add_action(document: Document, review_id: str, text: str, owner: str | None, due: date | None) -> Edit:
    """Ask somebody to do something."""
    review = open_review(document, review_id)
    row = Action(
        id=ActionId(new_id()),
        key=next_key(f"{review.key}-A", (row.key for row in document.rows(Action)), 1),
        text=text.strip(),
        review=review.id,
        owner=person_in(document, owner),
        due=due,
        order=last_place(document, Action),
    )
    return Edit(f"Add action {row.text[:60]}", (Change(None, row),))


def change_action(document: Document, action_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set text, owner or due; of a recorded review not the text."""
    row = existing(document, Action, action_id)
    _require_free(document, row, fields)
    return change_row(document, row, fields)


def remove_action(document: Document, action_id: str) -> Edit:
    """Take an action back before it is recorded; a task it became stays."""
    row = existing(document, Action, action_id)
    _require_free(document, row, ("text",))
    return Edit(f"Remove action {row.text[:60]}", (Change(row, None),))


def action_to_task(document: Document, action_id: str, track: str, today: date) -> Edit:
    """Make an action a task of a track, with its owner and its due day as deadline: one edit."""
    row = existing(document, Action, action_id)
    if row.task is not None:
        raise PlanError("This action is a task already.")
    draft = NewTask(row.text, existing(document, Track, track).id, {"owner": row.owner, "deadline": row.due})
    added = add_tasks(document, (draft,), track, None, today).changes
    made = replace(row, task=TaskId(added[0].row.id))
    return Edit(f"Make a task of {row.text[:60]}", (*added, Change(row, made)))


def finish_action(document: Document, action_id: str, today: date) -> Edit:
    """An action is done."""
    row = existing(document, Action, action_id)
    edit = change_row(document, row, {"status": ActionStatus.DONE, "done_on": today})
    return Edit(f"Finish action {row.text[:60]}", edit.changes)


# --- what was agreed -----------------------------------------------------------------------------------------------


def _require_free(document: Document, row: Condition | Action, fields: Iterable[str]) -> None:
    review = document.find(Review, row.review)
    if review is not None and review.status is ReviewStatus.RECORDED and AGREED.intersection(fields):
        raise PlanError(f"{row.key} was agreed in review {review.key}, which is recorded; close or extend it instead.")
