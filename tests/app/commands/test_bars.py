"""Bars moved and stretched: what is written is an anchor or a length that can be seen."""

from datetime import date

import pytest

from launchpad.app.commands.bars import length_until, start_bars, stretch_bar
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.engines.schedule import schedule
from tests.builders import LAUNCH_DAY, a_launch, a_person, a_plan, a_task, an_anchor

TODAY = date(2026, 10, 12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "SNET:T-8"),
        ("SNET:T-10", "SNET:T-8"),
        ("ALAP", "SNET:T-8"),
        ("MSO:T-10", "MSO:T-8"),
        ("MSO:2026-10-27", "MSO:2026-10-29"),
        ("MSO:2026-10-24", "MSO:2026-10-29"),  # from a Saturday
        ("MFO:T-9", "MFO:T-7"),
        ("MFO:2026-10-28", "MFO:2026-10-30"),
    ],
)
def test_a_bar_that_is_put_somewhere_says_so(before, after):
    plan = a_plan(a_task("draft", duration=2, anchor=before), launch=a_launch(start=-10))

    edit = start_bars(plan, {"task:draft": -8}, TODAY)
    task = plan.apply(edit).task("draft")
    assert task.anchor == an_anchor(after) or before == "ALAP"
    assert edit.label == "Move Do draft to T−8"
    if before != "ALAP":
        assert schedule(plan.apply(edit), TODAY).tasks[task.id].early_start == -8


def test_several_bars_are_one_edit():
    plan = a_plan(a_task("a", anchor="SNET:T-10"), a_task("b", anchor="SNET:T-9"))

    edit = start_bars(plan, {"task:a": -7, "task:b": -6}, TODAY)
    assert edit.label == "Move 2 tasks"
    assert [task.anchor for task in plan.apply(edit).tasks] == [an_anchor("SNET:T-7"), an_anchor("SNET:T-6")]


def test_a_bar_put_where_it_is_changes_nothing():
    plan = a_plan(a_task("a", anchor="SNET:T-10"))

    assert not start_bars(plan, {"task:a": -10}, TODAY)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": TaskStatus.DONE, "actual_start": date(2026, 10, 5), "actual_finish": date(2026, 10, 6)},
        {"status": TaskStatus.IN_PROGRESS, "actual_start": date(2026, 10, 5)},
    ],
)
def test_what_has_happened_is_not_moved(fields):
    plan = a_plan(a_task("a", **fields))

    with pytest.raises(PlanError, match="where it happened"):
        start_bars(plan, {"task:a": -3}, TODAY)


def test_a_bar_is_stretched_over_the_days_its_owner_works():
    mara = a_person("mara", (date(2026, 10, 29), date(2026, 10, 29)))
    plan = a_plan(mara, a_task("a", duration=2, anchor="SNET:T-10", owner="mara"))  # Tue 27 and Wed 28 Oct

    assert length_until(plan, plan.task("a"), date(2026, 10, 29), TODAY) == 2
    assert length_until(plan, plan.task("a"), date(2026, 10, 30), TODAY) == 3
    assert length_until(plan, plan.task("a"), date(2026, 11, 2), TODAY) == 4
    assert length_until(plan, plan.task("a"), date(2026, 10, 27), TODAY) == 1
    assert length_until(plan, plan.task("a"), date(2026, 10, 20), TODAY) == 1
    after = plan.apply(stretch_bar(plan, "task:a", 3, TODAY))
    assert schedule(after, TODAY).tasks[after.task("a").id].finish == date(2026, 10, 30)


def test_where_nobody_owns_a_bar_it_is_stretched_over_the_days_of_the_plan():
    plan = a_plan(a_task("a", duration=2, anchor="SNET:T-10"))

    assert length_until(plan, plan.task("a"), date(2026, 11, 2), TODAY) == 5


def test_a_milestone_and_done_work_are_not_stretched():
    plan = a_plan(a_task("a", duration=0), a_task("b", status=TaskStatus.DONE, actual_finish=LAUNCH_DAY))

    for each in ("task:a", "task:b"):
        with pytest.raises(PlanError):
            stretch_bar(plan, each, 4, TODAY)
