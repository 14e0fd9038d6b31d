"""Plans sent out, filled in as people fill them in, and compared when they come home."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from launchpad.app.export import export_session
from launchpad.app.merge import Homecoming, bring_home, read_home
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.task import Task
from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.proposals import Kind, Proposal

NAME_ROW, FIRST_ROW = 4, 6
TODAY = date(2026, 10, 12)


@contextmanager
def editing(source: Path, target: Path | None = None) -> Iterator[Workbook]:
    """A workbook opened to be changed, saved under `target`, or as it was."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl does not know data bars
        book = load_workbook(source)
        yield book
        book.save(target or source)


@dataclass
class Filled:
    """A sheet of tasks as somebody who fills it in sees it: cells by task key and column."""

    page: Worksheet

    def __post_init__(self) -> None:
        self.columns: dict[str, int] = {
            str(cell.value): cell.column for cell in self.page[NAME_ROW] if cell.value is not None
        }

    def row(self, key: str) -> int:
        """The row of a task."""
        column = self.columns["key"]
        return next(row for row in range(FIRST_ROW, self.page.max_row + 1) if self.page.cell(row, column).value == key)

    def fill(self, key: str, **values: Any) -> None:
        """Type into cells of a task's row."""
        self.type_in(self.row(key), **values)

    def type_in(self, row: int, **values: Any) -> None:
        """Type into cells of a row."""
        for column, value in values.items():
            self.page.cell(row, self.columns[column]).value = value

    def add(self, **values: Any) -> int:
        """Fill in a row under the last one."""
        row = self.page.max_row + 1
        self.type_in(row, **values)
        return row


def fill(source: Path, target: Path, cells: Mapping[str, Mapping[str, Any]], sheet: str = "Plan") -> Path:
    """Fill in cells: task key → column → value."""
    with editing(source, target) as book:
        page = Filled(book[sheet])
        for key, values in cells.items():
            page.fill(key, **values)
    return target


@dataclass
class Desk:
    """Where a plan is kept: sends it out and takes it home."""

    session: Session
    folder: Path
    today: date = TODAY

    def send(self, name: str, audience: Audience = Audience.FULL, today: date | None = None) -> Path:
        """Export the plan as it is."""
        path = self.folder / name
        export_session(self.session, path, today or self.today, audience)
        return path

    def read(self, path: Path, **options: Any) -> Homecoming:
        """Compare a file with the plan."""
        return read_home(self.session, path, self.today, **options)

    def merge(self, path: Path, *, theirs: bool = False) -> Applied:
        """Take home what a file says; conflicts go to `theirs` or stay as they are."""
        home = self.read(path)
        return bring_home(self.session, home, home.usual(take_conflicts=theirs))

    @property
    def plan(self) -> Document:
        """The plan as it is."""
        return self.session.document

    def task(self, key: str) -> Task:
        """A task as it is."""
        return self.plan.task(key)


def found(home: Homecoming, *kinds: Kind) -> dict[tuple[str, str], Proposal]:
    """Proposals by key and field, of these kinds or all."""
    return {(each.key, each.field): each for each in home.proposals if not kinds or each.kind in kinds}


def kinds(home: Homecoming) -> dict[tuple[str, str], str]:
    """What becomes of each cell that differs, by key and field."""
    return {place: each.kind.value for place, each in found(home).items()}
