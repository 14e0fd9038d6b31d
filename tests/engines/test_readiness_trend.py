"""Readiness over time."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, ReviewStatus
from launchpad.domain.gate import ReadinessPoint, Review
from launchpad.domain.ids import ReadinessPointId, ReviewId
from launchpad.domain.values import CriticalityWeights, Snapshot
from launchpad.engines.readiness.pace import pace
from launchpad.engines.readiness.trend import TrendPoint, trend
from tests.builders import a_launch, a_plan, a_track
from tests.engines.readiness_plans import TODAY, an_item, done


def a_point(day: date, readiness: float) -> ReadinessPoint:
    return ReadinessPoint(id=ReadinessPointId(f"point:{day}"), day=day, readiness=readiness)


def shown(points: tuple[TrendPoint, ...]) -> list[tuple[date, float | None, bool]]:
    return [(point.day, point.readiness, point.is_recorded) for point in points]


HALF = a_plan(done("a"), an_item("b"))
WHOLE = a_plan(done("a"), done("b"))


def test_weeks_without_a_recorded_point_are_replayed_at_their_end() -> None:
    plan = a_plan(done("a"), done("b"), a_point(date(2026, 9, 16), 10.0), a_point(date(2026, 9, 29), 20.0))
    asked: list[date] = []

    def plan_on(day: date) -> Document:
        asked.append(day)
        return HALF

    points = trend(plan, TODAY, plan_on)
    assert shown(points) == [
        (date(2026, 9, 16), 10.0, True),
        (date(2026, 9, 25), 50.0, False),
        (date(2026, 9, 29), 20.0, True),
        (date(2026, 10, 9), 50.0, False),
        (TODAY, 100.0, False),
    ]
    assert asked == [date(2026, 9, 25), date(2026, 10, 9)]


def test_weeks_before_the_plan_leave_no_point() -> None:
    points = trend(WHOLE, TODAY, lambda day: HALF if day >= date(2026, 10, 1) else None, since=date(2026, 9, 14))

    assert [day for day, _, _ in shown(points)] == [date(2026, 10, 2), date(2026, 10, 9), TODAY]


def test_a_recorded_review_is_a_point_and_a_recorded_point_wins() -> None:
    snapshot = Snapshot(readiness=33.0, gate_readiness=None, expected=40.0, work=35.0, confidence=1.0)
    review = Review(
        id=ReviewId("review:R"),
        key="R",
        title="Checkpoint",
        status=ReviewStatus.RECORDED,
        started="2026-10-07T09:00",
        snapshot=snapshot,
    )

    alone = trend(a_plan(done("a"), review), TODAY, lambda day: None)
    assert alone[0] == TrendPoint(date(2026, 10, 7), 33.0, 35.0, 40.0, True)
    planned = replace(review, status=ReviewStatus.IN_SESSION)
    assert shown(trend(a_plan(done("a"), planned), TODAY, lambda day: None)) == [(TODAY, 100.0, False)]
    both = trend(a_plan(done("a"), review, a_point(date(2026, 10, 7), 34.0)), TODAY, lambda day: None)
    assert shown(both)[0] == (date(2026, 10, 7), 34.0, True)


def test_what_was_recorded_today_stands_only_while_it_holds() -> None:
    morning = a_point(TODAY, 50.0)

    assert shown(trend(a_plan(done("a"), an_item("b"), morning), TODAY, lambda day: None)) == [(TODAY, 50.0, True)]
    assert shown(trend(a_plan(done("a"), done("b"), morning), TODAY, lambda day: None)) == [(TODAY, 100.0, False)]


def test_replayed_points_are_weighed_as_the_plan_is_now() -> None:
    def weighed(must: float, one: float) -> Document:
        launch = a_launch(weights=CriticalityWeights(must, 3, 1))
        tracks = (a_track("one", weight=one), a_track("two", weight=10))
        items = (
            done("a", track="one"),
            an_item("b", track="one", criticality=Criticality.COULD),
            an_item("c", track="two"),
        )
        return a_plan(launch, *tracks, *items)

    points = trend(weighed(3, 30), TODAY, lambda day: weighed(5, 10), since=date(2026, 10, 5))

    assert {point.readiness for point in points} == {56.3}


def test_the_future_is_not_in_the_trend() -> None:
    assert shown(trend(a_plan(done("a"), a_point(date(2026, 12, 1), 99.0)), TODAY, lambda day: None)) == [
        (TODAY, 100.0, False)
    ]


def test_a_plan_that_stands_still_never_reaches_the_threshold() -> None:
    answer = pace(HALF, TODAY, trend(HALF, TODAY, lambda day: HALF, since=date(2026, 9, 21)))

    assert (answer.per_day, answer.reaches) == (0.0, None)
    assert answer.needed == pytest.approx(35 / 21)


def test_a_young_trend_counts_the_days_it_has() -> None:
    points = (TrendPoint(date(2026, 10, 7), 41.0, 41.0, None, True),)

    assert pace(HALF, TODAY, points).per_day == pytest.approx(3.0)
    assert pace(HALF, TODAY, ()).per_day is None


def test_a_plan_above_the_threshold_is_there() -> None:
    answer = pace(WHOLE, TODAY, ())

    assert (answer.needed, answer.reaches) == (0.0, TODAY)
