"""Opening a plan and acknowledging an edit, each against the least that SQLite and Python need for it."""

import itertools
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.task import Task
from launchpad.journal.entry import Entry
from launchpad.storage import sqlite
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.shapes import ROWS
from tests.builders import a_plan, a_task, link

SIZES = [300, 10_000]
NAMES = {kind: shape.names for kind, shape in ROWS.items()}


def a_plan_of(size: int) -> Document:
    """As many tasks with two links each, a dozen people, and some text in every task."""
    says = "It is done when the page is live and legal has agreed to every word on it."
    tasks = [
        a_task(f"t.{n}", duration=1 + n % 9, owner=f"p{n % 12}", gate=f"G{n % 4}", acceptance=says, note=says * 2)
        for n in range(size)
    ]
    chain = [link(f"t.{n - 1}", f"t.{n}") for n in range(1, size)]
    jumps = [link(f"t.{n // 2}", f"t.{n}", "SS") for n in range(1, size)]
    return a_plan(*tasks, *chain, *jumps)


@pytest.fixture(scope="module", params=SIZES, ids="{} tasks".format)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("benchmark")
    document = a_plan_of(request.param)
    births = Edit("New plan", tuple(Change(None, row) for row in document))
    entry = Entry(1, datetime(2026, 10, 12, tzinfo=UTC), "Mara", "app", births)
    LaunchFile.create(folder / "plan.launch", document, entry, state=folder).close()
    return folder / "plan.launch"


SPENT = 20.0
"""Seconds of our own work in one benchmark, about."""


def _rounds(ours: Callable[[], object]) -> int:
    """Run it once, to be warm, and return how often it fits into the time: 3 to 20 times."""
    start = time.perf_counter()
    ours()
    return max(3, min(20, int(SPENT / (time.perf_counter() - start))))


def measured(
    benchmark: BenchmarkFixture,
    capsys: pytest.CaptureFixture[str],
    ours: Callable[[], object],
    floor: Callable[[], object],
    goal: float,
) -> None:
    """Run both in turn, and print their medians and the ratio beside its goal."""
    floors: list[float] = []

    def run_floor() -> None:
        start = time.perf_counter()
        floor()
        floors.append(time.perf_counter() - start)

    benchmark.pedantic(ours, setup=run_floor, rounds=_rounds(ours) if benchmark.enabled else 1)
    if benchmark.stats is None:
        return
    least, median = statistics.median(floors), benchmark.stats.stats.median
    benchmark.extra_info.update(floor=least, ratio=median / least, goal=goal)
    said = f"{benchmark.name}: {median * 1e3:.1f} ms, floor {least * 1e3:.1f} ms, {median / least:.2f}x (goal {goal}x)"
    with capsys.disabled():
        sys.stdout.write(f"\n{said}\n")


def test_open(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], path: Path) -> None:
    """Floor: the tuples by bare sqlite3, and the bare dataclasses built from values that are ready."""
    with LaunchFile.open(path, read_only=True) as file:
        ready = {
            kind: [[getattr(row, name) for name in NAMES[kind]] for row in file.document.rows(kind)] for kind in ROWS
        }

    def floor() -> None:
        with closing(sqlite3.connect(path)) as driver:
            for kind, names in NAMES.items():
                columns = ", ".join(f'"{name}"' for name in names)
                driver.execute(f'SELECT {columns} FROM "{ROWS[kind].name}"').fetchall()
        for kind, rows in ready.items():
            for row in rows:
                kind(**dict(zip(NAMES[kind], row, strict=True)))

    def ours() -> None:
        LaunchFile.open(path, read_only=True).close()

    measured(benchmark, capsys, ours, floor, goal=2)


def test_edit(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path) -> None:
    """Floor: the same rows written by bare sqlite3 under the same pragmas to a copy of the file."""
    with LaunchFile.open(path) as file:
        task = file.document.task("t.7")
        numbers, titles = itertools.count(3), itertools.count(1)

        def ours() -> None:
            now = file.document.table(Task)[task.id]
            change = Change(now, replace(now, title=f"Title {next(titles)}"))
            moment = datetime.now(UTC)
            file.append(Entry(file.last_number + 1, moment, "Mara", "app", Edit("Change title", (change,))))

        ours()
        file.copy_into(tmp_path / "floor.launch")
        with closing(sqlite3.connect(tmp_path / "floor.launch", isolation_level=None)) as driver:
            for pragma in sqlite.PRAGMAS:
                driver.execute(f"PRAGMA {pragma}").fetchall()
            stored = driver.execute("SELECT * FROM tasks WHERE key = 't.7'").fetchone()
            row = dict(zip(NAMES[Task], stored, strict=True))
            pieces = ", ".join(f'"{name}" = :{name}' for name in NAMES[Task][1:])
            (changes,) = driver.execute("SELECT changes FROM journal WHERE number = 2").fetchone()

            def floor() -> None:
                number = next(numbers)
                driver.execute("BEGIN IMMEDIATE")
                driver.execute("UPDATE facts SET rev = rev + 1, stamp = ? WHERE rev = ?", (str(number), number - 1))
                driver.execute(f"UPDATE tasks SET {pieces} WHERE id = :id", {**row, "title": f"Title {number}"})
                line = (number, "2026-10-12T12:00:00Z", "Mara", "app", "Change title", None, 0, changes)
                driver.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", line)
                driver.execute("COMMIT")

            measured(benchmark, capsys, ours, floor, goal=1.5)
