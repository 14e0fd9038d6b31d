"""When the next reviews are due: each gate on its day, and status reviews by the template's cadence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import DECIDED_GATES, ReviewKind, ReviewStatus
from launchpad.domain.gate import Gate, Review
from launchpad.domain.values import Cadence
from launchpad.engines.calendar import calendar_of


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A review to be held: the gate it decides about (None: a status review), and the row that plans it if any."""

    day: date
    kind: ReviewKind
    gate: Gate | None
    planned: Review | None


def next_reviews(document: Document, today: date) -> tuple[ReviewDue, ...]:
    """Every review ahead in the order of days, planned or not; of status reviews by cadence only the next one."""
    planned = [row for row in document.rows(Review) if row.status in (ReviewStatus.PLANNED, ReviewStatus.IN_SESSION)]
    dues = [*_of_gates(document, planned), *_planned_without(document, today, planned)]
    status = next_status_day(document, today)
    if status is not None and all(due.day != status or due.gate is not None for due in dues):
        dues.append(ReviewDue(status, ReviewKind.STATUS, None, None))
    return tuple(sorted(dues, key=lambda due: (due.day, due.gate is None)))


def _of_gates(document: Document, planned: list[Review]) -> Iterator[ReviewDue]:
    calendar = calendar_of(document)
    for gate in document.gates:
        if gate.status not in DECIDED_GATES:
            row = next((row for row in planned if row.gate == gate.id and row.kind is ReviewKind.GATE), None)
            day = row.planned if row is not None and row.planned else calendar.day_of(gate.when)
            yield ReviewDue(day, ReviewKind.GATE, gate, row)


def _planned_without(document: Document, today: date, planned: list[Review]) -> Iterator[ReviewDue]:
    """Planned reviews that no gate is due for: status reviews, and second ones of a gate."""
    first = {row.gate: row for row in reversed(planned) if row.kind is ReviewKind.GATE}
    for row in planned:
        gate = document.find(Gate, row.gate)
        is_gates = row.kind is ReviewKind.GATE and gate is not None and gate.status not in DECIDED_GATES
        if not is_gates or first.get(row.gate) is not row:
            yield ReviewDue(row.planned or today, row.kind, gate, row)


def next_status_day(document: Document, today: date) -> date | None:
    """The next day on which the cadence asks for a status review; None when it asks for none any more."""
    calendar = calendar_of(document)
    now = calendar.offset_at_or_after(today)
    offsets = [offset for cadence in document.launch.review_cadence for offset in _next_of(cadence, now)]
    return calendar.date_at(min(offsets)) if offsets else None


def _next_of(cadence: Cadence, now: int) -> Iterator[int]:
    if cadence.every < 1:
        return
    steps = max(0, -(-(now - cadence.first) // cadence.every))
    offset = cadence.first + steps * cadence.every
    if offset <= cadence.last:
        yield offset
