from datetime import date
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.commands.goals import Reading
from launchpad.app.pasted_readings import read_pasted, read_typed, read_value
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.days import DayOrder

TODAY = date(2026, 10, 12)


def days_and_values(text: str, order: DayOrder = DayOrder.MONTH_FIRST) -> list[tuple[date, float]]:
    pasted = read_pasted(text, TODAY, order)
    assert pasted.problems == ()
    return [(reading.day, reading.value) for reading in pasted.readings]


def test_two_columns_copied_from_a_spreadsheet_are_read_with_their_heading():
    text = "Date\tSign-ups\tNote\r\n2026-09-14\t1,180\t\r\n2026-09-28\t3,020\tafter the mail\r\n"

    pasted = read_pasted(text, TODAY)

    assert pasted.readings == (Reading(date(2026, 9, 14), 1180), Reading(date(2026, 9, 28), 3020, "after the mail"))
    assert pasted.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-09-14,1180\n2026-09-28,3020", [(date(2026, 9, 14), 1180), (date(2026, 9, 28), 3020)]),
        ('2026-09-14,"1,180"', [(date(2026, 9, 14), 1180)]),
        ("14.09.2026;1.180,5", [(date(2026, 9, 14), 1180.5)]),
        ("9/14/2026\t12", [(date(2026, 9, 14), 12)]),
        ("14/9/2026\t12\n3/4/2026\t5", [(date(2026, 9, 14), 12), (date(2026, 4, 3), 5)]),
        ("14 Sep  42 %", [(date(2026, 9, 14), 42)]),
        ("Sep 14, 2026\t42", [(date(2026, 9, 14), 42)]),
        ("2026-09-14 00:00:00\t7", [(date(2026, 9, 14), 7)]),
    ],
)
def test_days_and_values_are_read_as_programs_write_them(text: str, expected: list[tuple[date, float]]):
    assert days_and_values(text) == expected


def test_a_day_that_could_be_two_is_read_as_this_computer_writes_days():
    assert days_and_values("3/4/2026\t5") == [(date(2026, 3, 4), 5)]
    assert days_and_values("3/4/2026\t5", DayOrder.DAY_FIRST) == [(date(2026, 4, 3), 5)]


def test_what_cannot_be_read_is_named_and_the_rest_is_kept():
    pasted = read_pasted("2026-09-14\t5\nsoon\t7\n2026-09-15\tmany\n2026-09-16", TODAY)

    assert [reading.value for reading in pasted.readings] == [5]
    assert len(pasted.problems) == 3
    assert pasted.problems[1] == "“2026-09-15 many”: “many” is not a number."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5640", 5640), ("5,640", 5640), ("1,450,000", 1_450_000), ("1.450.000,50", 1_450_000.5), ("5 640", 5640),
        ("3,9", 3.9), ("0,125", 0.125), ("99.6 %", 99.6), ("−3", -3), ("€12.50", 12.5), ("EUR 131000", 131_000),
        ("1e3", 1000), ("12'000", 12_000),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, value: float):
    assert read_value(text) == value


def test_a_typed_value_is_todays_unless_a_day_stands_before_it():
    assert read_typed("5640", TODAY) == Reading(TODAY, 5640)
    assert read_typed("28 Sep 3,020", TODAY) == Reading(date(2026, 9, 28), 3020)
    assert read_typed("yesterday 12", TODAY) == Reading(date(2026, 10, 11), 12)
    with pytest.raises(PlanError, match="Write a day and a value"):
        read_typed("a lot", TODAY)


@given(st.text(max_size=200))
def test_any_pasted_text_is_read_without_an_error(text: str):
    pasted = read_pasted(text, TODAY)

    assert all(isfinite(reading.value) for reading in pasted.readings)
    assert len(pasted.readings) + len(pasted.problems) <= len(text.splitlines())


@given(st.lists(st.tuples(st.dates(date(2000, 1, 1), TODAY), st.integers(-(10**9), 10**9)), max_size=8))
def test_what_was_copied_is_what_is_pasted(rows: list[tuple[date, int]]):
    text = "\n".join(f"{day.isoformat()}\t{value}" for day, value in rows)

    assert days_and_values(text) == [(day, float(value)) for day, value in rows]


def test_what_is_still_to_come_was_not_measured():
    pasted = read_pasted("2026-10-12\t5\n2026-10-13\t7", TODAY)

    assert [reading.value for reading in pasted.readings] == [5]
    assert pasted.problems == ("“2026-10-13 7”: 13 Oct is still to come; only what was measured is recorded.",)
    with pytest.raises(PlanError, match="still to come"):
        read_typed("tomorrow 7", TODAY)
