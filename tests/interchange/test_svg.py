"""Pictures as SVG: read as agreed, and what comes from a plan is text and nothing else."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.interchange.svg import inline_svg, page_svg, theme_ink
from launchpad.scenes.gantt.paper import PrintOptions, whole_page
from launchpad.scenes.paper import Page, plain_pane, scene_page
from launchpad.scenes.shapes import Align, Arc, Area, Bar, Box, Dot, Scene, Stroke, Words
from launchpad.scenes.tokens import DARK, LIGHT
from tests.builders import a_plan, a_task
from tests.scenes.gantt.plans import a_picture, a_timeline

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=//host/share.png>",
    "javascript:alert(1)",
    '" onload="alert(1)',
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "=cmd|' /C calc'!A0",
    "\ufffe\x00\x1b\ud800",
    "\u202egnp.exe",
    "&lt;&#60;",
)
ELEMENTS = {"svg", "title", "rect", "text", "polyline", "polygon", "circle", "path"}
VALUES = {
    "x", "y", "width", "height", "viewBox", "role", "font-family", "fill", "fill-opacity", "rx", "stroke",
    "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "points", "cx", "cy",
    "r", "d", "font-size", "font-weight", "text-anchor", "textLength", "lengthAdjust", "overflow",
    "preserveAspectRatio",
}  # fmt: skip


def parts(text: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text.encode("utf-8")).iter())


def assert_plain(text: str) -> None:
    """Nothing but shapes and words of ours, with values of ours."""
    for element in parts(text):
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
        assert set(element.attrib) <= VALUES
        assert not any("script" in value or "url(" in value for value in element.attrib.values())


def test_a_small_plan_reads_as_agreed(golden):
    golden("svg/timeline.svg", page_svg(whole_page(a_picture(a_timeline()), PrintOptions())))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_wherever_it_stands(name):
    plan = a_plan(a_task("t", title=name, owner="mara"), a_task("u", track="x"))
    text = page_svg(whole_page(a_picture(plan), PrintOptions()))

    assert_plain(text)
    assert "\u202e" not in text


@given(st.text())
def test_any_text_makes_a_document_that_can_be_read(text):
    words = Words(Box(0, 0, 90, 20), text)
    written = page_svg(Page(100, 50, (plain_pane(Box(0, 0, 100, 50), [words]),), text))

    assert_plain(written)


def test_every_shape_is_drawn():
    shapes = (
        Bar(Box(0, 0, 10, 5), "ok", 2, 0.5, "bad"),
        Stroke(((0, 0), (5, 5)), "line", 2, (3, 2), 0.4),
        Area(((0, 0), (5, 0), (5, 5)), "warn", 0.2),
        Arc((20, 20), 8, 0, 360, 3, "info"),
        Arc((20, 20), 8, 0, 90, 3, "track:1"),
        Dot((5, 5), 3, "accent", hollow=True),
        Dot((5, 5), 3, "accent", diamond=True),
        Words(Box(0, 0, 50, 10), "left", align=Align.RIGHT, weight=600),
    )
    text = inline_svg(scene_page(Scene(100, 50, shapes, summary="A chart & more")), theme_ink(LIGHT))

    tags = [element.tag.split("}")[1] for element in parts(text)]
    assert tags == ["svg", "title", "svg", "rect", "polyline", "polygon", "circle", "path", "circle", "polygon", "text"]
    assert "A chart &amp; more" in text


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colors_are_those_of_the_theme(theme):
    scene = Scene(10, 10, (Bar(Box(0, 0, 5, 5), "accent"), Bar(Box(0, 0, 5, 5), "track:0")))
    text = page_svg(scene_page(scene), theme_ink(theme))

    assert theme.accent in text
    assert theme.tracks[0] in text
