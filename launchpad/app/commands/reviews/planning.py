"""Planning reviews, and calling them off."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place, next_key
from launchpad.app.commands.reviews.finding import open_review
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, ReviewKind, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Gate, Review
from launchpad.domain.ids import ReviewId, new_id

CHANGEABLE = frozenset(
    "title planned facilitator scribe decider mode quorum_note rationale next_review hide_answers private_note".split()
)
"""What can be said about a review before it is recorded; all else happens in the room."""


def plan_review(
    document: Document,
    title: str,
    day: date,
    *,
    gate: str | None = None,
    kind: ReviewKind = ReviewKind.GATE,
    fields: Mapping[str, Any] | None = None,
) -> Edit:
    """Plan a review: of a gate, decided by whoever decides there, or of the launch as it stands."""
    about = document.find(Gate, gate)
    if kind is ReviewKind.GATE:
        _require_open(about)
    values: dict[str, Any] = {"decider": about.decider if about is not None else document.launch.lead, **(fields or {})}
    _require_changeable(values)
    review = Review(
        id=ReviewId(new_id()),
        key=next_key("R", (row.key for row in document.rows(Review)), 1),
        title=title.strip(),
        gate=about.id if about is not None else None,
        kind=kind,
        planned=day,
        order=last_place(document, Review),
        **values,
    )
    return Edit(f"Plan review {review.title}", (Change(None, review),))


def _require_open(gate: Gate | None) -> None:
    if gate is None:
        raise PlanError("Say which gate the review decides about, or plan a status review.")
    if gate.status in DECIDED_GATES:
        raise PlanError(f"{gate.key} is already decided; plan a status review, or go back to it from a later gate.")


def change_review(document: Document, review_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set what was planned about a review that is not recorded yet."""
    _require_changeable(fields)
    return change_row(document, open_review(document, review_id), fields)


def _require_changeable(fields: Mapping[str, Any]) -> None:
    others = set(fields) - CHANGEABLE
    if others:
        raise PlanError(f"“{min(others)}” of a review is not set by hand.")


def cancel_review(document: Document, review_id: str) -> Edit:
    """Call a review off; it stays in the list, and what was noted stays with it."""
    review = open_review(document, review_id)
    edit = change_row(document, review, {"status": ReviewStatus.CANCELLED, "part_since": ""})
    return Edit(f"Cancel review {review.title}", edit.changes)


def remove_review(document: Document, review_id: str) -> Edit:
    """Forget a review that never began."""
    review = existing(document, Review, review_id)
    if review.started:
        raise PlanError(f"Review {review.key} was held and stays in the list; cancel it instead.")
    promised = {row.review for row in document.rows(Condition)} | {row.review for row in document.rows(Action)}
    if review.id in promised:
        raise PlanError(f"Review {review.key} has conditions or actions; remove them first.")
    return Edit(f"Remove review {review.title}", (Change(review, None),))
