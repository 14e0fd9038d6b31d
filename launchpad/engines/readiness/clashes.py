"""What the calendar of the market and the company holds against launch day."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import BlackoutKind, DecisionStatus, RivalConfidence
from launchpad.domain.gate import Decision
from launchpad.domain.ids import DecisionId
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.calendar import calendar_of

CLOSE = 5
"""Working days from launch day within which a clash needs a decision."""


def hard_blackouts(document: Document) -> tuple[Blackout, ...]:
    """Hard blackouts that launch day falls in, whatever their scope."""
    hard = (row for row in document.rows(Blackout) if row.kind is BlackoutKind.HARD)
    return tuple(row for row in hard if days_from_launch(document, row.first, row.last) == 0)


def undecided_blackouts(document: Document) -> tuple[Blackout, ...]:
    """Soft blackouts close to launch day that nobody decided about."""
    soft = (row for row in document.rows(Blackout) if row.kind is BlackoutKind.SOFT)
    return tuple(row for row in soft if _is_close(document, row) and not is_decided(document, row.decision))


def undecided_rivals(document: Document) -> tuple[RivalEvent, ...]:
    """Rivals' events close to launch day that nobody decided about; those called off do not count."""
    alive = (row for row in document.rows(RivalEvent) if row.confidence is not RivalConfidence.GONE)
    return tuple(row for row in alive if _is_close(document, row) and not is_decided(document, row.decision))


def days_from_launch(document: Document, first: date, last: date) -> int:
    """Working days between launch day and the nearest day of a range that includes both its ends; 0 when inside."""
    calendar, day = calendar_of(document), document.launch.launch_date
    if first <= day <= last:
        return 0
    return calendar.workdays_between(last, day) if last < day else calendar.workdays_between(day, first)


def _is_close(document: Document, row: Blackout | RivalEvent) -> bool:
    return days_from_launch(document, row.first, row.last) <= CLOSE


def is_decided(document: Document, decision: DecisionId | None) -> bool:
    """Whether a decision is there and more than proposed."""
    found = document.find(Decision, decision)
    return found is not None and found.status is not DecisionStatus.PROPOSED
