"""The world around an open window: nothing is falsely called saved, nothing confirmed is lost, and work goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchpad.app.commands.launch import change_launch
from launchpad.app.session import Session
from launchpad.storage import sqlite
from launchpad.storage.check import problems
from launchpad.storage.errors import ReadOnly, StorageError
from launchpad.storage.launch_file import LaunchFile
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_launch, a_plan, a_task
from tests.ui.shell.glances import (
    CLOSE,
    NOT_SAVED,
    RETURN,
    SAVED,
    box,
    name_in,
    notice_of,
    press,
    rename,
    session_of,
    status,
)

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


def test_an_edit_of_a_file_that_is_gone_offers_a_copy_and_nothing_to_read_again(window: MainWindow) -> None:
    session_of(window).path.unlink()
    assert not rename(window, "Too late")
    QTest.keyClick(box(), CLOSE)

    assert notice_of(window).isVisible()
    assert notice_of(window).button.text() == "Save a copy…"


def test_numbers_that_come_later_call_nothing_saved(window: MainWindow) -> None:
    assert rename(window, "Numbers are on their way")
    with full_disk(window):
        assert not rename(window, "Lost " * 2000)
        QTest.keyClick(box(), CLOSE)
        QTest.qWait(800)
        assert status(window).startswith(NOT_SAVED)


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
