"""What a review recorded stays: which changes of a plan are refused, and which go on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import (
    ActionStatus,
    Answer,
    ConditionStatus,
    DecisionStatus,
    GateStatus,
    ReviewStatus,
)
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Decision, ReadinessPoint, Review, SignOff
from launchpad.domain.ids import (
    ActionId,
    AddendumId,
    ConditionId,
    DecisionId,
    GateId,
    ReadinessPointId,
    ReviewId,
    SignOffId,
    TrackId,
)
from launchpad.domain.review import Addendum
from launchpad.domain.row import Row
from launchpad.domain.values import SignOffRecord
from launchpad.journal.record_guard import refuse_record_changes
from tests.builders import a_gate, a_plan, a_track

DAY = date(2026, 10, 12)
SIGNED = "2026-10-12T10:00"


def a_review(key: str, status: ReviewStatus, **fields: Any) -> Review:
    values: dict[str, Any] = {
        "id": ReviewId(key),
        "key": key,
        "title": key,
        "status": status,
        "gate": GateId("gate:G1"),
        **fields,
    }
    return Review(**values)


def an_answer(track: str, gate: str = "G1") -> SignOff:
    return SignOff(
        id=SignOffId(f"{track} at {gate}"),
        gate=GateId(f"gate:{gate}"),
        track=TrackId(f"track:{track}"),
        answer=Answer.APPROVE,
        at=SIGNED,
    )


def a_decision(key: str) -> Decision:
    return Decision(id=DecisionId(key), key=key, title=key)


def a_point(key: str) -> ReadinessPoint:
    return ReadinessPoint(id=ReadinessPointId(key), day=DAY)


RECORDED = a_review(
    "R-1",
    ReviewStatus.RECORDED,
    signoffs=(SignOffRecord("sales", None, Answer.APPROVE, at=SIGNED),),
    decision=DecisionId("D-1"),
    point=ReadinessPointId("recorded"),
)
HELD = a_review("R-2", ReviewStatus.IN_SESSION, signoffs=(SignOffRecord("legal", None, Answer.APPROVE, at=SIGNED),))
ADDENDUM = Addendum(id=AddendumId("A-1"), review=ReviewId("R-1"), day=DAY, text="It was the 11th.")
PROMISED = Condition(id=ConditionId("C-1"), key="C-1", text="Train them", review=ReviewId("R-1"))
ASKED = Action(id=ActionId("X-1"), key="X-1", text="Ask them", review=ReviewId("R-1"))
HELD_CONDITION = replace(PROMISED, id=ConditionId("C-2"), key="C-2", review=ReviewId("R-2"))
LOOSE_CONDITION = replace(PROMISED, id=ConditionId("C-3"), key="C-3", review=None)


def a_room(gate: GateStatus = GateStatus.PASSED) -> Document:
    return a_plan(
        a_gate("G1", status=gate),
        a_gate("G2", status=gate),
        *(a_track(key) for key in ("sales", "legal", "support")),
        *(RECORDED, HELD, ADDENDUM, PROMISED, ASKED, HELD_CONDITION, LOOSE_CONDITION),
        *(an_answer(track) for track in ("sales", "legal", "support")),
        an_answer("sales", "G2"),
        *(a_decision(key) for key in ("D-1", "D-2")),
        *(a_point(key) for key in ("recorded", "imported")),
    )


def refusal(plan: Document, row: Row, **fields: Any) -> str:
    """Why a change of a row is refused; empty when it is not. Without fields the row is removed."""
    before = plan.table(type(row))[row.id]
    after = replace(before, **fields) if fields else None
    try:
        refuse_record_changes(plan, Edit("Change", (Change(before, after),)))
    except PlanError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("row", "fields", "said"),
    [
        (RECORDED, {"title": "Other"}, "Review R-1 is recorded and stays as it is"),
        (RECORDED, {}, "Review R-1 is recorded and stays as it is"),
        (ADDENDUM, {"text": "It was not."}, "An addendum stays as it is"),
        (PROMISED, {}, "C-1 was agreed in review R-1, which is recorded; close it instead."),
        (ASKED, {}, "X-1 was agreed in review R-1, which is recorded; close it instead."),
        (an_answer("sales"), {"answer": Answer.REFUSE}, "This answer is part of the record of review R-1"),
        (an_answer("sales"), {}, "This answer is part of the record of review R-1"),
        (a_decision("D-1"), {"title": "Other"}, "This is part of the record of review R-1"),
        (a_decision("D-1"), {}, "This is part of the record of review R-1"),
        (a_point("recorded"), {"readiness": 99.0}, "This is part of the record of review R-1"),
        (a_point("recorded"), {}, "This is part of the record of review R-1"),
    ],
)
def test_what_was_recorded_stays(row: Row, fields: dict[str, Any], said: str):
    assert refusal(a_room(), row, **fields).startswith(said)


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (HELD, {"title": "Other"}),
        (HELD, {}),
        (PROMISED, {"status": ConditionStatus.CLOSED}),
        (ASKED, {"status": ActionStatus.DONE}),
        (HELD_CONDITION, {}),
        (LOOSE_CONDITION, {}),
        (an_answer("legal"), {"answer": Answer.REFUSE}),
        (an_answer("support"), {}),
        (an_answer("sales", "G2"), {"answer": Answer.REFUSE}),
        (a_decision("D-1"), {"status": DecisionStatus.SUPERSEDED}),
        (a_decision("D-2"), {"title": "Other"}),
        (a_decision("D-2"), {}),
        (a_point("imported"), {}),
    ],
)
def test_what_is_not_in_a_record_or_lives_on_may_change(row: Row, fields: dict[str, Any]):
    assert refusal(a_room(), row, **fields) == ""


def test_an_answer_may_change_once_its_gate_is_asked_again_but_not_go():
    again = a_room(GateStatus.UPCOMING)

    assert refusal(again, an_answer("sales"), answer=Answer.REFUSE) == ""
    assert refusal(again, an_answer("sales")) != ""


def test_a_change_that_changes_nothing_touches_no_record():
    refuse_record_changes(a_room(), Edit("Nothing", (Change(RECORDED, RECORDED), Change(None, a_track("new")))))
