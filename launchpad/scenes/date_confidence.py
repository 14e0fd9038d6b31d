"""How likely each launch day is: a bar per working day, or per stretch of days when there are many."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from launchpad.domain.wording import short_day
from launchpad.scenes.labels import Labels
from launchpad.scenes.shapes import Align, Bar, Box, Measure, Scene, Shape, Spot, Stroke

FOOT = 18.0
HEAD = 36.0
"""Pixels above the bars, for the two lines of text."""
GAP = 2.0
WIDEST = 34.0
MOST_BARS = 24


class DateChances(NamedTuple):
    """The share of samples (0–1) that could launch on each day, in the order of days, and what follows from it."""

    launch: date
    p80: date
    on_time: float
    days: tuple[tuple[date, float], ...]


class _Bin(NamedTuple):
    first: date
    last: date
    share: float


def confidence_scene(chances: DateChances, size: tuple[float, float], measure: Measure) -> Scene:
    """A histogram of a size in pixels: green up to launch day, amber up to the 80 % day, red beyond."""
    bins = list(_binned(chances))
    if not bins:
        return Scene(*size, (), (), "Date confidence: nothing to forecast.")
    slot = min(WIDEST, size[0] / len(bins))
    left = (size[0] - slot * len(bins)) / 2
    floor, room = size[1] - FOOT, size[1] - FOOT - HEAD
    highest = max(each.share for each in bins)
    boxes = [
        Box(left + slot * place, floor - _height(each, highest, room), slot - GAP, _height(each, highest, room))
        for place, each in enumerate(bins)
    ]
    shapes: list[Shape] = [Stroke(((0, floor), (size[0], floor)), "line")]
    shapes += [Bar(box, _tone(each, chances), 2) for box, each in zip(boxes, bins, strict=True)]
    shapes += _texts(chances, bins, boxes, size, measure)
    spots = tuple(
        Spot(Box(box.x, HEAD, slot, room), _tip(each, chances)) for box, each in zip(boxes, bins, strict=True)
    )
    return Scene(*size, tuple(shapes), spots, _summary(chances))


def _height(each: _Bin, highest: float, room: float) -> float:
    return max(2.0, room * each.share / highest)


def _binned(chances: DateChances) -> Iterator[_Bin]:
    """The days in groups of one size, cut so that launch day ends a group: no bar is half in time."""
    in_time = [pair for pair in chances.days if pair[0] <= chances.launch]
    late = [pair for pair in chances.days if pair[0] > chances.launch]
    size = max(1, ceil(len(chances.days) / MOST_BARS))
    first = len(in_time) % size
    groups = [in_time[:first], *_parts(in_time[first:], size), *_parts(late, size)]
    for group in groups:
        if group:
            yield _Bin(group[0][0], group[-1][0], sum(share for _, share in group))


def _parts(pairs: Sequence[tuple[date, float]], size: int) -> list[Sequence[tuple[date, float]]]:
    return [pairs[at : at + size] for at in range(0, len(pairs), size)]


def _tone(each: _Bin, chances: DateChances) -> str:
    if each.last <= chances.launch:
        return "ok"
    return "warn" if each.first <= chances.p80 else "bad"


def _texts(
    chances: DateChances, bins: Sequence[_Bin], boxes: Sequence[Box], size: tuple[float, float], measure: Measure
) -> list[Shape]:
    at = next((n for n, each in enumerate(bins) if each.last >= chances.launch), len(bins) - 1)
    late = bins[at].first > chances.launch
    x = boxes[at].x - GAP / 2 if late else boxes[at].right + GAP / 2
    line = Stroke(((x, 4), (x, size[1] - FOOT)), "text", 1.5)
    labels = Labels(Box(0, 0, size[0], HEAD), measure)
    labels.avoid(Box(x - 1, 0, 2, HEAD))
    sides: list[tuple[float, float, Align]] = [(x + 6, 2, Align.LEFT), (x - 6, 2, Align.RIGHT)]
    labels.place(f"{short_day(chances.launch)} · {percent(chances.on_time)}", sides, px=12, weight=600, tone="text")
    lower: list[tuple[float, float, Align]] = [(x + 6, 19, Align.LEFT), (x - 6, 19, Align.RIGHT)]
    labels.place(f"80 % by {short_day(chances.p80)}", lower)
    below = Labels(Box(0, size[1] - FOOT, size[0], FOOT), lambda *text: measure(*text) + 8)
    ends = [(bins[at], boxes[at]), (bins[0], boxes[0]), (bins[-1], boxes[-1])]
    below.place_all(((short_day(each.last), box.center[0]) for each, box in ends), size[1] - FOOT + 3)
    return [line, *labels.placed, *below.placed]


def percent(share: float) -> str:
    """A share in words: only what is certain is 0 or 100 %."""
    if 0 < share < 0.01:
        return "under 1 %"
    return "over 99 %" if 0.99 < share < 1 else f"{share:.0%}".replace("%", " %")


def _tip(each: _Bin, chances: DateChances) -> str:
    days = short_day(each.first) if each.first == each.last else f"{short_day(each.first)} to {short_day(each.last)}"
    known = sum(share for day, share in chances.days if day <= each.last)
    return f"{days}: {percent(each.share)}\nBy then: {percent(min(1.0, known))}"


def _summary(chances: DateChances) -> str:
    return (
        f"Date confidence: {percent(chances.on_time)} by launch day, {short_day(chances.launch)}; "
        f"80 % by {short_day(chances.p80)}."
    )
