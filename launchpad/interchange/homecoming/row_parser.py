"""Takes the XML of one sheet apart as it is fed: rows of cells as texts, and the links of cells.

Nothing is kept of a row once it has been handed on, and no tree is built, which is what makes large files quick.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

from openpyxl.utils import column_index_from_string, get_column_letter

_GAP = " "
_MAIN = f"http://schemas.openxmlformats.org/spreadsheetml/2006/main{_GAP}"
_ROW, _CELL, _VALUE, _FORMULA, _TEXT = (f"{_MAIN}{tag}" for tag in ("row", "c", "v", "f", "t"))
_SOUNDS, _DATA, _LINK = (f"{_MAIN}{tag}" for tag in ("rPh", "sheetData", "hyperlink"))
_RELATED = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships{_GAP}id"
_DIGITS = "0123456789"
USUAL = 60
"""Columns whose letters are known beforehand."""


class TextCell(NamedTuple):
    """A cell as it is written: its type and style, the text of its value, and its formula (None without one)."""

    kind: str
    style: str
    text: str | None
    formula: str | None


TextRow = tuple[int, dict[int, TextCell]]
"""A row's number, from 1, and its cells by column, from 0."""


class RowParser:
    """`feed` it the bytes of a sheet and take the rows that are whole; `is_over` once there are no more."""

    def __init__(self, wanted: Collection[int] | None, noted: Callable[[str, str], object] | None = None) -> None:
        """`wanted` are the columns whose cells matter, None for all; `noted` is told where links of cells are."""
        self._wanted, self._noted = wanted, noted
        self._columns: dict[str, int] = {get_column_letter(number): number - 1 for number in range(1, USUAL)}
        self._rows: list[TextRow] = []
        self._cells: dict[int, TextCell] = {}
        self._number, self._column = 0, -1
        self._kind = self._style = ""
        self._value: str | None = None
        self._formula: str | None = None
        self._parts: list[str] = []
        self._is_wanted = self._is_sound = False
        self.is_over = False
        self._parser = ParserCreate(namespace_separator=_GAP)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, data: bytes) -> Iterator[TextRow]:
        """Take the next bytes; yield the rows that end in them."""
        self._parser.Parse(data, False)
        rows, self._rows = self._rows, []
        return iter(rows)

    def _start(self, name: str, said: Mapping[str, str]) -> None:
        if name == _CELL:
            self._start_cell(said)
        elif name in (_VALUE, _FORMULA, _TEXT):
            if self._is_wanted:
                self._parts = []
                self._parser.CharacterDataHandler = self._parts.append
        elif name == _ROW:
            self._number = int(said.get("r") or self._number + 1)
            self._cells, self._column = {}, -1
        elif name == _SOUNDS:
            self._is_sound = True
        elif name == _LINK and self._noted is not None:
            self._noted(said.get("ref", ""), said.get(_RELATED, ""))

    def _start_cell(self, said: Mapping[str, str]) -> None:
        place = said.get("r")
        self._column = self._column + 1 if place is None else self._place(place)
        self._is_wanted = self._wanted is None or self._column in self._wanted
        self._kind, self._style = said.get("t", "n"), said.get("s", "")
        self._value = self._formula = None

    def _place(self, place: str) -> int:
        letters = place.rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_index_from_string(letters.replace("$", "")) - 1
        return column

    def _end(self, name: str) -> None:
        if name == _CELL:
            if self._is_wanted:
                self._cells[self._column] = TextCell(self._kind, self._style, self._value, self._formula)
            self._is_wanted = False
        elif name in (_VALUE, _FORMULA, _TEXT):
            self._end_text(name)
        elif name == _ROW:
            self._rows.append((self._number, self._cells))
        elif name == _SOUNDS:
            self._is_sound = False
        elif name == _DATA:
            self.is_over = self._noted is None

    def _end_text(self, name: str) -> None:
        if not self._is_wanted:
            return
        self._parser.CharacterDataHandler = None
        text = "".join(self._parts)
        if name == _FORMULA:
            self._formula = text
        elif name == _VALUE:
            self._value = text
        elif not self._is_sound:
            self._value = (self._value or "") + text
