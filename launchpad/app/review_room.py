"""A review under way, with the journal at hand: the plan it looks at, its seal, corrections to its record."""

from datetime import date, datetime

from launchpad.app.commands.reviews import sealing
from launchpad.app.commands.rows import existing
from launchpad.app.past_plan import past_plan
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.journal.seals import plan_digest


def frozen_plan(session: Session, review: Review) -> Document | None:
    """The plan a review looks at; None before it began, and where the history does not lead there."""
    if review.edit is None:
        return None
    try:
        then = past_plan(session, review.edit)
    except PlanError:
        return None
    return then if plan_digest(then) == review.plan else None


def seal_review(session: Session, review: str, signed_by: str, at: datetime, today: date) -> Applied:
    """Seal a review in session; raise PlanError saying what its record still needs."""
    frozen = frozen_plan(session, existing(session.document, Review, review))
    return session.seal(
        lambda plan, stamp: sealing.seal_review(
            plan, stamp, review, signed_by=signed_by, at=at, today=today, frozen=frozen
        )
    )


def add_addendum(session: Session, review: str, by: str | None, text: str, today: date) -> Applied:
    """Correct a record by a dated sentence with a seal of its own."""
    return session.seal(lambda plan, stamp: sealing.add_addendum(plan, stamp, review, by=by, text=text, day=today))
