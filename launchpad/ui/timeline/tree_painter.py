"""How the tree part of a row looks: what the row is, and the few figures beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from launchpad.app.day_text import day_text
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.task import Task
from launchpad.domain.visible import visible
from launchpad.engines.readiness.shown import shown
from launchpad.scenes.gantt.rows import Heading, Row
from launchpad.ui.parts.status_sign import TONES, paint_sign
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color, current_theme
from launchpad.ui.timeline.words import anchor_text

LEFT = 12
INDENT = 30
"""Where the sign of a task begins."""
NAME = 48
"""Where its title begins."""
COLUMNS = (("Anchor", 58), ("Due", 56), ("Work", 44))
"""What stands at the right of the tree, with its width in pixels."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a row."""

    plain: QFont
    strong: QFont
    number: QFont
    metrics: QFontMetrics


def tree_fonts() -> Fonts:
    """The fonts that are on."""
    return Fonts(font(), font(weight=600), font(12, tabular=True), QFontMetrics(font()))


def columns(width: int) -> list[tuple[str, int, int]]:
    """Names, left edges and widths of the columns in a tree of a width; the first step aside where it is narrow."""
    offered = list(COLUMNS)
    while offered and width - sum(wide for _, wide in offered) < 190:
        offered.pop(0)
    found, left = [], width - sum(wide for _, wide in offered) - 8
    for name, wide in offered:
        found.append((name, left, wide))
        left += wide
    return found


@dataclass(frozen=True, slots=True)
class RowState:
    """Whether a row is selected, and whether it has the keyboard."""

    is_selected: bool
    is_current: bool


def paint_row(painter: QPainter, rect: QRect, row: Row, facts: TaskFacts, fonts: Fonts, state: RowState) -> None:
    """Paint the tree part of a row into `rect`."""
    painter.save()
    painter.setClipRect(rect)
    if isinstance(row, Task):
        painter.fillRect(rect, color("accent_tint" if state.is_selected else "surface"))
        _task(painter, rect, row, facts, fonts)
    else:
        painter.fillRect(rect, color("sunken"))
        _heading(painter, rect, row, fonts)
    if state.is_current:
        painter.setPen(QPen(color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _task(painter: QPainter, rect: QRect, task: Task, facts: TaskFacts, fonts: Fonts) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color("line"))
    tone = TONES[task.status]
    ink = tone if hasattr(current_theme(), tone) else "text2"
    paint_sign(painter, QRectF(rect.left() + INDENT, rect.center().y() - 5, 11, 11), task.status, ink)
    shown_columns = columns(rect.width())
    end = shown_columns[0][1] if shown_columns else rect.width() - 8
    painter.setFont(fonts.plain)
    painter.setPen(color("text" if task.is_open else "text3"))
    room = end - NAME - 6
    title = fonts.metrics.elidedText(visible(task.title).replace("\n", " "), Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(rect.left() + NAME, rect.top(), room, rect.height() - 1), ALIGN, title)
    painter.setFont(fonts.number)
    for name, left, wide in shown_columns:
        text, ink = _cell(name, task, facts)
        painter.setPen(color(ink))
        painter.drawText(QRect(rect.left() + left, rect.top(), wide - 8, rect.height() - 1), RIGHT, text)


def _cell(name: str, task: Task, facts: TaskFacts) -> tuple[str, str]:
    if name == "Anchor":
        return anchor_text(task.anchor, facts.today), "text3"
    if name == "Work":
        return (f"{task.duration}d" if task.duration else "0"), "text3"
    due = facts.due(task)
    return ("" if due is None else day_text(due, facts.today)), "bad" if facts.is_late(task) else "text2"


def _heading(painter: QPainter, rect: QRect, row: Row, fonts: Fonts) -> None:
    left = rect.left() + INDENT
    middle = rect.center().y() + 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(row, Heading):
        _chevron(painter, QPointF(rect.left() + LEFT + 4, middle), is_open=row.is_open)
        if row.place >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().track(row.place)))
            painter.drawEllipse(QRectF(left, middle - 4, 8, 8))
            left += 16
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("text2"))
        painter.drawPolygon(_diamond(QPointF(left + 5, middle), 5))
        left += 16
    painter.restore()
    end = rect.width() - 16
    if isinstance(row, Heading) and row.score is not None:
        painter.setFont(fonts.number)
        painter.setPen(color("text2"))
        painter.drawText(QRect(rect.right() - 60, rect.top(), 44, rect.height()), RIGHT, f"{shown(row.score, 0):.0f}")
        end -= 44
    painter.setFont(fonts.strong)
    painter.setPen(color("text"))
    title = QFontMetrics(fonts.strong).elidedText(visible(row.title), Qt.TextElideMode.ElideRight, end - left)
    painter.drawText(QRect(left, rect.top(), end - left, rect.height()), ALIGN, title)


def _chevron(painter: QPainter, middle: QPointF, *, is_open: bool) -> None:
    corners = ((-4, -2), (0, 2), (4, -2)) if is_open else ((-2, -4), (2, 0), (-2, 4))
    painter.setPen(QPen(color("text2"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([middle + QPointF(*corner) for corner in corners])


def _diamond(middle: QPointF, side: float) -> QPolygonF:
    corners = (QPointF(0, -side), QPointF(side, 0), QPointF(0, side), QPointF(-side, 0))
    return QPolygonF([middle + corner for corner in corners])
