"""Scores over tracks, gates and time."""

from datetime import date
from typing import Any

import pytest

from launchpad.domain.enums import GateStatus, IssueStatus, RiskStatus
from launchpad.domain.row import Row
from launchpad.engines.readiness import gate_called, readiness
from tests.builders import a_gate, a_person, a_plan, a_track, link
from tests.engines.readiness_plans import TODAY, a_risk, an_issue, an_item, blocked, done, not_applicable


def score(*rows: Row, today: date = TODAY, gate: str | None = None) -> float | None:
    plan = a_plan(*rows, a_person("owner"))
    return readiness(plan, today, gate_called(plan, gate) if gate else None).score


GATES = (a_gate("G1", -30), a_gate("G2", -10), a_gate("GL", 0), a_gate("G5", 12), a_gate("G6", 64))


def test_launch_readiness_counts_the_gates_up_to_launch_day() -> None:
    items = (done("a", gate="G1"), an_item("b", gate="G2"), done("c", gate="GL"), an_item("d", gate="G5"))

    assert score(*GATES, *items) == 66.7


def test_gate_readiness_counts_the_gates_up_to_the_one_in_question() -> None:
    items = (done("a", gate="G1"), an_item("b", gate="G2"), an_item("c", gate="GL"), done("d", gate="G5"))

    assert score(*GATES, *items, gate="G1") == 100.0
    assert score(*GATES, *items, gate="G2") == 50.0
    assert score(*GATES, *items, gate="G5") == 50.0


def test_after_launch_the_items_of_the_open_gate_count() -> None:
    items = (an_item("a", gate="G1"), done("b", gate="G5"), an_item("c", gate="G6"))
    past = a_gate("G5", 12, status=GateStatus.PASSED)

    assert score(*GATES, *items, today=date(2026, 11, 11)) == 100.0
    assert score(*GATES[:3], past, GATES[4], *items, today=date(2026, 11, 11)) == 0.0


def test_a_task_without_a_gate_counts_for_the_launch_unless_it_comes_after() -> None:
    loose = (done("a", anchor="SNET:T-9"), an_item("b", anchor="SNET:T+3"), an_item("c"))

    assert score(*GATES, *loose, an_item("d", gate="G1"), link("b", "c")) == 50.0
    assert score(*GATES, *loose, an_item("d", gate="G1"), link("b", "c"), gate="GL") == 0.0
    assert score(*GATES, *loose, an_item("d", gate="G1"), link("b", "c"), gate="G5") == 50.0


def test_not_applicable_items_leave_the_sum() -> None:
    assert score(done("a"), an_item("b"), not_applicable("c", confirmed=False)) == 50.0


def test_an_empty_plan_has_no_score() -> None:
    answer = readiness(a_plan(), TODAY)

    assert (answer.score, answer.work, answer.expected, answer.confidence, answer.gap) == (None,) * 5
    assert [stop.text for stop in answer.stops] == ["There is nothing to assess."]
    assert answer.sentence == "There is nothing to assess."


def test_tracks_without_weight_do_not_divide_by_nothing() -> None:
    assert score(done("a"), a_track(weight=0)) is None


@pytest.mark.parametrize(
    ("probability", "impact", "points"), [(2, 2, 0), (1, 5, 1), (3, 3, 1), (2, 5, 3), (3, 4, 3), (3, 5, 6), (5, 5, 6)]
)
def test_a_risk_takes_points_by_its_band(probability: int, impact: int, points: int) -> None:
    assert score(done("a"), a_risk("r", probability, impact, "track")) == 100 - points


@pytest.mark.parametrize("missing", [{"owner": None}, {"plan": " "}, {"review": date(2026, 10, 9)}])
def test_an_unmanaged_risk_counts_twice(missing: dict[str, object]) -> None:
    assert score(done("a"), a_risk("r", 3, 4, "track", **missing)) == 94.0


@pytest.mark.parametrize("review", [None, TODAY])
def test_a_risk_is_managed_until_its_review_is_past(review: date | None) -> None:
    assert score(done("a"), a_risk("r", 3, 4, "track", review=review)) == 97.0


@pytest.mark.parametrize("status", [RiskStatus.CLOSED, RiskStatus.HAPPENED])
def test_only_open_risks_and_issues_count(status: RiskStatus) -> None:
    closed = an_issue("i", 1, "track", status=IssueStatus.CLOSED)

    assert score(done("a"), a_risk("r", 5, 5, "track", status=status), closed) == 100.0


def test_issues_take_points_by_severity() -> None:
    assert score(done("a"), *(an_issue(f"i{severity}", severity, "track") for severity in (1, 2, 3))) == 90.0


def test_a_track_loses_fifteen_points_at_most_and_the_launch_ten() -> None:
    track = [a_risk(f"r{number}", 4, 4, "track") for number in range(3)]
    launch = [a_risk(f"l{number}", 4, 4) for number in range(2)]

    assert score(done("a"), *track) == 85.0
    assert score(done("a"), *track, *launch) == 75.0


def test_no_score_is_below_zero() -> None:
    assert score(an_item("a"), a_risk("r", 4, 4, "track"), a_risk("l", 4, 4)) == 0.0


def test_late_items_are_counted_apart_from_blocked_ones() -> None:
    late: dict[str, Any] = {"baseline_start": date(2026, 10, 1), "baseline_finish": date(2026, 10, 2)}
    plan = a_plan(an_item("a", **late), blocked("b", **late), done("c", **late), an_item("d"), not_applicable("e"))

    track = readiness(plan, TODAY).tracks[0]
    assert (track.done, track.total, track.overdue, track.blocked) == (1, 4, 1, 1)
