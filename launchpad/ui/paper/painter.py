"""Paints pages of shapes, always in the light theme: paper is white."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from launchpad.interchange.plain_text import shown
from launchpad.scenes.paper import Page, Pane
from launchpad.scenes.shapes import Scene, Shape, Words
from launchpad.scenes.tokens import LIGHT
from launchpad.ui.charts.paint import paint_scene


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint a page with its top left corner at the painter's origin, one unit to each of the page's."""
    for pane in page.panes:
        _paint_pane(painter, pane)


def _paint_pane(painter: QPainter, pane: Pane) -> None:
    box, area = pane.box, pane.area
    painter.save()
    painter.setClipRect(QRectF(box.x, box.y, box.width, box.height))
    painter.translate(box.x, box.y)
    painter.scale(pane.scale, box.height / area.height if area.height else 1)
    painter.translate(-area.x, -area.y)
    paint_scene(painter, Scene(area.width, area.height, tuple(map(_readable, pane.shapes))), LIGHT)
    painter.restore()


def _readable(shape: Shape) -> Shape:
    return shape._replace(text=shown(shape.text)) if isinstance(shape, Words) else shape
