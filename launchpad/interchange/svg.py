"""Writes pages of shapes as SVG: plain elements, no script, no style sheet of ours or others, every text escaped."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from math import cos, radians, sin

from launchpad.domain.watching import Watch, followed, parts, unwatched
from launchpad.interchange.plain_text import shown
from launchpad.scenes.paper import Page, Pane
from launchpad.scenes.shapes import Align, Arc, Area, Bar, Box, Dot, Shape, Stroke, Words
from launchpad.scenes.tokens import LIGHT, Theme
from launchpad.scenes.widths import is_sure, text_width

Ink = Callable[[str], str]
"""The color of a tone, as SVG writes it."""

FONTS = "Launchpad Sans, Inter, system-ui, Segoe UI, Helvetica, Arial, sans-serif"
_ANCHORS = {Align.LEFT: "start", Align.CENTER: "middle", Align.RIGHT: "end"}
_BASELINE = 0.36
"""From the middle of a line to the foot of its letters, in sizes of the font."""


def page_svg(page: Page, ink: Ink | None = None, watch: Watch = unwatched) -> str:
    """A picture as a document of its own, on the ground of its theme; `watch` is told how many shapes are written."""
    inks = ink or theme_ink(LIGHT)
    ground = _element("rect", width="100%", height="100%", fill=inks("surface"))
    return _document(page, ground, inks, watch)


def inline_svg(page: Page, ink: Ink) -> str:
    """A picture to stand in a page of HTML, on whatever is there."""
    return _document(page, "", ink, unwatched)


def theme_ink(theme: Theme) -> Ink:
    """The colors of a theme."""

    def ink(tone: str) -> str:
        place = tone.removeprefix("track:")
        if place != tone:
            return theme.track(int(place))
        return tone if tone.startswith("#") else str(getattr(theme, tone))

    return ink


def _document(page: Page, ground: str, ink: Ink, watch: Watch) -> str:
    width, height = _n(page.width), _n(page.height)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    label = f"<title>{escape(shown(page.summary))}</title>" if page.summary else ""
    panes = zip(page.panes, parts(watch, [len(pane.shapes) for pane in page.panes]), strict=True)
    inside = "".join(_pane(pane, ink, watch) for pane, watch in panes)
    begin = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONTS}">'
    return f"{begin}{label}{ground}{inside}</svg>\n"


def _pane(pane: Pane, ink: Ink, watch: Watch) -> str:
    box, area = pane.box, pane.area
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    seen = f'viewBox="{_n(area.x)} {_n(area.y)} {_n(area.width)} {_n(area.height)}" preserveAspectRatio="none"'
    return f'\n<svg {place} {seen} overflow="hidden">{_shapes(followed(pane.shapes, watch), ink)}\n</svg>'


def _shapes(shapes: Iterable[Shape], ink: Ink) -> str:
    return "".join(f"\n{element}" for shape in shapes for element in _drawn(shape, ink))


def _drawn(shape: Shape, ink: Ink) -> Iterator[str]:
    match shape:
        case Words():
            yield _words(shape, ink)
        case Bar():
            edge = {"stroke": ink(shape.edge)} if shape.edge else {}
            radius = {"rx": _n(shape.radius)} if shape.radius else {}
            fill = {"fill": ink(shape.tone), **_faded("fill-opacity", shape.opacity)}
            yield _element("rect", **_box(shape.box), **radius, **fill, **edge)
        case Stroke():
            yield _stroke(shape, ink)
        case Area():
            fill = {"fill": ink(shape.tone), **_faded("fill-opacity", shape.opacity)}
            yield _element("polygon", points=_points(shape.points), **fill)
        case Arc():
            yield _arc(shape, ink)
        case Dot():
            yield _dot(shape, ink)


def _words(words: Words, ink: Ink) -> str:
    box = words.box
    x = {Align.LEFT: box.x, Align.CENTER: box.center[0], Align.RIGHT: box.right}[words.align]
    given = {"x": _n(x), "y": _n(box.center[1] + words.px * _BASELINE), "font_size": str(words.px)}
    if words.weight != 400:
        given["font_weight"] = str(words.weight)
    if words.align is not Align.LEFT:
        given["text_anchor"] = _ANCHORS[words.align]
    text = shown(words.text)
    if is_sure(text):  # the reader's font may be wider than ours, and the text stays where there is room for it
        given |= {"textLength": _n(text_width(text, words.px, words.weight)), "lengthAdjust": "spacingAndGlyphs"}
    return _element("text", escape(text), **given, fill=ink(words.tone))


def _stroke(stroke: Stroke, ink: Ink) -> str:
    given = {"fill": "none", "stroke": ink(stroke.tone), "stroke_width": _n(stroke.width)}
    if stroke.dash:
        given["stroke_dasharray"] = " ".join(map(_n, stroke.dash))
    else:
        given |= {"stroke_linejoin": "round"}
    given |= _faded("stroke-opacity", stroke.opacity)
    return _element("polyline", points=_points(stroke.points), **given)


def _arc(arc: Arc, ink: Ink) -> str:
    (x, y), r = arc.center, arc.radius
    given = {"fill": "none", "stroke": ink(arc.tone), "stroke_width": _n(arc.width)}
    given |= _faded("stroke-opacity", arc.opacity)
    if arc.span >= 360:
        return _element("circle", cx=_n(x), cy=_n(y), r=_n(r), **given)
    ends = [(x + r * sin(radians(at)), y - r * cos(radians(at))) for at in (arc.start, arc.start + arc.span)]
    (x1, y1), (x2, y2) = ends
    large = int(arc.span > 180)
    cap = {} if arc.opacity < 1 else {"stroke_linecap": "round"}
    path = f"M {_n(x1)} {_n(y1)} A {_n(r)} {_n(r)} 0 {large} 1 {_n(x2)} {_n(y2)}"
    return _element("path", d=path, **given, **cap)


def _dot(dot: Dot, ink: Ink) -> str:
    (x, y), r = dot.center, dot.radius
    given = {"fill": ink("surface" if dot.hollow else dot.tone)}
    if dot.hollow:
        given |= {"stroke": ink(dot.tone), "stroke_width": "1.5"}
    if dot.diamond:
        return _element("polygon", points=_points(((x, y - r), (x + r, y), (x, y + r), (x - r, y))), **given)
    return _element("circle", cx=_n(x), cy=_n(y), r=_n(r), **given)


def _element(name: str, text: str = "", **given: str) -> str:
    """An element; `text` and values are escaped already or numbers and colors of ours."""
    values = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in given.items())
    return f"<{name}{values}>{text}</{name}>" if text else f"<{name}{values}/>"


def _box(box: Box) -> dict[str, str]:
    return {"x": _n(box.x), "y": _n(box.y), "width": _n(box.width), "height": _n(box.height)}


def _faded(name: str, opacity: float) -> dict[str, str]:
    return {name.replace("-", "_"): _n(opacity)} if opacity < 1 else {}


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A length with as few signs as needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
