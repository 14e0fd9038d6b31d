"""The rows of one sheet as they stream by, each cell with its value and whether a formula made it.

openpyxl's own iteration gives either formulas or values, translates every shared formula, and stumbles over rules and
validations that nobody asked for; its cell parser is what is needed.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import WorkSheetParser

from launchpad.interchange.homecoming.links import Links

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _DATA, _FORMULA, _LINK = f"{_MAIN}row", f"{_MAIN}sheetData", f"{_MAIN}f", f"{_MAIN}hyperlink"
_DIGITS = "0123456789"


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
    book = sheet.parent
    wanted = None if columns is None else frozenset(get_column_letter(column + 1) for column in columns)
    with sheet._get_source() as source:
        parser: Any = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for element in _row_elements(source, links):
            number = parser.row_counter = int(element.get("r") or parser.row_counter + 1)
            if number > last:
                return
            yield number, _cells(parser, element, wanted)
    if links is not None:
        links.resolve(sheet)


def _row_elements(source: Any, links: Links | None) -> Iterator[Element]:
    for _, element in iterparse(source):
        if element.tag == _ROW:
            yield element
            element.clear()
        elif element.tag == _LINK and links is not None:
            links.note(element)
        elif element.tag == _DATA and links is None:
            return


def _cells(parser: Any, row: Element, wanted: Collection[str] | None) -> RawRow:
    cells: dict[int, RawCell] = {}
    parser.col_counter = 0
    for element in row:
        place = element.get("r")
        if wanted is None or place is None or place.rstrip(_DIGITS) in wanted:
            cell = parser.parse_cell(element)
            formula = element.find(_FORMULA)
            text = "" if formula is None else formula.text or ""
            is_error = cell["data_type"] == "e"
            cells[cell["column"] - 1] = RawCell(cell["value"], formula is not None, is_error, text)
    return cells
