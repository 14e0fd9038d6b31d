"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.day_text import day_text, offset_text, order_among, read_day, settled_day, typed_day
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.days import DayOrder

TODAY = date(2026, 10, 12)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-10", date(2026, 11, 10)),
        ("T-21", -21),
        ("t+3", 3),
        ("T", 0),
        ("today", TODAY),
        ("Tomorrow", date(2026, 10, 13)),
        ("fri", date(2026, 10, 16)),
        ("Monday", TODAY),
        ("3d", date(2026, 10, 15)),
        ("2w", date(2026, 10, 26)),
        ("-1w", date(2026, 10, 5)),
        ("5 Jan", date(2027, 1, 5)),
        ("5jan", date(2027, 1, 5)),
        ("Sep 30", date(2026, 9, 30)),
        ("5 January 2026", date(2026, 1, 5)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("T−21", -21),
        ("+3d", date(2026, 10, 15)),
        ("−3 days", date(2026, 10, 9)),
        ("10/12", TODAY),
        ("10/12/26", TODAY),
        ("10-12-2026", TODAY),
        ("1/5", date(2027, 1, 5)),
        ("23/10", date(2026, 10, 23)),
        ("23.10.", date(2026, 10, 23)),
        ("5.11", date(2026, 11, 5)),
        ("5.11.2026", date(2026, 11, 5)),
        ("2026/10/12", TODAY),
        ("2026-10-12 00:00:00", TODAY),
        ("12-Oct-26", TODAY),
        ("Mon 12 Oct", TODAY),
        ("Monday, October 12, 2026", TODAY),
    ],
)
def test_a_day_is_read(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "4", "31 Feb", "13/13", "2/29", "T-", "T-x", "T-99999", "99999w", "5 Jan 2500", "29 feb 2027"],
)
def test_what_is_no_day_is_refused_in_a_sentence(text):
    with pytest.raises(PlanError, match=r"\.$"):
        read_day(text, TODAY)


def test_the_refusal_shows_what_can_be_written():
    with pytest.raises(PlanError, match=r"“soon” is not a day; write 12 Oct, 10/12, T-21, \+3d or tomorrow\."):
        read_day("soon", TODAY)


def test_where_the_day_is_written_first_ten_twelve_is_in_december():
    assert read_day("10/12", TODAY, DayOrder.DAY_FIRST) == date(2026, 12, 10)
    assert settled_day("10/12", TODAY, DayOrder.DAY_FIRST) == "2026-12-10"
    assert settled_day("10/12", TODAY, DayOrder.MONTH_FIRST) == "2026-10-12"


@pytest.mark.parametrize("text", ["12 Oct", "T-21", "fri", "13/13", "soon", ""])
def test_what_everybody_reads_alike_stays_as_it_was_typed(text):
    assert settled_day(text, TODAY, DayOrder.DAY_FIRST) == text


def test_one_day_that_leaves_no_choice_says_how_a_table_writes_them():
    assert order_among(["3/4/2026", "14/9/2026", "soon"], DayOrder.MONTH_FIRST) is DayOrder.DAY_FIRST
    assert order_among(["3/4/2026"], DayOrder.MONTH_FIRST) is DayOrder.MONTH_FIRST
    assert order_among(["14/9/2026", "9/14/2026"], DayOrder.MONTH_FIRST) is DayOrder.MONTH_FIRST


@given(st.one_of(st.integers(-300, 300), st.integers(-3000, 3000).map(lambda days: TODAY + timedelta(days=days))))
def test_what_a_field_begins_with_is_read_back_as_the_same_day(when):
    assert read_day(typed_day(when, TODAY), TODAY) == when


def test_a_field_says_a_day_as_texts_do_with_its_year_only_where_it_is_needed():
    assert typed_day(date(2026, 10, 23), TODAY) == "23 Oct"
    assert typed_day(date(2027, 8, 8), TODAY) == "8 Aug 2027"
    assert typed_day(-21, TODAY) == "T−21"
    assert typed_day(None, TODAY) == ""


def test_a_day_far_away_is_shown_with_its_year():
    assert day_text(date(2027, 1, 5), TODAY) == "5 Jan"
    assert day_text(date(2028, 1, 5), TODAY) == "5 Jan 2028"


def test_offsets_have_a_real_minus():
    assert [offset_text(each) for each in (-21, 0, 3)] == ["T−21", "T", "T+3"]
