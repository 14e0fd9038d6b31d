"""The checklist as comma-separated text that no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from launchpad.interchange.plain_text import clean, looks_like_formula

_PLAIN_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")

Value = str | int | float | date | None


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """Return the rows as CSV: every cell quoted, dates ISO, a byte-order mark so that Excel reads UTF-8."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in (header, *rows))
    return "\ufeff" + written.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(clean(value))
    return value.isoformat() if isinstance(value, date) else f"{value:.15g}"


def guarded(text: str) -> str:
    """Put a quote before what a spreadsheet might run, and nothing else; no two texts end alike."""
    bare = text.lstrip("'")
    if looks_like_formula(bare) and not _PLAIN_NUMBER.fullmatch(bare):
        return f"'{text}"
    return text


def unguarded(text: str) -> str:
    """Take away the quote that `guarded` puts before a text, and no other."""
    return text[1:] if text[:1] == "'" and guarded(text[1:]) == text else text
