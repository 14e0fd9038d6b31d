"""Paints the shapes of a scene in the colors of a theme: the one that is on, or that of paper."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from launchpad.domain.visible import visible
from launchpad.scenes.shapes import Align, Arc, Area, Bar, Box, Dot, Scene, Shape, Stroke, Words
from launchpad.scenes.tokens import Theme
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import current_theme

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


def tone_color(tone: str, opacity: float = 1, theme: Theme | None = None) -> QColor:
    """The color of a scene's tone: a token, ``track:2`` or ``#rrggbb``; in the theme that is on unless one is given."""
    theme, place = theme or current_theme(), tone.removeprefix("track:")
    if place != tone:
        found = QColor(theme.track(int(place)))
    else:
        found = QColor(tone if tone.startswith("#") else getattr(theme, tone))
    found.setAlphaF(opacity)
    return found


def paint_scene(painter: QPainter, scene: Scene, theme: Theme | None = None) -> None:
    """Paint a scene with its top left corner at the painter's origin."""
    theme = theme or current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in scene.shapes:
        _paint(painter, shape, theme)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, theme: Theme) -> None:
    match shape:
        case Words():
            _paint_words(painter, shape, theme)
        case Stroke():
            _paint_stroke(painter, shape, theme)
        case Bar(radius=0, edge=""):
            painter.fillRect(_rect(shape.box), tone_color(shape.tone, shape.opacity, theme))
        case Bar():
            painter.setPen(tone_color(shape.edge, 1, theme) if shape.edge else Qt.PenStyle.NoPen)
            painter.setBrush(tone_color(shape.tone, shape.opacity, theme))
            painter.drawRoundedRect(_rect(shape.box), shape.radius, shape.radius)
        case Area():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_color(shape.tone, shape.opacity, theme))
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))
        case Arc():
            _paint_arc(painter, shape, theme)
        case Dot():
            _paint_dot(painter, shape, theme)


def _paint_words(painter: QPainter, words: Words, theme: Theme) -> None:
    used = font(words.px, words.weight)
    used.setFeature(QFont.Tag("calt"), 0)  # else “(1)” and “->” become signs that a PDF cannot be searched for
    painter.setFont(used)
    painter.setPen(tone_color(words.tone, 1, theme))
    flags = _ALIGNED[words.align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(_rect(words.box), int(flags), visible(words.text))


def _paint_stroke(painter: QPainter, stroke: Stroke, theme: Theme) -> None:
    pen = QPen(QBrush(tone_color(stroke.tone, stroke.opacity, theme)), stroke.width)
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


def _paint_arc(painter: QPainter, arc: Arc, theme: Theme) -> None:
    cap = Qt.PenCapStyle.FlatCap if arc.span >= 360 else Qt.PenCapStyle.RoundCap
    if arc.opacity < 1:
        cap = Qt.PenCapStyle.FlatCap  # a see-through end must not shine through its neighbor
    painter.setPen(QPen(QBrush(tone_color(arc.tone, arc.opacity, theme)), arc.width, Qt.PenStyle.SolidLine, cap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = arc.center
    square = QRectF(x - arc.radius, y - arc.radius, 2 * arc.radius, 2 * arc.radius)
    painter.drawArc(square, round((90 - arc.start) * 16), round(-arc.span * 16))


def _paint_dot(painter: QPainter, dot: Dot, theme: Theme) -> None:
    (x, y), r = dot.center, dot.radius
    painter.setPen(QPen(QBrush(tone_color(dot.tone, 1, theme)), 1.5) if dot.hollow else Qt.PenStyle.NoPen)
    painter.setBrush(tone_color("surface" if dot.hollow else dot.tone, 1, theme))
    if dot.diamond:
        painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))
    else:
        painter.drawEllipse(QPointF(x, y), r, r)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
