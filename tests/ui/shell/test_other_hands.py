"""Another hand at the file of an open window: nothing is falsely called saved, and both versions can be had."""

import os
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchpad.app.commands.launch import change_launch
from launchpad.app.session import Session
from launchpad.storage.check import problems
from launchpad.storage.errors import StorageError
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_launch, a_plan, a_task
from tests.ui.shell.glances import CLOSE, NOT_SAVED, SAVED, box, name_in, notice_of, press, rename, session_of, status


def test_a_deleted_or_moved_file_goes_on_in_a_copy_with_its_history(
    window: MainWindow, program, answer_with, tmp_path: Path, qtbot
) -> None:
    session_of(window).path.rename(tmp_path / "moved.launch")
    assert window.view is not None
    window.view.look()
    assert "was moved or deleted elsewhere" in notice_of(window).text
    answer_with(tmp_path / "copy.launch")
    QTest.mouseClick(notice_of(window).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].session is not None, timeout=10_000)

    assert rename(program.windows[1], "Went on")
    assert session_of(program.windows[1]).session.last_number == 3


def test_a_file_changed_moved_or_deleted_elsewhere_is_not_called_saved(window: MainWindow, tmp_path: Path) -> None:
    path = session_of(window).path
    mine = path.read_bytes()
    assert window.view is not None
    for words, hand in {
        "Moved or deleted elsewhere": lambda: path.rename(tmp_path / "moved"),
        "All changes saved": lambda: (tmp_path / "moved").rename(path),
        "Changed elsewhere": lambda: path.write_bytes(mine[:5000]),
    }.items():
        hand()
        window.view.look()
        assert status(window) == f"{words} · plan.launch"
        QTest.qWait(500)  # numbers that come later take nothing back
        assert status(window) == f"{words} · plan.launch"
        is_told = notice_of(window).isVisible() and "elsewhere" in notice_of(window).text
        assert is_told == (words != "All changes saved")


def test_a_file_that_was_only_touched_elsewhere_is_nobodys_concern(window: MainWindow) -> None:
    time.sleep(0.01)
    os.utime(session_of(window).path)
    assert window.view is not None
    window.view.look()

    assert not notice_of(window).isVisible()
    assert status(window).startswith(SAVED)


def roll_back(path: Path, older: Path) -> None:
    os.replace(older, path)


def overwrite(path: Path, older: Path) -> None:
    path.write_bytes(older.read_bytes())


@pytest.mark.parametrize("hand", [roll_back, overwrite])
def test_after_a_conflict_both_versions_are_there(opened, launch_file, tmp_path: Path, hand, program, qtbot) -> None:
    path = launch_file(a_plan(a_task("brief"), launch=a_launch(name="Loom")))
    older = Path(shutil.copy(path, tmp_path / "older"))
    window = opened(path)
    assert rename(window, "Mine")
    time.sleep(0.01)  # a sync client needs longer, too
    hand(path, older)
    assert not rename(window, "Again")
    QTest.keyClick(box(), CLOSE)
    assert status(window).startswith(NOT_SAVED)
    QTest.mouseClick(notice_of(window).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view is not None and window.view.facts is not None, timeout=10_000)

    assert session_of(window).document.launch.name == "Loom"
    (kept,) = tmp_path.glob("plan (yours, *).launch")
    assert name_in(kept) == "Mine"
    assert notice_of(window).text == f"Your version is kept as “{kept.name}”."
    QTest.mouseClick(notice_of(window).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].session is not None, timeout=10_000)
    assert session_of(program.windows[1]).document.launch.name == "Mine"


def test_a_file_cut_short_meanwhile_leaves_ours_beside_it_when_the_window_closes(window: MainWindow) -> None:
    path = session_of(window).path
    path.write_bytes(path.read_bytes()[:5000])
    assert not rename(window, "Again")
    QTest.keyClick(box(), CLOSE)
    window.close()

    (kept,) = path.parent.glob("plan (yours, *).launch")
    assert name_in(kept) == "Mine"
    assert problems(kept) == ()


def test_what_is_read_again_and_is_damaged_says_where_ours_is_and_opens_it(window: MainWindow, qtbot) -> None:
    path = session_of(window).path
    path.write_bytes(path.read_bytes()[:5000])
    assert window.view is not None
    window.view.look()
    QTest.mouseClick(notice_of(window).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=10_000)

    (kept,) = path.parent.glob("plan (yours, *).launch")
    assert box().informativeText().endswith(f"Your version is kept as “{kept.name}”.")
    press("Open your version")
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)
    assert session_of(window).path == kept
    assert session_of(window).document.launch.name == "Mine"


def test_a_window_whose_plan_is_in_no_file_and_can_be_kept_in_none_stays_until_somebody_says_so(
    window: MainWindow, program, answer_with, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*about: object, **how: object) -> None:
        raise StorageError("“plan (yours).launch” could not be made: the disk is full.")

    path = session_of(window).path
    path.write_bytes(path.read_bytes()[:5000])
    with monkeypatch.context() as on_a_full_disk:
        on_a_full_disk.setattr("launchpad.app.rescue.send_a_copy", full)
        assert not window.close()
        assert window.isVisible()
        assert "What you see is in no file any more: save a copy elsewhere." in box().informativeText()
    answer_with(tmp_path / "elsewhere.launch")
    press("Save a copy…")
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].session is not None, timeout=10_000)
    assert session_of(program.windows[1]).document.launch.name == "Mine"

    assert window.close()


def test_a_file_that_is_gone_is_not_offered_to_be_shown(window: MainWindow) -> None:
    session_of(window).path.unlink()
    assert not rename(window, "Again")
    QTest.keyClick(box(), CLOSE)

    assert "Save a copy of what you see" in notice_of(window).text
    assert notice_of(window).button.text() == "Save a copy…"


def test_a_file_that_others_went_on_with_needs_no_other_version(window: MainWindow, tmp_path: Path, qtbot) -> None:
    path = session_of(window).path
    shutil.copy(path, tmp_path / "theirs")
    (tmp_path / "theirs").rename(tmp_path / "theirs.launch")
    with Session.open(tmp_path / "theirs.launch") as session:
        session.run(change_launch, {"name": "Theirs"})
    os.replace(tmp_path / "theirs.launch", path)
    assert window.view is not None
    window.view.look()
    QTest.mouseClick(notice_of(window).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view is not None and window.view.facts is not None, timeout=10_000)

    assert session_of(window).document.launch.name == "Theirs"
    assert list(tmp_path.glob("*yours*")) == []


@pytest.mark.parametrize("content", ["whole", "older", "nonsense", "empty", "gone"])
def test_every_screen_can_still_be_looked_at_whatever_became_of_the_file(
    opened, launch_file, tmp_path: Path, content: str
) -> None:
    path = launch_file(a_plan(a_task("brief"), launch=a_launch(name="Loom")))
    older = path.read_bytes()
    window = opened(path)
    assert rename(window, "Mine")
    if content == "gone":
        path.unlink()
    elif content != "whole":
        path.write_bytes({"older": older, "nonsense": b"nonsense" * 5000, "empty": b""}[content])
    for entry in SCREENS:
        window.go(entry.name)
        QTest.qWait(20)
    window._allow()

    assert session_of(window).document.launch.name == "Mine"
