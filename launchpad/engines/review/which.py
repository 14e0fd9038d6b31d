"""Which review is under way, which one came before, and what each is about."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Outcome, ReviewStatus
from launchpad.domain.gate import Gate, Review
from launchpad.engines.readiness import Readiness, readiness

NOT_GO = frozenset({Outcome.NO_GO, Outcome.HOLD, Outcome.BACK})
"""Outcomes that agree with the model's No-go: they only differ in what comes next."""


def current_review(document: Document) -> Review | None:
    """The review in session, if there is one."""
    return next((row for row in document.rows(Review) if row.status is ReviewStatus.IN_SESSION), None)


def recorded_reviews(document: Document) -> tuple[Review, ...]:
    """The recorded reviews in the order they were held."""
    rows = (row for row in document.rows(Review) if row.status is ReviewStatus.RECORDED)
    return tuple(sorted(rows, key=lambda row: (row.started or str(row.planned or ""), row.order)))


def last_recorded(document: Document, before: Review | None = None) -> Review | None:
    """The latest recorded review, or the one before a recorded one."""
    rows = recorded_reviews(document)
    if before is not None and before in rows:
        rows = rows[: rows.index(before)]
    return rows[-1] if rows else None


def gate_of(document: Document, review: Review) -> Gate | None:
    """The gate a review decides about."""
    return document.find(Gate, review.gate)


def review_readiness(document: Document, today: date, review: Review) -> Readiness:
    """The readiness a review judges: that of its gate, else of the launch."""
    return readiness(document, today, gate_of(document, review))


def proposal(document: Document, today: date, review: Review) -> Outcome:
    """What the model recommends if it were decided today."""
    return Outcome(review_readiness(document, today, review).verdict.value)


def differs(recommended: str, verdict: str) -> bool:
    """Whether people decide otherwise than the model, so that they have to say why."""
    if not recommended or not verdict:
        return False
    return recommended != verdict and not {recommended, verdict} <= NOT_GO


def titled(review: Review) -> str:
    """A review as a mail or a page names it."""
    day = review.day
    return f"{review.title}{f' on {day.day} {day:%b}' if day else ''}"
