"""The axis: days stand where they belong at any zoom, and what is written fits."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.gantt.axis import NARROWEST, SCALES, WIDEST, TimeAxis
from tests.scenes.gantt.plans import measure

FIRST = date(2026, 9, 1)
widths = st.floats(NARROWEST, WIDEST)
days = st.integers(-800, 800)


@given(widths, days)
def test_a_place_inside_a_day_is_that_day_again(width, number):
    axis = TimeAxis(FIRST, width)
    ordinal = FIRST.toordinal() + number

    assert axis.ordinal_at((number + 0.5) * width) == ordinal
    assert axis.nearest(axis.x_of_ordinal(ordinal)) == ordinal or width < 1


@given(widths, days)
def test_a_day_is_never_half_a_pixel_off(width, number):
    axis = TimeAxis(FIRST, width)

    assert abs(axis.x_of(FIRST + timedelta(days=number)) - number * width) <= 0.5


@pytest.mark.parametrize(("scale", "width"), SCALES.items())
def test_zooms_know_their_names(scale, width):
    assert TimeAxis(FIRST, width).scale == scale
    assert TimeAxis(FIRST, width * 1.2).scale == scale


@given(widths, st.integers(-3000, 3000))
def test_what_is_written_rises_and_begins_in_sight(width, left):
    axis = TimeAxis(FIRST, width)

    for ticks in (axis.upper_ticks(left, left + 900), axis.lower_ticks(left, left + 900)):
        places = [axis.x_of(tick.day) for tick in ticks]

        assert places == sorted(set(places))
        assert all(place < left + 900 for place in places)
        assert all(tick.text for tick in ticks)
    wide = max((measure(tick.text, 11, 400) for tick in axis.lower_ticks(0, 900)), default=0)
    gaps = [axis.x_of(b.day) - axis.x_of(a.day) for a, b in itertools.pairwise(ticks)]
    assert not gaps or min(gaps) > wide * 0.6


def test_zooming_stops_where_nothing_can_be_read():
    assert TimeAxis(FIRST, 8).zoomed(1e6).day_width == WIDEST
    assert TimeAxis(FIRST, 8).zoomed(1e-6).day_width == NARROWEST
