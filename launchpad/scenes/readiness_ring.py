"""The score as a ring: what is ready, what risks take off it, and where the work should be today."""

from math import cos, radians, sin
from typing import NamedTuple

from launchpad.scenes.shapes import Align, Arc, Box, Measure, Scene, Shape, Spot, Stroke, Words

THICK = 12.0
MARK = 6.0
"""Pixels by which the expected mark stands out of the ring, on both sides."""


class RingNumbers(NamedTuple):
    """Scores from 0 to 100; None without data. `tone` is the color of the verdict."""

    score: float | None
    work: float | None
    expected: float | None
    tone: str = "accent"


def ring_scene(numbers: RingNumbers, side: float, measure: Measure) -> Scene:
    """A ring in a square of `side` pixels. The mark is where work should be; the pale end is what risks take."""
    center, radius = (side / 2, side / 2), side / 2 - MARK - THICK / 2
    shapes: list[Shape] = [Arc(center, radius, 0, 360, THICK, "sunken")]
    score, work = numbers.score, numbers.work
    if work is not None and score is not None and work > score:
        shapes.append(Arc(center, radius, score * 3.6, (work - score) * 3.6, THICK, numbers.tone, 0.3))
    if score:
        shapes.append(Arc(center, radius, 0, score * 3.6, THICK, numbers.tone))
    if numbers.expected is not None:
        shapes.append(_mark(center, radius, numbers.expected))
    shapes += _words(score, side, measure)
    return Scene(side, side, tuple(shapes), (Spot(Box(0, 0, side, side), _tip(numbers), "score"),), _summary(numbers))


def _mark(center: tuple[float, float], radius: float, value: float) -> Stroke:
    angle = radians(value * 3.6 - 90)
    ends = (radius - THICK / 2 - 2, radius + THICK / 2 + MARK - 2)
    return Stroke(tuple((center[0] + r * cos(angle), center[1] + r * sin(angle)) for r in ends), "text", 2)


def _words(score: float | None, side: float, measure: Measure) -> list[Shape]:
    px = round(side * 0.22)
    text, below = ("–", "no data") if score is None else (f"{score:.1f}", "of 100")
    top = side / 2 - px * 0.85
    return [
        Words(Box(0, top, side, px * 1.3), text, px, 700, "text", Align.CENTER),
        Words(Box(0, top + px * 1.3, side, 15), below, 11, 400, "text2", Align.CENTER),
    ]


def _tip(numbers: RingNumbers) -> str:
    if numbers.score is None:
        return "There is nothing to assess yet."
    lines = [f"Readiness {numbers.score:.1f} of 100"]
    if numbers.work is not None and numbers.work > numbers.score:
        points = numbers.work - numbers.score
        lines.append(f"Work {numbers.work:.1f}; risks and issues take {points:.1f}")
    if numbers.expected is not None:
        lines.append(f"Work expected today: {numbers.expected:.1f} (the mark)")
    return "\n".join(lines)


def _summary(numbers: RingNumbers) -> str:
    return _tip(numbers).replace("\n", ". ")
