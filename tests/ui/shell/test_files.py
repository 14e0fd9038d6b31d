"""Files come by menu, drop and recent list; each launch has a window of its own, and nobody loses anything."""

import os
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from launchpad.app import plan_session, rescue
from launchpad.app.commands.launch import change_launch
from launchpad.app.errands import wait_for_errands
from launchpad.app.session import Session
from launchpad.interchange.atomic import watch, written_aside
from launchpad.storage.launch_file import read_document
from launchpad.ui.shell import application
from launchpad.ui.shell.exports import KINDS
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_launch, a_plan, a_task

LEFT = Qt.MouseButton.LeftButton


def a_small_plan(name: str = "Loom"):
    return a_plan(a_task("brief"), launch=a_launch(name=name))


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over a window and let go; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(window.rect().center(), copy, data, LEFT, keys)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), copy, data, LEFT, keys))
    return True


def test_what_is_dropped_is_read_where_it_lies_even_if_it_is_offered_as_a_move(program, launch_file, qtbot):
    """Taken as a move, its file would be deleted by the program it came from."""
    window, path = program.start(), launch_file(a_small_plan())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    move, keys = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(window.rect().center(), move | Qt.DropAction.CopyAction, data, LEFT, keys)
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(QPointF(window.rect().center()), move | Qt.DropAction.CopyAction, data, LEFT, keys)
    dropped.setDropAction(move)
    QApplication.sendEvent(window, dropped)

    for event in (enter, dropped):
        assert (event.isAccepted(), event.dropAction()) == (True, Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: titles(program) == {"Loom"})


def titles(program) -> set[str]:
    return {window.session.document.launch.name for window in program.windows if window.session}


def test_a_launch_dropped_onto_an_empty_window_opens_there(program, launch_file, qtbot):
    window = program.start()
    qtbot.waitUntil(lambda: window.place == "home")
    assert drop(window, launch_file(a_small_plan()))
    qtbot.waitUntil(lambda: window.session is not None)

    assert len(program.windows) == 1


def test_a_launch_dropped_onto_another_opens_beside_it(program, opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan("First"), "first.launch"))
    assert drop(window, launch_file(a_small_plan("Second"), "second.launch"))
    qtbot.waitUntil(lambda: titles(program) == {"First", "Second"})

    assert len(program.windows) == 2


def test_other_files_are_not_taken(program, tmp_path, qtbot):
    window = program.start()

    assert not drop(window, tmp_path / "photo.png")


def test_several_files_named_at_the_start_open_in_several_windows(program, launch_file, qtbot):
    program.start([launch_file(a_small_plan("First"), "1.launch"), launch_file(a_small_plan("Second"), "2.launch")])
    qtbot.waitUntil(lambda: titles(program) == {"First", "Second"})

    assert len(program.windows) == 2


def test_a_file_that_is_open_already_is_not_opened_twice(program, opened, launch_file, qtbot):
    path = launch_file(a_small_plan())
    window = opened(path)
    drop(window, path)
    qtbot.wait(50)

    assert program.windows == [window]


def test_the_open_dialog_opens_what_was_chosen(program, launch_file, qtbot, monkeypatch):
    path = launch_file(a_small_plan())
    window = program.start()
    qtbot.waitUntil(lambda: window.place == "home")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    window.offers["open"].trigger()
    qtbot.waitUntil(lambda: window.session is not None)

    assert [file.path for file in program.recent.files()] == [path]


def test_a_recent_file_is_one_choice_away(program, launch_file, qtbot):
    path = launch_file(a_small_plan(), "A & B.launch")
    program.recent.opened(path)
    window = program.start()
    qtbot.waitUntil(lambda: window.place == "home")
    menu = window.offers.submenus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["A && B"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.session is not None)


def test_a_broken_file_is_told_in_a_sentence_and_the_window_stays(program, tmp_path, qtbot):
    (tmp_path / "notes.launch").write_text("Shopping list\n" * 50)
    window = program.start([tmp_path / "notes.launch"])
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()

    assert box is not None
    assert "notes.launch" in box.property("text")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.place == "home"


def test_somebody_elses_launch_opens_read_only_and_says_who_has_it(opened, launch_file, monkeypatch, qtbot):
    path = launch_file(a_small_plan())
    monkeypatch.setattr("launchpad.app.session.load_settings", lambda: type("S", (), {"name": "Mara"}))
    holder = Session.open(path)
    window = opened(path)

    assert window.session is not None
    assert window.session.is_read_only
    assert "Mara" in window.view.notice.text
    assert not window.offers["undo"].isEnabled()
    texts = [label.text() for label in window.status.children() if hasattr(label, "text")]
    assert "Read-only · plan.launch" in texts
    holder.close()
    QTest.mouseClick(window.view.notice.button, LEFT)
    qtbot.waitUntil(lambda: window.session is not None and not window.session.is_read_only)


def test_a_change_by_somebody_else_is_told_and_can_be_shown(opened, launch_file, qtbot):
    path = launch_file(a_small_plan())
    writer = Session.open(path)
    window = opened(path)
    writer.run(change_launch, {"name": "Loom 9"})
    writer.close()
    qtbot.waitUntil(lambda: "changed elsewhere" in window.view.notice.text)
    QTest.mouseClick(window.view.notice.button, LEFT)
    qtbot.waitUntil(lambda: window.session is not None and window.session.document.launch.name == "Loom 9")


def test_our_own_edits_are_not_taken_for_somebody_elses(opened, launch_file, qtbot):
    window = opened(launch_file(a_small_plan()))
    window.session.run(change_launch, {"name": "Loom 9"})
    qtbot.wait(500)

    assert not window.view.notice.isVisible()


def test_a_file_taken_away_is_told(opened, launch_file, qtbot):
    path = launch_file(a_small_plan())
    window = opened(path)
    path.unlink()
    qtbot.waitUntil(lambda: "moved or deleted" in window.view.notice.text)


def test_an_edit_after_the_file_was_replaced_is_not_called_saved(opened, launch_file, tmp_path, qtbot):
    path = launch_file(a_small_plan())
    other = launch_file(a_small_plan("Other"), "other.launch")
    window = opened(path)
    os.replace(other, path)
    window.session.run(change_launch, {"name": "Lost"})
    box = QApplication.activeModalWidget()

    assert box is not None
    assert "was not changed" in box.property("informativeText")
    texts = [label.text() for label in window.status.children() if hasattr(label, "text")]
    assert "Last change not saved · plan.launch" in texts
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.mouseClick(window.view.notice.button, LEFT)
    qtbot.waitUntil(lambda: window.session is not None and window.session.document.launch.name == "Other")


def test_files_are_opened_off_the_windows_thread(opened, launch_file, monkeypatch):
    threads: list[int] = []
    real = Session.open

    def opening(path: Path, **options: Any) -> Session:
        threads.append(threading.get_ident())
        return real(path, **options)

    path = launch_file(a_small_plan())
    monkeypatch.setattr(Session, "open", staticmethod(opening))
    opened(path)

    assert threads
    assert threading.get_ident() not in threads


@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_every_kind_of_export_is_written(opened, launch_file, tmp_path, monkeypatch, qtbot, kind):
    window = opened(launch_file())
    actions = [action for action in window.offers.submenus["export"].actions() if not action.isSeparator()]
    chosen: list[Path] = []

    def ask(parent: object, title: str, suggested: str, pattern: str) -> tuple[str, str]:
        chosen.append(tmp_path / f"out{Path(suggested).suffix}")
        return str(chosen[0]), pattern

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    actions[kind].trigger()
    qtbot.waitUntil(lambda: chosen[0].exists(), timeout=20_000)
    qtbot.waitUntil(lambda: window.status.currentMessage().startswith("Written"), timeout=20_000)

    assert chosen[0].stat().st_size > 1000


@pytest.mark.parametrize("offer", ["save_copy", "send_copy"])
def test_a_copy_of_a_large_plan_is_made_while_the_window_lives(
    opened, launch_file, answer_with, tmp_path, monkeypatch, offer
):
    window = opened(launch_file())
    threads: list[int] = []
    real = rescue.save_copy

    def saving(*args: Any, **options: Any) -> None:
        threads.append(threading.get_ident())
        real(*args, **options)

    monkeypatch.setattr(rescue, "save_copy", saving)
    monkeypatch.setattr(plan_session, "SMALL", 0)
    answer_with(tmp_path / "copy.launch")
    window.offers[offer].trigger()

    assert read_document(tmp_path / "copy.launch") == window.session.document
    assert threads != [threading.get_ident()]
    assert window.status.currentMessage() == "Saved a copy as copy.launch"


def test_an_export_that_cannot_be_written_is_told_in_a_sentence(opened, launch_file, tmp_path, monkeypatch, qtbot):
    window = opened(launch_file(a_small_plan()))
    nowhere = str(tmp_path / "missing folder" / "out.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    next(each for each in window.offers.submenus["export"].actions() if "JSON" in each.text()).trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()

    assert box is not None
    assert "out.json" in box.property("text")
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_an_export_can_be_called_off_at_the_foot_of_the_window(opened, launch_file, tmp_path, qtbot):
    window = opened(launch_file(a_small_plan()))
    target, gate = tmp_path / "plan.csv", threading.Event()

    def work() -> None:
        with written_aside(target) as aside:
            aside.write_text("half")
            gate.wait(20)

    window.exports._send(target, work)
    notice = window.exports.work
    assert notice.isVisible()
    assert notice.bar.accessibleName() == "Writing plan.csv…"
    QTest.mouseClick(notice.cancel, LEFT)
    assert not notice.isVisible()
    assert window.status.currentMessage() == "plan.csv is not written."
    gate.set()
    wait_for_errands()
    QApplication.processEvents()

    assert not target.exists()
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []
    assert window.status.currentMessage() == "plan.csv is not written."


def test_how_far_an_export_is_can_be_seen(opened, launch_file, tmp_path, qtbot):
    window = opened(launch_file(a_small_plan()))
    gate = threading.Event()

    def work() -> None:
        watch.get()(0.4)
        gate.wait(20)

    window.exports._send(tmp_path / "plan.csv", work)
    bar = window.exports.work.bar
    assert bar.maximum() == 0  # nobody knows yet
    qtbot.waitUntil(lambda: (bar.maximum(), bar.value()) == (100, 40))
    gate.set()
    qtbot.waitUntil(lambda: not window.exports.work.isVisible())

    assert window.status.currentMessage().startswith("Written: ")


@pytest.mark.parametrize("by_key", [False, True])
def test_opening_can_be_called_off_and_the_file_is_free_again(program, launch_file, qtbot, monkeypatch, by_key):
    path, gate = launch_file(a_small_plan()), threading.Event()
    real = application._open

    def slow(path: Path, today: date | None) -> object:
        gate.wait(20)
        return real(path, today)

    monkeypatch.setattr(application, "_open", slow)
    window = program.start([path])
    cancel = window._opening.cancel
    qtbot.waitUntil(cancel.isVisible)
    if by_key:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(cancel, LEFT)
    assert window.place == "home"
    assert not window.is_opening
    gate.set()
    wait_for_errands()
    QApplication.processEvents()

    assert window.view is None
    with Session.open(path) as session:
        assert not session.file.is_read_only
