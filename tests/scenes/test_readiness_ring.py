import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.readiness_ring import RingNumbers, ring_scene
from launchpad.scenes.shapes import Arc, Bar, Stroke
from launchpad.scenes.track_meter import meter_scene
from tests.scenes.texts import assert_readable, measure, texts

SCORES = st.one_of(st.none(), st.floats(0, 100))


def test_the_ring_shows_the_score_what_risks_take_and_where_work_should_be():
    scene = ring_scene(RingNumbers(50, 75, 25, "warn"), 120, measure)

    ground, risks, score = (shape for shape in scene.shapes if isinstance(shape, Arc))
    (mark,) = (shape for shape in scene.shapes if isinstance(shape, Stroke))
    assert (ground.span, score.start, score.span, score.tone) == (360, 0, 180, "warn")
    assert (risks.start, risks.span) == (180, 90)
    assert mark.points[0][1] == pytest.approx(60)  # a quarter of the way round: to the right of the middle
    assert mark.points[0][0] >= 100
    assert texts(scene) == ["50.0", "of 100"]
    assert "risks and issues take 25.0" in scene.summary


def test_without_data_the_ring_is_empty_and_says_so():
    scene = ring_scene(RingNumbers(None, None, None), 120, measure)

    assert texts(scene) == ["–", "no data"]
    assert len([shape for shape in scene.shapes if isinstance(shape, Arc)]) == 1


@given(SCORES, SCORES, SCORES, st.integers(90, 400))
def test_the_ring_stays_in_its_square(score, work, expected, side):
    scene = ring_scene(RingNumbers(score, work, expected), side, measure)

    assert_readable(scene)
    for shape in scene.shapes:
        if isinstance(shape, Arc):
            assert shape.radius + shape.width / 2 <= side / 2
        if isinstance(shape, Stroke):
            assert all(-0.01 <= part <= side + 0.01 for point in shape.points for part in point)


@given(SCORES, SCORES, SCORES, st.integers(40, 600))
def test_the_meter_stays_in_its_strip(score, work, expected, width):
    scene = meter_scene(score, work, expected, "ok", width)

    bars = [shape.box for shape in scene.shapes if isinstance(shape, Bar)]
    assert all(box.x >= 0 and box.right <= width + 0.01 and box.y >= 0 and box.bottom <= 14 for box in bars)
