"""A stretch of the timeline as panes: the columns, the days above, the bars, and the lines between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.head import head_height, head_shapes
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.gantt.tree import Tree
from launchpad.scenes.paper import Page, Pane
from launchpad.scenes.shapes import Align, Box, Measure, Shape, Stroke, Words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some rows, and the days from the pixel `left` on for so many pixels."""

    rows: range
    left: float
    width: float

    @property
    def area(self) -> Box:
        """Its pixels in the picture."""
        return Box(self.left, self.rows.start * ROW, self.width, len(self.rows) * ROW)


def picture_panes(
    picture: Picture,
    tree: Tree | None,
    stretch: Stretch,
    corner: tuple[float, float],
    scale: float = 1,
    head_scale: float = 1,
) -> Iterator[Pane]:
    """A stretch with its head, from a corner of the page on; the head may be drawn at a scale of its own."""
    (x, y), area = corner, stretch.area
    head = head_height(picture)
    beside = 0.0 if tree is None else tree.width * scale
    top = y + head * head_scale
    if tree is not None:
        rows = Box(0, area.y, tree.width, area.height)
        yield Pane(Box(x, top, beside, area.height * scale), rows, tuple(tree.shapes(stretch.rows)))
        if head_scale == scale:
            yield Pane(Box(x, y, beside, head * scale), Box(0, 0, tree.width, head), tuple(tree.head_shapes(head)))
    ratio = scale / head_scale
    above = picture.at_zoom(TimeAxis(picture.axis.first, picture.axis.day_width * ratio))
    days = _uncut(head_shapes(above, area.x * ratio, area.width * ratio), area.width * ratio, picture.measure)
    wide = area.width * scale
    yield Pane(Box(x + beside, y, wide, head * head_scale), Box(0, 0, area.width * ratio, head), tuple(days))
    yield Pane(Box(x + beside, top, wide, area.height * scale), area, tuple(picture.shapes(area)))
    whole = Box(x, y, beside + wide, head * head_scale + area.height * scale)
    yield Pane(whole, Box(0, 0, whole.width, whole.height), tuple(_frame(whole, top - y, beside)))


def _uncut(shapes: Iterable[Shape], width: float, measure: Measure) -> Iterator[Shape]:
    """The head without words that the edge would cut: the month in three letters, or nothing."""
    for shape in shapes:
        if not isinstance(shape, Words) or shape.align is not Align.LEFT or shape.box.right <= width:
            yield shape
            continue
        short = shape.text[:3].strip()
        if shape.weight > 400 and shape.box.x + measure(short, shape.px, shape.weight) <= width:
            yield shape._replace(text=short)


def _frame(box: Box, head: float, beside: float) -> Iterator[Shape]:
    right, bottom = box.width, box.height
    corners = ((0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom), (0.0, 0.0))
    yield Stroke(corners, "line", 0.8)
    yield Stroke(((0, head), (right, head)), "line", 0.8)
    if beside:
        yield Stroke(((beside, 0), (beside, bottom)), "line", 0.8)


def stretch_page(picture: Picture, tree: Tree | None, stretch: Stretch) -> Page:
    """A stretch as a picture of its own, in its own size."""
    width = stretch.width + (0 if tree is None else tree.width)
    height = head_height(picture) + stretch.area.height
    summary = f"{picture.plan.document.launch.name}: timeline"
    return Page(width, height, tuple(picture_panes(picture, tree, stretch, (0, 0))), summary)
