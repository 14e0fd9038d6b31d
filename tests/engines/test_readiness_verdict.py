"""Every stop and every condition, by hand."""

from datetime import date
from typing import Any

import pytest

from launchpad.domain.enums import (
    Answer,
    BlackoutKind,
    Criticality,
    DecisionStatus,
    GateStatus,
    IssueStatus,
    ReviewStatus,
    RivalConfidence,
)
from launchpad.domain.gate import Review
from launchpad.domain.ids import DecisionId, GateId, PersonId, ReviewId
from launchpad.domain.row import Row
from launchpad.domain.values import SignOffRecord, Thresholds
from launchpad.engines.readiness import Readiness, gate_called, readiness
from launchpad.engines.readiness.reasons import ConditionKind, StopKind, Verdict
from tests.builders import LAUNCH_DAY, a_gate, a_launch, a_person, a_plan, a_track
from tests.engines.readiness_plans import (
    COULD,
    PROOF,
    SHOULD,
    TODAY,
    a_blackout,
    a_decision,
    a_risk,
    a_rival,
    a_signoff,
    an_asset,
    an_issue,
    an_item,
    blocked,
    done,
    in_review,
    started,
    unproven,
    waived,
)

LATE: dict[str, Any] = {"baseline_start": date(2026, 10, 1), "baseline_finish": date(2026, 10, 7)}


def judged(*rows: Row, gate: str | None = None) -> Readiness:
    plan = a_plan(*rows, a_person("owner"))
    return readiness(plan, TODAY, gate_called(plan, gate) if gate else None)


def stops(*rows: Row, gate: str | None = None) -> list[tuple[StopKind | ConditionKind, str]]:
    answer = judged(*rows, gate=gate)
    assert (answer.verdict is Verdict.NO_GO) == bool(answer.stops)
    return [(stop.kind, stop.text) for stop in answer.stops]


def conditions(*rows: Row, gate: str | None = None) -> list[tuple[StopKind | ConditionKind, str]]:
    answer = judged(*rows, gate=gate)
    assert answer.stops == ()
    assert answer.verdict is (Verdict.CONDITIONAL if answer.conditions else Verdict.GO)
    return [(condition.kind, condition.text) for condition in answer.conditions]


MANY = [done(f"many{number}", weight=10) for number in range(9)]
"""Enough done work to keep the score above every threshold."""


def test_all_done_and_nothing_against_it_is_a_go() -> None:
    assert conditions(*MANY) == []


def test_open_shoulds_do_not_stop() -> None:
    assert conditions(*MANY, an_item("should", criticality=SHOULD, **LATE), blocked("could", criticality=COULD)) == []


def test_a_blocked_must_stops() -> None:
    task = blocked("test", blocked_reason="No license.", unblocked_by="ravi")

    answer = judged(*MANY, task)
    assert stops(*MANY, task) == [(StopKind.MUST_BLOCKED, "“Do test” (test) is blocked until 14 Oct: No license.")]
    assert answer.stops[0].next_step == "Ravi is to unblock it."
    assert judged(*MANY, blocked("test", unblock_by=None)).stops[0].next_step == ("Say who unblocks it. Agree a date.")


def test_a_late_must_stops() -> None:
    assert stops(*MANY, started("page", **LATE)) == [(StopKind.MUST_LATE, "“Do page” (page) is 3 working days late.")]


def test_a_must_not_due_yet_stops_what_is_decided_today() -> None:
    assert stops(*MANY, an_item("page")) == [(StopKind.MUST_OPEN, "“Do page” (page) is not done; it is due on 6 Nov.")]


@pytest.mark.parametrize(
    ("task", "more", "said"),
    [
        (unproven("demo"), (), "has no evidence"),
        (done("demo", approver="boss"), (), "not approved by Boss"),
        (done("demo"), (an_asset("card", "demo", expires=date(2026, 10, 9)),), "“Asset card” has expired"),
    ],
)
def test_an_unproven_must_stops(task: Row, more: tuple[Row, ...], said: str) -> None:
    ((kind, text),) = stops(*MANY, task, *more)

    assert kind is StopKind.MUST_UNPROVEN
    assert said in text


def test_musts_are_listed_blocked_late_unproven_open_and_then_by_date() -> None:
    rows = (an_item("d"), unproven("c"), started("b2", **LATE), in_review("b1", **LATE), blocked("a"))

    listed = [stop.rows[0] for stop in judged(*MANY, *rows).stops]
    assert listed == [f"task:{key}" for key in ("a", "b1", "b2", "c", "d")]


def test_only_musts_of_this_or_an_earlier_gate_stop() -> None:
    rows = (a_gate("G3", -12), a_gate("G4", -4), done("a", gate="G3"), an_item("b", gate="G4"))

    assert stops(*rows, gate="G3") == []
    assert [kind for kind, _ in stops(*rows, gate="G4")][:1] == [StopKind.MUST_OPEN]


def test_a_score_below_the_conditional_threshold_stops() -> None:
    half = [done("a"), an_item("b", criticality=SHOULD, weight=5)]

    assert stops(*half) == [(StopKind.SCORE, "Readiness 50.0 is below 70.")]


def test_a_score_below_go_is_a_condition() -> None:
    most = [done("a", weight=8), an_item("b", criticality=SHOULD, weight=2)]

    assert conditions(*most) == [(ConditionKind.SCORE, "Readiness 80.0 is below 85.")]


def test_thresholds_are_compared_with_the_number_on_screen() -> None:
    launch = a_launch(thresholds=Thresholds(85, 70, 0, 0))
    tracks = [a_track("big", weight=84.96), a_track("small", weight=15.04)]
    answer = judged(launch, *tracks, done("a", track="big"), an_item("b", track="small", criticality=COULD))

    assert answer.score == 85.0
    assert answer.verdict is Verdict.GO


def two_tracks(core: bool, done_weight: int) -> list[Row]:
    return [
        a_track("big", weight=95),
        a_track("small", weight=5, core=core),
        done("a", track="big"),
        done("b", track="small", weight=done_weight),
        an_item("c", track="small", weight=10 - done_weight, criticality=COULD),
    ]


def test_a_core_track_has_two_floors_and_another_track_one() -> None:
    assert stops(*two_tracks(True, 5)) == [(StopKind.CORE_TRACK, "Small at 50.0 is below 60.")]
    assert conditions(*two_tracks(True, 7)) == [(ConditionKind.CORE_TRACK, "Small at 70.0 is below 75.")]
    assert conditions(*two_tracks(False, 5)) == [(ConditionKind.TRACK, "Small at 50.0 is below 60.")]
    assert conditions(*two_tracks(False, 7)) == []


def gate_with(*rows: Row, status: GateStatus = GateStatus.NEXT) -> list[Row]:
    tracks = [a_track("legal", strict_signoff=True), a_track("sales"), a_track("other", strict_signoff=True)]
    gate = a_gate("G3", -12, signoffs=["legal", "sales"], status=status)
    return [*tracks, gate, *(done(key, track=key, gate="G3") for key in ("legal", "sales", "other")), *rows]


def test_signoffs_missing_at_the_gate() -> None:
    assert stops(*gate_with()) == [
        (StopKind.SIGNOFF_MISSING, "Legal has not signed off G3, which cannot pass without.")
    ]
    assert conditions(*gate_with(a_signoff("G3", "legal"))) == [
        (ConditionKind.SIGNOFF_MISSING, "Sales has not signed off G3.")
    ]
    assert conditions(*gate_with(a_signoff("G3", "legal"), a_signoff("G3", "sales"))) == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer.REFUSE, StopKind.SIGNOFF_REFUSED),
        (Answer.VOID, StopKind.SIGNOFF_MISSING),
        (Answer.MISSING, StopKind.SIGNOFF_MISSING),
    ],
)
def test_an_answer_that_is_no_approval_stops_a_strict_track(answer: Answer, kind: StopKind) -> None:
    rows = gate_with(a_signoff("G3", "legal", answer), a_signoff("G3", "sales"))

    assert [found for found, _ in stops(*rows)] == [kind]


def test_an_abstention_is_an_answer() -> None:
    assert conditions(*gate_with(a_signoff("G3", "legal", Answer.ABSTAIN), a_signoff("G3", "sales"))) == []


def test_a_refusal_stops_even_where_no_signoff_was_asked() -> None:
    rows = gate_with(a_signoff("G3", "legal"), a_signoff("G3", "sales"), a_signoff("G3", "other", Answer.REFUSE))

    assert stops(*rows) == [(StopKind.SIGNOFF_REFUSED, "Other refuses to sign off G3.")]


def test_launch_readiness_asks_for_the_signoffs_of_the_next_undecided_gate() -> None:
    later = a_gate("G4", -4, signoffs=["sales"])

    assert conditions(*gate_with(later, status=GateStatus.PASSED)) == [
        (ConditionKind.SIGNOFF_MISSING, "Sales has not signed off G4.")
    ]
    assert judged(*gate_with(later, status=GateStatus.FAILED)).stops[0].kind is StopKind.SIGNOFF_MISSING


def test_a_past_gate_finds_its_signoffs_in_the_review() -> None:
    records = tuple(SignOffRecord(key, None, Answer.APPROVE) for key in ("legal", "sales"))
    review = Review(
        id=ReviewId("review:R1"),
        key="R1",
        title="Checkpoint",
        gate=GateId("gate:G3"),
        status=ReviewStatus.RECORDED,
        signoffs=records,
    )

    assert conditions(*gate_with(review, status=GateStatus.PASSED), gate="G3") == []


def test_a_severe_risk_stops_without_a_plan_and_is_a_condition_with_one() -> None:
    assert stops(*MANY, a_risk("fire", 3, 5, plan="")) == [
        (StopKind.RISK_WITHOUT_PLAN, "The severe risk “Risk fire” has no plan.")
    ]
    assert conditions(*MANY, a_risk("fire", 3, 5)) == [(ConditionKind.RISK, "The severe risk “Risk fire” is open.")]
    assert conditions(*MANY, a_risk("smoke", 2, 5, plan="")) == []


def test_an_open_severity_1_issue_stops() -> None:
    assert stops(*MANY, an_issue("fire", 1)) == [(StopKind.ISSUE, "The severity 1 issue “Issue fire” is open.")]
    assert conditions(*MANY, an_issue("smoke", 2), an_issue("out", 1, status=IssueStatus.CLOSED)) == []


def test_launch_day_in_a_hard_blackout_stops() -> None:
    inside = a_blackout("freeze", LAUNCH_DAY, date(2026, 11, 12), BlackoutKind.HARD)
    beside = a_blackout("other", date(2026, 11, 11), date(2026, 11, 12), BlackoutKind.HARD)

    assert stops(*MANY, inside, beside) == [
        (StopKind.BLACKOUT, "Launch day, 10 Nov, falls in the hard blackout “Blackout freeze”.")
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 9), date(2026, 11, 10), "on launch day"),
        (date(2026, 11, 9), date(2026, 11, 9), "1 working day from launch day"),
        (date(2026, 10, 1), date(2026, 11, 3), "5 working days from launch day"),
        (date(2026, 11, 17), date(2026, 11, 20), "5 working days from launch day"),
        (date(2026, 11, 2), date(2026, 11, 2), None),
        (date(2026, 11, 18), date(2026, 11, 18), None),
    ],
)
def test_a_clash_within_five_working_days_needs_a_decision(first: date, last: date, said: str | None) -> None:
    soft = conditions(*MANY, a_blackout("expo", first, last, BlackoutKind.SOFT))
    rival = conditions(*MANY, a_rival("promo", first, last))

    assert [text for _, text in soft] == [f"The soft blackout “Blackout expo” is {said} and not decided."] * bool(said)
    assert [text for _, text in rival] == [f"Brightmill's “Event promo” is {said} and not decided."] * bool(said)


def test_a_decided_clash_is_no_condition() -> None:
    decided = a_rival("promo", LAUNCH_DAY, LAUNCH_DAY, decision=DecisionId("decision:D"))
    gone = a_rival("gone", LAUNCH_DAY, LAUNCH_DAY, confidence=RivalConfidence.GONE)

    assert conditions(*MANY, decided, gone, a_decision("D")) == []
    proposed = conditions(*MANY, decided, a_decision("D", status=DecisionStatus.PROPOSED))
    assert [kind for kind, _ in proposed] == [ConditionKind.RIVAL]


def test_a_waived_must_is_a_condition_with_or_without_its_decision() -> None:
    assert conditions(*MANY, waived("plan")) == [
        (ConditionKind.MUST_WAIVED, "The must “Do plan” (plan) is waived, without a decision.")
    ]
    decided = waived("plan", waived_by=DecisionId("decision:D"))
    assert conditions(*MANY, decided, a_decision("D"))[0][1] == "The must “Do plan” (plan) is waived."
    assert conditions(*MANY, waived("plan", criticality=SHOULD)) == []


def test_low_confidence_is_a_condition() -> None:
    stale = [in_review(f"s{n}", weight=10, criticality=SHOULD, updated=date(2026, 10, 1)) for n in range(4)]

    ((kind, text),) = conditions(*MANY, *stale)
    assert kind is ConditionKind.CONFIDENCE
    assert text == "Confidence is low: 69.2 % of the weight has a recent update."


def test_a_track_with_work_only_at_later_gates_is_not_empty() -> None:
    rows = [a_gate("G1", -50), a_gate("G4", -4), done("a", track="one", gate="G1"), done("b", track="two", gate="G4")]

    assert conditions(*rows, gate="G1") == []


def test_a_reason_names_its_rows_its_owner_and_the_next_step() -> None:
    plan = a_plan(*MANY, unproven("demo", owner="milo"))

    (stop,) = readiness(plan, TODAY).stops
    assert (stop.rows, stop.owner) == (("task:demo",), PersonId("person:milo"))
    assert stop.next_step == "Attach the evidence."


def test_evidence_and_approval_lift_the_stop() -> None:
    proven = done("demo", criticality=Criticality.MUST, approver="boss", approved_by="boss", evidence=PROOF)

    assert conditions(*MANY, proven) == []
