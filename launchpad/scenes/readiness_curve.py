"""Readiness over time: what was recorded, what the plan promised, and the gates on the way."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from launchpad.engines.readiness.curve import ExpectedPoint
from launchpad.engines.readiness.trend import TrendPoint
from launchpad.scenes.axis import full_day_label
from launchpad.scenes.labels import Labels
from launchpad.scenes.plot import HEAD, Mark, Plot, day_labels, grid, plot_of, polyline, upright
from launchpad.scenes.shapes import Align, Area, Box, Dot, Measure, Scene, Shape, Spot, Stroke

TICKS = (0.0, 25.0, 50.0, 75.0, 100.0)
REACH = 9.0
"""Pixels around a point that answer for it."""
THIN, BOLD = 1.2, 2.2


class GateMark(NamedTuple):
    """A gate on the time axis."""

    day: date
    key: str
    name: str
    tone: str = "text2"


class CurveNumbers(NamedTuple):
    """All that the chart shows; points in the order of days, values from 0 to 100."""

    today: date
    launch: date
    points: tuple[TrendPoint, ...]
    expected: tuple[ExpectedPoint, ...]
    gates: tuple[GateMark, ...] = ()


def curve_scene(numbers: CurveNumbers, size: tuple[float, float], measure: Measure) -> Scene:
    """A chart of a size in pixels. Recorded stretches are bold, replayed ones thin."""
    first, last = _range(numbers)
    plot = plot_of(size, first, last, TICKS, measure)
    shapes = grid(plot, TICKS)
    shapes += _expected(numbers, plot)
    shapes += _between(numbers.points, plot)
    shapes += _work(numbers.points, plot)
    shapes += list(_stretches(numbers.points, plot))
    marks = [Mark(numbers.launch, "launch", "bad"), Mark(numbers.today, "today", "accent", (2, 3))]
    shapes += upright(plot, marks, size, measure, _gate_dots(numbers.gates, plot))
    shapes += _now(numbers, plot, measure, shapes)
    shapes += day_labels(plot, size, measure, (numbers.today, numbers.launch, first))
    return Scene(*size, tuple(shapes), tuple(_spots(numbers, plot)), _summary(numbers))


def _range(numbers: CurveNumbers) -> tuple[date, date]:
    days = [numbers.today, numbers.launch]
    days += [point.day for point in numbers.points] + [point.day for point in numbers.expected]
    first, last = min(days), max(days)
    return (first, last) if last > first else (first, first.replace(year=first.year + 1))


def _expected(numbers: CurveNumbers, plot: Plot) -> list[Shape]:
    points = [plot.at(point.day, point.expected) for point in numbers.expected if point.expected is not None]
    return [Stroke(tuple(points), "text3", 1.4, (4, 3))] if len(points) > 1 else []


def _between(points: Sequence[TrendPoint], plot: Plot) -> list[Shape]:
    """What risks take: the band between work and readiness."""
    known = [(p.day, p.work, p.readiness) for p in points if p.work is not None and p.readiness is not None]
    if len(known) < 2:
        return []
    above = [plot.at(day, work) for day, work, _ in known]
    below = [plot.at(day, readiness) for day, _, readiness in reversed(known)]
    return [Area((*above, *below), "accent", 0.12)]


def _work(points: Sequence[TrendPoint], plot: Plot) -> list[Shape]:
    return polyline([plot.at(p.day, p.work) for p in points if p.work is not None], "accent", THIN)


def _stretches(points: Sequence[TrendPoint], plot: Plot) -> Iterator[Shape]:
    known = [point for point in points if point.readiness is not None]
    for one, other in pairwise(known):
        width = BOLD if one.is_recorded and other.is_recorded else THIN
        yield Stroke(tuple(plot.at(p.day, p.readiness or 0.0) for p in (one, other)), "accent", width)


def _now(numbers: CurveNumbers, plot: Plot, measure: Measure, around: Sequence[Shape]) -> list[Shape]:
    last = next((p for p in reversed(numbers.points) if p.readiness is not None), None)
    if last is None or last.readiness is None:
        return []
    x, y = plot.at(last.day, last.readiness)
    labels = Labels(plot.frame, measure)
    labels.avoid_words(around)
    labels.avoid_lines(around)
    spots: list[tuple[float, float, Align]] = [
        (x + 8, y - 2, Align.LEFT),
        (x + 8, y + 6, Align.LEFT),
        (x - 8, y + 6, Align.RIGHT),
    ]
    labels.place(f"{last.readiness:.1f}", spots, px=12, weight=600, tone="text")
    return [Dot((x, y), 4, "accent"), *labels.placed]


def _gate_dots(gates: Sequence[GateMark], plot: Plot) -> list[tuple[Dot, str]]:
    """Diamonds above the plot, each with its key."""
    shown = (gate for gate in gates if plot.days.first <= gate.day <= plot.days.last)
    return [(Dot((plot.days.x_of(gate.day), HEAD / 2), 4, gate.tone, diamond=True), gate.key) for gate in shown]


def _spots(numbers: CurveNumbers, plot: Plot) -> Iterator[Spot]:
    for point in numbers.points:
        if point.readiness is not None:
            yield Spot(_around(plot.at(point.day, point.readiness)), _point_tip(point))
    for gate in numbers.gates:
        if plot.days.first <= gate.day <= plot.days.last:
            at = (plot.days.x_of(gate.day), HEAD / 2)
            yield Spot(_around(at), f"{gate.key} {gate.name}, {full_day_label(gate.day)}", f"gate:{gate.key}")


def _around(at: tuple[float, float]) -> Box:
    return Box(at[0] - REACH, at[1] - REACH, 2 * REACH, 2 * REACH)


def _point_tip(point: TrendPoint) -> str:
    lines = [full_day_label(point.day), f"Readiness {point.readiness:.1f}"]
    if point.work is not None:
        lines.append(f"Work {point.work:.1f}")
    if point.expected is not None:
        lines.append(f"Expected work {point.expected:.1f}")
    lines.append("Recorded" if point.is_recorded else "Worked out again from the history")
    return "\n".join(lines)


def _summary(numbers: CurveNumbers) -> str:
    known = [point for point in numbers.points if point.readiness is not None]
    if not known:
        return "Readiness over time: nothing is recorded yet."
    one, other = known[0], known[-1]
    return (
        f"Readiness over time: {one.readiness:.1f} on {full_day_label(one.day)}, "
        f"{other.readiness:.1f} on {full_day_label(other.day)}."
    )
