"""What follows from a review: the decision as a row, a point on the trend, and where the gates stand."""

from datetime import date

from launchpad.app.commands.keys import last_place, next_key
from launchpad.domain.document import Document
from launchpad.domain.enums import GateStatus, Outcome, ReviewKind
from launchpad.domain.gate import Decision, Gate, ReadinessPoint, Review
from launchpad.domain.ids import DecisionId, GateId, ReadinessPointId, new_id
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import gate_of

GATE_RESULTS = {
    Outcome.GO: GateStatus.PASSED,
    Outcome.CONDITIONAL: GateStatus.PASSED_WITH_CONDITIONS,
    Outcome.NO_GO: GateStatus.FAILED,
}
"""What a decision makes of its gate; held decisions leave it as it is."""


def decision_of(document: Document, review: Review, today: date) -> Decision | None:
    """The decision as a row of its own; a status review makes none."""
    gate = gate_of(document, review)
    if gate is None or review.kind is ReviewKind.STATUS:
        return None
    outcome = Outcome(review.verdict)
    return Decision(
        id=DecisionId(new_id()),
        key=next_key("D-", (row.key for row in document.rows(Decision))),
        title=f"{gate.key} {gate.name}: {outcome.label}",
        day=today,
        decided_by=review.decider,
        context=gate.question,
        options=tuple(each.label for each in Outcome),
        choice=_choice(document, review, outcome),
        rationale=review.rationale,
        gate=gate.id,
        order=last_place(document, Decision),
    )


def _choice(document: Document, review: Review, outcome: Outcome) -> str:
    earlier = document.find(Gate, review.back_to)
    if earlier is not None:
        return f"Back to {earlier.key}"
    return f"Hold until {review.hold_until.isoformat()}" if review.hold_until else outcome.label


def point_of(review: Review, today: date) -> ReadinessPoint:
    """The point on the trend that a review sets with its closing scores."""
    closing = review.closing
    assert closing is not None, "a review closes with its scores"
    return ReadinessPoint(
        id=ReadinessPointId(new_id()),
        day=today,
        readiness=closing.readiness,
        work=closing.work,
        expected=closing.expected,
        source=f"review:{review.key}",
    )


def gate_results(document: Document, review: Review) -> dict[GateId, GateStatus]:
    """What the decision makes of gates: of its own, and of those that the launch goes back to."""
    gate = gate_of(document, review)
    if gate is None or review.kind is ReviewKind.STATUS:
        return {}
    outcome = Outcome(review.verdict)
    earlier = document.find(Gate, review.back_to)
    if earlier is not None:
        calendar = calendar_of(document)
        first, last = calendar.offset_of(earlier.when), calendar.offset_of(gate.when)
        between = (each for each in document.gates if first <= calendar.offset_of(each.when) <= last)
        return {each.id: GateStatus.UPCOMING for each in between}
    return {gate.id: GATE_RESULTS[outcome]} if outcome in GATE_RESULTS else {}
