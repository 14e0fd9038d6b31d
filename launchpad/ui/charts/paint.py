"""Paints the shapes of a scene in the theme's colors."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from launchpad.scenes.shapes import Align, Arc, Area, Bar, Box, Dot, Scene, Shape, Stroke, Words
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color, current_theme

_ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def text_width(text: str, px: int, weight: int) -> float:
    """The width of a text in the bundled font: what scenes measure with."""
    return _metrics(px, weight).horizontalAdvance(text)


@cache
def _metrics(px: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(font(px, weight))


def tone_color(tone: str, opacity: float = 1) -> QColor:
    """The color of a scene's tone: a token, ``track:2`` or ``#rrggbb``."""
    place = tone.removeprefix("track:")
    found = color(tone) if place == tone else QColor(current_theme().track(int(place)))
    found.setAlphaF(opacity)
    return found


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint a scene with its top left corner at the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in scene.shapes:
        _paint(painter, shape)
    painter.restore()


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Words():
            _paint_words(painter, shape)
        case Stroke():
            _paint_stroke(painter, shape)
        case Bar():
            painter.setPen(tone_color(shape.edge) if shape.edge else Qt.PenStyle.NoPen)
            painter.setBrush(tone_color(shape.tone, shape.opacity))
            painter.drawRoundedRect(_rect(shape.box), shape.radius, shape.radius)
        case Area():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_color(shape.tone, shape.opacity))
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))
        case Arc():
            _paint_arc(painter, shape)
        case Dot():
            _paint_dot(painter, shape)


def _paint_words(painter: QPainter, words: Words) -> None:
    painter.setFont(font(words.px, words.weight))
    painter.setPen(tone_color(words.tone))
    flags = _ALIGNED[words.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(_rect(words.box), int(flags), words.text)


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(QBrush(tone_color(stroke.tone, stroke.opacity)), stroke.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*_crisp(point, stroke)) for point in stroke.points]))


def _crisp(point: tuple[float, float], stroke: Stroke) -> tuple[float, float]:
    """Straight thin lines stand on whole pixels."""
    (x, y), points = point, stroke.points
    if stroke.width > 1 or len(points) != 2:
        return point
    if points[0][1] == points[1][1]:
        return x, round(y) + 0.5
    return (round(x) + 0.5, y) if points[0][0] == points[1][0] else point


def _paint_arc(painter: QPainter, arc: Arc) -> None:
    cap = Qt.PenCapStyle.FlatCap if arc.span >= 360 else Qt.PenCapStyle.RoundCap
    if arc.opacity < 1:
        cap = Qt.PenCapStyle.FlatCap  # a see-through end must not shine through its neighbor
    painter.setPen(QPen(QBrush(tone_color(arc.tone, arc.opacity)), arc.width, Qt.PenStyle.SolidLine, cap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = arc.center
    square = QRectF(x - arc.radius, y - arc.radius, 2 * arc.radius, 2 * arc.radius)
    painter.drawArc(square, round((90 - arc.start) * 16), round(-arc.span * 16))


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    (x, y), r = dot.center, dot.radius
    painter.setPen(QPen(QBrush(tone_color(dot.tone)), 1.5) if dot.hollow else Qt.PenStyle.NoPen)
    painter.setBrush(tone_color("surface" if dot.hollow else dot.tone))
    if dot.diamond:
        painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))
    else:
        painter.drawEllipse(QPointF(x, y), r, r)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
