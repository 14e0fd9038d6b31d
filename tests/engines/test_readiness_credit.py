"""What one item earns."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.domain.enums import AssetStatus
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.board import board_of
from launchpad.engines.readiness.credit import WHOLE
from launchpad.engines.readiness.expected import EXPECTED
from launchpad.engines.readiness.shown import shown
from tests.builders import LAUNCH_DAY, a_launch, a_plan
from tests.engines.readiness_plans import (
    SHOULD,
    TODAY,
    an_asset,
    an_item,
    blocked,
    done,
    in_review,
    not_applicable,
    started,
    unproven,
    waived,
)


def credit(task: Task, *rows: Row, today: date = TODAY) -> float:
    item = board_of(a_plan(task, *rows), today).items[task.id]
    return item.credit.earned / WHOLE


@pytest.mark.parametrize(
    ("task", "earns"),
    [
        (an_item("t"), 0),
        (an_item("t", progress=90), 0),
        (started("t"), 0.3),
        (started("t", 0), 0),
        (started("t", 50), 0.3),
        (started("t", 100), 0.6),
        (in_review("t"), 0.8),
        (in_review("t", progress=10), 0.8),
        (unproven("t"), 0.8),
        (done("t"), 1),
        (blocked("t"), 0.15),
        (blocked("t", 60), 0.18),
        (waived("t"), 0),
        (not_applicable("t"), 0),
    ],
)
def test_every_status_earns_its_credit(task: Task, earns: float) -> None:
    assert credit(task) == earns


def test_only_the_approver_can_approve() -> None:
    assert credit(done("t", approver="boss")) == 0.8
    assert credit(done("t", approver="boss", approved_by="colleague")) == 0.8
    assert credit(done("t", approver="boss", approved_by="boss")) == 1
    assert credit(done("t", approved_by="colleague")) == 1


def test_an_expired_asset_takes_the_proof_from_the_task_that_made_it() -> None:
    assert credit(done("t"), an_asset("card", "t", expires=date(2026, 10, 11))) == 0.8
    assert credit(done("t"), an_asset("card", "t", expires=TODAY)) == 1
    assert credit(done("t"), an_asset("card", "t", status=AssetStatus.EXPIRED)) == 0.8
    assert credit(started("t", 50), an_asset("card", "t", expires=date(2026, 10, 11))) == 0.3


@pytest.mark.parametrize(
    ("due", "factor"),
    [
        (date(2026, 10, 12), 1),
        (date(2026, 10, 9), 0.95),  # the Friday before a Monday
        (date(2026, 10, 8), 0.9),
        (date(2026, 9, 29), 0.55),
        (date(2026, 9, 28), 0.5),
        (date(2026, 9, 1), 0.5),
    ],
)
def test_each_working_day_past_due_takes_a_twentieth_down_to_a_half(due: date, factor: float) -> None:
    assert credit(in_review("t", baseline_start=date(2026, 8, 31), baseline_finish=due)) == pytest.approx(0.8 * factor)


def test_done_work_is_never_late() -> None:
    task = unproven("t", baseline_start=date(2026, 9, 1), baseline_finish=date(2026, 9, 1))

    assert credit(task) == 0.8
    assert board_of(a_plan(task), TODAY).items[task.id].credit.days_over == 0


def test_what_never_began_is_late_and_has_nothing_to_lose() -> None:
    task = an_item("t", baseline_start=date(2026, 10, 5), baseline_finish=date(2026, 10, 8))
    found = board_of(a_plan(task), TODAY).items[task.id].credit

    assert (found.earned, found.base, found.days_over) == (0, 0, 2)


@pytest.mark.parametrize(
    ("today", "updated", "factor"),
    [
        (date(2026, 9, 14), date(2026, 8, 31), 1),  # 41 working days to go: 10 days old
        (date(2026, 9, 14), date(2026, 8, 28), 0.75),
        (date(2026, 9, 15), date(2026, 9, 8), 1),  # 40 to go: 5 days old
        (date(2026, 9, 15), date(2026, 9, 7), 0.75),
        (date(2026, 9, 15), date(2026, 9, 1), 0.75),  # 10 days old
        (date(2026, 9, 15), date(2026, 8, 31), 0.5),
        (date(2026, 10, 27), date(2026, 10, 23), 1),  # 10 to go: 2 days old
        (date(2026, 10, 27), date(2026, 10, 22), 0.75),
        (date(2026, 10, 27), date(2026, 10, 20), 0.5),
        (date(2026, 10, 27), None, 0.5),
        (date(2026, 10, 27), date(2026, 12, 1), 1),
    ],
)
def test_an_update_stays_fresh_for_longer_when_launch_is_far(today: date, updated: date | None, factor: float) -> None:
    assert credit(in_review("t", updated=updated), today=today) == pytest.approx(0.8 * factor)


def test_only_open_work_goes_stale() -> None:
    long_ago = date(2026, 1, 5)

    answer = readiness(a_plan(done("a", updated=long_ago), unproven("b", updated=None), an_item("c")), TODAY)

    assert answer.confidence == 100.0


def test_both_factors_multiply() -> None:
    late = in_review("t", baseline_start=date(2026, 10, 1), baseline_finish=date(2026, 10, 8))

    assert credit(replace(late, updated=date(2026, 10, 1))) == pytest.approx(0.8 * 0.9 * 0.75)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 1), 0),
        (date(2026, 10, 5), 0),
        (date(2026, 10, 6), 0.12),
        (date(2026, 10, 9), 0.48),
        (date(2026, 10, 12), 1),
    ],
)
def test_an_item_is_expected_by_its_elapsed_share(today: date, expected: float) -> None:
    task = an_item("t", baseline_start=date(2026, 10, 5), baseline_finish=date(2026, 10, 9))

    item = board_of(a_plan(task), today).items[task.id]
    assert item.expected / EXPECTED == expected


def test_nothing_is_expected_on_a_weekend_of_what_was_promised_for_that_weekend() -> None:
    task = an_item("t", baseline_start=date(2026, 10, 10), baseline_finish=date(2026, 10, 11))

    assert board_of(a_plan(task), date(2026, 10, 11)).items[task.id].expected == 0


def test_half_a_baseline_is_completed_by_the_plan() -> None:
    task = an_item("t", anchor="SNET:T-25", duration=3, baseline_start=date(2026, 9, 1), baseline_finish=None)

    assert board_of(a_plan(task), TODAY).items[task.id].due == date(2026, 10, 8)


def test_without_a_baseline_the_plan_is_the_promise() -> None:
    task = an_item("t", anchor="SNET:T-25", duration=3, baseline_start=None, baseline_finish=None)

    item = board_of(a_plan(task), TODAY).items[task.id]
    assert (item.due, item.is_late, item.expected) == (date(2026, 10, 8), True, EXPECTED)


def test_an_own_weight_replaces_that_of_the_criticality() -> None:
    plan = a_plan(done("a", weight=2.5), an_item("b", criticality=SHOULD), launch=a_launch(launch_date=LAUNCH_DAY))

    assert readiness(plan, TODAY).score == shown(100 * 2.5 / 5.5)


@pytest.mark.parametrize(("value", "seen"), [(84.95, 85.0), (84.949, 84.9), (-9.25, -9.3), (-0.04, 0.0), (100, 100.0)])
def test_numbers_are_shown_rounded_half_up(value: float, seen: float) -> None:
    assert shown(value) == seen
    assert str(shown(value)) == str(seen)
