"""Labels that step aside: each takes the first of its places that is free, or stays away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from launchpad.scenes.shapes import LINE_HEIGHT, Align, Box, Measure, Shape, Stroke, Words


@dataclass(slots=True)
class Labels:
    """The labels of one chart; none ever overlaps another or leaves `room`. The first ones placed win."""

    room: Box
    measure: Measure
    placed: list[Words] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    crossed: list[Box] = field(default_factory=list)

    def avoid(self, box: Box) -> None:
        """Keep labels off a place."""
        self.taken.append(box)

    def avoid_words(self, shapes: Iterable[Shape]) -> None:
        """Keep off the texts that are there already."""
        self.taken += [shape.box for shape in shapes if isinstance(shape, Words)]

    def avoid_lines(self, shapes: Iterable[Shape]) -> None:
        """Rather keep off the lines of the chart, its grid excepted; a label with no other place may cross them."""
        for shape in shapes:
            if isinstance(shape, Stroke) and shape.tone != "line":
                self.crossed += (Box(x - 1, y - 1, 2, 2) for x, y in _along(shape))

    def place(
        self,
        text: str,
        places: Sequence[tuple[float, float, Align]],
        *,
        px: int = 11,
        weight: int = 400,
        tone: str = "text2",
    ) -> bool:
        """Put a text at the first free place; return whether there was one.

        A place is the y of the text's top, and an x where it starts, has its middle or ends, as its alignment says.
        """
        width, height = self.measure(text, px, weight), px * LINE_HEIGHT
        boxes = [(Box(_left(x, width, align), y, width, height), align) for x, y, align in places]
        free = [pair for pair in boxes if self._is_free(pair[0])]
        best = next((pair for pair in free if not _meets(pair[0], self.crossed)), free[0] if free else None)
        if best is None:
            return False
        self.taken.append(best[0])
        self.placed.append(Words(best[0], text, px, weight, tone, best[1]))
        return True

    def _is_free(self, box: Box) -> bool:
        return self.room.holds(box) and not _meets(box, self.taken)

    def place_all(self, texts: Iterable[tuple[str, float]], y: float, *, px: int = 11, tone: str = "text3") -> None:
        """Put texts in a row, each with its middle at its x, pushed inside the room; those in the way stay away."""
        for text, x in texts:
            half = self.measure(text, px, 400) / 2
            at = min(max(x, self.room.x + half), self.room.right - half)
            self.place(text, [(at, y, Align.CENTER)], px=px, tone=tone)


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(box.overlaps(other) for other in others)


def _along(stroke: Stroke, step: float = 4) -> Iterator[tuple[float, float]]:
    """Points on a line, not much further apart than `step` pixels."""
    for (x1, y1), (x2, y2) in pairwise(stroke.points):
        parts = max(1, ceil(max(abs(x2 - x1), abs(y2 - y1)) / step))
        for part in range(parts + 1):
            yield x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts


def _left(x: float, width: float, align: Align) -> float:
    if align is Align.CENTER:
        return x - width / 2
    return x - width if align is Align.RIGHT else x


def shortened(text: str, width: float, measure: Measure, px: int = 11, weight: int = 400) -> str:
    """The text, cut with an ellipsis if it is wider than `width` pixels; empty when nothing fits."""
    if measure(text, px, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…", px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…" if low else ""
