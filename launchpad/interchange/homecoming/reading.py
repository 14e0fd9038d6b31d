"""Reads a workbook that came home: its origin, and the rows of the sheet that people filled in."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.reader.strings import read_string_table
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Stopped, Watch, unwatched
from launchpad.interchange.audience import Audience
from launchpad.interchange.ballot.returned import ReturnedBallots, ballots_in
from launchpad.interchange.homecoming.base import Origin, read_origin
from launchpad.interchange.homecoming.cells import tidy, unescaped
from launchpad.interchange.homecoming.gate import admit, refused
from launchpad.interchange.homecoming.sheet_rows import (
    LAST_ROW,
    MOST_ROWS,
    FormRows,
    SheetRow,
    form_rows,
    line_of,
    task_rows,
)
from launchpad.interchange.homecoming.sheet_stream import stream
from launchpad.interchange.homecoming.strict import as_usual, is_strict
from launchpad.interchange.homecoming.table import HEAD_ROWS, Head, find_head
from launchpad.interchange.workbook.base_sheet import FORMAT
from launchpad.interchange.workbook.base_sheet import NAME as HIDDEN
from launchpad.interchange.workbook.sales_forms import forms_of

TITLE_ROWS = 3
ZIP_EPOCH = (1980, 1, 1)
HEADS_FOUND = 0.6
"""The share of the work that is done when the rows that people fill in begin."""
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_NO_ESCAPE, _STAND_IN = "x005F_", "\ue05f"
_PROGRAMS = frozenset({"", "openpyxl", "xlsxwriter", "launchpad"})


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
    doubled: tuple[str, ...]  # columns to fill in that are there more than once
    rows: tuple[SheetRow, ...]
    followers: tuple[tuple[SheetRow, ...], ...]  # of the other sheets with tasks, which only show them
    forms: tuple[FormRows, ...]  # what else people fill in
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
        source = as_usual(path) if is_strict(path) else path.open("rb")
        with source, closing(load_workbook(source, read_only=True, data_only=True, keep_links=False)) as book:
            _keep_escapes(book)
            yield book


def _keep_escapes(book: Any) -> None:
    """Read the shared texts again where openpyxl lost the sign that says that a following `_x0041_` is no escape."""
    name = next((name for name in book._archive.namelist() if name.casefold().endswith("sharedstrings.xml")), "")
    written = book._archive.read(name) if name else b""
    if _NO_ESCAPE.encode() in written:
        texts = read_string_table(BytesIO(written.replace(_NO_ESCAPE.encode(), _STAND_IN.encode())))
        for sheet in book.worksheets:
            sheet._shared_strings = [text.replace(_STAND_IN, _NO_ESCAPE) for text in texts]


def _read(path: Path, digest: str, book: Any, watch: Watch) -> Returned:
    sheets = {sheet.title: sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)}
    hidden = sheets.pop(_hidden_name(sheets), None)
    origin = None if hidden is None else read_origin(sheet_values(hidden, LAST_ROW))
    tops = {title: _top(sheet) for title, sheet in sheets.items()}
    heads = {title: head for title, rows in tops.items() if (head := find_head(rows)) is not None}
    title, head = _filled_in(origin, heads)
    expected = MOST_ROWS if origin is None else max(1, len(origin.keys))

    def seen(count: float) -> None:
        watch(HEADS_FOUND + (1 - HEADS_FOUND) * min(1.0, count / expected))

    seen(0)
    others = [sheet for name, sheet in sheets.items() if name != title and name not in heads]
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
        doubled=() if head is None else head.doubled,
        rows=() if head is None else task_rows(sheets[title], head, seen),
        followers=tuple(task_rows(sheets[name], found, unwatched) for name, found in heads.items() if name != title),
        forms=tuple(form_rows(others, forms_of(Audience.SALES if origin is None else origin.audience))),
        epoch=EPOCH_1904 if book.epoch == CALENDAR_MAC_1904 else EPOCH_1900,
        ballots=ballots_in(sheets),
    )


def _hidden_name(sheets: Mapping[str, ReadOnlyWorksheet]) -> str:
    """The sheet that says where the file comes from: by its name, or by what it begins with."""
    if HIDDEN in sheets:
        return HIDDEN
    said = ("format", FORMAT.partition("/")[0])
    for title, sheet in sheets.items():
        first = next(iter(sheet_values(sheet, 1)), [])
        if [str(value).partition("/")[0] for value in first[:2]] == list(said):
            return title
    return ""


def sheet_values(sheet: ReadOnlyWorksheet, last: int) -> Iterator[list[object]]:
    """The values of a sheet's rows, rows that are not in the file as empty ones."""
    expected = 1
    for number, row in stream(sheet, last):
        yield from ([] for _ in range(expected, min(number, expected + HEAD_ROWS)))
        expected = number + 1
        yield line_of(row)


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
