from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.enums import GoalDirection, GoalType
from launchpad.domain.ids import GoalId, MeasurementId
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.values import Checkpoint
from launchpad.engines.goal_progress import GoalPoint, GoalProgress, Standing, goals_progress, standing_of, value_on
from tests.builders import LAUNCH_DAY, a_plan, a_task

TODAY = date(2026, 10, 12)
START = date(2026, 9, 1)


def a_goal(**fields: Any) -> Goal:
    return Goal(**{"id": GoalId("g"), "key": "g", "name": "Goal", **fields})


def progress(goal: Goal, *measured: tuple[date, float]) -> GoalProgress:
    rows = [
        Measurement(id=MeasurementId(f"m:{n}"), goal=goal.id, day=day, value=value)
        for n, (day, value) in enumerate(measured)
    ]
    return goals_progress(a_plan(a_task("a", baseline_start=START, baseline_finish=START), goal, *rows), TODAY)[0]


def test_between_checkpoints_the_expected_value_is_linear():
    goal = a_goal(baseline=0, target=400, due=date(2026, 11, 1), checkpoints=(Checkpoint(date(2026, 10, 1), 100),))

    found = progress(goal, (date(2026, 10, 11), 150))

    assert found.expected == (
        GoalPoint(START, 0),
        GoalPoint(date(2026, 10, 1), 100),
        GoalPoint(date(2026, 11, 1), 400),
    )
    assert found.now == pytest.approx(100 + 300 * 10 / 31)


def test_a_goal_for_after_launch_starts_at_launch_day():
    goal = a_goal(baseline=31, target=45, due=date(2026, 12, 10), checkpoints=(Checkpoint(5, 38),))

    found = progress(goal, (TODAY, 30))

    assert found.expected[0] == GoalPoint(LAUNCH_DAY, 31)
    assert found.checkpoints == (GoalPoint(date(2026, 11, 17), 38),)
    assert found.now == 31


@pytest.mark.parametrize(
    ("direction", "value", "standing"),
    [
        (GoalDirection.UP, 95, Standing.ON_TRACK),
        (GoalDirection.UP, 94.9, Standing.BEHIND),
        (GoalDirection.UP, 80, Standing.BEHIND),
        (GoalDirection.UP, 79.9, Standing.OFF_TRACK),
        (GoalDirection.DOWN, 100 / 0.95, Standing.ON_TRACK),
        (GoalDirection.DOWN, 106, Standing.BEHIND),
        (GoalDirection.DOWN, 125, Standing.BEHIND),
        (GoalDirection.DOWN, 126, Standing.OFF_TRACK),
        (GoalDirection.DOWN, 20, Standing.ON_TRACK),
    ],
)
def test_green_from_95_percent_amber_from_80_mirrored_for_down(
    direction: GoalDirection, value: float, standing: Standing
):
    assert standing_of(a_goal(direction=direction), value, 100) is standing


def test_a_breached_guardrail_is_off_track_at_once():
    goal = a_goal(type=GoalType.GUARDRAIL, direction=GoalDirection.DOWN, target=3.5, due=date(2026, 12, 10),
                  checkpoints=(Checkpoint(date(2026, 11, 17), 4.5),))  # fmt: skip

    assert progress(goal, (TODAY, 4.5)).standing is Standing.ON_TRACK
    assert progress(goal, (TODAY, 4.51)).standing is Standing.OFF_TRACK
    assert value_on(goal, progress(goal).expected, date(2026, 11, 18)) == 3.5
    assert value_on(goal, progress(goal).expected, date(2026, 12, 31)) == 3.5


def test_a_number_below_zero_is_judged_by_what_is_missing_of_the_way():
    goal = a_goal(baseline=-20, target=20)

    assert standing_of(goal, -1, 0) is Standing.ON_TRACK
    assert standing_of(goal, -6, 0) is Standing.BEHIND
    assert standing_of(goal, -12, 0) is Standing.OFF_TRACK


def test_the_forecast_carries_on_the_pace_of_four_weeks():
    goal = a_goal(baseline=0, target=9000, due=date(2026, 11, 9))

    found = progress(goal, (date(2026, 8, 1), 5000), (date(2026, 9, 14), 1000), (TODAY, 3800))

    assert found.forecast == 3800 + 100 * 28
    assert found.forecast_standing is Standing.OFF_TRACK


def test_without_a_baseline_nothing_is_expected_before_the_first_checkpoint():
    goal = a_goal(target=400, due=date(2026, 11, 1), checkpoints=(Checkpoint(date(2026, 10, 20), 100),))
    expected = progress(goal).expected

    assert value_on(goal, expected, date(2026, 10, 19)) is None
    assert value_on(goal, expected, date(2026, 10, 20)) == 100


def test_two_values_of_one_day_have_no_pace():
    goal = a_goal(baseline=0, target=9000, due=date(2026, 11, 9))

    assert progress(goal, (TODAY, 1000), (TODAY, 1200)).forecast is None


def test_percents_are_forecast_up_to_100_and_guardrails_not_at_all():
    fields = {"unit": "%", "target": 99, "due": date(2027, 2, 1)}
    measured = (date(2026, 10, 1), 20), (TODAY, 60)

    assert progress(a_goal(**fields), *measured).forecast == 100
    assert progress(a_goal(type=GoalType.GUARDRAIL, **fields), *measured).forecast is None


def test_without_values_or_a_target_nobody_can_say():
    assert progress(a_goal(target=5, due=TODAY)).standing is Standing.NO_DATA
    assert progress(a_goal(), (TODAY, 5)).standing is Standing.NO_DATA
    assert progress(a_goal(), (TODAY, 5)).forecast_standing is Standing.NO_DATA


def test_values_of_days_to_come_do_not_count_yet():
    found = progress(a_goal(target=5, due=TODAY), (date(2026, 10, 13), 9))

    assert found.latest is None


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.floats(-1e6, 1e6)), max_size=4), st.data())
def test_the_expected_value_stays_between_its_corners(checkpoints, data):
    goal = a_goal(baseline=0, target=data.draw(st.floats(-1e6, 1e6)), due=date(2027, 1, 2),
                  checkpoints=tuple(Checkpoint(day, value) for day, value in dict(checkpoints).items()))  # fmt: skip
    found = progress(goal)
    value = value_on(goal, found.expected, data.draw(st.dates(date(2025, 1, 1), date(2028, 1, 1))))

    values = [point.value for point in found.expected]
    assert value is not None
    assert min(values) - 1e-6 <= value <= max(values) + 1e-6
