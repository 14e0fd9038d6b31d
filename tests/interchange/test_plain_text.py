"""Text that leaves a plan arrives as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.interchange.plain_text import CUT_MARK, LONGEST_CELL, clean, first_units, looks_like_formula


def test_ordinary_text_stays_as_it_is() -> None:
    assert clean("Sell-in – 3 × “Größe” 日本 🚀\tnext\nline") == "Sell-in – 3 × “Größe” 日本 🚀\tnext\nline"


def test_what_xml_cannot_hold_is_replaced_visibly() -> None:
    assert clean("a\x00b\x1bc\x7fd\ufffee\ud800f") == "a␀b␛c␡d\ufffde\ufffdf"


def test_every_kind_of_line_end_becomes_one_line_feed() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize("sign", ["x", "🚀"])
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(sign: str) -> None:
    text = clean(sign * 40_000)

    assert text.endswith(CUT_MARK)
    assert LONGEST_CELL - 2 < len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert clean("x" * LONGEST_CELL) == "x" * LONGEST_CELL


@given(st.text(st.characters(categories=None)))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", " =1", "\u00a0=1", "\uff1d1", "\ufeff=1", "\n=1"])
def test_what_a_spreadsheet_might_run_is_recognized(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", ["", "Plan", "1+1", "'=1", "a=b", "mail@example.com"])
def test_other_text_is_not_suspected(text: str) -> None:
    assert not looks_like_formula(text)


@pytest.mark.parametrize(
    ("text", "most", "kept"), [("abcdef", 3, "abc"), ("ab", 3, "ab"), ("a𐀀𐀀", 4, "a𐀀"), ("𐀀", 1, ""), ("", 3, "")]
)
def test_signs_beyond_the_usual_count_twice(text: str, most: int, kept: str) -> None:
    assert first_units(text, most) == kept
