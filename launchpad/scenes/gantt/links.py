"""Links between bars: which of them touch some rows, and how each is routed."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.scenes.gantt.bars import Place

STUB = 7
"""Pixels a link runs straight on before it may turn."""
ARROW = 5
LONGEST_LOOK = 40
"""Rows over which a link looks for the way that crosses the fewest bars."""
NEAR_LEVEL = 5
"""Links over fewer than two to this many rows are always drawn whole."""
MOST_PASSING = 96
"""Links over up to twice as many rows that may pass a row; half as many of each length twice that, but always two.

The others are only drawn where they begin and end.
"""

Point = tuple[float, float]
Extent = Callable[[int], tuple[float, float] | None]
"""Where the bar of a row begins and ends; None for a row without one."""
Spanning = tuple[int, int, Dependency]
"""The upper and the lower row of a link, and the link."""


class LooseEnd(NamedTuple):
    """Where links that are not drawn whole begin or end: at the start or finish of a bar, going up or down."""

    row: int
    leaves: bool
    at_start: bool
    down: bool


@dataclass(slots=True)
class LinkIndex:
    """Finds the links that touch a stretch of rows without looking at them all.

    A link lies in buckets as long as itself, to the next power of two: at most two of them. Of the long ones each
    bucket takes in a few, so that a row is never passed by more than can be told apart; `loose` are the ends of the
    others, as numbers.
    """

    buckets: dict[tuple[int, int], list[Spanning]] = field(default_factory=dict)
    levels: set[int] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)

    def touching(self, first: int, last: int) -> Iterator[Dependency]:
        """The links that are drawn whole and lie in or pass through rows; each once."""
        buckets = self.buckets
        for level in self.levels:
            begin, end = first >> level, last >> level
            for number in range(begin, end + 1):
                for top, bottom, link in buckets.get((level, number), ()):
                    if top <= last and bottom >= first and max(top >> level, begin) == number:
                        yield link

    def loose_ends(self, first: int, last: int) -> Iterator[LooseEnd]:
        """Where, in rows, links begin and end that are not drawn whole."""
        if not self.loose:
            return
        for code in range(8 * first, 8 * last + 8):
            if code in self.loose:
                yield LooseEnd(code >> 3, bool(code & 4), bool(code & 2), bool(code & 1))


def link_index(links: Iterable[Dependency], rows: Mapping[str, int]) -> LinkIndex:
    """The index of the links of which both ends are shown; `rows` says in which row each task or gate is."""
    index = LinkIndex()
    buckets, sources = index.buckets, index.sources
    long: list[Spanning] = []
    for link in links:
        one, other = rows.get(link.predecessor), rows.get(link.successor)
        if one is None or other is None:
            continue
        sources.add(link.predecessor)
        spanning = (one, other, link) if one < other else (other, one, link)
        level = (spanning[1] - spanning[0]).bit_length()
        if level > NEAR_LEVEL:
            long.append(spanning)
            continue
        begin, end = spanning[0] >> level, spanning[1] >> level
        for number in (begin,) if begin == end else (begin, end):
            found = buckets.get((level, number))
            if found is None:
                buckets[level, number] = [spanning]
            else:
                found.append(spanning)
    _take_in(index, long, rows)
    index.levels = {level for level, _ in buckets}
    return index


def _take_in(index: LinkIndex, long: list[Spanning], rows: Mapping[str, int]) -> None:
    """Long links go where there is room, the shortest first; what finds none is loose."""
    long.sort(key=lambda each: (each[1] - each[0], each[0], each[2].id))
    for spanning in long:
        top, bottom, link = spanning
        level = (bottom - top).bit_length()
        places = {(level, top >> level), (level, bottom >> level)}
        most = max(2, MOST_PASSING >> (level - NEAR_LEVEL - 1))
        if all(len(index.buckets.get(place, ())) < most for place in places):
            for place in places:
                index.buckets.setdefault(place, []).append(spanning)
        else:
            index.broken.add(link.id)
            index.loose.update(_ends(link, rows[link.predecessor], rows[link.successor]))


def _ends(link: Dependency, source: int, target: int) -> tuple[int, int]:
    leaves = 8 * source + 4 + 2 * (link.type in _FROM_START) + (target > source)
    arrives = 8 * target + 2 * (link.type in _TO_START) + (source > target)
    return leaves, arrives


_FROM_START = (LinkType.SS, LinkType.SF)
_TO_START = (LinkType.FS, LinkType.SS)


def loose_route(end: LooseEnd, at: Place, row: int) -> list[Point]:
    """The corners of a loose end: from the bar to where it leaves its row, or from there to the bar."""
    out = -1 if end.at_start else 1
    x = at.left if end.at_start else at.right
    y = (end.row + 1) * row if end.down else end.row * row
    turn = x + (STUB if end.leaves else STUB + ARROW) * out
    points = [(x, at.middle), (turn, at.middle), (turn, y)]
    return points if end.leaves else points[::-1]


def route(
    link: Dependency, source: Place, target: Place, rows: tuple[int, int], row: int, extent: Extent
) -> list[Point]:
    """The corners of a link. `rows` are those of its ends, `row` is the height of a row in pixels."""
    out = 1 if link.type in (LinkType.FS, LinkType.FF) else -1
    into = 1 if link.type in (LinkType.FS, LinkType.SS) else -1
    x1, y1 = (source.right if out > 0 else source.left), source.middle
    x2, y2 = (target.left if into > 0 else target.right), target.middle
    a, b = x1 + STUB * out, x2 - (STUB + ARROW) * into
    if out != into:
        x = min(a, b) if out < 0 else max(a, b)
        return [(x1, y1), (x, y1), (x, y2), (x2, y2)]
    if (b - a) * out >= 0:
        x = _clearest(a, b, rows, extent)
        return [(x1, y1), (x, y1), (x, y2), (x2, y2)]
    down = rows[1] >= rows[0]
    between = (rows[1] if down else rows[1] + 1) * row
    return [(x1, y1), (a, y1), (a, between), (b, between), (b, y2), (x2, y2)]


def _clearest(a: float, b: float, rows: tuple[int, int], extent: Extent) -> float:
    """The place between two where a line down crosses the fewest bars; near the first if they are alike."""
    first, last = min(rows) + 1, max(rows)
    if last - first > LONGEST_LOOK or a == b:
        return a
    extents = [found for number in range(first, last) if (found := extent(number)) is not None]
    return min((a, b, (a + b) / 2), key=lambda x: sum(left <= x <= right for left, right in extents))


def arrow(points: Sequence[Point]) -> tuple[Point, Point, Point]:
    """The head of a link at its last point."""
    (x0, _), (x, y) = points[-2], points[-1]
    back = -ARROW - 1 if x >= x0 else ARROW + 1
    return (x, y), (x + back, y - 3.5), (x + back, y + 3.5)


def distance(points: Sequence[Point], x: float, y: float) -> float:
    """How far a point is from a link, whose lines are all level or upright."""
    return min(_from_line(one, other, x, y) for one, other in itertools.pairwise(points))


def _from_line(one: Point, other: Point, x: float, y: float) -> float:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return max(left - x, x - right, 0.0) + max(top - y, y - bottom, 0.0)
