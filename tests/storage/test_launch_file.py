"""A document written, read, changed and read again."""

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.domain.errors import PlanError
from launchpad.journal.entry import Entry
from launchpad.storage.check import problems
from launchpad.storage.errors import ReadOnly, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.builders import a_plan, a_task, link
from tests.storage.edits import NOON, an_entry, birth_of, retitle, retitled

Opener = Callable[..., LaunchFile]


def test_a_new_document_holds_the_plan_it_was_made_from(path: Path, plan: Document, state: Path) -> None:
    with LaunchFile.create(path, plan, birth_of(plan), state=state) as file:
        assert file.document == plan
        assert file.last_number == 1
        assert list(file.entries()) == [birth_of(plan)]

    assert read_document(path, state=state) == plan
    assert problems(path) == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_edit_is_in_the_file_when_append_returns(opened: Opener) -> None:
    with opened() as file, opened(read_only=True) as other:
        retitle(file, "Brief the press")

        assert other.document.task("brief").title == "Do brief"
        with opened(read_only=True) as later:
            assert later.document == file.document
            assert later.document.task("brief").title == "Brief the press"
            assert later.last_number == 2


def test_edits_add_change_and_remove_rows(opened: Opener, made: Path) -> None:
    with opened() as file:
        first = next(iter(file.document.dependencies))
        born = a_task("press")
        file.append(an_entry(2, Change(first, None), Change(None, born), retitled(file.document, "draft", "Write")))
        file.append(an_entry(3, Change(None, link("press", "draft"))))
        expected = file.document

    with opened() as file:
        assert file.document == expected
        assert [entry.number for entry in file.entries(after=1)] == [2, 3]
    assert problems(made) == ()


def test_an_edit_may_touch_a_row_twice(opened: Opener, made: Path) -> None:
    with opened() as file:
        task = file.document.task("brief")
        once, twice, passing = replace(task, title="Once"), replace(task, title="Twice"), a_task("passing")
        file.append(
            an_entry(2, Change(task, once), Change(once, twice), Change(None, passing), Change(passing, None)),
        )

    assert read_document(made).task("brief").title == "Twice"
    assert problems(made) == ()


def test_the_journal_is_read_from_any_number_and_without_its_changes(opened: Opener) -> None:
    with opened() as file:
        for number in range(250):
            retitle(file, f"Title {number}")

        assert [entry.number for entry in file.entries(after=240)] == list(range(241, 252))
        assert [entry.edit.label for entry in file.entries(after=249, changes=False)] == ["Change", "Change"]
        assert not next(file.entries(changes=False)).edit.changes
        assert file.entry(251).edit.changes[0].row == file.document.task("brief")
        with pytest.raises(KeyError):
            file.entry(252)


def test_an_entry_comes_back_as_it_was(opened: Opener) -> None:
    with opened() as file:
        change = retitled(file.document, "brief", "Ærlig talt 💥 'quoted' \"twice\" \u202e")
        entry = replace(an_entry(2, change, label="Undo “Change”"), source="undo", undoes=1, permanent=True)
        file.append(entry)

        assert file.entry(2) == entry
        assert file.entry(2).when.tzinfo is not None


def test_the_journal_leaves_out_what_is_as_usual(made: Path) -> None:
    with sqlite3.connect(made) as driver:
        (text,) = driver.execute("SELECT changes FROM journal").fetchone()
    driver.close()
    brief = next(after for kind, _, after in json.loads(text) if kind == "tasks" and after["key"] == "brief")

    assert {"id", "key", "title", "track", "owner", "duration", "criticality", "order"} == brief.keys()


def test_the_first_entry_must_be_the_birth_of_every_row(path: Path, plan: Document, state: Path) -> None:
    with pytest.raises(ValueError, match="birth"):
        LaunchFile.create(path, plan, an_entry(1, *birth_of(plan).edit.changes[1:]), state=state)

    assert list(path.parent.iterdir()) == []


def test_entries_follow_each_other(opened: Opener) -> None:
    with opened() as file, pytest.raises(ValueError, match="does not follow"):
        file.append(an_entry(3, retitled(file.document, "brief", "x")))


def test_an_edit_that_does_not_fit_the_plan_is_refused(opened: Opener, made: Path) -> None:
    before = made.read_bytes()
    with opened() as file:
        stale = retitled(file.document, "brief", "Mine")
        retitle(file, "Theirs")
        before = made.read_bytes()
        with pytest.raises(PlanError, match="changed since"):
            file.append(an_entry(3, stale))

    assert made.read_bytes() == before


@pytest.mark.parametrize("title", ["a\0b", "x" * 40_000, "lone \ud800 surrogate"])
def test_what_could_not_be_read_again_is_not_written(opened: Opener, made: Path, title: str) -> None:
    with opened() as file:
        with pytest.raises((PlanError, StorageError)):
            retitle(file, title)
        assert file.last_number == 1
        retitle(file, "A proper title")

    assert read_document(made).task("brief").title == "A proper title"
    assert problems(made) == ()


def test_a_number_too_large_for_the_file_is_refused(opened: Opener, made: Path) -> None:
    with opened() as file:
        launch = file.document.launch
        with pytest.raises(StorageError, match="a number is too large"):
            file.append(an_entry(2, Change(launch, replace(launch, seed=10**30))))

    assert problems(made) == ()


def test_a_document_opened_for_reading_is_not_written(opened: Opener, made: Path) -> None:
    before = made.read_bytes()
    with opened(read_only=True) as file, pytest.raises(ReadOnly, match="for reading only"):
        retitle(file, "x")

    assert made.read_bytes() == before


def test_a_new_document_never_takes_the_place_of_a_file(path: Path, plan: Document, state: Path) -> None:
    path.write_text("A letter to mother")

    with pytest.raises(StorageError, match=r"“loom\.launch” exists already and was left as it is"):
        LaunchFile.create(path, plan, birth_of(plan), state=state)
    assert path.read_text() == "A letter to mother"


def test_a_plan_never_takes_the_place_of_a_dangling_link(path: Path, plan: Document, state: Path) -> None:
    path.symlink_to("nowhere")

    with pytest.raises(StorageError, match="exists already"):
        LaunchFile.create(path, plan, birth_of(plan), state=state)


def test_a_document_behind_a_link_is_written_where_it_lies(made: Path, tmp_path: Path, state: Path) -> None:
    other = tmp_path / "desktop.launch"
    other.symlink_to(made)
    with LaunchFile.open(other, state=state) as file:
        retitle(file, "Through the link")

    assert other.is_symlink()
    assert read_document(made).task("brief").title == "Through the link"


def test_closing_twice_does_no_harm(opened: Opener) -> None:
    file = opened()
    file.close()
    file.close()

    with opened() as again:
        assert not again.is_read_only


def test_opening_and_closing_writes_nothing(opened: Opener, made: Path) -> None:
    before = made.read_bytes(), made.stat().st_mtime_ns
    opened().close()
    opened(read_only=True).close()

    assert (made.read_bytes(), made.stat().st_mtime_ns) == before


def test_a_removed_text_is_not_left_in_the_free_pages(opened: Opener, made: Path) -> None:
    with opened() as file:
        retitle(file, "MARK-" * 2000)
        retitle(file, "Short")
        with sqlite3.connect(made) as driver:
            driver.execute("PRAGMA secure_delete = ON")
            driver.execute("DELETE FROM journal")
        driver.close()

    assert b"MARK-MARK-" not in made.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "a b.launch",
        "a%20b.launch",
        "a?mode=ro.launch",
        "a#b.launch",
        "a&b=c.launch",
        "ünïcödé.launch",
        "💥.launch",
        "'quoted'.launch",
        '"twice".launch',
        "back\\slash.launch",
        "semi;colon.launch",
        "new\nline.launch",
        ":memory:",
        "-dash.launch",
        "file:x.launch",
        "percent%.launch",
        "no-ending",
        "trailing .launch ",
        "sqlite:///x.launch",
        b"not \xff utf-8.launch".decode("utf-8", "surrogateescape"),
    ],
)
def test_a_name_is_only_a_name(tmp_path: Path, plan: Document, state: Path, name: str) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    path = folder / name.replace("/", "_")
    with LaunchFile.create(path, plan, birth_of(plan), state=state) as file:
        retitle(file, "Saved")

    assert read_document(path).task("brief").title == "Saved"
    assert list(folder.iterdir()) == [path]


def test_what_a_killed_process_left_in_the_making_is_swept_after_a_day(path: Path, plan: Document, state: Path) -> None:
    old, young = path.parent / ".launchpad-old", path.parent / ".launchpad-young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "half.launch").write_text("half")
    os.utime(old, (0, 0))
    LaunchFile.create(path, plan, birth_of(plan), state=state).close()

    assert not old.exists()
    assert young.exists()


def test_a_name_that_is_too_long_is_refused(tmp_path: Path, plan: Document, state: Path) -> None:
    with pytest.raises(StorageError, match="could not be made: its name is too long"):
        LaunchFile.create(tmp_path / ("x" * 300), plan, birth_of(plan), state=state)


def test_a_name_that_leaves_no_room_for_its_journal_is_only_read(tmp_path: Path, plan: Document, state: Path) -> None:
    made = tmp_path / "plan.launch"
    LaunchFile.create(made, plan, birth_of(plan), state=state).close()
    fits, long = (made.with_name("x" * length) for length in (247, 248))
    for name in (fits, long):
        name.write_bytes(made.read_bytes())

    LaunchFile.open(fits, state=state).close()
    with pytest.raises(ReadOnly, match="its name is too long"):
        LaunchFile.open(long, state=state)


def test_a_plan_without_rows_of_work_is_kept_too(path: Path, state: Path) -> None:
    bare = a_plan()
    LaunchFile.create(path, bare, birth_of(bare), state=state).close()

    assert read_document(path) == bare


def test_the_moment_is_kept_in_utc(opened: Opener) -> None:
    with opened() as file:
        entry: Entry = next(file.entries())

    assert entry.when == NOON


@pytest.mark.parametrize("read_only", [True, False])
def test_every_connection_is_a_careful_one(opened: Opener, read_only: bool) -> None:
    with opened(read_only=read_only) as file:
        connection = file._connection
        careful = {
            "journal_mode": "delete",
            "synchronous": 3,  # EXTRA
            "secure_delete": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "mmap_size": 0,
            "temp_store": 2,  # in memory
            "fullfsync": 1,
        }
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in careful} == careful
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            connection.execute("ATTACH ':memory:' AS other")
        with pytest.raises(sqlite3.DataError, match="too big"):
            connection.execute("SELECT zeroblob(200000000)")
        with pytest.raises(sqlite3.OperationalError, match=r"not authorized|no such function"):
            connection.execute("SELECT load_extension('x')")
