"""Links between bars: which of them touch some rows, and how each is routed."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.scenes.gantt.bars import Place

STUB = 7
"""Pixels a link runs straight on before it may turn."""
ARROW = 5
LONGEST_LOOK = 40
"""Rows over which a link looks for the way that crosses the fewest bars."""

Point = tuple[float, float]
Extent = Callable[[int], tuple[float, float] | None]
"""Where the bar of a row begins and ends; None for a row without one."""


@dataclass(slots=True)
class LinkIndex:
    """Finds the links that touch a stretch of rows without looking at them all.

    A link lies in buckets as long as itself, to the next power of two: at most two of them.
    """

    buckets: dict[tuple[int, int], list[Dependency]] = field(default_factory=dict)
    levels: set[int] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    def add(self, link: Dependency, first: int, last: int) -> None:
        """Take in a link between two rows, the upper one first."""
        level = (last - first).bit_length()
        self.levels.add(level)
        self.sources.add(link.predecessor)
        for number in {first >> level, last >> level}:
            self.buckets.setdefault((level, number), []).append(link)

    def touching(self, first: int, last: int) -> Iterator[Dependency]:
        """The links that lie in or pass through rows, and perhaps some near them; each once."""
        seen: set[str] = set()
        for level in self.levels:
            for number in range(first >> level, (last >> level) + 1):
                for link in self.buckets.get((level, number), ()):
                    if link.id not in seen:
                        seen.add(link.id)
                        yield link


def link_index(links: Sequence[Dependency], row_of: Callable[[str], int | None]) -> LinkIndex:
    """The index of the links of which both ends are shown."""
    index = LinkIndex()
    for link in links:
        one, other = row_of(link.predecessor), row_of(link.successor)
        if one is not None and other is not None:
            index.add(link, min(one, other), max(one, other))
    return index


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
