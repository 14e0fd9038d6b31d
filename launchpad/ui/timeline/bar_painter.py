"""Paints bars, and what a hand does with them."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import KNOB, knobs, progress_mark
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.shapes import Scene, Shape, bounds
from launchpad.ui.charts.paint import paint_scene


def paint_shapes(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Paint shapes of the picture."""
    paint_scene(painter, Scene(0, 0, tuple(shapes)))


def paint_hover(painter: QPainter, picture: Picture, task_id: str) -> None:
    """Show by what the bar under the pointer can be taken hold of."""
    task = picture.plan.document.find(Task, task_id)
    found = None if task is None else picture.place_of(task_id)
    if task is None or found is None:
        return
    mark = progress_mark(task, found[0])
    paint_shapes(painter, [*knobs(found[0]), *([mark] if mark else [])])


def hover_rect(picture: Picture, task_id: str) -> QRect:
    """All that `paint_hover` paints on, in pixels of the picture."""
    found = picture.place_of(task_id) if task_id else None
    if found is None:
        return QRect()
    box = found[0].box.inset(-KNOB - 6)
    return QRect(round(box.x), round(box.y), round(box.width), round(box.height))


def region_of(shapes: Iterable[Shape]) -> QRegion:
    """All that shapes are painted on, in whole pixels of the picture."""
    region = QRegion()
    for shape in shapes:
        box = bounds(shape).inset(-2)
        region += QRect(round(box.x) - 1, round(box.y) - 1, round(box.width) + 2, round(box.height) + 2)
    return region
