"""The worked examples of the readiness model, by their numbers."""

from datetime import date
from typing import Any

import pytest

from launchpad.domain.row import Row
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.reasons import ConditionKind, StopKind, Verdict
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown
from tests.builders import a_gate, a_person, a_plan, a_track
from tests.engines.readiness_plans import (
    COULD,
    SHOULD,
    TODAY,
    a_risk,
    a_signoff,
    an_item,
    blocked,
    done,
    in_review,
    not_applicable,
    started,
    unproven,
    waived,
)


def scored(*rows: Row, today: date = TODAY) -> Readiness:
    return readiness(a_plan(*rows, a_person("owner")), today)


def of(answer: Readiness, key: str) -> TrackReadiness:
    return next(each for each in answer.tracks if each.track.key == key)


def kinds(answer: Readiness) -> list[StopKind | ConditionKind]:
    return [reason.kind for reason in (*answer.stops, *answer.conditions)]


def sales(onepager: Row) -> tuple[Row, ...]:
    return (
        done("pitch", track="sales"),
        in_review("battlecards", track="sales", criticality=SHOULD),
        started("price", 50, track="sales"),
        onepager,
    )


def engineering(security: Row) -> tuple[Row, ...]:
    return (
        done("build", track="engineering"),
        done("tests", track="engineering"),
        done("notes", track="engineering", criticality=SHOULD),
        security,
    )


def test_w1_a_track_is_the_weighed_share_of_its_credits() -> None:
    answer = scored(*sales(an_item("onepager", track="sales", criticality=COULD)))

    assert answer.score == 63.6


def test_w2_a_late_could_barely_moves_the_score() -> None:
    late: dict[str, Any] = {"baseline_start": date(2026, 10, 1), "baseline_finish": date(2026, 10, 6)}
    onepager = started("onepager", 40, track="sales", criticality=COULD, **late)
    in_time = started("onepager", 40, track="sales", criticality=COULD)

    assert scored(*sales(onepager)).score == 64.9
    assert scored(*sales(in_time)).score == 65.3
    assert scored(*sales(onepager)).verdict == scored(*sales(in_time)).verdict


def test_w3_a_track_without_items_drops_out_and_makes_a_go_conditional() -> None:
    items = [done(f"done{number}", track="engineering") for number in range(4)]
    open_one = an_item("open", track="engineering", weight=5, criticality=SHOULD)

    answer = scored(*items, open_one, a_track("sales"))

    assert of(answer, "sales").score is None
    assert answer.score == 80.0
    assert answer.verdict is Verdict.CONDITIONAL
    assert ConditionKind.EMPTY_TRACK in kinds(answer)


def test_w4_a_track_confirmed_as_not_applicable_changes_nothing() -> None:
    work = (done("done", weight=9), an_item("open", weight=1, criticality=COULD))

    answer = scored(*work, not_applicable("terms", track="legal"), not_applicable("privacy", track="legal"))

    assert of(answer, "legal").score is None
    assert (answer.score, answer.verdict) == (90.0, Verdict.GO)


def test_w4_a_track_left_out_without_confirmation_makes_a_go_conditional() -> None:
    work = (done("done", weight=9), an_item("open", weight=1, criticality=COULD))

    answer = scored(*work, not_applicable("terms", track="legal", confirmed=False))

    assert kinds(answer) == [ConditionKind.EMPTY_TRACK]


def test_w5_an_open_must_is_a_no_go_whatever_the_number() -> None:
    answer = scored(*engineering(blocked("security", 60, track="engineering")))

    assert answer.score == 77.2
    assert answer.verdict is Verdict.NO_GO
    assert StopKind.MUST_BLOCKED in kinds(answer)


def test_w6_a_waived_must_is_a_condition_and_leaves_its_gap() -> None:
    answer = scored(*engineering(waived("security", track="engineering")))

    assert answer.score == 72.2
    assert answer.verdict is Verdict.CONDITIONAL
    assert ConditionKind.MUST_WAIVED in kinds(answer)


@pytest.mark.parametrize(("missing", "verdict"), [("legal", Verdict.NO_GO), ("support", Verdict.CONDITIONAL)])
def test_w7_a_missing_signoff_weighs_as_its_track_says(missing: str, verdict: Verdict) -> None:
    signed = {"legal": "support", "support": "legal"}[missing]

    answer = scored(
        a_track("legal", strict_signoff=True),
        a_track("support"),
        a_gate("G4", -4, signoffs=["legal", "support"]),
        done("terms", track="legal", gate="G4"),
        done("rota", track="support", gate="G4"),
        a_signoff("G4", signed),
    )

    assert (answer.score, answer.verdict) == (100.0, verdict)


def test_w8_a_stale_item_costs_credit_and_confidence() -> None:
    today = date(2026, 10, 6)  # 25 working days before launch day
    fresh = [done("one"), done("two"), in_review("three", updated=today)]
    stale = [done("one"), done("two"), in_review("three", updated=date(2026, 9, 25))]  # 7 working days ago

    assert scored(*fresh, today=today).score == 93.3
    answer = scored(*stale, today=today)
    assert (answer.score, answer.confidence) == (86.7, 66.7)
    assert answer.verdict is Verdict.NO_GO  # the must in review
    assert ConditionKind.CONFIDENCE in kinds(answer)


def test_w8_low_confidence_alone_makes_a_go_conditional() -> None:
    today = date(2026, 10, 6)
    stale = in_review("three", updated=date(2026, 9, 25), criticality=SHOULD, weight=5)

    answer = scored(done("one"), done("two"), stale, today=today)

    assert (answer.score, answer.verdict) == (86.7, Verdict.CONDITIONAL)
    assert kinds(answer) == [ConditionKind.CONFIDENCE]


def test_w9_risks_take_points_after_the_items() -> None:
    unmanaged = a_risk("moderate", 2, 4, "track", owner=None)

    answer = scored(done("done", weight=9), an_item("open", weight=1), a_risk("severe", 4, 4, "track"), unmanaged)

    assert (answer.work, answer.score) == (90.0, 82.0)
    assert of(answer, "track").deduction == 8


def w10(*extra: Row) -> Readiness:
    return scored(
        a_track("engineering", weight=18, core=True),
        a_track("marketing", weight=15, core=True),
        a_track("sales", weight=15, core=True),
        a_track("support", weight=14, core=True),
        *engineering(blocked("security", 60, track="engineering")),
        done("story", track="marketing", weight=9),
        an_item("page", track="marketing", weight=1, criticality=COULD),
        *sales(an_item("onepager", track="sales", criticality=COULD)),
        done("articles", track="support", weight=10),
        done("rota", track="support", weight=7),
        an_item("macros", track="support", weight=3, criticality=COULD),
        *extra,
    )


def test_w10_tracks_add_up_by_weight_and_launch_wide_risks_come_off() -> None:
    assert [shown(each.score or 0) for each in w10().tracks] == [77.2, 90.0, 63.6, 85.0]
    assert w10().score == 78.8
    assert w10(a_risk("launch", 3, 4)).score == 75.8


def test_w10_thresholds_alone_make_it_conditional_and_open_musts_a_no_go() -> None:
    answer = w10(a_risk("launch", 3, 4))

    assert answer.verdict is Verdict.NO_GO
    assert {stop.kind for stop in answer.stops} == {StopKind.MUST_BLOCKED, StopKind.MUST_OPEN}
    assert [(each.kind, each.rows) for each in answer.conditions] == [
        (ConditionKind.SCORE, ()),
        (ConditionKind.CORE_TRACK, ("track:sales",)),
    ]


def test_w10_the_price_guide_raises_the_score_most() -> None:
    best = max(w10().gains, key=lambda gain: gain.points)

    assert (best.task.key, shown(best.points, 2)) == ("price", 6.05)


def test_w11_work_is_compared_with_what_the_baseline_expects_by_today() -> None:
    today = date(2026, 10, 6)

    answer = scored(
        done("first", baseline_start=date(2026, 9, 28), baseline_finish=date(2026, 10, 2)),
        started("second", 30, baseline_start=date(2026, 10, 5), baseline_finish=date(2026, 10, 6), updated=today),
        an_item("third", criticality=SHOULD),
        today=today,
    )

    assert (answer.expected, answer.work, answer.gap) == (50.0, 45.4, -4.6)


def test_w12_a_must_done_without_its_proof_is_a_no_go_at_any_score() -> None:
    answer = scored(*(done(f"done{number}") for number in range(4)), unproven("unproven"))

    assert (answer.score, answer.verdict) == (96.0, Verdict.NO_GO)
    assert kinds(answer) == [StopKind.MUST_UNPROVEN]


def test_w12_the_proof_makes_it_a_go() -> None:
    approved = done("unproven", approver="boss", approved_by="boss")

    assert scored(*(done(f"done{number}") for number in range(4)), approved).verdict is Verdict.GO
