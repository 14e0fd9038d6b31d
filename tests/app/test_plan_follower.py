"""Answers that follow a plan are those of the plan worked out anew."""

from datetime import date

from launchpad.app.commands.links import set_link
from launchpad.app.commands.task_fields import set_fields
from launchpad.app.commands.task_status import set_status
from launchpad.app.plan_follower import PlanFollower
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import LinkType, TaskStatus
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule import schedule
from tests.builders import link
from tests.ui.checklist.plans import a_checklist

TODAY = date(2026, 10, 12)


def edits(plan):
    yield set_fields(plan, ["task:page"], {"duration": 12}, TODAY)
    yield set_status(plan, ["task:video", "task:deck"], TaskStatus.IN_PROGRESS, TODAY)
    yield set_link(plan, plan.task("video"), plan.task("deck"), LinkType.FS, 2, False)
    yield set_fields(plan, ["task:quiz"], {"gate": None, "owner": "person:june"}, TODAY)


def test_following_gives_the_same_schedule_and_scores():
    for number in range(4):
        plan = a_checklist()
        follower = PlanFollower()
        schedule(plan, TODAY)
        edit = list(edits(plan))[number]
        after = plan.apply(edit)
        follower.follow(plan, edit, after, TODAY)
        anew = Document(list(after))

        followed, fresh = schedule(after, TODAY), schedule(anew, TODAY)
        assert {each: followed.tasks[each] for each in followed.tasks} == {
            each: fresh.tasks[each] for each in fresh.tasks
        }
        assert readiness(after, TODAY).scores == readiness(anew, TODAY).scores


def test_a_circle_on_the_way_does_no_harm():
    plan = a_checklist()
    follower = PlanFollower()
    schedule(plan, TODAY)
    back = link("train", "deck")
    closing = Edit("Close the circle", (Change(None, back),))
    circle = plan.apply(closing)
    follower.follow(plan, closing, circle, TODAY)
    opened = circle.apply(closing.inverse())
    follower.follow(circle, closing.inverse(), opened, TODAY)

    train = plan.task("train").id
    assert schedule(opened, TODAY).tasks[train] == schedule(plan, TODAY).tasks[train]
