"""The window: started, opened, edited and filtered, each beside the least that Qt itself takes in the same run."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.ui.checklist.screen import ChecklistScreen
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.benchmarks.bench_storage import measured
from tests.benchmarks.window_plan import a_file_of

START = Path(__file__).with_name("window_start.py")
ROUNDS = {300: 3, 10_000: 3, 100_000: 1}
STARTS = {300: 4.0, 10_000: 5.0, 100_000: 12.0}
HELD = {300: 110, 10_000: 130, 100_000: 300}
"""Goals in MB."""
EDITS = {300: 3.0, 10_000: 10.0}
FILTERS = {300: 3.0, 10_000: 6.0}

Start = tuple[float, float, float]
"""Processor seconds, seconds, and MB at most."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("window")


def started(folder: Path, *what: str, rounds: int = 3) -> Start:
    """The medians of a few starts, as installed: with bytecode, which a first start has written."""
    home = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    env = {**os.environ, **home, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "QT_QPA_PLATFORM": "offscreen"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    figures: list[Start] = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        said = subprocess.run([sys.executable, str(START), *what], env=env, check=True, capture_output=True, text=True)
        worked, held = map(float, said.stdout.split())
        figures.append((worked, time.perf_counter() - begun, held))
        if rounds == 1:
            break  # as large as it is, bytecode is nothing
    kept = figures[-rounds:]
    work, wait = (statistics.median(each[place] for each in kept) for place in (0, 1))
    return work, wait, max(each[2] for each in kept)


def told(capsys: pytest.CaptureFixture[str], name: str, ours: Start, floor: Start, goal: float, mb: float) -> None:
    """Print a start beside the empty window's."""
    times = f"{ours[0]:.2f} s CPU ({ours[1]:.2f} s), empty window {floor[0]:.2f} s ({floor[1]:.2f} s)"
    ratio = f"{ours[0] / floor[0]:.1f}x (goal {goal:g}x)"
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {times}, {ratio}; {ours[2]:.0f} MB, {floor[2]:.0f} MB empty (goal {mb:g} MB)\n")


def timed(benchmark: BenchmarkFixture, folder: Path, *what: str, rounds: int = 3) -> Start:
    """Time it through the fixture, which wants to have timed something."""
    figures: list[Start] = []
    benchmark.pedantic(lambda: figures.append(started(folder, *what, rounds=rounds)), rounds=1)
    return figures[-1]


def test_start_to_home(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    """Floor: a process with an empty main window."""
    ours = timed(benchmark, folder, "home")

    told(capsys, "start to Home", ours, started(folder, "empty"), 1.5, 110)


@pytest.mark.parametrize("size", STARTS)
def test_start_to_a_plan(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], folder: Path, size: int
) -> None:
    """Floor: the same. Painted are the overview, the head with its scores and the foot with its numbers."""
    path = a_file_of(folder, size)

    ours = timed(benchmark, folder, "plan", str(path), rounds=ROUNDS[size])

    told(capsys, f"start to {size:,} tasks", ours, started(folder, "empty"), STARTS[size], HELD[size])


@pytest.fixture(params=EDITS, ids="{} tasks".format)
def checklist(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[ChecklistScreen]:
    theme_manager().apply(qapp, ThemeChoice.LIGHT)
    session = PlanSession(Session.open(a_file_of(tmp_path, request.param)))
    with closing(session):
        window = QMainWindow()
        screen = ChecklistScreen(session)
        window.setCentralWidget(screen)
        window.resize(1440, 900)
        window.show()
        painted()
        yield screen
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def painted() -> None:
    """Let Qt lay out and paint what has changed."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


def last_longer(document: Document, days: int) -> Edit:
    task = document.task("t77")
    return Edit("Change duration", (Change(task, replace(task, duration=days)),))


def test_edit(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], checklist: ChecklistScreen) -> None:
    """From a changed duration to the repainted checklist, on disk; floor: painting the checklist as it is."""
    days = count(2)
    size = len(checklist.session.document.tasks)

    def ours() -> None:
        assert checklist.session.run(last_longer, next(days) % 20 + 1)
        painted()

    measured(benchmark, capsys, ours, lambda: checklist.repaint(), goal=EDITS[size])


def test_typing_in_the_filter(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], checklist: ChecklistScreen
) -> None:
    """From a filter typed to the list that passes it; floor: painting the checklist as it is."""
    words = count()
    size = len(checklist.session.document.tasks)

    def ours() -> None:
        checklist.bar.field.setText(f"t{next(words) % 9 + 1}")
        checklist.bar.filter_changed.emit()
        painted()

    measured(benchmark, capsys, ours, lambda: checklist.repaint(), goal=FILTERS[size])
