"""Documents of older versions, and the one that version 1 really made."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.operations import Operations
from sqlalchemy import Column, Text

from launchpad.domain.document import Document
from launchpad.domain.fields import to_values
from launchpad.domain.kinds import NAMES
from launchpad.storage import migrations, sqlite
from launchpad.storage.check import problems
from launchpad.storage.errors import Damaged, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.storage.edits import an_entry, birth_of, retitle, row_by_row
from tests.storage.next_version import add_mood, content_of, version_of
from tests.storage.rows import a_full_plan

FILES = Path(__file__).with_name("files")
Opener = Callable[..., LaunchFile]


# --- version 1 -----------------------------------------------------------------------------------------------------


Rows = dict[str, dict[str, Any]]


def as_values(document: Document) -> Rows:
    """Table and id → a row's values as JSON."""
    return {f"{NAMES[type(row)]} {row.id}": to_values(row) for row in document}


FROZEN = "e0e51d0ba81ee8fdbf75a39bdb58fd463e87fdcd6557d5a674a52ef3c9b6a9dc"
"""The file that version 1 made. Once a Launchpad that wrote it has been released, neither it nor this line changes: who
needs another table or column makes version 2, and this file goes on being opened."""


def test_the_file_that_version_1_made_is_the_one_it_made() -> None:
    assert hashlib.sha256((FILES / "version-1.launch").read_bytes()).hexdigest() == FROZEN


def make_version_1(folder: Path) -> None:
    """How version-1.launch and version-1.json were made, once, by version 1."""
    plan, later = a_full_plan(1), a_full_plan(2)
    with LaunchFile.create(folder / "version-1.launch", plan, birth_of(plan), state=folder) as file:
        file.append(an_entry(2, *row_by_row(plan, later), label="Everything else"))
    (folder / "version-1.json").write_text(json.dumps(as_values(later), indent=1) + "\n")


@pytest.mark.parametrize("read_only", [True, False])
def test_the_file_that_version_1_made_is_read_as_it_was_written(tmp_path: Path, state: Path, read_only: bool) -> None:
    path = tmp_path / "version-1.launch"
    shutil.copy(FILES / "version-1.launch", path)
    expected: Rows = json.loads((FILES / "version-1.json").read_text())

    with LaunchFile.open(path, read_only=read_only, state=state) as file:
        found = as_values(file.document)
        assert found.keys() == expected.keys()
        for name, values in expected.items():
            assert {field: found[name][field] for field in values} == values
        assert [entry.number for entry in file.entries()] == [1, 2]
    assert problems(path) == ()


# --- the next version ----------------------------------------------------------------------------------------------


def test_an_older_document_is_upgraded_and_kept_as_it_was(older: Path, opened: Opener, plan: Document) -> None:
    before = content_of(older)
    older.chmod(0o640)
    with opened() as file:
        assert file.document == plan
        retitle(file, "In the new version")

    kept = older.with_name("loom (version 1).launch")
    assert {each.name for each in older.parent.iterdir()} == {older.name, kept.name}
    assert content_of(kept) == before
    assert (version_of(kept), version_of(older)) == (1, 2)
    assert older.stat().st_mode & 0o777 == 0o640
    assert problems(older) == ()


def test_an_older_document_opened_for_reading_is_left_as_it_is(older: Path, opened: Opener, plan: Document) -> None:
    before = older.read_bytes()
    with opened(read_only=True) as file:
        assert file.document == plan
        assert len(list(file.entries())) == 1

    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == [older.name]
    assert problems(older) == ()


def test_an_older_file_kept_before_is_not_overwritten(older: Path, opened: Opener) -> None:
    (older.parent / "loom (version 1).launch").write_text("mine")
    opened().close()

    assert (older.parent / "loom (version 1).launch").read_text() == "mine"
    assert version_of(older.parent / "loom (version 1) 2.launch") == 1


def test_a_migration_that_fails_leaves_the_older_document_as_it_was(
    older: Path, opened: Opener, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_halfway(op: Operations) -> None:
        op.drop_table("comments")
        op.add_column("tasks", Column("title", Text))

    monkeypatch.setitem(migrations.STEPS, 2, fails_halfway)
    before = older.read_bytes()

    for read_only in (True, False):
        with pytest.raises(StorageError, match=r"“loom\.launch” could not be "):
            opened(read_only=read_only)
        assert older.read_bytes() == before
        assert [each.name for each in older.parent.iterdir()] == [older.name]
    assert [*(state / "locks").iterdir()] == []


def test_a_migration_that_breaks_the_plan_leaves_the_older_document_as_it_was(
    older: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgets(op: Operations) -> None:
        add_mood(op)
        op.execute("DELETE FROM tracks")

    monkeypatch.setitem(migrations.STEPS, 2, forgets)
    before = older.read_bytes()

    with pytest.raises(Damaged, match="could not be upgraded and is as it was"):
        opened()
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == [older.name]


def test_a_damaged_older_document_is_not_upgraded(older: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as driver:
        driver.execute("CREATE TABLE extra (id)")
    before = older.read_bytes()

    for read_only in (True, False):
        with pytest.raises(Damaged, match="did not put there"):
            opened(read_only=read_only)
    assert older.read_bytes() == before


def test_an_interrupted_edit_of_an_older_document_is_taken_back_first(
    older: Path, opened: Opener, tmp_path: Path, plan: Document
) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as driver:
        driver.execute("PRAGMA cache_size = 1")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE tasks SET title = 'Half', note = hex(zeroblob(9000))")
        driver.execute("UPDATE launch SET summary = hex(zeroblob(9000))")
        for ending in ("", "-journal"):
            shutil.copy(f"{older}{ending}", tmp_path / f"torn{ending}")
        driver.execute("ROLLBACK")
    for ending in ("", "-journal"):
        shutil.copy(tmp_path / f"torn{ending}", f"{older}{ending}")

    with opened() as file:
        assert file.document == plan


def test_a_new_document_is_built_by_all_migrations(
    older: Path, path: Path, plan: Document, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = path.with_name("new.launch")
    LaunchFile.create(new, plan, birth_of(plan), state=state).close()

    assert version_of(new) == 2
    assert read_document(new) == plan
    with closing(sqlite3.connect(new)) as driver:
        assert driver.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)
