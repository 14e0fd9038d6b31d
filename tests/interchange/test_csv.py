"""CSV that opens as text everywhere."""

import csv
import io
import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from launchpad.interchange.csv import csv_text, guarded, unguarded
from launchpad.interchange.plain_text import looks_like_formula

PAYLOADS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "bad" / "formula" / "formula_payloads.txt")
    .read_text(encoding="utf-8")
    .splitlines()
]


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_values_are_written_plainly() -> None:
    text = csv_text(["Task", "Due"], [["Brief", date(2026, 11, 10)], [3, -1.5], [None, "two, three"]])

    assert rows_of(text) == [["Task", "Due"], ["Brief", "2026-11-10"], ["3", "-1.5"], ["", "two, three"]]


def test_excel_is_told_that_it_is_unicode() -> None:
    assert csv_text(["Größe"], []).startswith("\ufeff")


def test_no_cell_begins_like_a_formula() -> None:
    (cells,) = rows_of(csv_text(PAYLOADS, []))

    assert len(cells) == len(PAYLOADS)
    assert not [cell for cell in cells if looks_like_formula(cell)]


def test_a_cell_stays_one_cell_where_semicolons_separate() -> None:
    assert csv_text(['=1+1";=1+1', ";=cmd"], []).removeprefix("\ufeff") == '"\'=1+1"";=1+1",";=cmd"\r\n'


def test_plain_numbers_are_left_alone() -> None:
    assert [guarded(text) for text in ("-5", "+49", "-1,5", "- item")] == ["-5", "+49", "-1,5", "'- item"]


@given(st.text() | st.sampled_from(PAYLOADS) | st.sampled_from(PAYLOADS).map(lambda text: "'" + text))
def test_the_guard_is_one_quote_and_no_two_texts_end_alike(text: str) -> None:
    assert guarded(text) in (text, f"'{text}")
    assert guarded(f"'{text}") == f"'{guarded(text)}"
    assert unguarded(guarded(text)) == text


def test_only_the_quote_that_we_put_is_taken_away() -> None:
    assert [unguarded(text) for text in ("'=1+1", "'tis the day", "''=1", "'-5", "plain", "'", "")] == [
        *("=1+1", "'tis the day", "'=1", "'-5", "plain", "'", ""),
    ]
