"""Reading workbooks back: their cells, their formulas with the stored values, and everything as lines of text."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from launchpad.domain.document import Document
from launchpad.interchange.workbook.base_sheet import NAME as BASE
from launchpad.interchange.workbook.book import serial

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MACHINE_ROW, FIRST_TASK = 4, 6
"""Rows of a sheet of tasks: the hidden names of its columns, and the first task."""


class Live(NamedTuple):
    """A formula and the value stored beside it, None and empty text alike."""

    place: str
    formula: str
    value: Any


def opened(path: Path, *, values: bool = False) -> Workbook:
    """Open a workbook for its formulas, or for its values."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know data bars
        return load_workbook(path, data_only=values)


@cache
def values_in(path: Path) -> dict[str, Any]:
    """The value of every cell that has one, by its place."""
    return {place: known(cell.value) for place, _, cell in cells(opened(path, values=True))}


@cache
def formulas(path: Path) -> dict[str, Live]:
    """Every formula of a workbook by its place."""
    values = values_in(path)
    return {
        place: Live(place, str(cell.value), values.get(place, ""))
        for place, _, cell in cells(opened(path))
        if cell.data_type == "f"
    }


def cells(book: Workbook) -> Iterator[tuple[str, str, Cell]]:
    """Every cell that holds something: its place, its sheet, itself."""
    for sheet in book:
        for place, cell in cells_of(sheet):
            yield place, sheet.title, cell


def cells_of(sheet: Any) -> Iterator[tuple[str, Cell]]:
    """Every cell of a sheet that holds something, with its place."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                yield f"{sheet.title}!{cell.coordinate}", cell


def known(value: Any) -> Any:
    """A value as programs agree on it: dates as numbers, nothing as empty text."""
    if isinstance(value, datetime):
        whole = serial(value.date())
        return whole + (value - datetime.combine(value.date(), datetime.min.time())).total_seconds() / 86_400
    if isinstance(value, date):
        return serial(value)
    return "" if value is None else value


def differs(one: Any, other: Any) -> bool:
    """Whether two values are not the same but for the last bits of a number."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) > 1e-7
    return bool(one != other)


def everything_in(path: Path) -> str:
    """All parts of a file in one text."""
    with ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())


def as_text(path: Path, plan: Document) -> str:
    """A workbook as lines: sheet, cell, format, and the value or the formula (〃: as above) with its value.

    Ids that are made anew for every plan are written as the keys they stand for.
    """
    written, values = opened(path), opened(path, values=True)
    names = {row.id: f"<{getattr(row, 'key', '') or type(row).__name__.lower()}>" for row in plan}
    lines = [f"{name} = {defined.attr_text}" for name, defined in sorted(written.defined_names.items())]
    for sheet in written:
        lines += ["", f"# {sheet.title} ({sheet.sheet_state}, {sheet.dimensions}, frozen at {sheet.freeze_panes})"]
        above: dict[str, str] = {}  # by column, the last formula, with § for its row
        for place, cell in cells_of(sheet):
            value = values[sheet.title][cell.coordinate].value
            lines.append(_line(place, cell, value, names, above))
    return "\n".join(lines)


def _line(place: str, cell: Cell, value: Any, names: Mapping[str, str], above: dict[str, str]) -> str:
    text = _shown(cell.value)
    if cell.data_type == "f":
        pattern = re.sub(rf"(?<=[A-Z]){cell.row}\b", "§", text)
        same = above.get(cell.column_letter) == pattern
        above[cell.column_letter] = pattern
        text = f"{'〃' if same else text}  →  {_shown(value)}"
    text = _UUID.sub(lambda found: names.get(found[0], "<id>"), text)
    if place.startswith(BASE) and len(text) == 64:
        text = "<checksum>"
    return f"{place} [{cell.number_format}] {text}"


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value).replace("\n", "⏎")
