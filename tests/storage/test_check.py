"""Is a document whole? What a check finds."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from launchpad.storage.check import problems
from launchpad.storage.launch_file import LaunchFile
from tests.storage.edits import retitle

Opener = Callable[..., LaunchFile]


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute(statement)


def test_a_whole_document_has_no_problems(opened: Opener, made: Path) -> None:
    with opened() as file:
        retitle(file, "Once")
        retitle(file, "Twice")

        assert problems(made) == ()
    assert problems(made) == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE tasks SET title = 'Not mine'", "The journal does not lead to the plan in the file."),
        ("DELETE FROM dependencies", "The journal does not lead to the plan in the file."),
        ("UPDATE journal SET number = 9 WHERE number = 2", "Its journal has gaps."),
        (
            "UPDATE journal SET changes = replace(changes, 'Do brief', 'Did brief') WHERE number = 2",
            "Edit 2 (Change) changes a row that was not so before it.",
        ),
        (
            "UPDATE journal SET changes = replace(changes, 'task:brief', 'task:press') WHERE number = 1",
            "Edit 2 (Change) changes a row that was not so before it.",
        ),
        (
            "UPDATE journal SET changes = replace(changes, 'track:track', 'track:other') WHERE number = 3",
            "changes a row",
        ),
        (
            'UPDATE journal SET changes = \'[["tracks",{"id":"track:track"},null]]\' WHERE number = 3',
            "Track lacks the field",
        ),
        ("UPDATE journal SET changes = '[]' WHERE number = 1", "changes a row that was not so before it"),
        ("UPDATE journal SET moment = 'noon'", "“noon” is not a moment"),
    ],
)
def test_a_journal_and_rows_that_disagree_are_found(opened: Opener, made: Path, statement: str, said: str) -> None:
    with opened() as file:
        retitle(file, "Once")
        retitle(file, "Twice")
    change(made, statement)

    (sentence,) = problems(made)
    assert said in sentence


def test_an_index_that_lost_a_row_is_found(made: Path) -> None:
    with closing(sqlite3.connect(made, isolation_level=None)) as driver:
        driver.execute("PRAGMA writable_schema = ON")
        (page,) = driver.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_tasks_1'"
        ).fetchone()
    with made.open("r+b") as file:
        file.seek((page - 1) * 4096 + 3)
        file.write(b"\0\1")

    (sentence,) = problems(made)
    assert "SQLite finds it unsound" in sentence
