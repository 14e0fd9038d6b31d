"""A plan as one line with its gates."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.gate_strip import CHARACTER, gate_strip

START = date(2026, 9, 1)


def test_launch_day_is_marked_among_the_gates_in_the_order_of_time():
    launch = START + timedelta(days=60)
    gates = [("Plan", START + timedelta(days=10)), ("Launch check", launch), ("Review", START + timedelta(days=90))]
    strip = gate_strip(START, START + timedelta(days=100), launch, gates, START + timedelta(days=5), 300)

    assert [mark.name for mark in strip.marks] == ["Plan", "Launch", "Review"]
    assert [round(mark.at) for mark in strip.marks] == [30, 180, 270]
    assert strip.marks[1].label == "Launch 31 Oct"
    assert strip.today == 15


def test_today_outside_the_plan_is_not_drawn():
    assert gate_strip(START, START + timedelta(days=9), START, [], START - timedelta(days=1), 300).today is None


@given(st.lists(st.integers(0, 300), max_size=15), st.integers(0, 300), st.integers(120, 900))
def test_labels_never_overlap_and_launch_day_always_has_its_own(days, launch, width):
    gates = [(f"G{number}", START + timedelta(days=day)) for number, day in enumerate(days)]
    strip = gate_strip(START, START + timedelta(days=300), START + timedelta(days=launch), gates, START, width)
    spans = sorted(
        (mark.label_left, mark.label_left + len(mark.label) * CHARACTER)
        for mark in strip.marks
        if mark.label_left is not None
    )

    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert any(mark.is_launch and mark.label_left is not None for mark in strip.marks)
