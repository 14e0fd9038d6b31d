"""Reads a workbook that came home: its origin, and the rows of the sheet that people filled in."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from launchpad.domain.errors import PlanError
from launchpad.interchange.audience import Audience
from launchpad.interchange.ballot.returned import ReturnedBallots, ballots_in
from launchpad.interchange.homecoming.base import Origin, read_origin
from launchpad.interchange.homecoming.cells import Cell, plain, tidy, unescaped
from launchpad.interchange.homecoming.form_table import FormHead, find_forms
from launchpad.interchange.homecoming.gate import admit, refused
from launchpad.interchange.homecoming.sheet_stream import RawCell, RawRow, stream
from launchpad.interchange.homecoming.table import HEAD_ROWS, Head, find_head
from launchpad.interchange.homecoming.watching import Stopped, Watch, unwatched
from launchpad.interchange.workbook.base_sheet import NAME as HIDDEN
from launchpad.interchange.workbook.forms import Form
from launchpad.interchange.workbook.sales_forms import forms_of

LAST_ROW = 1_048_576
FORM_ROWS = 5_000
"""Rows of a sheet in which forms are looked for."""
MOST_ROWS = 100_000
"""Rows of a sheet that are not empty; more are refused."""
TITLE_ROWS = 3
ZIP_EPOCH = (1980, 1, 1)
BITE = 50
"""Rows between two looks at whether to go on."""
HEADS_FOUND = 0.6
"""The share of the work that is done when the rows that people fill in begin."""
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_PROGRAMS = frozenset({"", "openpyxl", "xlsxwriter", "launchpad"})


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


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came home."""

    name: str  # the file's
    digest: str  # SHA-256 of the file
    who: str  # who saved it last; empty when it does not say
    saved: datetime  # when, in UTC
    is_as_made: bool  # no program has saved it since the export
    titles: frozenset[str]  # texts at the top of its sheets, the plan's name among them
    origin: Origin | None  # None: the hidden sheet is gone
    sheet: str  # the sheet people filled in; empty when there is none
    columns: frozenset[str]
    rows: tuple[SheetRow, ...]
    forms: "tuple[FormRows, ...]"  # what else people fill in
    epoch: date  # day 0 of the file's dates
    ballots: ReturnedBallots | None = None  # what it is instead, if it holds no plan


def read_workbook(path: Path, watch: Watch = unwatched) -> Returned:
    """Read the workbook at `path`; raise WorkbookRefused for one that is not safe, or none at all."""
    digest = admit(path, watch)
    try:
        with opened_workbook(path) as book:
            return _read(path, digest, book, watch)
    except (PlanError, Stopped):
        raise
    except Exception as error:  # whatever a reader raises over somebody else's file, the user gets one sentence
        raise refused(path, "it is damaged, or written in a way that cannot be read") from error


@contextmanager
def opened_workbook(path: Path) -> Iterator[Any]:
    """Open a workbook that has been let in, and close it again."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it leaves out: rules, styles, extensions
        with closing(load_workbook(path, read_only=True, data_only=True, keep_links=False)) as book:
            yield book


def _read(path: Path, digest: str, book: Any, watch: Watch) -> Returned:
    sheets = {sheet.title: sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)}
    hidden = sheets.pop(HIDDEN, None)
    origin = None if hidden is None else read_origin(sheet_values(hidden, LAST_ROW))
    tops = {title: _top(sheet) for title, sheet in sheets.items()}
    heads = {title: head for title, rows in tops.items() if (head := find_head(rows)) is not None}
    title, head = _filled_in(origin, heads)
    watch(HEADS_FOUND)
    expected = MOST_ROWS if origin is None else max(1, len(origin.keys))
    rows = () if head is None else tuple(_rows(sheets[title], head, watch, expected))
    return Returned(
        name=path.name,
        digest=digest,
        who=_who(book.properties),
        saved=_saved(path, book.properties),
        is_as_made=_is_as_made(book),
        titles=_titles(book, tops.values()),
        origin=origin,
        sheet=title,
        columns=frozenset() if head is None else frozenset(head.columns),
        rows=rows,
        forms=tuple(_forms(origin, [sheet for name, sheet in sheets.items() if name != title and name not in heads])),
        epoch=EPOCH_1904 if book.epoch == CALENDAR_MAC_1904 else EPOCH_1900,
        ballots=ballots_in(sheets),
    )


def sheet_values(sheet: ReadOnlyWorksheet, last: int) -> Iterator[list[object]]:
    """The values of a sheet's rows, rows that are not in the file as empty ones."""
    expected = 1
    for number, row in stream(sheet, last):
        yield from ([] for _ in range(expected, min(number, expected + HEAD_ROWS)))
        expected = number + 1
        yield _line(row)


def _line(row: RawRow) -> list[object]:
    width = min(max(row, default=-1) + 1, 1_000)
    return [row[column].value if column in row else None for column in range(width)]


def _top(sheet: ReadOnlyWorksheet) -> list[list[object]]:
    return list(islice(sheet_values(sheet, HEAD_ROWS), HEAD_ROWS))


def _filled_in(origin: Origin | None, found: Mapping[str, Head]) -> tuple[str, Head | None]:
    """The sheet people filled in: the one that the file says, else the one whose headers ask for it."""
    if origin is not None and not origin.sheet:
        return "", None
    if origin is not None and origin.sheet in found:
        return origin.sheet, found[origin.sheet]
    asking = [title for title, head in found.items() if head.is_open] or list(found)
    return (asking[0], found[asking[0]]) if asking else ("", None)


def _titles(book: Any, tops: Iterable[list[list[object]]]) -> frozenset[str]:
    texts = {value for rows in tops for row in rows[:TITLE_ROWS] for value in row if isinstance(value, str)}
    return frozenset(tidy(unescaped(text)) for text in {*texts, book.properties.title or ""})


def _who(properties: Any) -> str:
    """Who saved the file last, unless that is whoever exported it, or only a program's name."""
    last = tidy(str(properties.lastModifiedBy or ""))[:80]
    return "" if last.casefold() in _PROGRAMS or last == tidy(str(properties.creator or "")) else last


def _saved(path: Path, properties: Any) -> datetime:
    """When it was saved: as the file says, else when it was last written to."""
    said = properties.modified
    if isinstance(said, datetime):
        return said.replace(tzinfo=UTC, microsecond=0)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)


def _is_as_made(book: Any) -> bool:
    """Programs that save a file set its time or that of its parts, which our own leave at the zip's first year."""
    dates = {info.date_time[:3] for info in book._archive.infolist()}
    return book.properties.modified == book.properties.created and dates == {ZIP_EPOCH}


def _rows(sheet: ReadOnlyWorksheet, head: Head, watch: Watch, expected: int) -> Iterator[SheetRow]:
    letters = {key: get_column_letter(column + 1) for key, column in head.columns.items()}
    name = tidy(sheet.title)
    count = 0
    for number, row in stream(sheet, LAST_ROW, head.columns.values()):
        if number < head.first or all(cell.value is None for cell in row.values()):
            continue
        count += 1
        if count % BITE == 0:
            watch(HEADS_FOUND + (1 - HEADS_FOUND) * min(1.0, count / expected))
        if count > MOST_ROWS:
            raise PlanError(f"The sheet “{name}” has more than {MOST_ROWS:,} rows. Nothing was changed.")
        cells = {key: _cell(row.get(column), f"{name}!{letters[key]}{number}") for key, column in head.columns.items()}
        yield SheetRow(number, cells)


def _forms(origin: Origin | None, sheets: Iterable[ReadOnlyWorksheet]) -> Iterator[FormRows]:
    """The forms in the sheets that hold no tasks."""
    wanted = forms_of(Audience.SALES if origin is None else origin.audience)
    for sheet in sheets if wanted else ():
        rows = dict(stream(sheet, FORM_ROWS))
        for head in find_forms(((number, _line(row)) for number, row in rows.items()), wanted, FORM_ROWS):
            yield FormRows(head.form, tuple(_form_rows(sheet, rows, head)))


def _form_rows(sheet: ReadOnlyWorksheet, rows: Mapping[int, RawRow], head: FormHead) -> Iterator[SheetRow]:
    name = tidy(sheet.title)
    for number, row in rows.items():
        if head.first <= number <= head.last:
            places = {key: f"{name}!{get_column_letter(column + 1)}{number}" for key, column in head.columns.items()}
            yield SheetRow(number, {key: _cell(row.get(head.columns[key]), place) for key, place in places.items()})


def _cell(raw: RawCell | None, place: str) -> Cell:
    if raw is None:
        return Cell(None, place)
    value = unescaped(raw.value) if isinstance(raw.value, str) else raw.value
    return Cell(value, place, "error" if raw.is_error else "formula" if raw.is_formula else "value")
