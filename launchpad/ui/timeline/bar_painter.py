"""Paints bars and what a drag does with them; rounded corners only where they can be seen."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import KNOB, Part, knobs, progress_mark
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.shapes import Box, Scene, Shape
from launchpad.ui.charts.paint import paint_scene, tone_color
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color
from launchpad.ui.timeline.hands import Drag

BUBBLE = 24
"""Pixels of the height of the words of a drag."""


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


def paint_drag(painter: QPainter, picture: Picture, drag: Drag, pointer: tuple[float, float], area: Box) -> None:
    """Show what the gesture would do: ghosts where tasks would stand, a link in the making, and words."""
    if drag.rehearsal is not None:
        paint_shapes(painter, picture.ghosts(drag.rehearsal.moved, area))
    if drag.is_link:
        _paint_rubber(painter, picture, drag, pointer)
    elif drag.progress is not None:
        _paint_progress(painter, picture, drag)
    _paint_words(painter, drag, pointer, area)


def _paint_rubber(painter: QPainter, picture: Picture, drag: Drag, pointer: tuple[float, float]) -> None:
    found = picture.place_of(drag.task.id)
    if found is None:
        return
    at = found[0]
    x = at.left - KNOB if drag.part is Part.KNOB_BEFORE else at.right + KNOB
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(round(x), round(at.middle), round(pointer[0]), round(pointer[1]))
    target = picture.place_of(drag.target.id) if drag.target is not None else None
    if target is not None:
        box = target[0].box.inset(-3)
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 4, 4)
    painter.restore()


def _paint_progress(painter: QPainter, picture: Picture, drag: Drag) -> None:
    found = picture.place_of(drag.task.id)
    if found is None or drag.progress is None:
        return
    box = found[0].box
    painter.fillRect(QRectF(box.x, box.y, box.width, box.height), color("surface"))
    painter.fillRect(QRectF(box.x, box.y, box.width, box.height), tone_color(picture.plan.tone(drag.task), 0.3))
    done = QRectF(box.x, box.y, box.width * drag.progress / 100, box.height)
    painter.fillRect(done, tone_color(picture.plan.tone(drag.task)))


def _paint_words(painter: QPainter, drag: Drag, pointer: tuple[float, float], area: Box) -> None:
    if not drag.words:
        return
    used = font(12, 500)
    wide = QFontMetricsF(used).horizontalAdvance(drag.words) + 16
    left = min(max(pointer[0] + 12, area.x + 4), area.right - wide - 4)
    top = pointer[1] + 18 if pointer[1] + 18 + BUBBLE < area.bottom else pointer[1] - BUBBLE - 10
    box = QRectF(left, top, wide, BUBBLE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("text"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(color("surface"))
    painter.setFont(used)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), drag.words)
    painter.restore()
