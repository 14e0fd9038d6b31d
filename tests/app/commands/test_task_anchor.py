"""What holds a task to a day can be chosen: its kind, and its day."""

from datetime import date

import pytest

from launchpad.app.commands.task_anchor import set_anchor_day, set_anchor_kind
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Anchor
from launchpad.engines.schedule import schedule
from tests.builders import a_launch, a_plan, a_task, an_anchor, link

TODAY = date(2026, 10, 12)
LAUNCH = a_launch(launch_date=date(2026, 11, 10))


def a_document(anchor: str | None = "SNET:T-21") -> Document:
    return a_plan(a_task("page", anchor=anchor, duration=3), launch=LAUNCH)


def held(plan: Document, kind: AnchorKind) -> Anchor | None:
    return plan.apply(set_anchor_kind(plan, [plan.task("page").id], kind, TODAY)).task("page").anchor


@pytest.mark.parametrize("kind", AnchorKind)
def test_every_kind_can_be_chosen_and_moves_no_date_of_a_task_that_stands_alone(kind):
    plan = a_document()
    before = schedule(plan, TODAY).tasks[plan.task("page").id]
    after_plan = plan.apply(set_anchor_kind(plan, [plan.task("page").id], kind, TODAY))
    after = schedule(after_plan, TODAY).tasks[plan.task("page").id]

    assert kind in (AnchorKind.ASAP, AnchorKind.ALAP) or (after.start, after.finish) == (before.start, before.finish)


def test_a_day_stays_while_it_means_the_same_end():
    assert held(a_document(), AnchorKind.MSO) == an_anchor("MSO:T-21")
    assert held(a_document(), AnchorKind.FNLT) == an_anchor("FNLT:T-19")
    assert held(a_document("FNLT:T-5"), AnchorKind.MFO) == an_anchor("MFO:T-5")


def test_as_soon_as_possible_is_nothing_that_holds():
    assert held(a_document(), AnchorKind.ASAP) is None
    assert held(a_document(None), AnchorKind.ALAP) == an_anchor("ALAP")


@pytest.mark.parametrize(("text", "anchor"), [("T-9", "FNLT:T-9"), ("28 Oct", "FNLT:2026-10-28"), ("", None)])
def test_the_day_is_typed_and_the_kind_stays(text, anchor):
    plan = a_document("FNLT:T-5")
    after = plan.apply(set_anchor_day(plan, [plan.task("page").id], text, TODAY))

    assert after.task("page").anchor == (an_anchor(anchor) if anchor else None)


def test_without_a_kind_that_has_a_day_there_is_none_to_type():
    plan = a_document("ALAP")

    assert set_anchor_day(plan, [plan.task("page").id], "T-9", TODAY).changes == ()


def test_a_plan_without_dates_says_so():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a"), launch=LAUNCH)

    with pytest.raises(PlanError, match="no dates to hold a task to"):
        set_anchor_kind(plan, [plan.task("a").id], AnchorKind.MSO, TODAY)
