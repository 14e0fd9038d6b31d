"""What is shown has no sign in it that cannot be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.visible import visible


@pytest.mark.parametrize(
    "sign", list("\u202a\u202e\u2066\u2069\u200b\u2060\ufeff\u00ad\u3164\U000e0041\x00\x1b\x7f\x9b")
)
def test_a_sign_that_cannot_be_seen_is_a_mark(sign):
    assert visible(f"Pay{sign}roll") == "Pay\ufffdroll"


@pytest.mark.parametrize("sign", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"])
def test_what_other_scripts_need_hides_nothing_between_latin_letters(sign):
    assert visible(f"Pay{sign}roll") == "Pay\ufffdroll"


@pytest.mark.parametrize(
    "text",
    [
        "Write the launch charter",
        "Größe – 12 µm “so”",
        "می\u200cخواهم",
        "שלום\u200f, (x)",
        "👩\u200d🚀 crew",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f fans",
        "two\nlines\tand a tab",
        "non\u00a0breaking",
    ],
)
def test_what_can_be_read_stays_as_it_is(text):
    assert visible(text) == text


@given(st.text())
def test_what_was_made_visible_is_visible(text):
    assert visible(visible(text)) == visible(text)
