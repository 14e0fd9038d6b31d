"""A pack on paper: everything is there once, tables go on with their heads, and a small pack is one page."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.interchange.audience import Audience
from launchpad.interchange.export import pack_for
from launchpad.interchange.pack.model import Cell, Column, Figures, Pack, Paragraph, Section, Table, Text
from launchpad.interchange.pack.pages import MARGIN, fit_of, pages_of
from launchpad.interchange.pack.pieces import MOST_LINES
from launchpad.scenes.paper import Page, Paper
from launchpad.scenes.shapes import Box, Words
from launchpad.scenes.widths import text_width
from launchpad.scenes.wrapping import wrapped
from tests.interchange.plans import a_request, from_template, in_flight, the_sample

COLUMNS = (Column("Name", 2), Column("Owner"), Column("About", 3))


def words_on(page: Page) -> list[Words]:
    return [shape for pane in page.panes for shape in pane.shapes if isinstance(shape, Words)]


def texts_on(page: Page) -> list[str]:
    return [words.text for words in words_on(page)]


def a_table(count: int, text: str = "about it") -> Pack:
    rows: list[list[Text]] = [[f"row {number}", Cell("Mara", "ok"), text] for number in range(count)]
    return Pack("Loom", "Launch pack", [Section("Rows", [Table(COLUMNS, rows)])], "secret", "origin")


@cache
def sample_pack(audience: Audience) -> Pack:
    return pack_for(the_sample(), a_request(audience))


def assert_inside(pages: tuple[Page, ...], paper: Paper) -> None:
    width, height = paper.size(landscape=False)
    room = Box(MARGIN - 1, MARGIN - 1, width - 2 * MARGIN + 2, height - 2 * MARGIN + 7)
    for page in pages:
        assert (page.width, page.height) == (width, height)
        for pane in page.panes:
            assert room.holds(pane.box), pane.box


@settings(max_examples=25)
@given(st.integers(0, 150), st.text(max_size=900), st.sampled_from(Paper))
def test_every_row_is_printed_once_in_order_and_inside_the_margins(count, text, paper):
    pages = pages_of(a_table(count, text), paper)

    rows = [each for page in pages for each in texts_on(page) if each.startswith("row ")]
    assert rows == [f"row {number}" for number in range(count)]
    assert_inside(pages, paper)


def test_a_table_goes_on_under_its_head():
    pages = pages_of(a_table(90))

    assert len(pages) >= 3
    assert [texts_on(page).count("Owner") for page in pages] == [1] * len(pages)
    assert [texts_on(page)[-1] for page in pages] == [f"{n} of {len(pages)}" for n in range(1, len(pages) + 1)]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    for count in range(30, 46):
        sections = [*a_table(count).sections, Section("Next", [Table(COLUMNS, [["a row", "", ""]])])]
        pages = pages_of(Pack("Loom", "", sections))

        with_heading = next(page for page in pages if "Next" in texts_on(page))
        assert "a row" in texts_on(with_heading)


def test_a_row_longer_than_a_page_goes_on():
    text = " ".join(f"word{number}" for number in range(3000))
    pages = pages_of(a_table(1, text))

    said = " ".join(each for page in pages for each in texts_on(page) if each.startswith("word"))
    assert said.split() == text.split()
    assert len(pages) > 1
    assert len(said.split()) > MOST_LINES


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_the_sample_stays_inside_the_margins(audience, paper):
    assert_inside(pages_of(sample_pack(audience), paper), paper)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("name", ["sample", "tier1-major-launch", "hardware-product-launch", "product-sunset"])
def test_the_page_for_executives_is_one_page(paper, name):
    plan = the_sample() if name == "sample" else in_flight(from_template(name), 7)
    pages = pages_of(pack_for(plan, a_request(Audience.EXECUTIVE)), paper)

    assert len(pages) == 1


def test_the_page_for_executives_can_be_read_without_a_glass():
    assert fit_of(sample_pack(Audience.EXECUTIVE)) >= 0.7


def test_a_long_figure_is_drawn_smaller_rather_than_cut():
    pack = Pack("L", "", [Section("", [Figures((("Verdict", Cell("Go with conditions")),) * 5)])])

    assert texts_on(pages_of(pack)[0]).count("Go with conditions") == 5


def test_an_empty_table_says_so():
    pack = Pack("L", "", [Section("Risks", [Table(COLUMNS, [], "No open risks."), Paragraph("That is all.")])])

    assert "No open risks." in texts_on(pages_of(pack)[0])
    assert "Owner" not in texts_on(pages_of(pack)[0])


@given(st.text(), st.floats(20, 300))
def test_wrapped_text_fits_and_loses_nothing_but_blanks(text, width):
    lines = wrapped(text, width, text_width, px=10)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 10, 400) <= width or len(line) == 1 for line in lines)


def test_of_too_many_lines_the_last_ends_in_an_ellipsis():
    assert wrapped("one two three four", 30, text_width, px=10, most=2)[1].endswith("…")
    assert wrapped("one", 300, text_width, px=10, most=2) == ["one"]
