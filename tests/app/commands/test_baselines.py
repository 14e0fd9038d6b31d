"""Plans frozen under a name, and which of them is the promise."""

from datetime import date

import pytest
from hypothesis import given

from launchpad.app.commands.baselines import (
    baselines_of,
    choose_promise,
    promised_baseline,
    remove_baseline,
    rename_baseline,
    set_baseline,
)
from launchpad.app.commands.tasks import change_task, remove_task
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Baseline
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule import schedule
from tests.builders import a_launch, a_plan, a_task, link
from tests.strategies import TODAYS, plans

DAY = date(2026, 10, 12)
LATER = date(2026, 11, 2)


def the_plan() -> Document:
    return a_plan(a_task("a", duration=3), a_task("b", duration=2), link("a", "b"), launch=a_launch(start=-20))


def stretched(plan: Document, key: str, days: int) -> Document:
    return plan.apply(change_task(plan, plan.task(key), {"duration": days}, DAY))


def promises(plan: Document) -> dict[str, tuple[date | None, date | None]]:
    return {task.key: (task.baseline_start, task.baseline_finish) for task in plan.tasks}


def test_the_first_baseline_is_the_promise():
    plan = the_plan()
    edit = set_baseline(plan, "Plan lock", DAY)
    after = plan.apply(edit)

    assert edit.label == "Set baseline “Plan lock” as the promise"
    assert [(row.name, row.taken_on, row.active) for row in baselines_of(after)] == [("Plan lock", DAY, True)]
    dates = schedule(plan, DAY).tasks
    assert promises(after) == {task.key: (dates[task.id].start, dates[task.id].finish) for task in plan.tasks}
    assert after.apply(edit.inverse()) == plan


def test_a_second_baseline_leaves_the_promise_alone():
    plan = the_plan()
    locked = plan.apply(set_baseline(plan, "Plan lock", DAY))
    slipped = stretched(locked, "a", 9)
    edit = set_baseline(slipped, "G2", LATER)
    after = slipped.apply(edit)

    assert edit.label == "Set baseline “G2”"
    assert promises(after) == promises(locked)
    assert [(row.name, row.active) for row in baselines_of(after)] == [("G2", False), ("Plan lock", True)]


def test_promising_anew_says_by_how_many_tasks_the_promise_gave_way():
    plan = the_plan()
    locked = plan.apply(set_baseline(plan, "Plan lock", DAY))
    slipped = stretched(locked, "a", 9)
    edit = set_baseline(slipped, "G2", LATER, promise=True)
    after = slipped.apply(edit)

    assert edit.label == "Set baseline “G2” as the promise instead of “Plan lock”: 2 tasks may finish later"
    assert [row.active for row in baselines_of(after)] == [True, False]
    back = choose_promise(after, baselines_of(after)[1].id, LATER)
    assert back.label == "Make baseline “Plan lock” the promise instead of “G2”: 2 tasks must finish sooner"
    assert promises(after.apply(back)) == promises(locked)


def test_what_was_late_by_the_old_promise_is_not_late_by_the_new_one_and_the_label_says_why():
    plan = the_plan()
    locked = plan.apply(set_baseline(plan, "Plan lock", DAY))
    slipped = stretched(locked, "a", 15)
    edit = set_baseline(slipped, "Anew", LATER, promise=True)

    before, after = readiness(slipped, LATER).expected, readiness(slipped.apply(edit), LATER).expected
    assert (before, after) == (100, 28)
    assert "may finish later" in edit.label


def test_tasks_that_came_after_a_baseline_lose_their_promise_with_it():
    plan = the_plan()
    one = plan.apply(set_baseline(plan, "Plan lock", DAY))
    two = one.apply(Edit("Add", (Change(None, a_task("new", duration=1, order="z")),)))
    three = two.apply(set_baseline(two, "With the new one", LATER, promise=True))
    edit = choose_promise(three, baselines_of(three)[1].id, LATER)

    assert edit.label.endswith("1 task without a promise")
    assert three.apply(edit).task("new").baseline_finish is None


def test_promised_dates_that_no_baseline_holds_are_kept_under_a_name():
    plan = a_plan(
        a_task("a", baseline_start=date(2026, 10, 1), baseline_finish=date(2026, 10, 2)), launch=a_launch(start=-20)
    )
    after = plan.apply(set_baseline(plan, "Plan lock", DAY, promise=True))

    assert {row.name for row in baselines_of(after)} == {"Plan lock", "Promise until 12 Oct"}
    kept = next(row for row in baselines_of(after) if not row.active)
    assert promises(after.apply(choose_promise(after, kept.id, DAY))) == promises(plan)


def test_work_that_is_passed_over_keeps_what_was_promised_of_it():
    plan = the_plan()
    locked = plan.apply(set_baseline(plan, "Plan lock", DAY))
    waived = locked.apply(change_task(locked, locked.task("b"), {"status": TaskStatus.WAIVED}, DAY))
    after = waived.apply(set_baseline(waived, "G2", LATER, promise=True))

    assert promises(after)["b"] == promises(locked)["b"]


def test_promising_nothing_measures_by_the_plan_itself():
    plan = the_plan()
    locked = plan.apply(set_baseline(plan, "Plan lock", DAY))
    edit = choose_promise(locked, None, DAY)
    after = locked.apply(edit)

    assert "plan itself" in edit.label
    assert promised_baseline(after) is None
    assert set(promises(after).values()) == {(None, None)}
    assert [row.name for row in baselines_of(after)] == ["Plan lock"]


def test_a_name_that_is_taken_gets_a_number_behind_it():
    plan = the_plan()
    for _ in range(3):
        plan = plan.apply(set_baseline(plan, "Review", DAY))

    assert {row.name for row in plan.table(Baseline).values()} == {"Review", "Review (2)", "Review (3)"}


def test_a_baseline_is_renamed_unless_another_is_called_so():
    plan = the_plan()
    plan = plan.apply(set_baseline(plan, "One", DAY))
    plan = plan.apply(set_baseline(plan, "Two", LATER))
    two = baselines_of(plan)[0].id

    assert baselines_of(plan.apply(rename_baseline(plan, two, " Three ")))[0].name == "Three"
    assert not rename_baseline(plan, two, "Two")
    with pytest.raises(PlanError, match="already"):
        rename_baseline(plan, two, "one")
    with pytest.raises(PlanError, match="empty"):
        rename_baseline(plan, two, " ")


def test_the_promise_is_not_removed_by_accident():
    plan = the_plan()
    plan = plan.apply(set_baseline(plan, "One", DAY))
    plan = plan.apply(set_baseline(plan, "Two", LATER))
    two, one = baselines_of(plan)

    assert baselines_of(plan.apply(remove_baseline(plan, two.id))) == (one,)
    with pytest.raises(PlanError, match="promise"):
        remove_baseline(plan, one.id)
    with pytest.raises(PlanError, match="no longer"):
        remove_baseline(plan.apply(remove_baseline(plan, two.id)), two.id)


@given(plan=plans(), today=TODAYS)
def test_a_promise_and_its_undo_bring_back_the_same_plan(plan, today):
    edit = set_baseline(plan, "Now", today, promise=True)
    after = plan.apply(edit)

    assert after.apply(edit.inverse()) == plan
    row = promised_baseline(after)
    assert row is not None
    on_tasks = {task.id: (task.baseline_start, task.baseline_finish) for task in after.tasks if task.baseline_start}
    assert {each.task: (each.start, each.finish) for each in row.dates} == on_tasks
    assert not choose_promise(after, row.id, today)


def test_a_removed_task_is_forgotten_by_every_baseline():
    plan = the_plan()
    plan = plan.apply(set_baseline(plan, "One", DAY))
    after = plan.apply(remove_task(plan, plan.task("b")))

    assert [each.task for each in baselines_of(after)[0].dates] == [plan.task("a").id]
