"""Adding and removing tasks."""

from datetime import date

import pytest

from launchpad.app.commands.tasks import add_task, remove_task
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Criterion
from launchpad.domain.ids import RiskId, TaskId, TrackId
from launchpad.domain.register import Risk
from launchpad.domain.task import Baseline, Comment, Dependency
from launchpad.domain.values import BaselineDates
from tests.builders import a_criterion, a_gate, a_plan, a_task, link

TODAY = date(2026, 10, 12)
TRACK = TrackId("track:track")


def test_a_new_task_comes_last_in_its_track():
    plan = a_plan(a_task("a"), a_task("b"))

    after = plan.apply(add_task(plan, "new", "Call analysts", TRACK, {"duration": 3}, TODAY))

    assert [task.key for task in after.tasks] == ["a", "b", "new"]
    assert (after.task("new").duration, after.task("new").updated) == (3, TODAY)


@pytest.mark.parametrize("key", ["a", "G1"])
def test_a_key_that_is_taken_by_a_task_or_a_gate_is_refused(key):
    plan = a_plan(a_task("a"), a_gate("G1"))

    with pytest.raises(PlanError, match="already the key"):
        add_task(plan, key, "Again", TRACK, {}, TODAY)


def test_removing_a_task_makes_everything_forget_it():
    task = TaskId("task:a")
    plan = a_plan(
        a_task("a", gate="G1"),
        a_task("b"),
        link("a", "b"),
        a_criterion("G1", "G1.1", "a", "b"),
        Risk(id=RiskId("r"), key="R-01", title="It slips", linked=(task,)),
        Comment(id="c", day=TODAY, text="Late", task=task),  # type: ignore[arg-type]
        Baseline(
            id="base",  # type: ignore[arg-type]
            name="Plan locked",
            taken_on=TODAY,
            launch_date=TODAY,
            dates=(BaselineDates(task, TODAY, TODAY), BaselineDates(TaskId("task:b"), TODAY, TODAY)),
        ),
    )

    edit = remove_task(plan, plan.task("a"))
    after = plan.apply(edit)

    assert [task.key for task in after.tasks] == ["b"]
    assert after.rows(Dependency) == ()
    assert after.rows(Comment) == ()
    assert after.rows(Criterion)[0].proven_by == ("task:b",)
    assert after.rows(Risk)[0].linked == ()
    assert [dates.task for dates in after.rows(Baseline)[0].dates] == ["task:b"]
    assert after.apply(edit.inverse()) == plan
