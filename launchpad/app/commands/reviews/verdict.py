"""The decision at a gate, and what a record needs before it can be sealed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from launchpad.app.commands.keys import last_place, next_key
from launchpad.app.commands.reviews.finding import changed, required_person, review_in_session
from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, GateStatus, Outcome, ReviewKind, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, Gate, Review
from launchpad.domain.ids import DecisionId, GateId, new_id
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import differs, gate_of, proposal, quorum_of


def decide(
    document: Document,
    review_id: str,
    outcome: Outcome,
    rationale: str,
    today: date,
    *,
    hold_until: date | None = None,
    back_to: str | None = None,
    next_review: date | None = None,
) -> Edit:
    """Write down what people decide, beside what the model recommends now."""
    review = review_in_session(document, review_id)
    gate = gate_of(document, review)
    if gate is None or review.kind is ReviewKind.STATUS:
        raise PlanError("A status review decides nothing; plan a review of the gate.")
    fields = {
        "verdict": outcome.value,
        "recommended": proposal(document, today, review).value,
        "rationale": rationale.strip(),
        "hold_until": _held_until(hold_until, today) if outcome is Outcome.HOLD else None,
        "back_to": _earlier(document, gate, back_to) if outcome is Outcome.BACK else None,
        "next_review": next_review or (hold_until if outcome is Outcome.HOLD else review.next_review),
    }
    return Edit(f"{gate.key}: {outcome.label}", changed(review, **fields))


def _held_until(day: date | None, today: date) -> date:
    if day is None or day <= today:
        raise PlanError("Say until which day the decision is held; it lies ahead of today.")
    return day


def _earlier(document: Document, gate: Gate, back_to: str | None) -> GateId:
    calendar, earlier = calendar_of(document), document.find(Gate, back_to)
    if earlier is None or calendar.offset_of(earlier.when) >= calendar.offset_of(gate.when):
        raise PlanError(f"Say to which gate before {gate.key} the launch goes back.")
    return earlier.id


def what_is_missing(document: Document, review_id: str, today: date) -> tuple[str, ...]:
    """What a record still needs before it can be sealed, in sentences; none when it can be."""
    review = existing(document, Review, review_id)
    if review.status is not ReviewStatus.IN_SESSION:
        return (f"Review {review.key} is not in session.",)
    return (
        *_decision_lacks(document, review, today),
        *_promises_lack(document, review),
        *_quorum_lacks(document, review),
    )


def _decision_lacks(document: Document, review: Review, today: date) -> Iterator[str]:
    if review.kind is ReviewKind.STATUS or review.gate is None:
        return
    if not review.verdict:
        yield "Decide."
        return
    if review.decider is None:
        yield "Name who decides."
    verdict, model = Outcome(review.verdict), proposal(document, today, review)
    if differs(model, verdict) and not review.rationale:
        yield f"Say why it is {verdict.label} where the model says {model.label}."
    if verdict is Outcome.NO_GO and review.next_review is None and not review.rationale:
        yield "Name the next date, or say what blocks a Go."
    if verdict is Outcome.CONDITIONAL and not any(row.review == review.id for row in document.rows(Condition)):
        yield "Add the condition that the Go depends on."


def _promises_lack(document: Document, review: Review) -> Iterator[str]:
    for row in document.rows(Condition):
        if row.review == review.id:
            wants = {"an owner": row.owner, "a due day": row.due, "a fallback": row.fallback.strip()}
            lacks = [name for name, value in wants.items() if not value]
            if lacks:
                yield f"Give the condition “{row.text[:80]}” {' and '.join(lacks)}."
    for action in document.rows(Action):
        if action.review == review.id and action.owner is None:
            yield f"Give the action “{action.text[:80]}” an owner."


def _quorum_lacks(document: Document, review: Review) -> Iterator[str]:
    quorum = quorum_of(document, review)
    if review.gate is not None and not quorum.is_met and not (review.quorum_note or review.rationale):
        yield f"{quorum.text} Say why it is decided all the same, or mark who is here."


def skip_gate(document: Document, gate_id: str, person: str, rationale: str, today: date) -> Edit:
    """Pass a gate by without a review; that is a decision with a name and a reason."""
    gate = document.find(Gate, gate_id)
    if gate is None or gate.status in DECIDED_GATES:
        raise PlanError("This gate is already decided.")
    if not rationale.strip():
        raise PlanError(f"Say why {gate.key} is skipped.")
    decision = Decision(
        id=DecisionId(new_id()),
        key=next_key("D-", (row.key for row in document.rows(Decision))),
        title=f"{gate.key} {gate.name} is skipped",
        day=today,
        decided_by=required_person(document, person),
        choice="Skip",
        rationale=rationale.strip(),
        gate=gate.id,
        order=last_place(document, Decision),
    )
    return Edit(
        f"Skip gate {gate.key}",
        (Change(None, decision), *gates_after(document, {gate.id: GateStatus.SKIPPED}, decision.id)),
    )


def gates_after(
    document: Document, statuses: Mapping[GateId, GateStatus], decision: DecisionId | None
) -> Iterator[Change]:
    """Gates that a decision gives another status; the first one still open is the next."""
    calendar = calendar_of(document)
    is_first = True
    for gate in sorted(document.gates, key=lambda gate: calendar.offset_of(gate.when)):
        status = statuses.get(gate.id, gate.status)
        if status not in DECIDED_GATES:
            if status is not GateStatus.FAILED:
                status = GateStatus.NEXT if is_first else GateStatus.UPCOMING
            is_first = False
        after = replace(gate, status=status, decision=decision if statuses.get(gate.id) in RESULTS else gate.decision)
        if after != gate:
            yield Change(gate, after)


RESULTS = DECIDED_GATES | {GateStatus.FAILED}
"""Statuses that a decision gives a gate."""
