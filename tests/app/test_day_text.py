"""Days as people type them."""

from datetime import date

import pytest

from launchpad.app.day_text import day_text, offset_text, read_day
from launchpad.domain.errors import PlanError

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
    ],
)
def test_a_day_is_read(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "31 Feb", "11/10/2026", "T-", "99999w", "5 Jan 2500", "29 feb 2027"])
def test_what_is_no_day_is_refused_in_a_sentence(text):
    with pytest.raises(PlanError, match=r"\.$"):
        read_day(text, TODAY)


def test_a_day_far_away_is_shown_with_its_year():
    assert day_text(date(2027, 1, 5), TODAY) == "5 Jan"
    assert day_text(date(2028, 1, 5), TODAY) == "5 Jan 2028"


def test_offsets_have_a_real_minus():
    assert [offset_text(each) for each in (-21, 0, 3)] == ["T−21", "T", "T+3"]
