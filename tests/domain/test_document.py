"""A plan and the edits that change it."""

from dataclasses import replace

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import TaskId, TrackId
from launchpad.domain.kinds import KINDS
from launchpad.domain.task import Dependency, Task
from tests.builders import a_calendar, a_criterion, a_launch, a_person, a_plan, a_task, link


def test_an_edit_replaces_one_row_and_keeps_the_others_as_they_are():
    plan = a_plan(a_task("a"), a_task("b"))
    longer = replace(plan.task("a"), duration=4)

    after = plan.apply(Edit("Set working days", (Change(plan.task("a"), longer),)))

    assert after.task("a").duration == 4
    assert after.task("b") is plan.task("b")
    assert plan.task("a").duration == 1


def test_an_edit_and_its_inverse_cancel():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    dependency = plan.dependencies[0]
    edit = Edit("Remove b", (Change(dependency, None), Change(plan.task("b"), None)))

    assert plan.apply(edit).apply(edit.inverse()) == plan


def test_an_edit_of_a_row_that_has_changed_since_is_refused():
    plan = a_plan(a_task("a"))
    stale = replace(plan.task("a"), title="Old")

    with pytest.raises(PlanError, match="has changed since"):
        plan.apply(Edit("Rename", (Change(stale, replace(stale, title="New")),)))


def test_a_row_that_others_name_cannot_be_removed_alone():
    plan = a_plan(a_task("a"), a_criterion("G1", "G1.1", "a"), a_task("b", gate="G1"))

    with pytest.raises(PlanError, match=r"G1\.1.*still refers"):
        plan.apply(Edit("Remove", (Change(plan.task("a"), None),)))


def test_a_row_cannot_name_one_that_does_not_exist():
    plan = a_plan(a_task("a"))
    lost = replace(plan.task("a"), track=TrackId("nowhere"))

    with pytest.raises(PlanError, match="names a row in “track” that does not exist"):
        plan.apply(Edit("Move", (Change(plan.task("a"), lost),)))


def test_two_tasks_cannot_share_a_key():
    plan = a_plan(a_task("a"))
    twin = replace(plan.task("a"), id=TaskId("task:twin"))

    with pytest.raises(PlanError, match="“a” is used twice"):
        plan.apply(Edit("Add", (Change(None, twin),)))


def test_a_plan_has_exactly_one_launch():
    with pytest.raises(PlanError, match="exactly one launch"):
        Document([a_calendar()])
    with pytest.raises(PlanError, match="exactly one launch"):
        Document([a_calendar(), a_launch(), a_launch(id="other")])


def test_tasks_come_in_the_order_of_their_tracks_and_their_own():
    plan = a_plan(
        a_task("late", track="second", order="a"),
        a_task("b", track="first", order="c"),
        a_task("a", track="first", order="b"),
    )

    assert [task.key for task in plan.tasks] == ["a", "b", "late"]


def test_a_person_is_found_by_id_or_by_name():
    plan = a_plan(a_person("mara", name="Mara Lind"), a_person("otis"))

    assert plan.person("mara").name == "Mara Lind"
    assert plan.person("mara lind").key == "mara"
    with pytest.raises(PlanError, match="nobody called “Zoe”"):
        plan.person("Zoe")


def test_a_name_that_several_people_have_is_not_guessed():
    plan = a_plan(a_person("kim1", name="Kim"), a_person("kim2", name="Kim"))

    with pytest.raises(PlanError, match="several people called “Kim”"):
        plan.person("Kim")


def test_the_table_of_a_kind_nobody_edited_is_shared():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    after = plan.apply(Edit("x", (Change(plan.task("a"), replace(plan.task("a"), note="x")),)))

    assert after.table(Dependency) is plan.table(Dependency)
    assert after.table(Task) is not plan.table(Task)


def test_every_kind_of_row_is_frozen_and_has_an_id():
    for kind in KINDS.values():
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
        assert "id" in kind.__dataclass_fields__, kind
