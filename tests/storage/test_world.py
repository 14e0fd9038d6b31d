"""The world around an open document: full disks, strangers' hands, missing permissions. No edit is falsely “saved”."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.storage import sqlite
from launchpad.storage.check import problems
from launchpad.storage.errors import ChangedElsewhere, ReadOnly, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.storage.edits import birth_of, retitle
from tests.storage.hardships import as_nobody, no_room

Opener = Callable[..., LaunchFile]


def title_in(path: Path) -> str:
    return read_document(path).task("brief").title


# --- the disk ------------------------------------------------------------------------------------------------------


def test_an_edit_that_finds_no_room_is_not_saved_and_work_goes_on_after(opened: Opener, made: Path) -> None:
    with opened() as file:
        retitle(file, "Before")
        pages = sqlite.pragma(file._connection, "page_count")
        sqlite.pragma(file._connection, f"max_page_count = {pages}")
        with pytest.raises(StorageError) as caught:
            retitle(file, "x" * 30_000)
        assert str(caught.value) == ("“loom.launch” was not changed: the disk is full. Free some space and try again.")
        assert file.last_number == 2
        assert title_in(made) == "Before"

        sqlite.pragma(file._connection, "max_page_count = 1000000")
        retitle(file, "After")
    assert title_in(made) == "After"
    assert problems(made) == ()


def test_an_edit_the_system_will_not_write_is_not_saved(opened: Opener, made: Path) -> None:
    with opened() as file:
        with (
            no_room(made.stat().st_size),
            pytest.raises(StorageError, match=r"“loom\.launch” was not changed: the disk"),
        ):
            retitle(file, "x" * 30_000)
        assert title_in(made) == "Do brief"

        retitle(file, "After")
    assert title_in(made) == "After"
    assert problems(made) == ()


def test_a_plan_the_system_will_not_write_leaves_nothing(path: Path, plan: Document, state: Path) -> None:
    with no_room(9000), pytest.raises(StorageError, match="could not be made: the disk"):
        LaunchFile.create(path, plan, birth_of(plan), state=state)

    assert [*path.parent.iterdir()] == []


FULL_DISK = """
import sys
from pathlib import Path
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from tests.storage.edits import retitle
folder = Path(sys.argv[1])
with LaunchFile.open(folder / "loom.launch", state=Path(sys.argv[2])) as file:
    filler = open(folder / "filler", "wb", buffering=0)
    try:
        while True:
            filler.write(b"x" * 4096)
    except OSError:
        pass
    try:
        retitle(file, "x" * 30_000)
    except StorageError as error:
        print(error)
    filler.truncate(0)
    retitle(file, "After")
    print(file.last_number)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a disk of one's own is Linux's")
def test_a_disk_that_is_really_full_is_told_and_survived(made: Path, tmp_path: Path, state: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=512k tmpfs "$1" && cp "$2" "$1" && "$4" -c "$5" "$1" "$3" && cp "$1/loom.launch" "$2"'
    )
    command = ["unshare", "-rm", "sh", "-ec", script, "sh", *map(str, (disk, made, state)), sys.executable, FULL_DISK]
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    if "unshare failed" in done.stderr:
        pytest.skip("this system gives nobody a disk of their own; the tests above stand for it")

    assert done.stdout.splitlines() == [
        "“loom.launch” was not changed: the disk is full. Free some space and try again.",
        "2",
    ], done.stderr
    assert title_in(made) == "After"
    assert problems(made) == ()


# --- somebody else's hand ------------------------------------------------------------------------------------------


def test_a_file_that_was_deleted_is_told_at_the_next_edit(opened: Opener, made: Path) -> None:
    with opened() as file:
        made.unlink()
        with pytest.raises(ChangedElsewhere) as caught:
            retitle(file, "x")
        assert str(caught.value) == (
            "“loom.launch” was not changed: it was moved or deleted meanwhile. Save a copy of what you see, or open it "
            "where it is now."
        )
        assert file.last_number == 1

    assert list(made.parent.iterdir()) == []


def test_a_file_that_was_moved_is_told_at_the_next_edit(opened: Opener, made: Path) -> None:
    with opened() as file:
        moved = made.rename(made.parent / "moved.launch")
        with pytest.raises(ChangedElsewhere, match="moved or deleted meanwhile"):
            retitle(file, "x")

    assert problems(moved) == ()
    assert title_in(moved) == "Do brief"


def test_a_file_that_was_replaced_is_told_at_the_next_edit(opened: Opener, made: Path) -> None:
    shutil.copy(made, made.parent / "other.launch")
    with opened() as file:
        os.replace(made.parent / "other.launch", made)
        with pytest.raises(ChangedElsewhere, match="another file was put in its place meanwhile"):
            retitle(file, "x")

    assert title_in(made) == "Do brief"


def test_a_file_that_was_rolled_back_in_place_is_told_at_the_next_edit(opened: Opener, made: Path) -> None:
    older = made.read_bytes()
    with opened() as file:
        retitle(file, "Mine")
        made.write_bytes(older)
        with pytest.raises(ChangedElsewhere, match="changed by another program or on another computer meanwhile"):
            retitle(file, "Also mine")
        with pytest.raises(ChangedElsewhere):
            retitle(file, "Still mine")

    assert title_in(made) == "Do brief"
    assert problems(made) == ()


def test_an_edit_of_the_same_number_made_elsewhere_is_not_taken_for_ours(
    opened: Opener, made: Path, tmp_path: Path, state: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.launch"
    shutil.copy(made, elsewhere)
    with LaunchFile.open(elsewhere, state=state) as file:
        retitle(file, "Theirs")
    with opened() as file:
        retitle(file, "Mine")
        made.write_bytes(elsewhere.read_bytes())
        with pytest.raises(ChangedElsewhere):
            retitle(file, "Also mine")

    assert title_in(made) == "Theirs"


@pytest.mark.parametrize("content", [b"", b"nonsense" * 9999])
def test_a_file_that_was_overwritten_with_nonsense_is_told_at_the_next_edit(
    opened: Opener, made: Path, content: bytes
) -> None:
    with opened() as file:
        made.write_bytes(content)
        with pytest.raises(StorageError, match=r"“loom\.launch” was not changed: "):
            retitle(file, "x")
        assert file.last_number == 1

    assert made.read_bytes() == content


def test_a_journal_that_appears_beside_an_open_file_is_not_applied(opened: Opener, made: Path) -> None:
    with opened() as file:
        journal = made.with_name("loom.launch-journal")
        journal.write_bytes(b"foreign" * 999)
        with pytest.raises(ChangedElsewhere, match="a file “-journal” or “-wal” appeared beside it meanwhile"):
            retitle(file, "x")

        journal.unlink()
        retitle(file, "Went on")
    assert title_in(made) == "Went on"


def test_a_row_changed_past_the_journal_is_noticed(opened: Opener, made: Path) -> None:
    with opened() as file:
        with closing(sqlite3.connect(made, isolation_level=None)) as driver:
            driver.execute("DELETE FROM tasks WHERE key = 'brief'")
        with pytest.raises(StorageError, match="Its rows are not those that were opened"):
            retitle(file, "x")
        assert file.last_number == 1


def test_a_file_in_use_by_another_program_is_told(opened: Opener, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    with opened() as file, closing(sqlite3.connect(made, isolation_level=None)) as driver:
        driver.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            retitle(file, "x")
        assert str(caught.value) == (
            "“loom.launch” was not changed: another program is using it. Try again in a moment."
        )
        driver.execute("ROLLBACK")

        driver.execute("BEGIN")
        driver.execute("SELECT * FROM facts").fetchall()
        with pytest.raises(StorageError, match="another program is using it"):
            retitle(file, "x")
        driver.execute("ROLLBACK")

        retitle(file, "Went on")
    assert title_in(made) == "Went on"


def test_an_edit_waits_for_a_lock_that_is_let_go_late(opened: Opener, made: Path) -> None:
    """As those of a network folder are."""
    with opened() as file, closing(sqlite3.connect(made, isolation_level=None, check_same_thread=False)) as driver:
        driver.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, driver.execute, ["ROLLBACK"])
        release.start()
        retitle(file, "Late, but there")
        release.join()
    assert title_in(made) == "Late, but there"


# --- permissions ---------------------------------------------------------------------------------------------------
# These tests use `made` to have every module loaded: nobody may be unable to read where Python is installed.


@pytest.mark.usefixtures("made")
def test_a_read_only_file_is_read_and_not_edited(plan: Document) -> None:
    with as_nobody() as home:
        path, state = home / "loom.launch", home / "state"
        LaunchFile.create(path, plan, birth_of(plan), state=state).close()
        path.chmod(0o444)

        with pytest.raises(ReadOnly) as caught:
            LaunchFile.open(path, state=state)
        assert str(caught.value) == (
            "“loom.launch” cannot be changed: the file is read-only. It can be opened for reading."
        )
        assert read_document(path, state=state) == plan


@pytest.mark.usefixtures("made")
def test_a_file_in_a_read_only_folder_is_read_and_not_edited(plan: Document) -> None:
    with as_nobody() as home:
        folder, state = home / "shared", home / "state"
        folder.mkdir()
        LaunchFile.create(folder / "loom.launch", plan, birth_of(plan), state=state).close()
        folder.chmod(0o555)
        try:
            with pytest.raises(ReadOnly, match="its folder is read-only"):
                LaunchFile.open(folder / "loom.launch", state=state)
            assert read_document(folder / "loom.launch", state=state) == plan
            with pytest.raises(ReadOnly, match=r"“new\.launch” could not be made: you are not allowed to\."):
                LaunchFile.create(folder / "new.launch", plan, birth_of(plan), state=state)
        finally:
            folder.chmod(0o755)


@pytest.mark.usefixtures("made")
def test_a_file_that_becomes_read_only_while_open_is_told(plan: Document) -> None:
    with as_nobody() as home:
        folder, state = home / "shared", home / "state"
        folder.mkdir()
        with LaunchFile.create(folder / "loom.launch", plan, birth_of(plan), state=state) as file:
            folder.chmod(0o555)
            try:
                with pytest.raises(ReadOnly, match="was not changed: its folder cannot be written"):
                    retitle(file, "x")
            finally:
                folder.chmod(0o755)
            retitle(file, "Went on")


@pytest.mark.usefixtures("made")
def test_a_file_of_somebody_else_is_refused(plan: Document) -> None:
    with as_nobody() as home:
        path, state = home / "loom.launch", home / "state"
        LaunchFile.create(path, plan, birth_of(plan), state=state).close()
        path.chmod(0)

        for read_only in (True, False):
            with pytest.raises(ReadOnly, match=r"“loom\.launch” (could not be opened|cannot be changed)"):
                LaunchFile.open(path, read_only=read_only, state=state)


def test_a_history_that_is_no_longer_there_is_told(opened: Opener, made: Path) -> None:
    older = made.read_bytes()
    with opened() as file:
        retitle(file, "Mine")
        made.write_bytes(older)
        for read in (lambda: file.entry(2), lambda: list(file.entries()), lambda: list(file.entries(1, changes=False))):
            with pytest.raises(ChangedElsewhere, match="no longer holds the history that was opened"):
                read()
        with pytest.raises(KeyError):
            file.entry(9)
