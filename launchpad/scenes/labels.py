"""Labels that step aside: each takes the first of its places that is free, or stays away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from launchpad.scenes.shapes import LINE_HEIGHT, Align, Box, Measure, Shape, Words


@dataclass(slots=True)
class Labels:
    """The labels of one chart; none ever overlaps another or leaves `room`. The first ones placed win."""

    room: Box
    measure: Measure
    placed: list[Words] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def avoid(self, box: Box) -> None:
        """Keep labels off a place."""
        self.taken.append(box)

    def avoid_words(self, shapes: Iterable[Shape]) -> None:
        """Keep off the texts that are there already."""
        self.taken += [shape.box for shape in shapes if isinstance(shape, Words)]

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
        for x, y, align in places:
            box = Box(_left(x, width, align), y, width, height)
            if self.room.holds(box) and not any(box.overlaps(other) for other in self.taken):
                self.taken.append(box)
                self.placed.append(Words(box, text, px, weight, tone, align))
                return True
        return False

    def place_all(self, texts: Iterable[tuple[str, float]], y: float, *, px: int = 11, tone: str = "text3") -> None:
        """Put texts in a row, each with its middle at its x, pushed inside the room; those in the way stay away."""
        for text, x in texts:
            half = self.measure(text, px, 400) / 2
            at = min(max(x, self.room.x + half), self.room.right - half)
            self.place(text, [(at, y, Align.CENTER)], px=px, tone=tone)


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
