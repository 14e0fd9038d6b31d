"""Holidays are rows: what a library proposes is taken or not."""

from datetime import date

import pytest

from launchpad.app.commands.holidays import add_holiday, remove_holidays, take_holidays
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.launch import Holiday
from launchpad.templates.public_holidays import PublicHoliday
from tests.builders import LAUNCH_DAY, a_holiday, a_plan, a_task

FIRST, SECOND = date(2026, 11, 2), date(2026, 11, 3)


def names(plan: Document) -> dict[date, str]:
    return {holiday.day: holiday.name for holiday in plan.rows(Holiday)}


def test_a_day_is_added_once():
    plan = a_plan(a_task("a"))
    after = plan.apply(add_holiday(plan, FIRST, " Founders' day "))

    assert names(after) == {FIRST: "Founders' day"}
    with pytest.raises(PlanError, match="already"):
        add_holiday(after, FIRST, "again")


def test_launch_day_is_never_a_holiday():
    plan = a_plan(a_task("a"))
    with pytest.raises(PlanError, match="not a working day"):
        add_holiday(plan, LAUNCH_DAY, "")

    taken = plan.apply(take_holidays(plan, "US", [PublicHoliday(LAUNCH_DAY, "Veterans", "US")]))
    assert names(taken) == {}


def test_proposed_holidays_replace_those_proposed_before_and_own_days_stay():
    plan = a_plan(a_task("a"), a_holiday(FIRST, "Own"))
    usa = [PublicHoliday(SECOND, "Election", "US"), PublicHoliday(FIRST, "Other", "US")]
    one = plan.apply(take_holidays(plan, "US", usa))
    two = one.apply(take_holidays(one, "DE", [PublicHoliday(date(2026, 12, 25), "Weihnachten", "DE")]))
    three = two.apply(take_holidays(two, "", []))

    assert names(one) == {FIRST: "Own", SECOND: "Election"}
    assert names(two) == {FIRST: "Own", date(2026, 12, 25): "Weihnachten"}
    assert two.calendar.holiday_region == "DE"
    assert names(three) == {FIRST: "Own"}
    assert not take_holidays(one, "US", usa)


def test_days_are_worked_again():
    plan = a_plan(a_task("a"), a_holiday(FIRST), a_holiday(SECOND))
    after = plan.apply(remove_holidays(plan, {f"holiday:{FIRST}"}))
    assert list(names(after)) == [SECOND]
