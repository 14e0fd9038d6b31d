"""Working days counted from launch day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.errors import PlanError
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from tests.builders import a_calendar, a_holiday, a_plan

TUESDAY = date(2026, 11, 10)


def test_offsets_count_working_days_from_launch_day() -> None:
    calendar = WorkingCalendar(TUESDAY, holidays=[date(2026, 11, 9)])

    assert [calendar.date_at(offset) for offset in (-2, -1, 0, 1)] == [
        date(2026, 11, 5),
        date(2026, 11, 6),
        TUESDAY,
        date(2026, 11, 11),
    ]
    assert calendar.offset_at_or_after(date(2026, 11, 7)) == 0
    assert calendar.offset_at_or_before(date(2026, 11, 9)) == -1


def test_working_days_between_leave_out_the_last_day() -> None:
    calendar = WorkingCalendar(TUESDAY)

    assert calendar.workdays_between(date(2026, 11, 6), TUESDAY) == 2
    assert calendar.workdays_between(TUESDAY, date(2026, 11, 6)) == -2
    assert calendar.workdays_between(date(2026, 11, 7), date(2026, 11, 8)) == 0


def test_an_extra_workday_wins_over_the_week_and_over_a_holiday() -> None:
    saturday = date(2026, 11, 14)
    calendar = WorkingCalendar(TUESDAY, holidays=[saturday], extra_workdays=[saturday])

    assert calendar.is_workday(saturday)
    assert calendar.offset_at_or_after(saturday) == 4
    assert calendar.date_at(4) == saturday


def test_a_launch_day_that_is_not_worked_is_refused() -> None:
    with pytest.raises(PlanError, match="2026-11-10, is not a working day"):
        calendar_of(a_plan(a_holiday(TUESDAY)))


def test_the_calendar_of_a_plan_knows_its_week_and_holidays() -> None:
    plan = a_plan(a_holiday(date(2026, 11, 12)), calendar=a_calendar(workdays=(1, 2, 3, 4)))

    calendar = calendar_of(plan)

    assert calendar is calendar_of(plan)
    assert calendar.date_at(1) == date(2026, 11, 11)
    assert calendar.date_at(2) == date(2026, 11, 16)


def test_the_calendar_reaches_as_far_as_anybody_asks_and_ends_with_the_dates() -> None:
    calendar = WorkingCalendar(TUESDAY)

    assert calendar.date_at(20_000) == date(2103, 7, 10)
    assert calendar.date_at(-20_000) == date(1950, 3, 14)
    with pytest.raises(PlanError, match="outside the years 1 to 9999"):
        calendar.date_at(3_000_000)


@given(
    st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)).filter(lambda day: day != TUESDAY), max_size=20),
    st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5),
    st.dates(date(2020, 1, 1), date(2034, 1, 1)),
)
def test_every_day_lies_between_the_working_days_around_it(holidays: set[date], extra: set[date], day: date) -> None:
    calendar = WorkingCalendar(TUESDAY, (1, 2, 3, 4, 5), holidays, extra)
    after, before = calendar.offset_at_or_after(day), calendar.offset_at_or_before(day)

    assert calendar.date_at(before) <= day <= calendar.date_at(after)
    assert after - before == (0 if calendar.is_workday(day) else 1)
    assert calendar.offset_at_or_after(calendar.date_at(after)) == after
