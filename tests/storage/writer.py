"""Processes that edit a document until they are killed; each prints a number only when that edit is on disk.

    python writer.py FILE STATE [PRAGMA]...

Each line on standard input starts a fresh editing process, which says ``ready PID``; once that is dead, ``dead`` is
said. The pragmas weaken SQLite on purpose, to show that the test which uses them would see damage.
"""

import os
import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import TaskId
from launchpad.journal.entry import Entry
from launchpad.storage import sqlite
from launchpad.storage.launch_file import LaunchFile


def some_changes(document: Document, number: int) -> list[Change]:
    """An edit over a few tasks, large and small: titles and notes that name its number, a birth, a removal."""
    chance = random.Random(number)
    tasks = list(document.tasks)
    note = f"Note {number} " * chance.choice([1, 10, 900])
    changes = [Change(task, replace(task, title=f"Edit {number}", note=note)) for task in chance.sample(tasks, 2)]
    if number % 3 == 0:
        born = replace(tasks[0], id=TaskId(f"task:{number}"), key=f"new.{number}")
        changes.append(Change(None, born))
    spare = [task for task in tasks if task.key.startswith("new.") and all(task is not c.before for c in changes)]
    if number % 4 == 0 and spare:
        changes.append(Change(spare[0], None))
    return changes


def say(what: object) -> None:
    os.write(1, f"{what}\n".encode())


def edit_until_killed(path: Path, state: Path) -> None:
    with LaunchFile.open(path, state=state) as file:
        say(f"ready {os.getpid()}")
        while True:
            number = file.last_number + 1
            edit = Edit(f"Edit {number}", tuple(some_changes(file.document, number)))
            file.append(Entry(number, datetime.now(UTC), "Mara", "app", edit))
            say(number)


def main() -> None:
    path, state, *weaker = sys.argv[1:]
    sqlite.PRAGMAS += tuple(weaker)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            edit_until_killed(Path(path), Path(state))
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
