"""A workbook coming home, against openpyxl reading the same two sheets and nothing else."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.app.export import export_session
from launchpad.app.merge import Homecoming, bring_home, read_home
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.interchange.homecoming.reading import read_workbook
from tests.benchmarks.bench_storage import measured
from tests.benchmarks.bench_workbook import TODAY, a_varied_plan
from tests.interchange.homecoming.returning import Filled, editing

SIZES = [300, 2_000, 10_000]
SHEETS = ("Plan", "_launchpad")
CHANGED = 20
"""One task in so many is filled in."""


@pytest.fixture(scope="module", params=SIZES, ids="{} tasks".format)
def plan(request: pytest.FixtureRequest) -> Document:
    return a_varied_plan(request.param)


@pytest.fixture
def session(plan: Document, tmp_path: Path) -> Iterator[Session]:
    with Session.create(tmp_path / "plan.launch", plan, "A plan") as session:
        yield session


@pytest.fixture
def returned(session: Session, tmp_path: Path) -> Path:
    """The workbook with a new percentage on some of its tasks; as it was made where filling it in takes minutes."""
    path = tmp_path / "out.xlsx"
    export_session(session, path, TODAY)
    if len(session.document.tasks) <= SIZES[1]:
        with editing(path) as book:
            page = Filled(book["Plan"])
            for task in session.document.tasks[::CHANGED]:
                page.fill(task.key, progress=((task.progress or 0) + 7) % 100 / 100)
    return path


def read_bare(path: Path) -> None:
    """The least that reading the two sheets with openpyxl takes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
    for name in SHEETS:
        for _ in book[name].iter_rows(values_only=True):
            pass
    book.close()


def test_workbook_home(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], session: Session, returned: Path
) -> None:
    """Read, looked over for harm, and compared with the plan. Floor: openpyxl, read-only, the same two sheets."""
    measured(benchmark, capsys, lambda: read_home(session, returned, TODAY), lambda: read_bare(returned), goal=1.5)


def test_workbook_read(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], session: Session, returned: Path
) -> None:
    """Read and looked over for harm only. Floor: as above."""
    measured(benchmark, capsys, lambda: read_workbook(returned), lambda: read_bare(returned), goal=1.5)


def test_merge_on_disk(benchmark: BenchmarkFixture, session: Session, returned: Path) -> None:
    """What was read is taken over: one edit, on disk. It is taken back between two rounds."""

    def again() -> tuple[tuple[Session, Homecoming], dict[str, object]]:
        if session.stacks.undo:
            session.undo()
        return (session, read_home(session, returned, TODAY)), {}

    taking: Callable[[Session, Homecoming], object] = lambda on, home: bring_home(on, home, home.usual())  # noqa: E731
    benchmark.pedantic(taking, setup=again, rounds=3)
