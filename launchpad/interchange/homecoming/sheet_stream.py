"""The rows of one sheet as they stream by, each cell with its value and whether a formula made it.

openpyxl's own iteration gives either formulas or values, translates every shared formula, and stumbles over rules and
validations that nobody asked for; its cell parser is what is needed.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.worksheet._reader import WorkSheetParser

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _DATA, _FORMULA = f"{_MAIN}row", f"{_MAIN}sheetData", f"{_MAIN}f"


class RawCell(NamedTuple):
    """A cell as the file has it: a formula has the value that was last worked out."""

    value: Any
    is_formula: bool
    is_error: bool


RawRow = Mapping[int, RawCell]
"""Column, from 0 → cell."""


class _CellParser(WorkSheetParser):
    def parse_cell(self, element: Any) -> dict[Any, Any]:
        cell: dict[Any, Any] = super().parse_cell(element)
        cell["formula"] = element.find(_FORMULA) is not None
        return cell


def stream(sheet: Any, last: int) -> Iterator[tuple[int, RawRow]]:
    """Yield the rows of a read-only sheet that are in the file, each with its number from 1, up to row `last`."""
    book = sheet.parent
    with sheet._get_source() as source:
        parser: Any = _CellParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for element in _row_elements(source):
            number, cells = parser.parse_row(element)
            if number > last:
                return
            yield number, {cell["column"] - 1: _raw(cell) for cell in cells}


def _row_elements(source: Any) -> Iterator[Element]:
    rows: Element | None = None
    for event, element in iterparse(source, events=("start", "end")):
        if event == "start":
            rows = element if element.tag == _DATA else rows
        elif element.tag == _ROW:
            yield element
            if rows is not None:
                rows.clear()
        elif element.tag == _DATA:
            return


def _raw(cell: Mapping[Any, Any]) -> RawCell:
    return RawCell(cell["value"], cell["formula"], cell["data_type"] == "e")
