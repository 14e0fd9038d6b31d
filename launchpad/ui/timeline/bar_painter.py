"""Paints bars and what a drag does with them; rounded corners only where they can be seen."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import BAR, TOP, knobs, progress_mark
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.shapes import Box, Scene, Shape
from launchpad.ui.charts.paint import paint_scene, tone_color
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color
from launchpad.ui.timeline.gestures.gesture import Shown

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


def paint_gesture(painter: QPainter, picture: Picture, shown: Shown, pointer: tuple[float, float], area: Box) -> None:
    """Show what a gesture would do: ghosts where tasks would stand, a link in the making, and words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shapes(painter, [*picture.ghosts(shown.moved, area), *picture.gate_ghosts(shown.gates)])
    _paint_tags(painter, picture, shown)
    if shown.rubber is not None:
        _paint_rubber(painter, picture, shown, pointer)
    if shown.done is not None:
        _paint_progress(painter, picture, *shown.done)
    if shown.slot is not None:
        painter.fillRect(QRectF(area.x, shown.slot * ROW - 1.5, area.width, 3), color("accent"))
    if shown.day is not None:
        _paint_launch(painter, picture, shown.day, area)
    if shown.words:
        _paint_words(painter, shown, pointer, area)
    painter.restore()


def _paint_tags(painter: QPainter, picture: Picture, shown: Shown) -> None:
    """What is written: beside the ghost it is about, where it begins."""
    used = font(11, 600, tabular=True)
    painter.setFont(used)
    for task, tag in shown.tags.items():
        row, stand = picture.plan.rows.place_of(task), shown.moved.get(task)
        if row is None or stand is None or not tag:
            continue
        wide = QFontMetricsF(used).horizontalAdvance(tag) + 10
        right = picture.axis.x_of(stand.start) - 4
        box = QRectF(right - wide, row * ROW + TOP - 1, wide, BAR + 2)
        _paint_chip(painter, box, tag, "accent", "surface", 4)


def _paint_chip(painter: QPainter, box: QRectF, text: str, ground: str, ink: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(color(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_rubber(painter: QPainter, picture: Picture, shown: Shown, pointer: tuple[float, float]) -> None:
    assert shown.rubber is not None
    tone = color("bad" if shown.is_refused else "accent")
    painter.setPen(QPen(tone, 1.5, Qt.PenStyle.DashLine))
    target = picture.place_of(shown.target) if shown.target else None
    end = pointer if target is None else (target[0].left, target[0].middle)
    painter.drawLine(QPointF(*shown.rubber), QPointF(*end))
    if target is not None:
        box = target[0].box.inset(-3)
        painter.setPen(QPen(tone, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 4, 4)


def _paint_progress(painter: QPainter, picture: Picture, task: Task, percent: int) -> None:
    found = picture.place_of(task.id)
    if found is None:
        return
    box, tone = found[0].box, picture.plan.tone(task)
    whole = QRectF(box.x, box.y, box.width, box.height)
    painter.fillRect(whole, color("surface"))
    painter.fillRect(whole, tone_color(tone, 0.3))
    painter.fillRect(QRectF(box.x, box.y, box.width * percent / 100, box.height), tone_color(tone))


def _paint_launch(painter: QPainter, picture: Picture, day: int, area: Box) -> None:
    x = picture.axis.x_of_ordinal(day)
    painter.setPen(QPen(color("bad"), 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, area.y), QPointF(x, area.bottom))


def _paint_words(painter: QPainter, shown: Shown, pointer: tuple[float, float], area: Box) -> None:
    used = font(12, 500)
    metrics = QFontMetricsF(used)
    words = metrics.elidedText(shown.words, Qt.TextElideMode.ElideRight, area.width - 24)
    wide = metrics.horizontalAdvance(words) + 16
    left = min(max(pointer[0] + 12, area.x + 4), area.right - wide - 4)
    top = pointer[1] + 18 if pointer[1] + 18 + BUBBLE < area.bottom else pointer[1] - BUBBLE - 10
    top = min(max(top, area.y + 4), area.bottom - BUBBLE - 4)
    painter.setFont(used)
    _paint_chip(painter, QRectF(left, top, wide, BUBBLE), words, "bad" if shown.is_refused else "text", "surface", 6)
