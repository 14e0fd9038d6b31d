"""A rehearsal shows the plan as an edit would make it, and writes nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.plan_follower import PlanFollower
from launchpad.app.rehearsal import Rehearsal, Stand
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.engines.schedule import schedule
from tests.builders import a_plan, a_task, link
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
    before = schedule(plan, today)
    rehearsal = Rehearsal(follower.copy(plan, today))
    rehearsal.play(data.draw(task_edits(plan)))
    edit = data.draw(task_edits(plan))
    follower.follow(plan, edit, plan.apply(edit), today)

    assert before == schedule(Document(plan), today)
    assert schedule(plan.apply(edit), today) == schedule(Document(plan.apply(edit)), today)


def test_a_task_that_is_only_in_one_of_the_plans_has_not_moved() -> None:
    plan = a_plan(a_task("a", duration=2, anchor="SNET:T-9"), a_task("b"), link("a", "b"))
    rehearsal = a_rehearsal(plan, date(2026, 10, 12))
    c, b, ab = a_task("c", duration=3), plan.task("b"), plan.dependencies[0]

    rehearsal.play(Edit("Add", (Change(None, c), Change(None, link("c", "b")))))
    assert "task:c" not in rehearsal.moved
    assert rehearsal.stand(c.id).start <= rehearsal.stand(b.id).start
    rehearsal.play(Edit("Remove", (Change(ab, None), Change(b, None))))
    assert not rehearsal.moved
