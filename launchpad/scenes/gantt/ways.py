"""How links are drawn and met: whole where a row is not passed by too many, else only where they begin and end."""

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from launchpad.domain.link_ends import links_into, links_out_of
from launchpad.domain.task import Dependency, Task
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.bars import Place, place
from launchpad.scenes.gantt.links import LinkIndex, LooseEnd, Point, arrow, distance, loose_route, route
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.shapes import Area, Box, Dot, Shape, Stroke, extent

NEAR = 4
"""Pixels from a link at which it is still meant."""
HANDLE = 5
"""Pixels of the radius of the handles by which the ends of a picked link are taken elsewhere."""
EDGE = 8
"""Pixels around a link that its line and arrow may take."""
MOST_KEPT = 4096
"""Links of which it is kept how they are drawn."""
MOST_SELECTED = 20
"""Selected tasks up to which all their links are drawn whole."""

PlaceOf = Callable[[str], tuple[Place, int] | None]


class Way(NamedTuple):
    """A link as it is drawn: its corners, the box they lie in, and whether it holds critical work."""

    points: list[Point]
    box: Box
    is_critical: bool


class Ways:
    """The links of a plan at one zoom."""

    def __init__(self, plan: TimelinePlan, axis: TimeAxis, index: LinkIndex, place_of: PlaceOf) -> None:
        self._plan, self._axis, self._index, self._place_of = plan, axis, index, place_of
        self._kept: dict[str, Way | None] = {}

    def way(self, link: Dependency) -> Way | None:
        """How a link is drawn; None when one of its ends is not shown."""
        if link.id not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            points = self.points(link)
            self._kept[link.id] = None if points is None else Way(points, _around(points), self.is_critical(link))
        return self._kept[link.id]

    def points(self, link: Dependency) -> list[Point] | None:
        """The corners of a link; None when one of its ends is not shown."""
        source, target = self._place_of(link.predecessor), self._place_of(link.successor)
        if source is None or target is None:
            return None
        return route(link, source[0], target[0], (source[1], target[1]), ROW, self._extent)

    def _extent(self, number: int) -> tuple[float, float] | None:
        row = self._plan.rows[number]
        if not isinstance(row, Task):
            return None
        at = place(self._plan.days(row), number, self._axis)
        return at.left, at.right

    def is_critical(self, link: Dependency) -> bool:
        """Whether a link holds a critical task to its day, and a critical one leads to it."""
        source = self._plan.document.find(Task, link.predecessor)
        target = self._plan.document.find(Task, link.successor)
        if source is None or target is None or not (source.is_open and target.is_open):
            return False
        after = self._plan.dates(target)
        return after.critical and self._plan.dates(source).critical and after.driver.source == source.id

    # --- shapes --------------------------------------------------------------------------------------------------

    def shapes(self, rows: range, area: Box, look: Look) -> Iterator[Shape]:
        """The links that cross an area, which lies in some rows."""
        for end in self._index.loose_ends(rows.start, rows.stop - 1):
            yield from self._loose_shapes(end)
        for link in self._whole(rows.start, rows.stop - 1, look):
            way = self.way(link)
            if way is not None and way.box.overlaps(area) and _touches(way.points, area):
                yield from _shapes(way, look, is_picked=link.id == look.link)

    def _whole(self, first: int, last: int, look: Look) -> Iterator[Dependency]:
        yield from self._index.touching(first, last)
        if self._index.broken:
            yield from self._picked_out(look)

    def _picked_out(self, look: Look) -> Iterator[Dependency]:
        """The broken links that are drawn whole all the same: the one that is picked, and those of picked tasks."""
        document, broken = self._plan.document, self._index.broken
        tasks = look.selected if len(look.selected) <= MOST_SELECTED else ()
        at = [*(each for task in tasks for each in (*links_into(document, task), *links_out_of(document, task)))]
        picked = document.find(Dependency, look.link)
        yield from {each.id: each for each in (*at, *([picked] if picked else [])) if each.id in broken}.values()

    def _loose_shapes(self, end: LooseEnd) -> Iterator[Shape]:
        row = self._plan.rows[end.row]
        if not isinstance(row, Task):
            return
        points = loose_route(end, place(self._plan.days(row), end.row, self._axis), ROW)
        yield Stroke(_crisp(points), "disabled", 1.2, (2, 2), 0.7)
        if not end.leaves:
            yield Area(arrow(points), "disabled")

    # --- hands ---------------------------------------------------------------------------------------------------

    def near(self, row: int, x: float, y: float, look: Look) -> Dependency | None:
        """The link at a point of a row."""

        def far(link: Dependency) -> float:
            way = self.way(link)
            return 1e9 if way is None or not way.box.contains(x, y) else distance(way.points, x, y)

        found = [(far(link), link) for link in self._whole(row, row, look)]
        best = min(found, key=lambda each: each[0], default=None)
        return best[1] if best is not None and best[0] <= NEAR else None


def _shapes(way: Way, look: Look, *, is_picked: bool) -> Iterator[Shape]:
    tone = "accent" if is_picked else "bad" if look.critical and way.is_critical else "disabled"
    yield Stroke(_crisp(way.points), tone, 2 if is_picked else 1.2, None, 0.7 if tone == "disabled" else 1)
    yield Area(arrow(way.points), tone)
    if is_picked:
        yield from (Dot(at, HANDLE - 1, tone, hollow=True) for at in handles(way.points))


def handles(points: list[Point]) -> tuple[Point, Point]:
    """Where the handles of a picked link are: just beside the bars it comes from and leads to."""
    (x1, y1), (x2, _), (x3, _), (x4, y4) = points[0], points[1], points[-2], points[-1]
    return (x1 + (HANDLE if x2 >= x1 else -HANDLE), y1), (x4 - (HANDLE if x4 >= x3 else -HANDLE), y4)


def _crisp(points: list[Point]) -> tuple[Point, ...]:
    return tuple((round(x) + 0.5, round(y) + 0.5) for x, y in points)


def _around(points: list[Point]) -> Box:
    left, right, top, bottom = extent(points)
    return Box(left - EDGE, top - EDGE, right - left + 2 * EDGE, bottom - top + 2 * EDGE)


def _touches(points: list[Point], area: Box) -> bool:
    return any(
        min(one[0], other[0]) <= area.right + EDGE
        and max(one[0], other[0]) >= area.x - EDGE
        and min(one[1], other[1]) <= area.bottom + EDGE
        and max(one[1], other[1]) >= area.y - EDGE
        for one, other in itertools.pairwise(points)
    )
