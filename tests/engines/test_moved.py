"""What moved and why, and planning back from launch."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Anchor
from launchpad.engines.schedule import Driver, schedule
from launchpad.engines.schedule.moved import what_moved
from launchpad.engines.schedule.plan_back import plan_back
from tests.builders import a_gate, a_launch, a_person, a_plan, a_task, link
from tests.strategies import task_id

TODAY = date(2026, 9, 1)
START = a_launch(start=-20)


def changed(plan: Document, key: str, **fields: object) -> Document:
    task = plan.task(key)
    return plan.apply(Edit("Change", (Change(task, replace(task, **fields)),)))  # type: ignore[arg-type]


def test_what_moved_says_by_how_much_and_what_holds_it_now() -> None:
    plan = a_plan(
        a_task("a", duration=5),
        a_task("b", duration=3),
        a_task("c", duration=2),
        a_task("d", duration=1),
        link("a", "b"),
        link("b", "c"),
        launch=START,
    )
    moved = what_moved(plan, changed(plan, "b", duration=7, anchor=Anchor(AnchorKind.SNET, -14)), TODAY)

    assert [(m.task, m.start_days, m.finish_days, m.driver) for m in moved.moves] == [
        (task_id("b"), 1, 5, Driver("anchor")),
        (task_id("c"), 5, 5, Driver("link", task_id("b"))),
    ]
    assert (moved.launch_days, moved.finish_days, moved.forecast_launch_days) == (0, 5, 5)


def test_nothing_moves_when_nothing_about_time_changes() -> None:
    plan = a_plan(a_task("a"), launch=START)

    assert what_moved(plan, changed(plan, "a", note="Soon"), TODAY).moves == ()


def test_a_day_off_that_moves_a_task_is_named_as_its_driver() -> None:
    plan = a_plan(a_person("ada"), a_task("a", owner="ada"), launch=START)
    away = a_person("ada", (date(2026, 10, 13), date(2026, 10, 14)), order=plan.people[0].order)
    moved = what_moved(plan, plan.apply(Edit("Away", (Change(plan.people[0], away),))), TODAY)

    assert [(m.start_days, m.driver) for m in moved.moves] == [(2, Driver("calendar"))]


def test_moving_launch_day_moves_what_counts_from_it() -> None:
    plan = a_plan(
        a_task("with_launch", anchor="SNET:T-5"), a_task("dated", anchor="MSO:2026-11-03"), launch=a_launch(start=-20)
    )
    later = plan.apply(Edit("Later", (Change(plan.launch, replace(plan.launch, launch_date=date(2026, 11, 12))),)))
    moved = what_moved(plan, later, TODAY)

    assert [(m.task, m.start_days) for m in moved.moves] == [(task_id("with_launch"), 2)]
    assert moved.launch_days == 2


# --- plan back -------------------------------------------------------------------------------------------------------


def test_planning_back_starts_unstarted_work_at_its_late_start_less_the_buffer() -> None:
    plan = a_plan(
        a_gate("G", -8),
        a_task("a", duration=3),
        a_task("b", duration=2, gate="G"),
        a_task("begun", duration=2, status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 10, 15)),
        a_task("done", status=TaskStatus.DONE),
        a_task("pinned", anchor="MSO:T-15"),
        a_task("capped", anchor="FNLT:T-15"),
        a_task("after", anchor="SNET:T+2"),
        link("a", "b"),
        launch=START,
    )
    back = plan_back(plan, TODAY, buffer=2)
    planned = plan.apply(back.edit)

    assert back.edit.label == "Plan back from launch"
    assert {c.row.id for c in back.edit.changes} == {task_id("a"), task_id("b")}
    assert planned.task("a").anchor == Anchor(AnchorKind.SNET, -15)
    assert planned.task("b").anchor == Anchor(AnchorKind.SNET, -12)
    assert schedule(planned, TODAY).tasks[task_id("b")].slack == 2
    assert {(move.task, move.start_days) for move in back.moved.moves} == {(task_id("a"), 5), (task_id("b"), 5)}
    assert back.in_the_past == ()


def test_planning_back_tells_what_would_start_in_the_past() -> None:
    plan = a_plan(a_task("a", duration=10), a_task("b", duration=10), link("a", "b"), launch=START)

    assert plan_back(plan, date(2026, 10, 20)).in_the_past == (task_id("a"),)


def test_planning_back_never_starts_a_task_before_the_date_it_has_to_wait_for() -> None:
    waits = a_task("waits", duration=3, anchor="SNET:2026-11-09")
    has_time = a_task("has_time", duration=3, anchor="SNET:2026-10-15")

    plan = a_plan(waits, has_time, launch=START)
    planned = plan.apply(plan_back(plan, TODAY).edit)

    assert planned.task("waits") == plan.task("waits")
    assert planned.task("has_time").anchor == Anchor(AnchorKind.SNET, -3)


def test_planning_back_twice_changes_nothing_more() -> None:
    plan = a_plan(a_task("a", duration=4), a_task("b", duration=2), link("a", "b"), launch=START)
    planned = plan.apply(plan_back(plan, TODAY, buffer=1).edit)

    assert not plan_back(planned, TODAY, buffer=1).edit


def test_a_negative_buffer_is_refused() -> None:
    with pytest.raises(PlanError, match="buffer"):
        plan_back(a_plan(a_task("a")), TODAY, buffer=-1)


def test_only_the_tasks_that_were_asked_for_are_anchored() -> None:
    plan = a_plan(a_task("a", duration=4), a_task("b", duration=2), a_task("c"), link("a", "b"), launch=START)
    back = plan_back(plan, TODAY, only={task_id("b")})

    assert [change.row.id for change in back.edit.changes] == [task_id("b")]
    assert back.planned == plan.apply(back.edit)
    assert back.planned.task("a") == plan.task("a")
