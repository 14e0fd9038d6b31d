"""The window never blocks: opening and editing a large plan, with the event loop's longest pause watched."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import ReviewKind
from launchpad.domain.gate import Review
from launchpad.domain.task import Task
from launchpad.storage.launch_file import read_document
from launchpad.ui.checklist.columns import NUMBERS
from launchpad.ui.checklist.filter_bar import FilterField
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.paper.dialog import TimelineDialog
from launchpad.ui.paper.preview import WORKING
from launchpad.ui.paper.timeline import PDF, SVG
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from launchpad.ui.timeline.plan_dialog import PlanDialog
from launchpad.ui.timeline.view import TimelineView
from tests.benchmarks.window_plan import a_file_of
from tests.ui.pauses import PauseWatch

SIZE = 10_000
LONGEST = 100
"""Milliseconds of the window's own work between two turns of the event loop."""
SCREENS = ("overview", "checklist", "timeline", "people", "history", "reviews", "settings")
EDITED = ("overview", "checklist", "timeline")
ACROSS, NO_UPDATE = Qt.Orientation.Horizontal, QItemSelectionModel.SelectionFlag.NoUpdate

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

    pauses = least_pause(opening, LONGEST)
    assert min(pauses) < LONGEST, pauses


@pytest.mark.parametrize("screen", SCREENS)
def test_going_to_a_screen_never_holds_up_the_window(
    program: Launchpad, opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str
) -> None:
    elsewhere = "settings" if screen != "settings" else "goals"

    def leaving(window: MainWindow) -> None:
        """A window begins where the last one ended."""
        view_of(window).go(elsewhere)
        close(program, qtbot)

    def going() -> float:
        window = opened(plan)
        current = view_of(window).current
        assert current is not None
        assert current.name == elsewhere
        with PauseWatch() as watch:
            view_of(window).go(screen)
            until_at_rest(qtbot)
        leaving(window)
        return watch.longest

    leaving(opened(plan))

    pauses = least_pause(going, LONGEST)
    assert min(pauses) < LONGEST, pauses


@pytest.mark.parametrize("screen", EDITED)
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

    assert min(pauses) < LONGEST, pauses  # what is ours comes every time; what others do to the machine does not


def last_longer(document: Document, id: str, days: int) -> Edit:
    task = document.table(Task)[id]
    return Edit("Change duration", (Change(task, replace(task, duration=days)),))


CHOICES: tuple[Callable[[TimelineDialog], QWidget], ...] = (
    lambda dialog: dialog.kind.button(SVG),
    lambda dialog: dialog.looks["slack"],
    lambda dialog: dialog.kind.button(PDF),
    lambda dialog: dialog.pages.button("one"),
)
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

    assert watch.longest < LONGEST


@pytest.mark.parametrize("screen", ["timeline", "overview"])
def test_exporting_the_timeline_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str, patient: None
) -> None:
    window = opened(plan)
    view_of(window).go(screen)
    until_at_rest(qtbot)

    def exporting() -> float:
        with PauseWatch() as watch:
            window.offers.submenus["export"].actions()[-1].trigger()
            until_at_rest(qtbot)
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, TimelineDialog)
            for choose in CHOICES:
                QTest.keyClick(choose(dialog), Qt.Key.Key_Space)
                until_at_rest(qtbot)
                assert dialog.said.text() != WORKING
            dialog.reject()
            until_at_rest(qtbot)
        return watch.longest

    pauses = least_pause(exporting, LONGEST)
    assert min(pauses) < LONGEST, pauses


def test_what_moved_never_holds_up_the_window(opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path) -> None:
    window = opened(plan)
    window.offers["moved"].trigger()
    window.offers["moved"].trigger()
    assert view_of(window).session.run(last_longer, "task:t77", 30)
    until_at_rest(qtbot)

    with PauseWatch() as watch:
        window.offers["moved"].trigger()
        until_at_rest(qtbot)

    assert watch.longest < LONGEST


# --- thousands of rows at once ---------------------------------------------------------------------------------------


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs about a whole plan stand longer than others."""
    monkeypatch.setattr("tests.ui.conftest.PATIENCE", 120_000)


def dialog_of(window: MainWindow, name: str, qtbot: QtBot) -> PlanDialog:
    """Open a dialog of the plan, and let it work out its answers."""
    window.offers[name].trigger()
    qtbot.wait(300)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60_000)
    until_at_rest(qtbot)
    return dialog


def pause_of(deed: Callable[[], object], window: MainWindow, qtbot: QtBot) -> float:
    """Do what leads to one edit, and wait until that is on disk and everything shows it."""
    session = view_of(window).session
    before = session.session.last_number
    with PauseWatch() as watch:
        deed()
        until_at_rest(qtbot)
    assert session.session.last_number == before + 1
    assert read_document(session.path) == session.document
    return watch.longest


def test_planning_back_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, patient: None
) -> None:
    window = opened(Path(copy(plan, tmp_path / "back.launch")))
    view_of(window).go("timeline")
    until_at_rest(qtbot)
    before = view_of(window).session.document
    dialog = dialog_of(window, "plan_back", qtbot)
    assert isinstance(dialog, PlanBackDialog)

    pauses = [pause_of(partial(QTest.mouseClick, dialog.accept_button, Qt.MouseButton.LeftButton), window, qtbot)]
    changed = [row for row in before.tasks if view_of(window).session.document.table(Task)[row.id] != row]
    for name in ("undo", "redo", "undo"):
        pauses.append(pause_of(window.offers[name].trigger, window, qtbot))

    assert len(changed) > SIZE / 4
    assert view_of(window).session.document == before
    assert max(min(pauses[::2]), min(pauses[1::2])) < LONGEST, pauses  # to and fro


def test_a_promise_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, patient: None
) -> None:
    def promising(number: int) -> float:
        window = opened(Path(copy(plan, tmp_path / f"promise{number}.launch")))
        view_of(window).go("timeline")
        until_at_rest(qtbot)
        dialog = dialog_of(window, "baselines", qtbot)
        assert isinstance(dialog, BaselinesDialog)
        pause = pause_of(partial(QTest.mouseClick, dialog.set_button, Qt.MouseButton.LeftButton), window, qtbot)
        tasks = view_of(window).session.document.tasks
        assert sum(task.baseline_finish is not None for task in tasks) > SIZE / 2
        dialog.reject()
        return pause

    numbers = iter(range(3))
    pauses = least_pause(lambda: promising(next(numbers)), LONGEST)
    assert min(pauses) < LONGEST, pauses


def test_a_field_of_all_tasks_is_typed_without_holding_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, patient: None
) -> None:
    window = opened(Path(copy(plan, tmp_path / "owner.launch")))
    view_of(window).go("checklist")
    until_at_rest(qtbot)
    table = window.findChild(TaskView)
    assert table is not None
    owner = next(each for each in table.shown_columns() if table.tree.headerData(each, ACROSS) == "Owner")

    def typing(name: str) -> float:
        assert table is not None
        table.setFocus()
        QTest.keySequence(table, QKeySequence.StandardKey.SelectAll)
        table.selectionModel().setCurrentIndex(table.tree.index_of("task:t0", owner), NO_UPDATE)
        until_at_rest(qtbot)
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, name)
        pause = pause_of(partial(QTest.keyClick, editor, Qt.Key.Key_Return), window, qtbot)
        assert {task.owner for task in view_of(window).session.document.tasks} == {f"person:{name.lower()}"}
        return pause

    names = iter(("P3", "P4", "P5"))
    pauses = least_pause(lambda: typing(next(names)), LONGEST)
    assert min(pauses) < LONGEST, pauses
    undoing = [pause_of(window.offers[name].trigger, window, qtbot) for name in ("undo", "redo", "undo")]
    assert max(min(undoing[::2]), undoing[1]) < LONGEST, undoing


def test_a_change_of_thousands_can_be_stopped(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, patient: None
) -> None:
    window = opened(Path(copy(plan, tmp_path / "stopped.launch")))
    view_of(window).go("checklist")
    until_at_rest(qtbot)
    before = view_of(window).session.document
    stopped: list[bool] = []

    def stop() -> None:
        dialog = view_of(window).work.dialog
        if dialog is not None and not stopped:
            stopped.append(dialog.cancel.isEnabled())
            QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)

    def slowly(document: Document) -> Edit:
        time.sleep(1)  # time for the hand, however quick the machine
        changes = [Change(task, replace(task, note="Stopped")) for task in document.tasks]
        return Edit("Change all", tuple(changes))

    timer = QTimer(interval=20)
    timer.timeout.connect(stop)
    timer.start()
    is_done = view_of(window).session.run(slowly)
    timer.stop()

    assert (is_done, stopped) == (False, [True])
    assert window.status.currentMessage() == "Stopped; nothing was changed."
    assert view_of(window).session.document is before
    assert read_document(view_of(window).session.path) == before
    assert QApplication.activeModalWidget() is None


# --- the first question about every task -----------------------------------------------------------------------------

SORTS = ("start", "slack", "finish")
FILTERS = ("due<2w", "slack<3", "late")


def checklist_of(window: MainWindow, qtbot: QtBot) -> TaskView:
    view_of(window).go("checklist")
    until_at_rest(qtbot)
    table = window.findChild(TaskView)
    assert table is not None
    return table


def pauses_of(ask: Callable[[], None], unask: Callable[[], None], window: MainWindow, qtbot: QtBot) -> list[float]:
    """Ask the checklist what nobody has asked of the plan before; the pauses, as often as it takes."""
    days = iter((21, 22, 23))

    def asking() -> float:
        assert view_of(window).session.run(last_longer, "task:t77", next(days))
        until_at_rest(qtbot)
        with PauseWatch() as watch:
            ask()
            until_at_rest(qtbot)
        unask()
        until_at_rest(qtbot)
        return watch.longest

    return least_pause(asking, LONGEST)


@pytest.mark.parametrize("name", SORTS)
def test_the_first_sort_by_a_date_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, name: str
) -> None:
    window, section = opened(Path(copy(plan, tmp_path / "sorted.launch"))), NUMBERS[name]
    head = checklist_of(window, qtbot).head
    head.want_column(name, True)

    def sort() -> None:
        place = QPoint(head.sectionViewportPosition(section) + 8, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert head.sortIndicatorSection() == section

    pauses = pauses_of(sort, lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder), window, qtbot)
    assert min(pauses) < LONGEST, pauses


@pytest.mark.parametrize("text", FILTERS)
def test_typing_a_filter_by_dates_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, text: str
) -> None:
    window = opened(Path(copy(plan, tmp_path / "filtered.launch")))
    table, field = checklist_of(window, qtbot), window.findChild(FilterField)
    assert field is not None

    def type_it() -> None:
        for sign in text:
            QTest.keyClicks(field, sign)
            qtbot.wait(50)
        assert field.text() == text
        assert 0 < table.tree.task_count < SIZE

    pauses = pauses_of(type_it, field.clear, window, qtbot)
    assert min(pauses) < LONGEST, pauses


# --- every row selected ----------------------------------------------------------------------------------------------

SELECTING = ("Ctrl+A", "Shift+End")


@pytest.mark.parametrize("keys", SELECTING)
@pytest.mark.parametrize("screen", ["checklist", "timeline"])
def test_selecting_every_task_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str, keys: str
) -> None:
    window = opened(plan)
    view_of(window).go(screen)
    until_at_rest(qtbot)
    table = window.findChild(TaskView if screen == "checklist" else TimelineView)
    assert isinstance(table, TaskView | TimelineView)

    def selecting() -> float:
        assert isinstance(table, TaskView | TimelineView)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home)
        until_at_rest(qtbot)
        with PauseWatch() as watch:
            QTest.keySequence(table, QKeySequence(keys))
            until_at_rest(qtbot)
        assert len(table.selected_tasks() if isinstance(table, TaskView) else table.selected_ids()) == SIZE
        return watch.longest

    pauses = least_pause(selecting, LONGEST)
    assert min(pauses) < LONGEST, pauses


# --- another theme, and the room -------------------------------------------------------------------------------------


def test_another_theme_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path
) -> None:
    window = opened(plan)
    for screen in ("overview", "people", "timeline", "checklist"):
        view_of(window).go(screen)
        until_at_rest(qtbot)

    pauses = []
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.LIGHT):
        with PauseWatch() as watch:
            theme_manager().choose(choice)
            until_at_rest(qtbot)
        pauses.append(watch.longest)

    assert min(pauses) < LONGEST, pauses


def test_the_review_room_never_holds_up_the_window(
    program: Launchpad, opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, patient: None
) -> None:
    def reviewing(number: int) -> tuple[float, float]:
        window = opened(Path(copy(plan, tmp_path / f"room{number}.launch")))
        view, session = view_of(window), view_of(window).session
        view.go("reviews")
        assert session.run(plan_review, "Ready?", session.today, gate="gate:G2", kind=ReviewKind.GATE)
        until_at_rest(qtbot)
        (review,) = session.document.rows(Review)
        with PauseWatch() as entering:
            view.reviews.enter(review.id)
            until_at_rest(qtbot)
        assert view.reviews.meeting is not None
        with PauseWatch() as stepping:
            for _ in range(3):
                QTest.keyClick(view.reviews.meeting.room.stage, Qt.Key.Key_Right)
                until_at_rest(qtbot)
        assert read_document(session.path).rows(Review)[0].part == view.reviews.meeting.room.part
        close(program, qtbot)
        return entering.longest, stepping.longest

    found = [reviewing(number) for number in range(2)]
    assert min(entering for entering, _ in found) < LONGEST, found
    assert min(stepping for _, stepping in found) < LONGEST, found
