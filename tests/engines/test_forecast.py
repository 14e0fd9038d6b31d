"""The forecast: what the plan becomes once today is known. Today is Tuesday 20 October 2026, which is T−15."""

from datetime import date
from typing import Any

import pytest

from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.engines.schedule import schedule
from tests.builders import a_gate, a_launch, a_person, a_plan, a_task, link
from tests.strategies import task_id

TODAY = date(2026, 10, 20)
NOW = -15
START = a_launch(start=-20)
LATE = date(2026, 10, 23)  # a Friday


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (NOW, NOW + 4)),  # overdue: it cannot start before today
        ({"anchor": "SNET:T-10"}, (-10, -6)),
        ({"anchor": "MSO:T-18"}, (NOW, NOW + 4)),
        ({"anchor": "MSO:T-10"}, (-10, -6)),
        ({"status": TaskStatus.IN_PROGRESS, "progress": 30, "actual_start": date(2026, 10, 15)}, (-18, NOW + 3)),
        ({"status": TaskStatus.IN_PROGRESS, "progress": 100}, (-20, NOW + 1)),  # at least a day
        ({"status": TaskStatus.IN_REVIEW}, (-20, NOW + 1)),
        ({"status": TaskStatus.BLOCKED, "progress": 75}, (-20, NOW + 1)),
        ({"status": TaskStatus.BLOCKED}, (NOW, NOW + 4)),
        ({"expected_finish": LATE}, (NOW, -11)),
        ({"expected_finish": date(2026, 10, 30)}, (-10, -6)),  # no need to start before
        ({"expected_finish": date(2026, 10, 24)}, (NOW, -11)),  # a Saturday: done by Friday
        ({"expected_finish": date(2026, 10, 19)}, (NOW, NOW + 4)),  # past: it says nothing
        ({"status": TaskStatus.IN_PROGRESS, "actual_start": date(2026, 10, 15), "expected_finish": LATE}, (-18, -11)),
        ({"status": TaskStatus.IN_REVIEW, "expected_finish": TODAY}, (-20, NOW + 1)),
        (
            {"status": TaskStatus.DONE, "actual_start": date(2026, 10, 14), "actual_finish": date(2026, 10, 15)},
            (-19, -17),
        ),
        ({"status": TaskStatus.DONE}, (-20, -16)),
        ({"status": TaskStatus.DONE, "anchor": "SNET:T-10"}, (NOW, NOW)),  # done, so not after today
        ({"status": TaskStatus.WAIVED}, (-20, -20)),
    ],
)
def test_a_task_of_four_days_is_forecast_by_its_state(fields: dict[str, Any], expected: tuple[int, int]) -> None:
    plan = a_plan(a_task("a", duration=4, **fields), launch=START)
    dates = schedule(plan, TODAY).tasks[task_id("a")]

    assert (dates.forecast_early_start, dates.forecast_early_finish) == expected


def test_remaining_days_are_the_owners_own() -> None:
    ada = a_person("ada", (date(2026, 10, 21), date(2026, 10, 22)))
    begun = a_task("a", duration=4, owner="ada", status=TaskStatus.IN_PROGRESS, progress=50)

    dates = schedule(a_plan(ada, begun, launch=START), TODAY).tasks[task_id("a")]

    assert dates.forecast_finish == date(2026, 10, 23)  # today and Friday


def test_days_that_go_by_after_another_finish_hold_the_finish_of_begun_work() -> None:
    begun = a_task("b", duration=2, status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 10, 19))
    wait = link("a", "b", "FF", lag=4, elapsed=True)
    plan = a_plan(a_task("first"), a_task("a", duration=3), begun, wait, launch=START)

    assert schedule(plan, TODAY).tasks[task_id("a")].forecast_finish == date(2026, 10, 22)
    assert schedule(plan, TODAY).tasks[task_id("b")].forecast_finish == date(2026, 10, 26)


def test_a_slip_is_handed_on_in_the_forecast_and_not_in_the_plan() -> None:
    plan = a_plan(a_task("a", duration=3), a_task("b", duration=2), link("a", "b"), launch=START)
    dates = schedule(plan, TODAY).tasks[task_id("b")]

    assert (dates.early_start, dates.forecast_early_start) == (-17, -12)
    assert (dates.start, dates.forecast_start) == (date(2026, 10, 16), date(2026, 10, 23))


def test_begun_work_waits_for_the_finish_that_holds_its_own() -> None:
    begun = a_task("b", duration=3, status=TaskStatus.IN_PROGRESS, progress=90)
    plan = a_plan(a_task("a", duration=4), begun, link("a", "b", "FF", 1), launch=START)

    assert schedule(plan, TODAY).tasks[task_id("b")].forecast_early_finish == NOW + 5


def test_today_may_be_a_weekend() -> None:
    plan = a_plan(a_task("a", duration=2), launch=START)

    assert schedule(plan, date(2026, 10, 24)).tasks[task_id("a")].forecast_start == date(2026, 10, 26)


def test_the_launch_is_forecast_for_the_first_working_day_after_its_last_must() -> None:
    plan = a_plan(
        a_gate("G5", 5),
        a_task("must", duration=17),
        a_task("should", duration=30, criticality=Criticality.SHOULD),
        a_task("later", duration=40, gate="G5"),
        a_task("waived", duration=50, status=TaskStatus.WAIVED),
        launch=START,
    )

    assert schedule(plan, TODAY).forecast_launch == date(2026, 11, 12)
    assert schedule(plan, date(2026, 10, 1)).forecast_launch == date(2026, 11, 5)


def test_without_a_must_the_launch_is_forecast_for_launch_day() -> None:
    plan = a_plan(a_task("a", duration=50, criticality=Criticality.COULD), launch=START)

    assert schedule(plan, TODAY).forecast_launch == plan.launch.launch_date


def test_a_gate_knows_when_its_musts_are_ready() -> None:
    plan = a_plan(
        a_gate("G", -12),
        a_gate("empty", -5),
        a_task("a", duration=4, gate="G"),
        a_task("b", duration=9, gate="G", criticality=Criticality.SHOULD),
        launch=START,
    )
    gates = schedule(plan, TODAY).gates

    ready = gates[a_gate("G").id]
    assert (ready.day, ready.ready, ready.offset, ready.ready_offset) == (date(2026, 10, 23), LATE, -12, -11)
    assert gates[a_gate("empty").id].ready is None
