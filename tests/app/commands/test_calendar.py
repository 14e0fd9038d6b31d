"""Changing the working week, as the undo menu tells it."""

from launchpad.app.commands.calendar import change_calendar
from tests.builders import a_plan, a_task


def test_another_working_week_is_told_in_those_words():
    plan = a_plan(a_task("brief"))
    edit = change_calendar(plan, {"workdays": (1, 2, 3, 4)})

    assert edit.label == "Set the working week"
    assert plan.apply(edit).calendar.workdays == (1, 2, 3, 4)
