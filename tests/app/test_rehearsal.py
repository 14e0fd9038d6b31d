"""A rehearsal shows the plan as an edit would make it, and writes nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.plan_follower import PlanFollower
from launchpad.app.rehearsal import Rehearsal, Stand
from launchpad.domain.document import Document
from launchpad.engines.schedule import schedule
from tests.strategies import TODAYS, plans, task_edits


def a_rehearsal(plan: Document, today: date) -> Rehearsal:
    return Rehearsal(PlanFollower().copy(plan, today))


@given(st.data(), TODAYS)
def test_whatever_is_tried_stands_where_the_plan_would_put_it(data: st.DataObject, today: date) -> None:
    plan = data.draw(plans())
    rehearsal = a_rehearsal(plan, today)
    for _ in range(3):
        edit = data.draw(task_edits(plan))
        rehearsal.play(edit)

        before, after = schedule(Document(plan), today), schedule(Document(plan.apply(edit)), today)
        for task in rehearsal.document.tasks:
            dates = after.tasks[task.id]
            assert rehearsal.stand(task.id) == Stand(dates.start, dates.finish, dates.slack)
            if dates.start != before.tasks[task.id].start and task in plan.tasks:
                assert rehearsal.moved[task.id].start == dates.start
            assert rehearsal.held(task.id) == (dates.early_start, dates.driver)
        assert len(rehearsal.moved) == len(list(rehearsal.moved))


@given(st.data(), TODAYS)
def test_trying_leaves_the_followed_plan_alone(data: st.DataObject, today: date) -> None:
    plan = data.draw(plans())
    follower = PlanFollower()
    before = follower.schedule(plan, today)
    rehearsal = Rehearsal(follower.copy(plan, today))
    rehearsal.play(data.draw(task_edits(plan)))
    edit = data.draw(task_edits(plan))
    follower.follow(plan, edit, plan.apply(edit), today)

    assert before == schedule(Document(plan), today)
    assert follower.schedule(plan.apply(edit), today) == schedule(Document(plan.apply(edit)), today)
