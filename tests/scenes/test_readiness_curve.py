from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from launchpad.engines.readiness.curve import ExpectedPoint
from launchpad.engines.readiness.trend import TrendPoint
from launchpad.scenes.readiness_curve import BOLD, THIN, CurveNumbers, GateMark, curve_scene
from launchpad.scenes.shapes import Dot, Stroke
from tests.scenes.texts import assert_readable, measure, texts

DAY = date(2026, 10, 12)
LAUNCH = date(2026, 11, 10)
SIZE = (640.0, 180.0)
VALUES = st.one_of(st.none(), st.floats(0, 100))


def a_point(day: date, readiness: float | None, *, recorded: bool = True) -> TrendPoint:
    return TrendPoint(day, readiness, readiness, readiness, recorded)


def test_today_launch_and_gates_are_named_above_the_plot():
    points = tuple(a_point(DAY - timedelta(weeks=n), 50 - 10 * n) for n in range(4, -1, -1))
    gates = (GateMark(date(2026, 10, 23), "G3", "Readiness checkpoint"),)

    scene = curve_scene(CurveNumbers(DAY, LAUNCH, points, (), gates), SIZE, measure)

    assert {"today", "launch", "G3", "50.0"} <= set(texts(scene))
    assert "gate:G3" in scene.keys
    assert scene.summary == "Readiness over time: 10.0 on 14 Sep 2026, 50.0 on 12 Oct 2026."


def test_replayed_stretches_are_thin():
    points = (a_point(DAY - timedelta(14), 10), a_point(DAY - timedelta(7), 20, recorded=False), a_point(DAY, 30))

    scene = curve_scene(CurveNumbers(DAY, LAUNCH, points[:2], (), ()), SIZE, measure)
    bold = curve_scene(CurveNumbers(DAY, LAUNCH, (points[0], points[2]), (), ()), SIZE, measure)

    def widths(scene_: object) -> list[float]:
        shapes = (shape for shape in scene_.shapes if isinstance(shape, Stroke))  # type: ignore[attr-defined]
        return [shape.width for shape in shapes if shape.tone == "accent" and shape.dash is None]

    assert BOLD not in widths(scene)
    assert widths(bold) == [THIN, BOLD]


def test_a_gate_outside_the_time_shown_is_left_out():
    gates = (GateMark(date(2028, 1, 1), "G9", "Later"),)

    scene = curve_scene(CurveNumbers(DAY, LAUNCH, (a_point(DAY, 5),), (), gates), SIZE, measure)

    assert "G9" not in texts(scene)
    assert not any(isinstance(shape, Dot) and shape.diamond for shape in scene.shapes)


@given(st.data())
def test_no_text_overlaps_whatever_the_plan(data):
    days = st.dates(date(2025, 1, 1), date(2028, 1, 1))
    points = sorted(data.draw(st.lists(st.builds(a_point, days, VALUES), max_size=12)), key=lambda p: p.day)
    expected = [ExpectedPoint(day, 50) for day in sorted(data.draw(st.lists(days, max_size=5)))]
    names = st.text("GABCDEL0123456789", min_size=1, max_size=6)
    gates = data.draw(st.lists(st.builds(GateMark, days, names, st.just("Gate")), max_size=10))
    numbers = CurveNumbers(data.draw(days), data.draw(days), tuple(points), tuple(expected), tuple(gates))
    size = data.draw(st.tuples(st.integers(320, 1500), st.integers(120, 500)))

    assert_readable(curve_scene(numbers, size, measure))
