"""The sign and the words of a task's status, so that color never speaks alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from launchpad.domain.enums import TaskStatus
from launchpad.ui.parts.pill import HEIGHT, NEUTRAL, PX
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

TONES = {
    TaskStatus.NOT_STARTED: NEUTRAL,
    TaskStatus.IN_PROGRESS: "info",
    TaskStatus.IN_REVIEW: "accent",
    TaskStatus.BLOCKED: "bad",
    TaskStatus.DONE: "ok",
    TaskStatus.WAIVED: NEUTRAL,
    TaskStatus.NOT_APPLICABLE: NEUTRAL,
}
OVERDUE = "Overdue"
SIDE = 10.0
"""Pixels of the sign."""


def paint_status(painter: QPainter, left: int, rect: QRect, status: TaskStatus, is_overdue: bool = False) -> None:
    """Paint a status as a pill with its sign at `left`, in the vertical middle of `rect` and cut at its right.

    Work that should have begun and has not says so instead.
    """
    overdue = is_overdue and status is TaskStatus.NOT_STARTED
    text, tone = (OVERDUE, "warn") if overdue else (status.label, TONES[status])
    ink, ground = ("text2", "sunken") if tone == NEUTRAL else (tone, f"{tone}_tint")
    wide = QFontMetrics(font(PX, 500)).horizontalAdvance(text) + int(SIDE) + 22
    box = QRectF(left, rect.center().y() - HEIGHT // 2 + 1, min(wide, rect.right() - left), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    sign = QRectF(box.left() + 8, box.center().y() - SIDE / 2, SIDE, SIDE)
    paint_sign(painter, sign, None if overdue else status, ink)
    words = QRectF(sign.right() + 5, box.top(), box.right() - sign.right() - 11, box.height())
    painter.setPen(color(ink))
    painter.setFont(font(PX, 500))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 2)
    painter.drawText(words.adjusted(0, 0, 3, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def paint_sign(painter: QPainter, box: QRectF, status: TaskStatus | None, ink: str) -> None:
    """Paint the sign of a status into a square; None is an exclamation mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color(ink), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS.get(status, _exclaim)(painter, box.adjusted(0.7, 0.7, -0.7, -0.7), ink)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.drawEllipse(box)


def _half(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.drawEllipse(box)
    _filled(painter, box, 90, 180, ink)


def _dotted(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.drawEllipse(box)
    inner = box.adjusted(2.4, 2.4, -2.4, -2.4)
    _filled(painter, inner, 0, 360, ink)


def _filled(painter: QPainter, box: QRectF, start: float, span: float, ink: str) -> None:
    path = QPainterPath(box.center())
    path.arcTo(box, start, span)
    path.closeSubpath()
    painter.fillPath(path, color(ink))


def _slashed(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.drawEllipse(box)
    inset = box.width() * 0.15
    painter.drawLine(box.topLeft() + QPointF(inset, inset), box.bottomRight() - QPointF(inset, inset))


def _check(painter: QPainter, box: QRectF, ink: str) -> None:
    corner = QPointF(box.left() + box.width() * 0.38, box.bottom() - box.height() * 0.12)
    start = QPointF(box.left(), box.center().y() + box.height() * 0.05)
    painter.drawPolyline([start, corner, QPointF(box.right(), box.top() + box.height() * 0.12)])


def _dash(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.drawLine(QPointF(box.left() + 1, box.center().y()), QPointF(box.right() - 1, box.center().y()))


def _exclaim(painter: QPainter, box: QRectF, ink: str) -> None:
    middle = box.center().x()
    painter.drawLine(QPointF(middle, box.top()), QPointF(middle, box.top() + box.height() * 0.6))
    painter.drawPoint(QPointF(middle, box.bottom()))


_SIGNS: dict[TaskStatus | None, Callable[[QPainter, QRectF, str], None]] = {
    TaskStatus.NOT_STARTED: _ring,
    TaskStatus.IN_PROGRESS: _half,
    TaskStatus.IN_REVIEW: _dotted,
    TaskStatus.BLOCKED: _slashed,
    TaskStatus.DONE: _check,
    TaskStatus.WAIVED: _dash,
    TaskStatus.NOT_APPLICABLE: _dash,
}
