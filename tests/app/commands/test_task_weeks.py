"""Tasks are given to another week: due on the same weekday of it."""

from datetime import date

from launchpad.app.commands.task_weeks import due_in_week
from launchpad.domain.task import Task
from tests.builders import a_launch, a_plan, a_task

TODAY = date(2026, 10, 12)
NEXT = date(2026, 10, 26)
PLAN = a_plan(
    a_task("page", anchor="SNET:2026-10-12", duration=3),
    a_task("video", deadline=date(2026, 10, 16)),
    a_task("deck", deadline=-18),
    launch=a_launch(launch_date=date(2026, 11, 10)),
)


def moved(*keys: str, monday: date = NEXT) -> dict[str, object]:
    edit = due_in_week(PLAN, [PLAN.task(key).id for key in keys], monday, TODAY)
    rows = [change.after for change in edit.changes]
    return {row.key: row.deadline for row in rows if isinstance(row, Task)}


def test_a_task_is_due_on_the_same_weekday_of_that_week():
    assert moved("page", "video") == {"page": date(2026, 10, 28), "video": date(2026, 10, 30)}


def test_a_deadline_that_moves_along_with_the_launch_goes_on_doing_so():
    assert moved("deck") == {"deck": -8}


def test_a_task_that_is_due_in_it_already_stays_as_it_is():
    assert moved("page", monday=date(2026, 10, 12)) == {}


def test_several_are_one_edit():
    edit = due_in_week(PLAN, [task.id for task in PLAN.tasks], NEXT, TODAY)

    assert edit.label == "Set deadline of 3 tasks"
