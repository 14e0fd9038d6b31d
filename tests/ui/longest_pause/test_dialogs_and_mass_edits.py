"""The window never blocks: dialogs about the whole plan, and edits of thousands of its rows."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.task import Task
from launchpad.storage.launch_file import read_document
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.paper.dialog import TimelineDialog
from launchpad.ui.paper.preview import WORKING
from launchpad.ui.paper.timeline import PDF, SVG
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from launchpad.ui.timeline.plan_dialog import PlanDialog
from tests.ui.longest_pause.pause_watch import PauseWatch
from tests.ui.longest_pause.resting import LONGEST, SIZE, last_longer, least_pause, until_at_rest, view_of

ACROSS, NO_UPDATE = Qt.Orientation.Horizontal, QItemSelectionModel.SelectionFlag.NoUpdate

pytestmark = pytest.mark.slow


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
