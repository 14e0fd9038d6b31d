"""Fields typed for several tasks at once."""

from datetime import date

import pytest

from launchpad.app.commands.task_fields import set_day, set_due, set_start
from launchpad.domain.enums import TaskStatus
from tests.builders import a_plan, a_task, an_anchor

TODAY = date(2026, 10, 12)
A, B = "task:a", "task:b"


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, "SNET:T-8"), ("FNLT:T-3", "SNET:T-8"), ("SNET:T-9", "SNET:T-8"), ("MSO:T-9", "MSO:T-8")],
)
def test_a_start_that_is_typed_is_the_earliest_day_and_moves_a_pin(before, after):
    plan = a_plan(a_task("a", anchor=before))

    assert plan.apply(set_start(plan, [A], "T-8", TODAY)).task("a").anchor == an_anchor(after)


def test_no_start_frees_a_task_and_work_that_began_gets_the_day_it_began():
    begun = a_task("b", status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 10, 5))
    plan = a_plan(a_task("a", anchor="SNET:T-9"), begun)

    freed = plan.apply(set_start(plan, [A], " ", TODAY))
    corrected = plan.apply(set_start(plan, [A, B], "2026-10-06", TODAY))

    assert freed.task("a").anchor is None
    assert (corrected.task("b").actual_start, corrected.task("b").anchor) == (date(2026, 10, 6), None)
    assert corrected.task("a").anchor == an_anchor("SNET:2026-10-06")


def test_a_due_day_keeps_its_offset_and_goes_when_nothing_is_typed():
    plan = a_plan(a_task("a"))

    due = plan.apply(set_due(plan, [A], "T-2", TODAY))

    assert due.task("a").deadline == -2
    assert due.apply(set_due(due, [A], "", TODAY)).task("a").deadline is None


def test_a_field_that_holds_a_calendar_date_gets_one_from_an_offset_too():
    plan = a_plan(a_task("a"))

    after = plan.apply(set_day(plan, [A], "expected_finish", "T-2", TODAY))

    assert after.task("a").expected_finish == date(2026, 11, 6)
    assert after.apply(set_day(after, [A], "expected_finish", "", TODAY)).task("a").expected_finish is None
