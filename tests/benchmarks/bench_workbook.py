"""Writing the workbook, against XlsxWriter writing the same cells and nothing else."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.interchange.export import export
from launchpad.interchange.workbook.book import OPTIONS, Book, Cell, Formula, plain
from tests.benchmarks.bench_storage import measured
from tests.builders import a_gate, a_plan, a_task, a_track
from tests.interchange.plans import a_request

TODAY = date(2026, 10, 12)
SIZES = [200, 2_000]


class Written(NamedTuple):
    """One cell as it was handed to XlsxWriter, its format by number."""

    sheet: str
    row: int
    column: int
    value: Cell
    form: int


@pytest.fixture(scope="module", params=SIZES, ids="{} tasks".format)
def plan(request: pytest.FixtureRequest) -> Document:
    return a_varied_plan(request.param)


def a_varied_plan(count: int) -> Document:
    """Tasks of every status and criticality, over ten tracks and eight gates, with a baseline and some text."""
    statuses, criticalities = list(TaskStatus), list(Criticality)
    tasks = [
        a_task(
            f"t.{n}",
            title=f"Task number {n} of this plan",
            track=f"k{n % 10}",
            gate=f"G{n % 8}",
            owner=f"p{n % 20}",
            status=statuses[n % 7],
            criticality=criticalities[n % 3],
            duration=1 + n % 5,
            progress=n % 101,
            acceptance="Somebody checked it and wrote down what they found.",
            updated=TODAY - timedelta(days=n % 20),
            baseline_start=TODAY + timedelta(days=n % 90 - 60),
            baseline_finish=TODAY + timedelta(days=n % 90 - 55),
        )
        for n in range(count)
    ]
    return a_plan(*(a_gate(f"G{n}", 12 * n - 70) for n in range(8)), *(a_track(f"k{n}") for n in range(10)), *tasks)


@pytest.fixture
def same_cells(plan: Document, tmp_path: Path) -> list[Written]:
    """Every cell of the workbook, in the order in which we write them."""
    cells: list[Written] = []
    numbers: dict[Format, int] = {}
    really = Book.write

    def noted(book: Book, sheet: Worksheet, row: int, column: int, value: Cell, form: Format) -> None:
        cells.append(Written(sheet.get_name(), row, column, value, numbers.setdefault(form, len(numbers))))
        really(book, sheet, row, column, value, form)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Book, "write", noted)
        export(plan, tmp_path / "noted.xlsx", a_request(today=TODAY))
    return cells


def write_bare(path: Path, cells: list[Written]) -> None:
    """The least that writing these cells with XlsxWriter takes."""
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        forms = [book.add_format({"num_format": f"0.{'0' * n}"}) for n in range(1 + max(cell.form for cell in cells))]
        sheets = {name: book.add_worksheet(name) for name in dict.fromkeys(cell.sheet for cell in cells)}
        for sheet, row, column, value, form in cells:
            write_cell(sheets[sheet], row, column, value, forms[form])


def write_cell(sheet: Any, row: int, column: int, value: Cell, form: Format) -> None:
    """One cell, by the method for its kind."""
    if isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, form, value.value)
    elif value is None:
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, form)
    else:
        sheet.write_number(row, column, plain(value), form)


def test_workbook_out(
    benchmark: BenchmarkFixture,
    capsys: pytest.CaptureFixture[str],
    plan: Document,
    same_cells: list[Written],
    tmp_path: Path,
) -> None:
    """Floor: a bare XlsxWriter write of the same cells. The plan is scheduled and scored before."""
    names = (tmp_path / f"{number}.xlsx" for number in counted())

    def ours() -> None:
        export(plan, next(names), a_request(today=TODAY))

    measured(benchmark, capsys, ours, lambda: write_bare(next(names), same_cells), goal=1.3)


def counted() -> Iterator[int]:
    """0, 1, 2, …"""
    number = 0
    while True:
        yield number
        number += 1
