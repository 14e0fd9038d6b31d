"""What was recorded stays: which edits would touch a record, and the sentence that refuses them."""

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of
from launchpad.domain.gate import Action, Condition, Decision, Gate, ReadinessPoint, Review, SignOff
from launchpad.domain.people import Track
from launchpad.domain.review import Addendum
from launchpad.journal.seals import LIVING


def refuse_record_changes(document: Document, edit: Edit) -> None:
    """Raise PlanError when `edit` changes something that a review recorded."""
    for change in edit.changes:
        if change.before != change.after:
            _refuse(document, change)


def _refuse(document: Document, change: Change) -> None:
    before = change.before
    if isinstance(before, Review) and before.status is ReviewStatus.RECORDED:
        raise PlanError(f"Review {before.key} is recorded and stays as it is; correct it with an addendum.")
    if isinstance(before, Addendum):
        raise PlanError("An addendum stays as it is; correct it with another one.")
    if isinstance(before, Condition | Action) and change.after is None:
        review = document.find(Review, before.review)
        if review is not None and review.status is ReviewStatus.RECORDED:
            raise PlanError(f"{before.key} was agreed in review {review.key}, which is recorded; close it instead.")
    if isinstance(before, SignOff):
        _refuse_answer(document, before, is_gone=change.after is None)
    if isinstance(before, Decision | ReadinessPoint):
        _refuse_part(document, change)


def _refuse_answer(document: Document, before: SignOff, *, is_gone: bool) -> None:
    """Refuse to change an answer that was recorded, unless its gate is asked again."""
    track, gate = document.table(Track)[before.track], document.table(Gate)[before.gate]
    if not is_gone and gate.status not in DECIDED_GATES:
        return
    answer = (track.key, before.answer, before.at)
    for review in document.rows(Review):
        answers = {(each.track, each.answer, each.at) for each in review.signoffs}
        if review.gate == gate.id and review.status is ReviewStatus.RECORDED and answer in answers:
            raise PlanError(f"This answer is part of the record of review {review.key} and stays.")


def _refuse_part(document: Document, change: Change) -> None:
    """Refuse to change the decision or the point of the trend that a record stands with, but for what lives on."""
    row = change.row
    review = next((each for each in document.rows(Review) if row.id in (each.decision, each.point)), None)
    living = LIVING.get(type(row), frozenset())
    if review is not None and (change.after is None or _changed_fields(change) - living):
        raise PlanError(f"This is part of the record of review {review.key} and stays; correct it with an addendum.")


def _changed_fields(change: Change) -> set[str]:
    """The names of the fields that a change of one row sets."""
    names = (field.name for field in fields_of(type(change.row)))
    return {name for name in names if getattr(change.before, name) != getattr(change.after, name)}
