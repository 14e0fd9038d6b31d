"""The world around an open window: nothing is falsely called saved, nothing confirmed is lost, and work goes on."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from launchpad.app.commands.launch import change_launch
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.storage import sqlite
from launchpad.storage.check import problems
from launchpad.storage.errors import ReadOnly, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.ui.shell.notice import Notice
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_launch, a_plan, a_task

SAVED, NOT_SAVED = "All changes saved", "Last change not saved"
RETURN, CLOSE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def window(opened, launch_file) -> MainWindow:
    """A window on a plan called Loom, in which an edit was confirmed."""
    made: MainWindow = opened(launch_file(a_plan(a_task("brief"), launch=a_launch(name="Loom"))))
    assert rename(made, "Mine")
    assert status(made).startswith(SAVED)
    return made


def rename(window: MainWindow, name: str) -> bool:
    return session_of(window).run(change_launch, {"name": name})


def name_in(path: Path) -> str:
    return read_document(path).launch.name


def session_of(window: MainWindow) -> PlanSession:
    assert window.session is not None
    return window.session


def notice_of(window: MainWindow) -> Notice:
    assert window.view is not None
    return window.view.notice


def status(window: MainWindow) -> str:
    return window.status._saved.text()


def box() -> QMessageBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


def press(words: str) -> None:
    """Press a button of the dialog that waits."""
    button = next(each for each in box().buttons() if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.qWait(1)


@pytest.fixture
def answer_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """`answer_with(path)` is what the person chooses in the next dialog for files."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


# --- the disk does not take an edit --------------------------------------------------------------------------------


@contextmanager
def full_disk(window: MainWindow) -> Iterator[None]:
    connection = session_of(window).session.file._connection
    connection.execute(f"PRAGMA max_page_count = {sqlite.pragma(connection, 'page_count')}").fetchall()
    yield
    connection.execute("PRAGMA max_page_count = 1000000").fetchall()


@contextmanager
def locked(window: MainWindow) -> Iterator[None]:
    """Another program holds the file, as a slow network folder does."""
    session_of(window).session.file._connection.execute("PRAGMA busy_timeout = 50").fetchall()
    with closing(sqlite3.connect(session_of(window).path, isolation_level=None)) as driver:
        driver.execute("BEGIN IMMEDIATE")
        yield
        driver.execute("ROLLBACK")


@contextmanager
def refusing(error: StorageError) -> Iterator[None]:
    real = LaunchFile._write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LaunchFile, "_write", lambda *_: (_ for _ in ()).throw(error))
        yield
    assert LaunchFile._write is real


TROUBLES = {
    "disk full": (full_disk, "the disk is full"),
    "locked": (locked, "another program is using it"),
    "permission lost": (lambda _: refusing(ReadOnly("“plan.launch” was not changed: it is read-only.")), "read-only"),
    "disk error": (
        lambda _: refusing(StorageError("“plan.launch” was not changed: the disk reports an error.")),
        "error",
    ),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_edit_the_disk_does_not_take_is_told_and_work_goes_on(window: MainWindow, trouble: str) -> None:
    world, sentence = TROUBLES[trouble]
    with world(window):
        assert not rename(window, "Lost " * 2000)
        assert sentence in box().informativeText()
        QTest.keyClick(box(), CLOSE)
        assert status(window).startswith(NOT_SAVED)
        assert session_of(window).document.launch.name == "Mine"
    assert name_in(session_of(window).path) == "Mine"

    assert rename(window, "Again")
    assert status(window).startswith(SAVED)
    assert name_in(session_of(window).path) == "Again"


@pytest.mark.parametrize("trouble", TROUBLES)
def test_work_can_go_on_in_a_copy_elsewhere(
    window: MainWindow, trouble: str, program, answer_with, tmp_path: Path, qtbot
) -> None:
    elsewhere = tmp_path / "elsewhere" / "copy"
    elsewhere.parent.mkdir()
    answer_with(elsewhere)
    with TROUBLES[trouble][0](window):
        assert not rename(window, "Lost " * 2000)
        press("Save a copy…")
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].session is not None, timeout=10_000)
    copy = program.windows[1]

    assert rename(copy, "Went on")
    assert name_in(elsewhere.with_suffix(".launch")) == "Went on"
    assert name_in(session_of(window).path) == "Mine"


def test_a_version_that_cannot_be_kept_is_said_above_the_plan_and_stops_nobody(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.app.plan_session.backups_folder", lambda: tmp_path / "in the way")
    session_of(window).keep_version()
    qtbot.waitUntil(lambda: notice_of(window).isVisible())

    assert notice_of(window).text.startswith("No version of the plan could be kept; the plan itself is saved.")
    assert QApplication.activeModalWidget() is None
    assert rename(window, "Went on")
    assert status(window).startswith(SAVED)


def test_a_version_that_cannot_be_kept_does_not_cover_what_matters_more(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session_of(window).path.rename(tmp_path / "moved.launch")
    assert window.view is not None
    window.view.look()
    session_of(window).unkept.emit("No version of the plan could be kept.")

    assert "was moved or deleted elsewhere" in notice_of(window).text


# --- somebody else's hand ------------------------------------------------------------------------------------------


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


def test_numbers_that_come_later_call_nothing_saved(window: MainWindow) -> None:
    assert rename(window, "Numbers are on their way")
    with full_disk(window):
        assert not rename(window, "Lost " * 2000)
        QTest.keyClick(box(), CLOSE)
        QTest.qWait(800)
        assert status(window).startswith(NOT_SAVED)


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


# --- odd places and odd clocks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["two  words and a tab\t.launch", "🚀 Ærø “50 %” #1?.launch", "x" * 240 + ".launch"])
def test_any_name_opens_is_edited_and_comes_back(opened, launch_file, name: str) -> None:
    window = opened(launch_file(a_plan(a_task("brief")), name))
    assert rename(window, "Mine")

    assert name_in(session_of(window).path) == "Mine"
    assert session_of(window).path.name == name
    window.close()


def test_a_clock_that_is_set_back_takes_nothing_away(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from launchpad.app import session as sessions

    real = sessions._now()
    monkeypatch.setattr(sessions, "_now", lambda: real.replace(year=2020))
    assert rename(window, "Before")
    assert session_of(window).undo()
    monkeypatch.undo()

    assert name_in(session_of(window).path) == "Mine"
    assert problems(session_of(window).path) == ()


# --- a file that cannot be opened any more -------------------------------------------------------------------------


@pytest.fixture
def spoiled(launch_file, tmp_path: Path) -> Path:
    """A damaged plan of which a version was kept."""
    path: Path = launch_file(
        a_plan(*(a_task(f"t{n}", note="x" * 400) for n in range(30)), launch=a_launch(name="Loom"))
    )
    with Session.open(path) as session:
        session.run(change_launch, {"name": "Mine"})
    content = path.read_bytes()
    path.write_bytes(content[: 3 * 4096] + bytes(4096) + content[4 * 4096 :])
    assert problems(path)
    return path


def test_the_latest_version_of_a_damaged_file_is_one_press_away(program, spoiled: Path, qtbot) -> None:
    window = program.start([spoiled])
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press("Open the latest version")
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)

    assert session_of(window).document.launch.name == "Mine"
    assert notice_of(window).button.text() == "Save a copy…"


def test_what_can_be_read_of_a_damaged_file_is_saved_and_opened(
    program, spoiled: Path, answer_with, tmp_path: Path, qtbot
) -> None:
    answer_with(tmp_path / "saved.launch")
    window = program.start([spoiled])
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    press("Save what can be read…")
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)

    assert "were saved" in box().informativeText()
    QTest.keyClick(box(), RETURN)
    assert session_of(window).path == tmp_path / "saved.launch"
    assert session_of(window).document.launch.name == "Mine"
