"""How a row of the checklist looks: one painter for tasks, one for the headings of groups."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.visible import visible
from launchpad.engines.readiness.shown import shown
from launchpad.ui.checklist.arrangement import Group, Grouping
from launchpad.ui.checklist.columns import Column
from launchpad.ui.parts.avatar import paint_avatar
from launchpad.ui.parts.meter import paint_meter
from launchpad.ui.parts.pill import paint_pill
from launchpad.ui.parts.status_sign import paint_sign, paint_status
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color, current_theme

ROW = 32
"""Pixels of a row."""
INSET = 8
BOX = 16
TEXT_LEFT = 40
"""Where titles begin, behind the box that marks a task done."""
AVATAR = 20
METER = 88

Align = Qt.AlignmentFlag
LEFT = Align.AlignLeft | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignVCenter


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a row, made once a paint."""

    plain: QFont
    strong: QFont
    done: QFont
    number: QFont
    strong_number: QFont
    small: QFont


def row_fonts() -> Fonts:
    """The fonts that are on."""
    done = font()
    done.setStrikeOut(True)
    return Fonts(font(), font(weight=600), done, font(tabular=True), font(weight=600, tabular=True), font(12))


def check_box(row: QRect, left: int) -> QRect:
    """Where a task's box is, in a row whose first column begins at `left`."""
    return QRect(left + 10, row.center().y() - BOX // 2 + 1, BOX, BOX)


def paint_cell(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    """Paint one cell of a task."""
    _CELLS.get(column.name, _text)(painter, rect, task, column, facts, fonts)


def _put(painter: QPainter, rect: QRect, text: str, used: QFont, token: str) -> None:
    painter.setFont(used)
    painter.setPen(color(token))
    line = visible(text).replace("\n", " ")
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, LEFT | Qt.TextFlag.TextSingleLine, shown)


def _inside(rect: QRect, left: int = INSET) -> QRect:
    return rect.adjusted(left, 0, -6, 0)


def _text(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    used = fonts.number if column.is_number else fonts.plain
    _put(painter, _inside(rect), column.read(task, facts), used, "text2" if task.is_open else "text3")


def _title(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    _box(painter, check_box(rect, rect.left()), task)
    left = TEXT_LEFT
    if task.is_milestone:
        _diamond(painter, QPointF(rect.left() + left + 5, rect.center().y() + 1))
        left += 16
    is_closed = not task.is_open
    used = fonts.done if is_closed else fonts.plain
    _put(painter, _inside(rect, left), task.title, used, "text3" if is_closed else "text")


def _box(painter: QPainter, box: QRect, task: Task) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    if task.status is TaskStatus.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ok"))
        painter.drawRoundedRect(frame, 4, 4)
        paint_sign(painter, QRectF(box).adjusted(3, 3, -3, -3), TaskStatus.DONE, "on_accent")
    else:
        painter.setPen(QPen(color("line" if task.is_passed_over else "text3"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(frame, 4, 4)
        if task.is_passed_over:
            paint_sign(painter, QRectF(box).adjusted(3, 3, -3, -3), TaskStatus.WAIVED, "text3")
    painter.restore()


def _diamond(painter: QPainter, middle: QPointF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("text2"))
    side = 4.5
    corners = (QPointF(0, -side), QPointF(side, 0), QPointF(0, side), QPointF(-side, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()


def _owner(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    owner = facts.owner(task)
    if owner is None:
        if task.is_open:
            paint_pill(painter, rect.left() + INSET, rect, "No owner", "bad")
        return
    paint_avatar(painter, QRectF(rect.left() + INSET, rect.center().y() - AVATAR / 2 + 1, AVATAR, AVATAR), owner.name)
    _put(painter, _inside(rect, INSET + AVATAR + 7), owner.name, fonts.plain, "text" if task.is_open else "text2")


def _status(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    paint_status(painter, rect.left() + INSET, rect, task.status, facts.is_late(task))


def _progress(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    if task.progress is None:
        return
    bar = QRectF(rect.left() + INSET, rect.top(), 28, rect.height())
    paint_meter(painter, bar, float(task.progress), None, "ok" if task.progress == 100 else "info")
    _put(painter, _inside(rect, INSET + 34), f"{task.progress}%", fonts.number, "text2")


def _due(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    late = facts.is_late(task)
    token = "bad" if late else "text" if task.is_open else "text2"
    _put(painter, _inside(rect), column.read(task, facts), fonts.strong_number if late else fonts.number, token)


def _slack(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    tight = facts.is_critical(task)
    used = fonts.strong_number if tight else fonts.number
    _put(painter, _inside(rect), column.read(task, facts), used, "bad" if tight else "text2")


def _priority(painter: QPainter, rect: QRect, task: Task, column: Column, facts: TaskFacts, fonts: Fonts) -> None:
    is_must = task.criticality is Criticality.MUST
    token = "text" if is_must and task.is_open else "text2"
    _put(painter, _inside(rect), task.criticality.label, fonts.strong if is_must else fonts.plain, token)


_Cell = Callable[[QPainter, QRect, Task, Column, TaskFacts, Fonts], None]
_CELLS: dict[str, _Cell] = {
    "title": _title,
    "owner": _owner,
    "status": _status,
    "progress": _progress,
    "due": _due,
    "slack": _slack,
    "start_by": _slack,
    "criticality": _priority,
}


# --- headings ------------------------------------------------------------------------------------------------------


def paint_heading(
    painter: QPainter, rect: QRect, group: Group, grouping: Grouping, facts: TaskFacts, *, is_open: bool, fonts: Fonts
) -> None:
    """Paint a group's heading over the whole width: its name, how much is done and how ready it is."""
    _chevron(painter, QPointF(rect.left() + 14, rect.center().y() + 1), is_open)
    left = _mark(painter, rect, group, grouping, facts)
    end = _score(painter, rect, group, grouping, fonts)
    painter.setFont(fonts.strong)
    wide = painter.fontMetrics().horizontalAdvance(group.title)
    title = QRect(left, rect.top(), min(wide + 2, max(40, end - left - 90)), rect.height())
    _put(painter, title, group.title, fonts.strong, "text")
    shown = "" if len(group.tasks) == group.count else f" · {len(group.tasks)} shown"
    counted = QRect(title.right() + 10, rect.top(), max(0, end - title.right() - 18), rect.height())
    _put(painter, counted, f"{group.done} of {group.total} done{shown}", fonts.plain, "text2")


def _chevron(painter: QPainter, middle: QPointF, is_open: bool) -> None:
    down, across = ((-4, -2), (0, 2), (4, -2)), ((-2, -4), (2, 0), (-2, 4))
    points = [QPointF(x, y) for x, y in (down if is_open else across)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("text2"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([middle + point for point in points])
    painter.restore()


def _mark(painter: QPainter, rect: QRect, group: Group, grouping: Grouping, facts: TaskFacts) -> int:
    """The sign before a heading's name; return where the name begins."""
    left, middle = rect.left() + 26, rect.center().y() + 1
    if group.place >= 0:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_theme().track(group.place)))
        painter.drawEllipse(QRectF(left, middle - 4, 8, 8))
        painter.restore()
        return left + 15
    if grouping is Grouping.OWNER:
        person = facts.document.find(Person, group.key)
        paint_avatar(painter, QRectF(left, middle - 9, 18, 18), person.name if person else "")
        return left + 25
    if grouping is Grouping.STATUS:
        paint_sign(painter, QRectF(left, middle - 5.5, 11, 11), TaskStatus(group.key), "text2")
        return left + 18
    return left


def _score(painter: QPainter, rect: QRect, group: Group, grouping: Grouping, fonts: Fonts) -> int:
    """The score at the right end; return where it begins."""
    if group.score is None:
        return rect.right()
    bar = QRectF(rect.right() - METER - 12, rect.top(), METER, rect.height())
    tone = current_theme().track(group.place) if group.place >= 0 else "accent"
    paint_meter(painter, bar, group.score, None, tone, "line")
    number = QRect(int(bar.left()) - 40, rect.top(), 32, rect.height())
    painter.setFont(fonts.strong_number)
    painter.setPen(color("text"))
    painter.drawText(number, RIGHT, f"{shown(group.score, 0):.0f}")
    words = QRect(number.left() - 70, rect.top(), 72, rect.height())
    painter.setFont(fonts.plain)
    painter.setPen(color("text2"))
    painter.drawText(words, RIGHT, "readiness" if grouping is Grouping.TRACK else "work")
    return words.left()
