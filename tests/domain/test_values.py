"""Small values of a plan."""

from datetime import date

import pytest

from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Anchor, DateRange, Thresholds, format_when, parse_when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("T-21", -21),
        ("t+3", 3),
        ("T", 0),
        ("T−21", -21),
        ("T - 4", -4),
        ("2026-11-10", date(2026, 11, 10)),
        (" 2026-11-10 ", date(2026, 11, 10)),
    ],
)
def test_a_when_is_a_date_or_an_offset_from_launch_day(text, when):
    assert parse_when(text) == when


@pytest.mark.parametrize(
    "text", ["", "T-", "T-x", "21", "2026-13-01", "2026-11-1", "20261110", "1066-10-14", "T-99999"]
)
def test_other_texts_are_refused_in_a_sentence(text):
    with pytest.raises(PlanError) as refused:
        parse_when(text)

    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("when", [-21, 0, 3, date(2026, 2, 28)])
def test_a_when_reads_back_as_it_was_written(when):
    assert parse_when(format_when(when)) == when


@pytest.mark.parametrize("kind", list(AnchorKind))
def test_an_anchor_has_a_day_unless_it_floats(kind):
    floats = kind in (AnchorKind.ASAP, AnchorKind.ALAP)

    with pytest.raises(PlanError):
        Anchor(kind, -3 if floats else None)


def test_a_range_includes_both_its_ends():
    days = DateRange(date(2026, 10, 1), date(2026, 10, 3))

    assert date(2026, 10, 1) in days
    assert date(2026, 10, 3) in days
    assert date(2026, 10, 4) not in days


def test_a_range_cannot_end_before_it_begins():
    with pytest.raises(PlanError, match="ends before it begins"):
        DateRange(date(2026, 10, 3), date(2026, 10, 1))


def test_a_conditional_threshold_is_never_above_the_one_for_a_go():
    with pytest.raises(PlanError):
        Thresholds(go=70, conditional=80)
