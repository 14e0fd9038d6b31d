"""Reads the recorded reviews of a launch file, with what they asked for and what the trend looked like."""

from collections.abc import Iterator, Mapping

from launchpad.domain import ids as new
from launchpad.domain.enums import ActionStatus, ConditionStatus, CriterionStatus, ReviewKind, ReviewStatus
from launchpad.domain.gate import Action, Condition, ReadinessPoint, Review, SignOff
from launchpad.domain.row import Row
from launchpad.domain.values import Attendance, CriterionResult, Dissent, SignOffRecord, Snapshot, TrackScore
from launchpad.templates.fields import Fields
from launchpad.templates.sample.gates import signoff_row
from launchpad.templates.sample.ids import Ids

_TEXTS = ("title", "mode", "started", "ended", "signed_at")
_PEOPLE = ("facilitator", "scribe", "decider", "signed_by")
_REVIEW = frozenset(_TEXTS + _PEOPLE) | frozenset(
    "id gate kind planned attendees quorum snapshot criteria signoffs decision dissent actions parking_lot"
    " next_review".split()
)
_SNAPSHOT = frozenset(
    "readiness gate_readiness expected work_done confidence tracks recommended stops conditions".split()
)
_DECISION = ("verdict", "recommended", "rationale", "conditions")
_SIGNOFF = ("track", "person", "decision", "comment", "at")
_CONDITION = ("id", "text", "owner", "due", "fallback", "status", "closed_on")
_ACTION = ("id", "text", "owner", "due", "status", "done_on")


def review_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield the reviews, each with the answers at its gate, conditions and actions, and then the recorded trend."""
    for each, place in fields.ordered("reviews", _REVIEW):
        gate = each.required_reference("gate", ids.gates, "gate")
        answers = {answer.key("track"): signoff_row(answer, ids, gate) for answer in each.each("signoffs", _SIGNOFF)}
        decision = each.required_inner("decision", _DECISION)
        review = _review(each, decision, ids, answers, place)
        yield review
        yield from answers.values()
        yield from _conditions(decision, ids, review.id)
        yield from _actions(each, ids, review.id)
    for each in fields.each("readiness_history", ("date", "readiness", "work_done", "expected")):
        yield each.built(
            ReadinessPoint,
            id=new.ReadinessPointId(new.new_id()),
            day=each.required_day("date"),
            readiness=each.number("readiness"),
            work=each.number("work_done"),
            expected=each.number("expected"),
            source="import",
        )


def _review(fields: Fields, decision: Fields, ids: Ids, answers: Mapping[str, SignOff], place: str) -> Review:
    quorum = fields.inner("quorum", ("met", "note"))
    return fields.built(
        Review,
        id=new.ReviewId(new.new_id()),
        key=fields.key("id"),
        gate=fields.reference("gate", ids.gates, "gate"),
        kind=fields.word("kind", ReviewKind) or ReviewKind.GATE,
        status=ReviewStatus.RECORDED,
        planned=fields.day("planned"),
        attendees=tuple(_attendance(each, ids) for each in fields.each("attendees", ("person", "attended"))),
        quorum_met=quorum.boolean("met", False) if quorum else None,
        quorum_note=quorum.text("note") if quorum else "",
        snapshot=_snapshot(fields),
        criteria=tuple(_result(each, ids) for each in fields.each("criteria", ("id", "result", "note"))),
        signoffs=tuple(
            SignOffRecord(track, row.person, row.answer, row.comment, row.at) for track, row in answers.items()
        ),
        dissent=tuple(_dissent(each, ids) for each in fields.each("dissent", ("person", "text"))),
        parking_lot=fields.texts("parking_lot"),
        next_review=fields.day("next_review"),
        order=place,
        **{name: fields.text(name) for name in _TEXTS},
        **{name: ids.person(fields, name) for name in _PEOPLE},
        **{name: decision.text(name) for name in ("verdict", "recommended", "rationale")},
    )


def _attendance(fields: Fields, ids: Ids) -> Attendance:
    return Attendance(fields.required_reference("person", ids.people, "person"), fields.required_text("attended"))


def _dissent(fields: Fields, ids: Ids) -> Dissent:
    return Dissent(fields.required_reference("person", ids.people, "person"), fields.required_text("text"))


def _result(fields: Fields, ids: Ids) -> CriterionResult:
    criterion = fields.required_reference("id", ids.criteria, "criterion")
    return CriterionResult(
        criterion, fields.word("result", CriterionStatus) or CriterionStatus.OPEN, fields.text("note")
    )


def _snapshot(fields: Fields) -> Snapshot | None:
    inner = fields.inner("snapshot", _SNAPSHOT)
    if inner is None:
        return None
    return Snapshot(
        readiness=inner.number("readiness"),
        gate_readiness=inner.number("gate_readiness"),
        expected=inner.number("expected"),
        work=inner.number("work_done"),
        confidence=inner.number("confidence", 0, 1),
        tracks=tuple(TrackScore(track, score) for track, score in inner.named_numbers("tracks").items()),
        recommended=inner.text("recommended"),
        stops=inner.texts("stops"),
        conditions=inner.texts("conditions"),
    )


def _conditions(fields: Fields, ids: Ids, review: new.ReviewId) -> Iterator[Row]:
    for each, place in fields.ordered("conditions", _CONDITION):
        yield each.built(
            Condition,
            id=new.ConditionId(new.new_id()),
            key=each.key("id"),
            text=each.required_text("text"),
            review=review,
            owner=ids.person(each, "owner"),
            due=each.day("due"),
            fallback=each.text("fallback"),
            status=each.word("status", ConditionStatus) or ConditionStatus.OPEN,
            closed_on=each.day("closed_on"),
            order=place,
        )


def _actions(fields: Fields, ids: Ids, review: new.ReviewId) -> Iterator[Row]:
    for each, place in fields.ordered("actions", _ACTION):
        yield each.built(
            Action,
            id=new.ActionId(new.new_id()),
            key=each.key("id"),
            text=each.required_text("text"),
            review=review,
            owner=ids.person(each, "owner"),
            due=each.day("due"),
            status=each.word("status", ActionStatus) or ActionStatus.OPEN,
            done_on=each.day("done_on"),
            order=place,
        )
