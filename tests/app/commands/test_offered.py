"""An edit that was looked at before is taken as it was shown."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.app.commands.offered import take_offered
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from tests.builders import a_plan, a_task

TODAY = date(2026, 10, 12)


def test_an_offer_is_taken_and_its_tasks_are_updated_today():
    plan = a_plan(a_task("a", duration=5))
    task = plan.task("a")
    edit = take_offered(plan, Edit("Shorten a", (Change(task, replace(task, duration=3)),)), TODAY)

    assert edit.label == "Shorten a"
    assert (plan.apply(edit).task("a").duration, plan.apply(edit).task("a").updated) == (3, TODAY)
    assert plan.apply(edit).apply(edit.inverse()) == plan


def test_an_offer_for_a_plan_that_has_changed_since_is_refused():
    plan = a_plan(a_task("a", duration=5))
    task = plan.task("a")
    offer = Edit("Shorten a", (Change(task, replace(task, duration=3)),))
    changed = plan.apply(Edit("Change", (Change(task, replace(task, note="New")),)))

    with pytest.raises(PlanError, match="changed since"):
        take_offered(changed, offer, TODAY)
