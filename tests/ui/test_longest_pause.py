"""The window never blocks: opening and editing a large plan, with the event loop's longest pause watched."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.task import Task
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.timeline.plan_dialog import PlanDialog
from tests.benchmarks.window_plan import a_file_of
from tests.ui.pauses import PauseWatch

SIZE = 10_000
OPENING = 100
"""Milliseconds of the window's own work between two turns of the event loop; so it should be everywhere."""
GOING = {"overview": 100, "checklist": 140, "timeline": 100, "people": 100, "history": 100}
"""A screen is built when it is first shown; the checklist lays out a row for every task."""
EDITING = {"overview": 100, "checklist": 130, "timeline": 180}
"""The schedule is followed before the edit is seen; the rest is worked out off the window's thread."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_file_of(tmp_path_factory.mktemp("pause"), SIZE)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Launchpad]:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    made = Launchpad(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    yield made
    for window in tuple(made.windows):
        window.close()
    qtbot.waitUntil(lambda: not made.windows)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(program: Launchpad, qtbot: QtBot) -> Callable[[Path], MainWindow]:
    def opening(path: Path) -> MainWindow:
        window = program.start([path])
        qtbot.waitUntil(lambda: window.view is not None and window.view.facts is not None, timeout=60_000)
        until_at_rest(qtbot)
        return window

    return opening


def until_at_rest(qtbot: QtBot) -> None:
    """Wait for what is worked out after a change, and for its painting."""
    for _ in range(2):
        qtbot.wait(600)
        qtbot.waitUntil(lambda: not QThreadPool.globalInstance().activeThreadCount(), timeout=60_000)
        qtbot.wait(50)


def view_of(window: MainWindow) -> LaunchView:
    assert window.view is not None
    return window.view


def least_pause(tries: Callable[[], float], ceiling: float) -> list[float]:
    """The pauses of up to three tries, until one is short enough: what is ours comes every time."""
    pauses = [tries()]
    while min(pauses) >= ceiling and len(pauses) < 3:
        pauses.append(tries())
    return pauses


def close(program: Launchpad, qtbot: QtBot) -> None:
    for window in tuple(program.windows):
        window.close()
    qtbot.waitUntil(lambda: not program.windows)


def test_opening_ten_thousand_tasks_never_holds_up_the_window(
    program: Launchpad, opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path
) -> None:
    def opening() -> float:
        with PauseWatch() as watch:
            opened(plan)
        close(program, qtbot)
        return watch.longest

    pauses = least_pause(opening, OPENING)
    assert min(pauses) < OPENING, pauses


@pytest.mark.parametrize("screen", GOING)
def test_going_to_a_screen_never_holds_up_the_window(
    program: Launchpad, opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str
) -> None:
    def going() -> float:
        window = opened(plan)
        with PauseWatch() as watch:
            view_of(window).go(screen)
            until_at_rest(qtbot)
        close(program, qtbot)
        return watch.longest

    pauses = least_pause(going, GOING[screen])
    assert min(pauses) < GOING[screen], pauses


@pytest.mark.parametrize("screen", EDITING)
def test_an_edit_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str
) -> None:
    window = opened(plan)
    view_of(window).go(screen)
    until_at_rest(qtbot)

    pauses = []
    for days in (3, 4, 5):
        with PauseWatch() as watch:
            assert view_of(window).session.run(last_longer, "task:t77", days)
            until_at_rest(qtbot)
        pauses.append(watch.longest)

    assert min(pauses) < EDITING[screen], (
        pauses
    )  # what is ours comes every time; what others do to the machine does not


def last_longer(document: Document, id: str, days: int) -> Edit:
    task = document.table(Task)[id]
    return Edit("Change duration", (Change(task, replace(task, duration=days)),))


DIALOGS = ("plan_back", "fit", "baselines")


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_about_the_whole_plan_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, name: str
) -> None:
    window = opened(plan)
    view_of(window).go("timeline")
    until_at_rest(qtbot)

    with PauseWatch() as watch:
        window.offers[name].trigger()
        qtbot.wait(1500)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlanDialog)
        dialog.reject()  # maybe before it has its answers
        until_at_rest(qtbot)

    assert watch.longest < OPENING


def test_what_moved_never_holds_up_the_window(opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path) -> None:
    window = opened(plan)
    window.offers["moved"].trigger()
    window.offers["moved"].trigger()
    assert view_of(window).session.run(last_longer, "task:t77", 30)
    until_at_rest(qtbot)

    with PauseWatch() as watch:
        window.offers["moved"].trigger()
        until_at_rest(qtbot)

    assert watch.longest < OPENING
