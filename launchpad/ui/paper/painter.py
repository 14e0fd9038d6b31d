"""Paints pages of shapes, always in the light theme: paper is white."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from launchpad.domain.watching import BITE, Watch, parts, unwatched
from launchpad.interchange.plain_text import shown
from launchpad.scenes.paper import Page, Pane
from launchpad.scenes.shapes import Scene, Shape, Words
from launchpad.scenes.tokens import LIGHT
from launchpad.ui.charts.paint import paint_scene


def paint_page(painter: QPainter, page: Page, watch: Watch = unwatched) -> None:
    """Paint a page with its top left corner at the painter's origin, one unit to each of the page's.

    `watch` is told how many of its shapes are painted.
    """
    watches = parts(watch, [len(pane.shapes) for pane in page.panes])
    for pane, each in zip(page.panes, watches, strict=True):
        _paint_pane(painter, pane, each)


def _paint_pane(painter: QPainter, pane: Pane, watch: Watch) -> None:
    box, area = pane.box, pane.area
    with kept(painter):
        painter.setClipRect(QRectF(box.x, box.y, box.width, box.height))
        painter.translate(box.x, box.y)
        painter.scale(pane.scale, box.height / area.height if area.height else 1)
        painter.translate(-area.x, -area.y)
        for first in range(0, len(pane.shapes), BITE):
            watch(first / len(pane.shapes))
            shapes = tuple(map(_readable, pane.shapes[first : first + BITE]))
            paint_scene(painter, Scene(area.width, area.height, shapes), LIGHT)


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Leave a painter as it was, also when somebody stops the painting."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _readable(shape: Shape) -> Shape:
    return shape._replace(text=shown(shape.text)) if isinstance(shape, Words) else shape
