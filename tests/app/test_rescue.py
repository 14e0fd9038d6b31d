"""Whatever becomes of the file of an open plan, what was confirmed can be had: in the file, or in one of its own."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from launchpad.app.commands.task_fields import set_fields
from launchpad.app.rescue import keep_mine, save_copy
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.storage.check import problems
from launchpad.storage.errors import ChangedElsewhere, StorageError
from launchpad.storage.launch_file import read_document
from tests.builders import a_plan, a_task
from tests.trust.gestures import TODAY

NOW = datetime(2026, 11, 22, 9, 30)


def title(session: Session, text: str) -> None:
    session.run(set_fields, ["task:a"], {"title": text}, TODAY)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The plan as it was before it was edited."""
    Session.create(tmp_path / "loom.launch", a_plan(a_task("a", title="One")), "New plan").close()
    return Path(shutil.copy(tmp_path / "loom.launch", tmp_path / "older"))


@pytest.fixture
def mine(older: Path) -> Iterator[Session]:
    """A session that has confirmed an edit."""
    with Session.open(older.with_name("loom.launch")) as session:
        title(session, "Mine")
        yield session


def history_of(path: Path) -> int:
    with Session.open(path, read_only=True) as session:
        return session.last_number


def test_a_file_that_holds_what_was_confirmed_needs_no_other(mine: Session) -> None:
    assert keep_mine(mine, NOW) is None


def test_a_file_in_which_others_went_on_from_ours_needs_no_other(mine: Session, tmp_path: Path) -> None:
    shutil.copy(mine.file.path, tmp_path / "elsewhere.launch")
    with Session.open(tmp_path / "elsewhere.launch") as theirs:
        title(theirs, "Theirs")
    os.replace(tmp_path / "elsewhere.launch", mine.file.path)
    with pytest.raises(ChangedElsewhere):
        title(mine, "Mine again")

    assert keep_mine(mine, NOW) is None


@pytest.mark.parametrize("in_place", [True, False])
def test_a_file_that_was_rolled_back_leaves_both_versions(mine: Session, older: Path, in_place: bool) -> None:
    before = mine.document
    if in_place:
        mine.file.path.write_bytes(older.read_bytes())
    else:
        os.replace(older, mine.file.path)
    with pytest.raises(ChangedElsewhere):
        title(mine, "Again")
    kept = keep_mine(mine, NOW)

    assert kept == mine.file.path.with_name("loom (yours, 2026-11-22 09.30).launch")
    assert read_document(kept) == before
    assert problems(kept) == ()
    assert read_document(mine.file.path).task("a").title == "One"
    assert history_of(kept) == (1 if in_place else 2)  # what was overwritten is only known as it is shown


def test_two_conflicts_in_a_minute_are_two_files(mine: Session, older: Path) -> None:
    os.replace(older, mine.file.path)

    assert keep_mine(mine, NOW) != keep_mine(mine, NOW)


@pytest.mark.parametrize("content", [b"", b"nonsense" * 4000])
def test_a_file_that_was_spoiled_leaves_ours_beside_it(mine: Session, content: bytes) -> None:
    mine.file.path.write_bytes(content)
    kept = keep_mine(mine, NOW)

    assert kept is not None
    assert read_document(kept).task("a").title == "Mine"
    assert mine.file.path.read_bytes() == content


def test_a_file_that_was_deleted_is_kept_among_the_versions(mine: Session) -> None:
    mine.file.path.unlink()
    kept = keep_mine(mine, NOW)

    assert kept is not None
    assert kept.is_relative_to(backups_folder())
    assert read_document(kept).task("a").title == "Mine"
    assert history_of(kept) == 2
    assert not mine.file.path.exists()


def test_a_copy_can_be_saved_wherever_the_file_is_gone(mine: Session, tmp_path: Path) -> None:
    mine.file.path.unlink()
    save_copy(mine, tmp_path / "copy.launch")
    with Session.open(tmp_path / "copy.launch") as copy:
        title(copy, "Went on")

    assert read_document(tmp_path / "copy.launch").task("a").title == "Went on"
    assert history_of(tmp_path / "copy.launch") == 3


def test_a_copy_to_be_sent_starts_a_new_history(mine: Session, tmp_path: Path) -> None:
    save_copy(mine, tmp_path / "copy.launch", with_history=False)

    assert history_of(tmp_path / "copy.launch") == 1


def test_what_cannot_be_kept_is_told(mine: Session, older: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.launch").write_text("mine")
    with pytest.raises(StorageError, match="exists already"):
        save_copy(mine, tmp_path / "taken.launch")

    assert (tmp_path / "taken.launch").read_text() == "mine"
