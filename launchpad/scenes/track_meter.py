"""A track's score as a bar, with what risks take off it and the mark where its work should be."""

from launchpad.scenes.shapes import Bar, Box, Scene, Shape

THICK = 6.0
MARK = 12.0


def meter_scene(
    score: float | None, work: float | None, expected: float | None, tone: str, width: float, height: float = 14
) -> Scene:
    """A bar in the middle of a strip; values run from 0 to 100, None without data."""
    top, scale = (height - THICK) / 2, width / 100
    shapes: list[Shape] = [Bar(Box(0, top, width, THICK), "sunken", THICK / 2)]
    if score is not None and work is not None and work > score:
        shapes.append(Bar(Box(0, top, max(THICK, work * scale), THICK), tone, THICK / 2, 0.3))
    if score:
        shapes.append(Bar(Box(0, top, max(THICK, min(score, 100) * scale), THICK), tone, THICK / 2))
    if expected is not None:
        at = min(max(expected, 0.0), 100.0) * (width - 2) / 100
        shapes.append(Bar(Box(at, (height - MARK) / 2, 2, MARK), "text"))
    return Scene(width, height, tuple(shapes), (), _summary(score, expected))


def _summary(score: float | None, expected: float | None) -> str:
    said = "No data" if score is None else f"{score:.1f} of 100"
    return said if expected is None else f"{said}, expected {expected:.1f}"
