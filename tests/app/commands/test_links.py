"""Making, changing and removing dependencies."""

from dataclasses import replace

import pytest

from launchpad.app.commands.links import change_link, remove_link, retarget_link, set_link
from launchpad.domain.document import Document
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from tests.builders import a_gate, a_plan, a_task, link


def linked(plan: Document, one: str, other: str, type: LinkType = LinkType.FS, lag: int = 0) -> Document:
    return plan.apply(set_link(plan, plan.node(one), plan.node(other), type, lag, False))


def test_a_link_is_made_and_then_changed():
    plan = linked(a_plan(a_task("a"), a_task("b")), "a", "b")

    after = linked(plan, "a", "b", LinkType.SS, 2)

    assert [(one.type, one.lag) for one in after.dependencies] == [(LinkType.SS, 2)]


def test_a_link_may_end_on_a_gate():
    plan = linked(a_plan(a_task("a"), a_gate("G1")), "G1", "a")

    assert plan.dependencies[0].predecessor == "gate:G1"


def test_a_circle_is_refused_naming_its_path():
    plan = a_plan(a_task("a"), a_task("b"), a_task("c"), link("a", "b"), link("b", "c"))

    with pytest.raises(PlanError) as refused:
        linked(plan, "c", "a")

    assert all(key in str(refused.value) for key in ("a", "b", "c"))


def test_a_link_that_is_not_there_cannot_be_taken_away():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))

    assert plan.apply(remove_link(plan, plan.node("a"), plan.node("b"))).dependencies == ()
    with pytest.raises(PlanError, match="does not depend on"):
        remove_link(plan, plan.node("b"), plan.node("a"))


def test_a_task_cannot_wait_for_itself():
    plan = a_plan(a_task("a"))

    with pytest.raises(PlanError, match="itself"):
        linked(plan, "a", "a")


def test_a_link_leads_elsewhere_with_its_type_and_lag():
    plan = a_plan(a_task("a"), a_task("b"), a_task("c"), link("a", "b", "SS", 3))
    old = plan.dependencies[0]

    edit = retarget_link(plan, old.id, old.predecessor, plan.task("c").id)
    assert plan.apply(edit).dependencies == (replace(old, successor=plan.task("c").id),)
    assert edit.label == "Link Do a → Do c instead"
    assert not retarget_link(plan, old.id, old.predecessor, old.successor)


def test_a_link_is_not_led_into_a_circle_but_may_be_turned_around():
    plan = a_plan(a_task("a"), a_task("b"), a_task("c"), link("a", "b"), link("b", "c"))
    first = next(each for each in plan.dependencies if each.predecessor == plan.task("a").id)

    with pytest.raises(PlanError, match="b → c → b"):
        retarget_link(plan, first.id, plan.task("c").id, plan.task("b").id)
    turned = retarget_link(plan, first.id, plan.task("b").id, plan.task("a").id)
    assert len(plan.apply(turned).dependencies) == 2


def test_two_tasks_are_linked_once_and_none_to_itself():
    plan = a_plan(a_task("a"), a_task("b"), a_task("c"), link("a", "b"), link("a", "c"))
    first = next(each for each in plan.dependencies if each.successor == plan.task("b").id)

    with pytest.raises(PlanError, match="already waits"):
        retarget_link(plan, first.id, plan.task("a").id, plan.task("c").id)
    with pytest.raises(PlanError, match="itself"):
        retarget_link(plan, first.id, plan.task("a").id, plan.task("a").id)


def test_a_link_gets_another_type_and_lag():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    edit = change_link(plan, plan.dependencies[0].id, LinkType.FF, -2, True)

    assert plan.apply(edit).dependencies == (replace(plan.dependencies[0], type=LinkType.FF, lag=-2, elapsed=True),)
