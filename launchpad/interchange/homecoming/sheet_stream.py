"""The rows of one sheet as they stream by, each cell with its value and whether a formula made it.

openpyxl's own iteration gives either formulas or values, translates every shared formula, and stumbles over rules and
validations that nobody asked for; what is needed of it are the book's shared texts, its date formats and its calendar.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from openpyxl.utils.datetime import from_excel, from_ISO8601

from launchpad.interchange.homecoming.links import Links
from launchpad.interchange.homecoming.row_parser import RowParser, TextCell

_CHUNK = 1 << 16
"""Bytes of a sheet that are taken apart at once."""


class RawCell(NamedTuple):
    """A cell as the file has it: a formula has the value that was last worked out."""

    value: Any
    is_formula: bool
    is_error: bool
    formula: str = ""


RawRow = Mapping[int, RawCell]
"""Column, from 0 → cell."""


def stream(
    sheet: Any, last: int, columns: Collection[int] | None = None, links: Links | None = None
) -> Iterator[tuple[int, RawRow]]:
    """Yield the rows of a read-only sheet that are in the file, each with its number from 1, up to row `last`.

    `columns`, from 0, are those whose cells are wanted; None for all. `links` know all links after the last row.
    """
    parser = RowParser(None if columns is None else frozenset(columns), None if links is None else links.note)
    reader = _Reader(sheet)
    with sheet._get_source() as source:
        while not parser.is_over and (chunk := source.read(_CHUNK)):
            for number, cells in parser.feed(chunk):
                if number > last:
                    return
                yield number, {column: reader.read(cell) for column, cell in cells.items()}
    if links is not None:
        links.resolve(sheet)


class _Reader:
    """Reads cells by the book's shared texts, styles and calendar."""

    def __init__(self, sheet: Any) -> None:
        book = sheet.parent
        self._strings, self._epoch = sheet._shared_strings, book.epoch
        self._dates = {str(style) for style in book._date_formats}
        self._spans = {str(style) for style in book._timedelta_formats}

    def read(self, cell: TextCell) -> RawCell:
        """A cell with its value."""
        kind, style, text, formula = cell
        is_error = kind == "e"
        try:
            value = text if text is None else self._value(kind, style, text)
        except (ValueError, IndexError):  # no number, no day, no such text: the other cells can be read
            value, is_error = text, True
        if formula is None:
            return RawCell(value, False, is_error)
        return RawCell(value, True, is_error, formula)

    def _value(self, kind: str, style: str, text: str) -> Any:
        if kind == "s":
            return self._strings[int(text)]
        if kind == "n":
            return self._number(text, style)
        if kind == "b":
            return text in ("1", "true")
        return from_ISO8601(text) if kind == "d" else text  # type: ignore[no-untyped-call]

    def _number(self, text: str, style: str) -> Any:
        if not text.strip():
            return None
        try:
            number: float = int(text)
        except ValueError:
            number = float(text)
        if style not in self._dates:
            return number
        try:
            return from_excel(number, self._epoch, timedelta=style in self._spans)
        except (OverflowError, ValueError):
            return number  # a serial that no calendar has
