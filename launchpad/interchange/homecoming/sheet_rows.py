"""The rows that people filled in, as cells by column: of the sheet of tasks, and of the forms beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Watch
from launchpad.interchange.homecoming.cells import Cell, plain, tidy, unescaped
from launchpad.interchange.homecoming.form_table import FormHead, find_forms
from launchpad.interchange.homecoming.links import Links, labeled, link_of_formula
from launchpad.interchange.homecoming.sheet_stream import RawCell, RawRow, stream
from launchpad.interchange.homecoming.table import Head
from launchpad.interchange.workbook.forms import Form

LAST_ROW = 1_048_576
FORM_ROWS = 5_000
"""Rows of a sheet in which forms are looked for."""
MOST_ROWS = 100_000
"""Rows of a sheet that are not empty; more are refused."""
BITE = 50
"""Rows between two looks at whether to go on."""
PROOF = "evidence"
"""The column in which a link counts as what is written."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row under the head: the cells of the columns that were found."""

    number: int  # from 1
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """The text in a cell; empty for a formula, an error, or a column that is not there."""
        cell = self.cells.get(column)
        return plain(cell.value) if cell is not None and cell.kind == "value" else ""


@dataclass(frozen=True, slots=True)
class FormRows:
    """One form beside the checklist, and the rows under its head."""

    form: Form
    rows: tuple[SheetRow, ...]


def task_rows(sheet: ReadOnlyWorksheet, head: Head, watch: Watch) -> tuple[SheetRow, ...]:
    """The rows of tasks under a head; `watch` is told how many there are so far."""
    links = Links()
    rows = tuple(_rows(sheet, head, watch, links))
    column = head.columns.get(PROOF)
    letter = "" if column is None else get_column_letter(column + 1)
    return tuple(_linked(row, links.target(f"{letter}{row.number}")) for row in rows) if letter else rows


def _rows(sheet: ReadOnlyWorksheet, head: Head, watch: Watch, links: Links) -> Iterator[SheetRow]:
    letters = {key: get_column_letter(column + 1) for key, column in head.columns.items()}
    name = tidy(sheet.title)
    count = 0
    for number, row in stream(sheet, LAST_ROW, head.columns.values(), links):
        if number < head.first or all(cell.value is None and not cell.is_formula for cell in row.values()):
            continue
        count += 1
        if count % BITE == 0:
            watch(count)
        if count > MOST_ROWS:
            raise PlanError(f"The sheet “{name}” has more than {MOST_ROWS:,} rows. Nothing was changed.")
        cells = {key: _cell(row.get(column), f"{name}!{letters[key]}{number}") for key, column in head.columns.items()}
        yield SheetRow(number, cells)


def _linked(row: SheetRow, target: str) -> SheetRow:
    """A row whose proof is what its cell links to."""
    cell = row.cells.get(PROOF)
    if cell is None or not target or not isinstance(cell.value, str | None):
        return row
    return replace(row, cells={**row.cells, PROOF: cell._replace(value=labeled(cell.value or "", target))})


def form_rows(sheets: Iterable[ReadOnlyWorksheet], wanted: Sequence[Form]) -> Iterator[FormRows]:
    """The forms in some sheets, each with the rows under its head."""
    for sheet in sheets if wanted else ():
        rows = dict(stream(sheet, FORM_ROWS))
        for head in find_forms(((number, line_of(row)) for number, row in rows.items()), wanted, FORM_ROWS):
            yield FormRows(head.form, tuple(_form_rows(sheet, rows, head)))


def _form_rows(sheet: ReadOnlyWorksheet, rows: Mapping[int, RawRow], head: FormHead) -> Iterator[SheetRow]:
    name = tidy(sheet.title)
    for number, row in rows.items():
        if head.first <= number <= head.last:
            places = {key: f"{name}!{get_column_letter(column + 1)}{number}" for key, column in head.columns.items()}
            yield SheetRow(number, {key: _cell(row.get(head.columns[key]), place) for key, place in places.items()})


def line_of(row: RawRow) -> list[object]:
    """The values of a row, from its first column on."""
    width = min(max(row, default=-1) + 1, 1_000)
    return [row[column].value if column in row else None for column in range(width)]


def _cell(raw: RawCell | None, place: str) -> Cell:
    if raw is None:
        return Cell(None, place)
    link = link_of_formula(raw.formula)
    if link:
        return Cell(raw.value, place, "formula", link)
    value = unescaped(raw.value) if isinstance(raw.value, str) else raw.value
    return Cell(value, place, "error" if raw.is_error else "formula" if raw.is_formula else "value")
