"""The rows of the first sheet of a workbook that holds a table of tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from launchpad.interchange.foreign.csv_rows import MOST_ROWS
from launchpad.interchange.foreign.outline import Notices, refused
from launchpad.interchange.foreign.table_head import HEAD_ROWS, find_table_head
from launchpad.interchange.homecoming.gate import WorkbookRefused, admit
from launchpad.interchange.homecoming.reading import EPOCH_1900, EPOCH_1904, opened_workbook, sheet_values
from launchpad.interchange.homecoming.sheet_rows import LAST_ROW

ACT = "imported"


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of a sheet, as values; dates written as numbers count from `epoch`."""

    rows: list[list[object]]
    epoch: date


def sheet_table(path: Path, notices: Notices) -> SheetTable:
    """Read the first sheet with a head; raise PlanError for a file that is not safe, or has none."""
    admit(path, act=ACT)
    try:
        with opened_workbook(path) as book:
            return _first_table(book, notices)
    except WorkbookRefused:
        raise
    except RowsRefused as error:
        raise refused(path.name, str(error)) from None
    except Exception as error:  # whatever a reader raises over somebody else's file, the user gets one sentence
        raise refused(path.name, "it is damaged, or written in a way that cannot be read") from error


class RowsRefused(Exception):
    """Why the rows of a workbook are not read, as the middle of a sentence."""


def _first_table(book: Any, notices: Notices) -> SheetTable:
    epoch = EPOCH_1904 if book.epoch == CALENDAR_MAC_1904 else EPOCH_1900
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "_get_source") and sheet.sheet_state == "visible"]
    for sheet in sheets:
        if find_table_head(islice(sheet_values(sheet, HEAD_ROWS), HEAD_ROWS)) is not None:
            if len(sheets) > 1:
                notices.add(f"Only the sheet “{sheet.title[:60]}” was read.")
            return SheetTable(list(_bounded(sheet_values(sheet, LAST_ROW))), epoch)
    raise RowsRefused("none of its sheets has a row that names columns, such as Task, Owner, Start and Due")


def _bounded(rows: Iterator[list[object]]) -> Iterator[list[object]]:
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise RowsRefused(f"it has more than {MOST_ROWS:,} rows")
        yield row
