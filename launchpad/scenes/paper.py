"""Sheets of paper, and what is painted on them: scenes, each scaled into a box and cut at its edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from launchpad.scenes.shapes import Box, Scene, Shape


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"

    def size(self, *, landscape: bool) -> tuple[float, float]:
        """Width and height of a sheet in points."""
        width, height = _SIZES[self]
        return (height, width) if landscape else (width, height)


_SIZES = {Paper.A4: (595.28, 841.89), Paper.A3: (841.89, 1190.55), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Pane:
    """The part `area` of a picture, scaled into `box` of a page; what lies outside the area is cut off."""

    box: Box
    area: Box
    shapes: tuple[Shape, ...]

    @property
    def scale(self) -> float:
        """Lengths on the page to one of the picture."""
        return self.box.width / self.area.width


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; lengths are points, or pixels when it is a picture. `summary` says in words what it shows."""

    width: float
    height: float
    panes: tuple[Pane, ...]
    summary: str = ""


def plain_pane(box: Box, shapes: Iterable[Shape]) -> Pane:
    """A pane that shows shapes in their own size, from the top left corner of `box` on."""
    return Pane(box, Box(0, 0, box.width, box.height), tuple(shapes))


def scene_page(scene: Scene) -> Page:
    """A chart as a picture in its own size."""
    pane = plain_pane(Box(0, 0, scene.width, scene.height), scene.shapes)
    return Page(scene.width, scene.height, (pane,), scene.summary)
