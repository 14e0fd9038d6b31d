"""The review a command is about, in a state in which the command makes sense."""

from dataclasses import replace
from typing import Any

from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.ids import PersonId
from launchpad.domain.people import Person


def open_review(document: Document, review_id: str | None) -> Review:
    """A review that is planned or in session: what it says can still be changed."""
    review = existing(document, Review, review_id)
    if review.status is ReviewStatus.RECORDED:
        raise PlanError(f"Review {review.key} is recorded and stays as it is; correct it with an addendum.")
    if review.status is ReviewStatus.CANCELLED:
        raise PlanError(f"Review {review.key} was cancelled; plan another one.")
    return review


def review_in_session(document: Document, review_id: str) -> Review:
    """A review that has begun and is not recorded yet."""
    review = open_review(document, review_id)
    if review.status is not ReviewStatus.IN_SESSION:
        raise PlanError(f"Review {review.key} has not begun.")
    return review


def changed(review: Review, **fields: Any) -> tuple[Change, ...]:
    """The change that sets fields of a review; none when they are so already."""
    after = replace(review, **fields)
    return (Change(review, after),) if after != review else ()


def person_in(document: Document, person: str | None) -> PersonId | None:
    """The id of somebody in the plan; None for nobody."""
    return None if person is None else required_person(document, person)


def required_person(document: Document, person: str) -> PersonId:
    """The id of somebody who must be in the plan."""
    return existing(document, Person, person).id
