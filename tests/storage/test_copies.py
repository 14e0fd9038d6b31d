"""Copies for somebody else."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from launchpad.domain.edit import Change
from launchpad.storage.check import problems
from launchpad.storage.copies import send_a_copy
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.sqlite import APPLICATION_ID
from tests.storage.edits import an_entry, retitle

Opener = Callable[..., LaunchFile]
SECRET = "SECRET-THOUGHT-" * 200


@pytest.fixture
def edited(opened: Opener, made: Path) -> Path:
    """A document in which a note was written, deleted, and even its history forgotten by hand."""
    with opened() as file:
        task = file.document.task("brief")
        noted = replace(task, note=SECRET)
        file.append(an_entry(2, Change(task, noted)))
        file.append(an_entry(3, Change(noted, task)))
    return made


def test_a_copy_without_history_holds_nothing_that_was_deleted(opened: Opener, edited: Path, tmp_path: Path) -> None:
    target = tmp_path / "for Anna.launch"
    with opened() as file:
        send_a_copy(file, target, who="Mara")
        original = file.facts

        with LaunchFile.open(target) as copy:
            assert copy.document == file.document
            assert copy.facts.plan != original.plan
            assert copy.facts.journal != original.journal
            (entry,) = copy.entries()
            assert (entry.number, entry.who, entry.edit.label) == (1, "Mara", "Copy of Loom")
    assert b"SECRET-THOUGHT" in edited.read_bytes()
    assert b"SECRET-THOUGHT" not in target.read_bytes()
    assert problems(target) == ()


def test_a_copy_with_history_is_the_same_plan(opened: Opener, edited: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.launch"
    with opened() as file:
        send_a_copy(file, target, with_history=True)

        with LaunchFile.open(target) as copy:
            assert copy.document == file.document
            assert copy.facts == file.facts
            assert list(copy.entries()) == list(file.entries())
            retitle(copy, "Goes its own way")
    assert problems(target) == ()
    driver = sqlite3.connect(target)
    assert driver.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    driver.close()


def test_a_copy_with_history_has_no_free_pages(opened: Opener, made: Path, tmp_path: Path) -> None:
    with opened() as file:
        for number in range(30):
            retitle(file, f"{number} " * 4000)
        retitle(file, "Short")
        send_a_copy(file, tmp_path / "copy.launch", with_history=True)

    driver = sqlite3.connect(tmp_path / "copy.launch")
    assert driver.execute("PRAGMA freelist_count").fetchone() == (0,)
    driver.close()


@pytest.mark.parametrize("with_history", [True, False])
def test_a_copy_overwrites_nothing(opened: Opener, made: Path, tmp_path: Path, with_history: bool) -> None:
    with opened() as file, pytest.raises(StorageError, match="exists already"):
        send_a_copy(file, made, with_history=with_history)
    with opened() as file, pytest.raises(StorageError, match="no such file or folder"):
        send_a_copy(file, tmp_path / "nowhere" / "x.launch", with_history=with_history)

    assert problems(made) == ()


def test_a_reader_can_send_a_copy(opened: Opener, tmp_path: Path) -> None:
    with opened(read_only=True) as file:
        send_a_copy(file, tmp_path / "copy.launch", with_history=True)

    assert problems(tmp_path / "copy.launch") == ()
