"""Another launch day is tried: what moves, what would start in the past, and where it may not be."""

from datetime import date

import pytest

from launchpad.app.launch_move import collisions_on, nearest_workday, try_launch, workday_after
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import BlackoutId, RivalEventId, TaskId
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.launch_day import launch_moved
from tests.builders import a_gate, a_launch, a_plan, a_task

TODAY = date(2026, 10, 12)


def a_launch_plan() -> Document:
    """Launch on Tuesday 10 November 2026."""
    return a_plan(
        a_task("soon", duration=2, anchor="SNET:T-20"),
        a_task("pinned", anchor="MSO:2026-10-20"),
        a_task("done", status=TaskStatus.DONE, actual_start=date(2026, 10, 1), actual_finish=date(2026, 10, 2)),
        a_task("after", anchor="SNET:T+2"),
        a_gate("G1", -5),
        Blackout(id=BlackoutId("b"), key="B1", name="Freeze", first=date(2026, 11, 19), last=date(2026, 11, 20)),
        RivalEvent(id=RivalEventId("r"), key="E1", rival="Knot", event="Expo", first=date(2026, 11, 20),
                   last=date(2026, 11, 20)),
        launch=a_launch(as_of=TODAY),
    )  # fmt: skip


def test_what_counts_from_launch_moves_and_what_is_pinned_or_done_stays() -> None:
    found = try_launch(a_launch_plan(), date(2026, 11, 17), TODAY)

    assert set(found.moved) == {"task:soon", "task:after"}
    assert found.moved[TaskId("task:soon")].start == date(2026, 10, 20)
    assert found.gates == {"gate:G1": date(2026, 11, 10)}
    assert found.past == ()


def test_it_stands_where_the_plan_would_put_it() -> None:
    plan, day = a_launch_plan(), date(2026, 11, 24)
    found, after = try_launch(plan, day, TODAY), schedule(plan.apply(launch_moved(plan, day)), TODAY)

    for task in plan.tasks:
        dates = after.tasks[task.id]
        stand = found.moved.get(task.id)
        assert (stand is None) == (dates.start == schedule(plan, TODAY).tasks[task.id].start)
        assert stand is None or (stand.start, stand.finish, stand.slack) == (dates.start, dates.finish, dates.slack)
    assert found.forecast_launch == after.forecast_launch


def test_what_would_start_in_the_past_is_named() -> None:
    assert try_launch(a_launch_plan(), date(2026, 11, 3), TODAY).past == ("task:soon",)


@pytest.mark.parametrize(
    ("day", "nearest"),
    [
        (date(2026, 11, 17), date(2026, 11, 17)),
        (date(2026, 11, 14), date(2026, 11, 13)),  # Saturday: Friday
        (date(2026, 11, 15), date(2026, 11, 16)),  # Sunday: Monday
    ],
)
def test_a_day_that_is_not_worked_gives_way_to_the_nearest(day: date, nearest: date) -> None:
    assert nearest_workday(a_launch_plan(), day) == nearest


def test_working_days_are_counted_from_any_day() -> None:
    assert workday_after(a_launch_plan(), date(2026, 11, 13), 1) == date(2026, 11, 16)
    assert workday_after(a_launch_plan(), date(2026, 11, 16), -1) == date(2026, 11, 13)


def test_what_a_day_collides_with_is_named() -> None:
    plan = a_launch_plan()

    assert collisions_on(plan, date(2026, 11, 18)) == ()
    assert collisions_on(plan, date(2026, 11, 19)) == ("Freeze",)
    assert collisions_on(plan, date(2026, 11, 20)) == ("Freeze", "Knot: Expo")
