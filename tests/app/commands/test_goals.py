from datetime import date

import pytest

from launchpad.app.commands.goals import (
    Reading,
    add_goal,
    change_goal,
    change_measurement,
    measurements_of,
    record,
    remove_checkpoints,
    remove_goals,
    remove_measurements,
    set_checkpoint,
)
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import GoalId, MeasurementId
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.values import Checkpoint
from tests.builders import a_plan, a_task

DAY, LATER = date(2026, 9, 14), date(2026, 9, 28)
GOAL = Goal(id=GoalId("g"), key="waiting-list", name="Waiting list")


def a_measured_plan() -> Document:
    return a_plan(a_task("a"), GOAL, Measurement(id=MeasurementId("m"), goal=GOAL.id, day=DAY, value=5, note="teaser"))


def test_a_goal_gets_a_key_of_its_own():
    plan = a_measured_plan()

    after = plan.apply(add_goal(plan, "Waiting list"))

    assert [goal.key for goal in after.rows(Goal)] == ["waiting-list", "waiting-list-2"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sign-ups, week 1", "sign-ups--week-1"),
        ("Abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
        ("!?", "goal"),
    ],
)
def test_the_key_of_a_goal_is_its_name_short_and_plain(name, key):
    plan = a_measured_plan()

    assert plan.apply(add_goal(plan, name)).rows(Goal)[-1].key == key


def test_values_are_recorded_in_one_edit_and_a_day_keeps_one_value():
    plan = a_measured_plan()

    edit = record(plan, "g", [Reading(LATER, 7, "mail"), Reading(DAY, 6)])
    after = plan.apply(edit)

    assert edit.label == "Record 2 values of Waiting list"
    assert [(row.day, row.value, row.note) for row in measurements_of(after, "g")] == [
        (DAY, 6, "teaser"),
        (LATER, 7, "mail"),
    ]
    assert after.apply(edit.inverse()) == plan


def test_recording_what_is_known_changes_nothing():
    plan = a_measured_plan()

    assert not record(plan, "g", [Reading(DAY, 5)])


def test_two_values_on_one_day_are_refused():
    plan = a_measured_plan()
    plan = plan.apply(record(plan, "g", [Reading(LATER, 7)]))

    with pytest.raises(PlanError, match="already has a value on 28 Sep 2026"):
        change_measurement(plan, "m", {"day": LATER})


def test_a_goal_goes_with_its_values():
    plan = a_measured_plan()
    edit = remove_goals(plan, ["g"])

    assert plan.apply(edit).rows(Measurement) == ()
    assert plan.apply(edit).apply(edit.inverse()) == plan


def test_values_are_removed_together():
    plan = a_measured_plan()
    plan = plan.apply(record(plan, "g", [Reading(LATER, 7)]))

    edit = remove_measurements(plan, [row.id for row in measurements_of(plan, "g")])

    assert edit.label == "Remove 2 values of Waiting list"
    assert measurements_of(plan.apply(edit), "g") == ()


def test_checkpoints_stay_in_the_order_of_days_and_keep_their_offsets():
    plan = a_measured_plan()

    plan = plan.apply(set_checkpoint(plan, "g", None, 7, 2500))
    plan = plan.apply(set_checkpoint(plan, "g", None, DAY, 100))
    assert plan.rows(Goal)[0].checkpoints == (Checkpoint(DAY, 100), Checkpoint(7, 2500))

    plan = plan.apply(set_checkpoint(plan, "g", Checkpoint(DAY, 100), LATER, 120))
    plan = plan.apply(remove_checkpoints(plan, "g", [Checkpoint(7, 2500)]))
    assert plan.rows(Goal)[0].checkpoints == (Checkpoint(LATER, 120),)


def test_two_checkpoints_on_one_day_are_refused():
    plan = a_measured_plan()
    plan = plan.apply(set_checkpoint(plan, "g", None, 0, 2500))

    with pytest.raises(PlanError, match="already has a checkpoint on that day"):
        set_checkpoint(plan, "g", None, plan.launch.launch_date, 1)


def test_a_goal_that_is_gone_is_a_sentence():
    with pytest.raises(PlanError, match="no longer in the plan"):
        change_goal(a_plan(), "g", {"name": "x"})
