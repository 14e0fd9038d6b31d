"""Lists on a sheet: a title, headers, rows with live cells, and names for the columns that formulas use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import HEAD, Book, Cell, Formula
from launchpad.interchange.workbook.formulas import ROW, expand


class Styled(NamedTuple):
    """A cell that looks different from the rest of its column."""

    value: Cell
    form: Mapping[str, Any]


Entry = Cell | Styled
LINE = {"bottom": 1, "bottom_color": look.LINE}
LINE_HEIGHT = 13


class Field(NamedTuple):
    """One column of a list. Formulas of the same row name it as {key}; `name` names its whole range."""

    header: str
    key: str = ""
    form: Mapping[str, Any] = {}
    name: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a list's rows are. Rows count from 1; there is at least one, blank when the list is empty."""

    sheet: str
    first: int
    last: int
    letters: Mapping[str, str]

    def column(self, key: str) -> str:
        """The absolute range of one column."""
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!${self.letters[key]}${self.first}:${self.letters[key]}${self.last}"

    @property
    def end(self) -> int:
        """The row, from 0, after the list and an empty line."""
        return self.last + 1


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be written: its title, columns and rows, and what to say when there are none."""

    title: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[Entry]]
    empty: str = ""
    tall_head: bool = False  # headers of two lines


def write_listing(book: Book, page: Worksheet, top: int, left: int, listing: Listing) -> Area:
    """Write a list with its title in row `top` (from 0) and its first row two below; return where its rows are."""
    if listing.title:
        book.put(page, top, left, listing.title, bold=True, font_size=12)
        page.set_row(top, 20)
    letters = {item.key: xl_col_to_name(left + offset) for offset, item in enumerate(listing.fields) if item.key}
    _write_head(book, page, top + 1, left, listing)
    for row, entries in enumerate(listing.rows, top + 2):
        for offset, (item, entry) in enumerate(zip(listing.fields, entries, strict=True)):
            value, form = _parts(entry, item)
            if isinstance(value, Formula):
                text = expand(value.text, letters, book.has_extra_days)
                value = Formula(text.replace(ROW, str(row + 1)), value.value)
            book.put(page, row, left + offset, value, **form)
    if not listing.rows and listing.empty:
        book.put(page, top + 2, left, listing.empty, font_color=look.TEXT_3)
    area = Area(page.get_name(), top + 3, top + 2 + max(1, len(listing.rows)), letters)
    _name_columns(book, listing, area, left)
    return area


def _parts(entry: Entry, item: Field) -> tuple[Cell, dict[str, Any]]:
    form = LINE | dict(item.form)
    return (entry.value, form | dict(entry.form)) if isinstance(entry, Styled) else (entry, form)


def _write_head(book: Book, page: Worksheet, row: int, left: int, listing: Listing) -> None:
    if not any(item.header for item in listing.fields):
        page.set_row(row, 3)
        return
    if listing.tall_head:
        page.set_row(row, 2 * LINE_HEIGHT + 4)
    for offset, item in enumerate(listing.fields):
        has_room = offset + 1 < len(listing.fields) and not listing.fields[offset + 1].header
        placed = {name: item.form[name] for name in ("align", "indent") if name in item.form}
        properties = {"align": "left", "text_wrap": not has_room} | placed
        book.put(page, row, left + offset, item.header, **HEAD | properties)


def _name_columns(book: Book, listing: Listing, area: Area, left: int) -> None:
    quoted = area.sheet.replace("'", "''")
    for offset, item in enumerate(listing.fields):
        if item.name:
            letter = xl_col_to_name(left + offset)
            book.workbook.define_name(item.name, f"='{quoted}'!${letter}${area.first}:${letter}${area.last}")


def set_widths(page: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths, in characters, of the columns from A on."""
    for column, width in enumerate(widths):
        page.set_column(column, column, width)


def fit_rows(page: Worksheet, top: int, texts: Sequence[Sequence[tuple[str, float]]], most: int = 8) -> None:
    """Make rows from `top` as high as their wrapped texts need; each text comes with its column's width."""
    for row, cells in enumerate(texts, top):
        lines = max((lines_of(text, width) for text, width in cells), default=1)
        page.set_row(row, LINE_HEIGHT * min(most, lines) + 4)


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of that many characters."""
    return sum(1 + int(len(part) / (width * 1.12)) for part in text.split("\n"))
