from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.date_confidence import DateChances, confidence_scene, percent
from launchpad.scenes.shapes import Bar, Stroke
from tests.scenes.texts import assert_readable, measure, texts

LAUNCH = date(2026, 3, 17)


def some_chances(early: int, late: int, on_time: float = 0.55) -> DateChances:
    days = [LAUNCH + timedelta(days=n) for n in range(-early, late + 1)]
    return DateChances(LAUNCH, LAUNCH + timedelta(days=3), on_time, tuple((day, 1 / len(days)) for day in days))


def test_bars_are_green_to_launch_day_amber_to_the_80_percent_day_and_red_beyond():
    scene = confidence_scene(some_chances(2, 5), (300, 140), measure)

    tones = [shape.tone for shape in scene.shapes if isinstance(shape, Bar)]
    assert tones == ["ok"] * 3 + ["warn"] * 3 + ["bad"] * 2
    assert {"17 Mar · 55 %", "80 % by 20 Mar"} <= set(texts(scene))


def test_many_days_are_grouped_and_launch_day_ends_a_group():
    scene = confidence_scene(some_chances(50, 50), (300, 140), measure)

    bars = [shape for shape in scene.shapes if isinstance(shape, Bar)]
    assert len(bars) <= 26
    assert any("17 Mar: " in spot.tip or "to 17 Mar" in spot.tip for spot in scene.spots)


def test_a_single_day_is_one_bar():
    scene = confidence_scene(DateChances(LAUNCH, LAUNCH, 1.0, ((LAUNCH, 1.0),)), (300, 140), measure)

    assert "17 Mar · 100 %" in texts(scene)
    assert len([shape for shape in scene.shapes if isinstance(shape, Bar)]) == 1


def test_only_what_is_certain_is_0_or_100_percent():
    assert [percent(share) for share in (0, 0.004, 0.5, 0.996, 1)] == ["0 %", "under 1 %", "50 %", "over 99 %", "100 %"]


@given(st.integers(0, 120), st.integers(0, 120), st.floats(0, 1), st.integers(220, 900), st.integers(110, 400))
def test_no_text_overlaps_and_no_bar_leaves_the_chart(early, late, on_time, width, height):
    scene = confidence_scene(some_chances(early, late, on_time), (width, height), measure)

    assert_readable(scene)
    for shape in scene.shapes:
        if isinstance(shape, Bar):
            assert shape.box.x >= -0.01
            assert shape.box.right <= width + 0.01
            assert shape.box.bottom <= height


@given(st.integers(1, 60), st.integers(1, 60), st.booleans())
def test_a_launch_day_before_or_after_all_samples_still_has_its_line(many, gap, is_before):
    first = LAUNCH + timedelta(days=gap if is_before else -gap - many)
    days = tuple((first + timedelta(days=n), 1 / many) for n in range(many))
    scene = confidence_scene(DateChances(LAUNCH, days[-1][0], 0.0 if is_before else 1.0, days), (260, 130), measure)

    (line,) = (shape for shape in scene.shapes if isinstance(shape, Stroke) and shape.tone == "text")
    bars = [shape.box for shape in scene.shapes if isinstance(shape, Bar)]
    x = line.points[0][0]
    assert all(x <= box.x for box in bars) if is_before else all(x >= box.right for box in bars)
    assert_readable(scene)
