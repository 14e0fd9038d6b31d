"""What every chart is made of: shapes in pixels from the top left, and the spots that say what is there.

Colors are tokens of the theme (``accent``), ``track:2`` for the third track, or ``#rrggbb``.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

Measure = Callable[[str, int, int], float]
"""The width in pixels of a text at a size in pixels and a weight."""

LINE_HEIGHT = 1.3
"""Height of a line of text, in sizes of its font."""


class Align(StrEnum):
    """Where a text stands in its box."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y where it ends."""
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether they share more than an edge."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the other lies inside, give or take `slack` pixels."""
        across = self.x - slack <= other.x and other.right <= self.right + slack
        return across and self.y - slack <= other.y and other.bottom <= self.bottom + slack

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, by: float) -> "Box":
        """The rectangle smaller by so much on every side."""
        return Box(self.x + by, self.y + by, max(0.0, self.width - 2 * by), max(0.0, self.height - 2 * by))


class Bar(NamedTuple):
    """A filled rectangle; `edge` is the color of its outline, if it has one."""

    box: Box
    tone: str
    radius: float = 0
    opacity: float = 1
    edge: str = ""


class Stroke(NamedTuple):
    """A line through points; `dash` are lengths of dash and gap in pixels."""

    points: tuple[tuple[float, float], ...]
    tone: str
    width: float = 1
    dash: tuple[float, float] | None = None
    opacity: float = 1


class Area(NamedTuple):
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    tone: str
    opacity: float = 1


class Arc(NamedTuple):
    """A part of a ring. Degrees run clockwise from twelve o'clock."""

    center: tuple[float, float]
    radius: float
    start: float
    span: float
    width: float
    tone: str
    opacity: float = 1


class Dot(NamedTuple):
    """A disc, or a ring around the surface's color when `hollow`; `diamond` stands on its tip."""

    center: tuple[float, float]
    radius: float
    tone: str
    hollow: bool = False
    diamond: bool = False


class Words(NamedTuple):
    """A line of text in a box that is wide enough for it."""

    box: Box
    text: str
    px: int = 11
    weight: int = 400
    tone: str = "text2"
    align: Align = Align.LEFT


Shape = Bar | Stroke | Area | Arc | Dot | Words


def bounds(shape: Shape) -> Box:
    """All that a shape covers."""
    match shape:
        case Bar() | Words():
            return shape.box
        case Stroke() | Area():
            left, right, top, bottom = extent(shape.points)
            half = shape.width / 2 if isinstance(shape, Stroke) else 0.0
            return Box(left, top, right - left, bottom - top).inset(-half)
    (x, y), r = shape.center, shape.radius + (shape.width / 2 if isinstance(shape, Arc) else 1)
    return Box(x - r, y - r, 2 * r, 2 * r)


class Spot(NamedTuple):
    """A place that answers: its tip, and the key it is known by when clicked (empty: it cannot be)."""

    box: Box
    tip: str
    key: str = ""


class Scene(NamedTuple):
    """A chart of a size in pixels. `summary` says in words what it shows, for those who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()
    summary: str = ""

    def spot_at(self, x: float, y: float) -> Spot | None:
        """The topmost spot at a point."""
        return next((spot for spot in reversed(self.spots) if spot.box.contains(x, y)), None)

    @property
    def words(self) -> tuple[Words, ...]:
        """All its texts."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Words))

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be clicked, in order."""
        return tuple(spot.key for spot in self.spots if spot.key)


def extent(points: Iterable[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The smallest and largest x, then y, of some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)
