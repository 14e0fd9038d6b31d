"""The incremental scheduler: whatever is edited, it agrees with scheduling the whole plan."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.engines.schedule import TaskDates, schedule
from launchpad.engines.schedule import scheduler as scheduler_module
from launchpad.engines.schedule.scheduler import Scheduler
from tests.builders import a_gate, a_launch, a_person, a_plan, a_task, an_anchor, link
from tests.strategies import TODAYS, plans, task_edits, task_id

TODAY = date(2026, 10, 1)


@given(st.data(), TODAYS)
def test_following_edits_gives_what_scheduling_the_whole_plan_gives(data: st.DataObject, today: date) -> None:
    plan = data.draw(plans())
    scheduler = Scheduler(plan, today)
    for _ in range(3):
        edit = data.draw(task_edits(plan))
        before, plan = plan, plan.apply(edit)
        moved = scheduler.follow(plan, edit)

        whole, old = schedule(Document(plan), today), schedule(before, today)
        assert scheduler.schedule() == whole
        for task in plan.tasks:
            assert task.id in moved or offsets(old.tasks[task.id]) == offsets(whole.tasks[task.id])


def offsets(dates: TaskDates) -> tuple[int, ...]:
    return (
        *(dates.early_start, dates.early_finish, dates.late_start, dates.late_finish),
        *(dates.forecast_early_start, dates.forecast_early_finish),
    )


def a_small_plan() -> Document:
    #  a 5 ─┬─ b 3 ─── c 2      all before gate G at T−2
    #       └─ d 1
    return a_plan(
        a_person("ada"),
        a_gate("G", -2),
        a_task("a", duration=5, gate="G", anchor="SNET:T-20"),
        a_task("b", duration=3, gate="G", owner="ada"),
        a_task("c", duration=2, gate="G"),
        a_task("d", duration=1, gate="G"),
        link("a", "b"),
        link("a", "d"),
        link("b", "c"),
        launch=a_launch(start=-20),
    )


def change(plan: Document, key: str, **fields: object) -> Edit:
    task = plan.task(key)
    return Edit("Change", (Change(task, replace(task, **fields)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "moved"),
    [
        ({"duration": 5}, {"a", "b", "c"}),
        ({"anchor": an_anchor("SNET:T-10")}, {"b", "c"}),
        ({"deadline": -12}, {"a", "b"}),
        ({"status": TaskStatus.IN_PROGRESS, "actual_start": date(2026, 10, 20)}, {"a", "b", "c"}),
        ({"title": "Do it well", "note": "Soon"}, set()),
    ],
)
def test_an_edit_of_one_task_compiles_nothing_anew_and_moves_what_it_reaches(
    fields: dict[str, object], moved: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_small_plan()
    scheduler = Scheduler(plan, TODAY)
    monkeypatch.setattr(scheduler_module, "solved", None)
    edit = change(plan, "b", **fields)
    after = plan.apply(edit)

    assert scheduler.follow(after, edit) == {task_id(key) for key in moved}
    assert scheduler.document is after


def test_its_schedule_is_the_one_everybody_asks_for() -> None:
    plan = a_small_plan()
    scheduler = Scheduler(plan, TODAY)
    edit = change(plan, "b", duration=9)
    after = plan.apply(edit)
    scheduler.follow(after, edit)

    assert scheduler.schedule() is schedule(after, TODAY)


def test_a_schedule_once_given_out_stays_as_it_was() -> None:
    plan = a_small_plan()
    scheduler = Scheduler(plan, TODAY)
    given_out = scheduler.schedule()
    edit = change(plan, "a", duration=9)
    scheduler.follow(plan.apply(edit), edit)

    assert given_out.tasks[task_id("c")].early_start == -12


def test_new_links_gates_days_off_and_launch_days_are_followed_too() -> None:
    plan = a_small_plan()
    scheduler = Scheduler(plan, TODAY)
    away = a_person("ada", (date(2026, 10, 20), date(2026, 10, 21)), order=plan.people[0].order)
    edits = [
        Edit("Link", (Change(None, link("c", "d")),)),
        Edit("Gate", (Change(plan.gates[0], replace(plan.gates[0], when=-1)),)),
        Edit("Days off", (Change(plan.people[0], away),)),
        Edit("Launch", (Change(plan.launch, replace(plan.launch, launch_date=date(2026, 11, 12))),)),
        Edit("Task", (Change(None, replace(a_task("e"), order="z")),)),
    ]
    for edit in edits:
        plan = plan.apply(edit)
        scheduler.follow(plan, edit)

        assert scheduler.schedule() == schedule(Document(plan), TODAY)


def test_what_runs_back_from_the_plans_finish_follows_when_that_moves() -> None:
    plan = a_plan(
        a_task("launch", duration=0, anchor="SNET:T"),
        a_task("watch", duration=8),
        a_task("thanks", duration=2),
        a_task("skipped", status=TaskStatus.WAIVED),
        link("launch", "watch"),
        link("launch", "thanks"),
        launch=a_launch(start=-5),
    )
    scheduler = Scheduler(plan, TODAY)
    for days in (10, 3, 1):
        edit = change(plan, "watch", duration=days)
        plan = plan.apply(edit)
        moved = scheduler.follow(plan, edit)

        assert moved >= {task_id("watch"), task_id("thanks"), task_id("skipped")}
        assert scheduler.schedule().tasks[task_id("thanks")].late_finish == max(days, 2)
        assert scheduler.schedule() == schedule(Document(plan), TODAY)


def test_an_edit_that_closes_a_circle_is_refused_and_leaves_the_scheduler_where_it_was() -> None:
    plan = a_small_plan()
    scheduler = Scheduler(plan, TODAY)
    edit = Edit("Link", (Change(None, link("c", "a")),))

    with pytest.raises(PlanError, match="a → b → c → a"):
        scheduler.follow(plan.apply(edit), edit)
    assert scheduler.document is plan
    assert scheduler.schedule() == schedule(plan, TODAY)
