"""Risks by how likely and how bad they are: five by five cells, each with the risks in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from launchpad.engines.readiness.deductions import RISK_POINTS
from launchpad.scenes.labels import shortened
from launchpad.scenes.shapes import Align, Bar, Box, Measure, Scene, Shape, Spot, Words

FOOT = 36.0
"""Pixels below the cells, for the impacts and their name."""
GAP = 3.0
SMALL = 11

PROBABILITIES = ("up to 5 %", "up to 20 %", "up to 50 %", "up to 80 %", "above 80 %")
"""What probability 1 to 5 means."""
IMPACTS = ("nuisance", "small", "noticeable", "severe", "launch stopped")
"""What impact 1 to 5 means."""


@dataclass(frozen=True, slots=True)
class RiskMark:
    """A risk on the matrix; probability and impact run from 1 to 5."""

    key: str
    title: str
    probability: int
    impact: int
    is_unmanaged: bool = False


_BANDS = (("severe", "bad"), ("high", "warn"), ("moderate", "info"))
"""Names and colors of the risks that take points, those that take most first."""


def band_of(score: int) -> tuple[str, str]:
    """The band of a score from 1 to 25, and its color."""
    found = (band for band, (least, _) in zip(_BANDS, RISK_POINTS, strict=True) if score >= least)
    return next(found, ("low", "ok"))


def matrix_scene(
    marks: Iterable[RiskMark], chosen: tuple[int, int] | None, size: tuple[float, float], measure: Measure
) -> Scene:
    """A matrix of a size in pixels. Spots are called ``probability,impact``; the `chosen` one is outlined."""
    cells: dict[tuple[int, int], list[RiskMark]] = {}
    for mark in marks:
        cells.setdefault((mark.probability, mark.impact), []).append(mark)
    left = max(measure(text, SMALL, 400) for text in PROBABILITIES) + 26
    across, up = (size[0] - left) / 5, (size[1] - FOOT) / 5
    shapes: list[Shape] = list(_axes(left, across, up, size, measure))
    spots: list[Spot] = []
    for probability in range(5, 0, -1):
        for impact in range(1, 6):
            cell = (probability, impact)
            box = Box(left + across * (impact - 1), up * (5 - probability), across - GAP, up - GAP)
            inside = cells.get(cell, [])
            shapes += _cell(box, probability * impact, inside, cell == chosen, measure)
            spots.append(Spot(box, _tip(probability, impact, inside), f"{probability},{impact}"))
    return Scene(*size, tuple(shapes), tuple(spots), _summary(cells))


def _cell(box: Box, score: int, inside: Sequence[RiskMark], is_chosen: bool, measure: Measure) -> Iterator[Shape]:
    tone = band_of(score)[1]
    edge = "accent" if is_chosen else tone if inside else ""
    yield Bar(box, f"{tone}_tint", 4, 1 if inside or is_chosen else 0.55, edge)
    if not inside:
        return
    lines = _lines(inside, box, measure)
    high = SMALL * 1.3
    top = box.y + (box.height - high * len(lines)) / 2
    for place, (text, weight) in enumerate(lines):
        yield Words(Box(box.x, top + high * place, box.width, high), text, SMALL, weight, tone, Align.CENTER)


def _lines(inside: Sequence[RiskMark], box: Box, measure: Measure) -> list[tuple[str, int]]:
    """The keys, as many as fit; else how many there are."""
    keys = [mark.key + ("!" if mark.is_unmanaged else "") for mark in inside]
    room = max(1, int((box.height - 2) / (SMALL * 1.3)))
    wide = box.width - 6
    rows: list[str] = []
    for key in keys:
        longer = f"{rows[-1]} {key}" if rows else key
        if rows and measure(longer, SMALL, 600) <= wide:
            rows[-1] = longer
        else:
            rows.append(key)
    if len(rows) <= room and all(measure(row, SMALL, 600) <= wide for row in rows):
        return [(row, 600) for row in rows]
    return [(shortened(f"{len(inside)} risks", wide, measure, SMALL, 600), 600)]


def _axes(left: float, across: float, up: float, size: tuple[float, float], measure: Measure) -> Iterator[Shape]:
    high = SMALL * 1.3
    for number in range(1, 6):
        y = up * (5 - number) + (up - GAP - high) / 2
        yield Words(
            Box(0, y, left - 8, high), f"{number}  {PROBABILITIES[number - 1]}", SMALL, 400, "text3", Align.RIGHT
        )
        x = left + across * (number - 1)
        said = f"{number}  {IMPACTS[number - 1]}"
        text = said if measure(said, SMALL, 400) <= across - GAP else str(number)
        yield Words(Box(x, size[1] - FOOT + 1, across - GAP, high), text, SMALL, 400, "text3", Align.CENTER)
    yield Words(Box(left, size[1] - high - 2, size[0] - left, high), "Impact →", SMALL, 500, "text2", Align.CENTER)
    yield Words(Box(0, size[1] - high - 2, left - 8, high), "Probability ↑", SMALL, 500, "text2", Align.RIGHT)


def _tip(probability: int, impact: int, inside: Sequence[RiskMark]) -> str:
    score = probability * impact
    head = (
        f"Probability {probability} ({PROBABILITIES[probability - 1]}) × impact {impact} ({IMPACTS[impact - 1]}) "
        f"= {score}, {band_of(score)[0]}"
    )
    marks = (f"{mark.key} {mark.title}" + (" (unmanaged)" if mark.is_unmanaged else "") for mark in inside)
    return "\n".join([head, *marks]) if inside else f"{head}\nNo open risk here"


def _summary(cells: Mapping[tuple[int, int], Sequence[RiskMark]]) -> str:
    counts: dict[str, int] = {}
    for (probability, impact), inside in cells.items():
        band = band_of(probability * impact)[0]
        counts[band] = counts.get(band, 0) + len(inside)
    said = [f"{counts[band]} {band}" for band in ("severe", "high", "moderate", "low") if band in counts]
    return f"Open risks: {', '.join(said)}." if said else "No open risks."
