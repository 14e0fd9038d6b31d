"""What lies behind the bars: days nobody works, blackouts and rivals' events."""

from collections.abc import Iterator
from typing import NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.calendar import WorkingCalendar
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.shapes import Bar, Box, Shape

NARROWEST_DAY = 2.0
"""Pixels of a day below which weekends are noise."""


class Occasion(NamedTuple):
    """A blackout or a rival's event: its days as ordinals, the end not included."""

    name: str
    first: int
    end: int
    is_rival: bool


def occasions(document: Document) -> list[Occasion]:
    """Blackouts and rivals' events of a plan."""
    blackouts = [_occasion(row.name, row, False) for row in document.rows(Blackout)]
    return blackouts + [_occasion(f"{row.rival}: {row.event}", row, True) for row in document.rows(RivalEvent)]


def _occasion(name: str, row: Blackout | RivalEvent, is_rival: bool) -> Occasion:
    return Occasion(name, row.first.toordinal(), row.last.toordinal() + 1, is_rival)


def tone_of(occasion: Occasion) -> str:
    """The color of an occasion."""
    return "bad" if occasion.is_rival else "warn"


def free_shapes(calendar: WorkingCalendar, axis: TimeAxis, area: Box) -> Iterator[Shape]:
    """The days nobody works, run by run."""
    if axis.day_width < NARROWEST_DAY:
        return
    day, end = axis.ordinal_at(area.x), axis.ordinal_at(area.right) + 1
    while day < end:
        worked = calendar.ordinal_at(calendar.offset_from_ordinal(day))
        if worked > day:
            left, right = axis.x_of_ordinal(day), axis.x_of_ordinal(worked)
            yield Bar(Box(left, area.y, right - left, area.height), "text3", 0, 0.1)
        day = worked + 1


def occasion_shapes(found: list[Occasion], axis: TimeAxis, area: Box) -> Iterator[Shape]:
    """The stripes of occasions."""
    for each in found:
        left, right = axis.x_of_ordinal(each.first), axis.x_of_ordinal(each.end)
        if left < area.right and area.x < right:
            yield Bar(Box(left, area.y, max(2, right - left), area.height), tone_of(each), 0, 0.09)
