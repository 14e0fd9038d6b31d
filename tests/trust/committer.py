"""A process whose requests to the disk are recorded; it says what is done into a file, which marks it in the record.

python -m tests.trust.committer FOLDER WORK SEED [PRAGMA]...
"""

import os
import sys
from pathlib import Path

from launchpad.app.export import export_session
from launchpad.app.session import Session
from launchpad.storage import migrations, schemas, sqlite
from launchpad.storage.copies import send_a_copy
from tests.storage.next_version import NEXT, add_mood, objects_with_mood
from tests.trust.acts import PLAN, Say
from tests.trust.gestures import TODAY, Chance, do_something
from tests.trust.recorder import ACKNOWLEDGED

EDITS = 40


def edit(folder: Path, chance: Chance, say: Say) -> None:
    with Session.open(folder / PLAN) as session:
        for _ in range(EDITS):
            say(do_something(session, chance).number)


def make(folder: Path, chance: Chance, say: Say) -> None:
    """New files, and files written over others."""
    with Session.open(folder / PLAN, read_only=True) as session:
        for number in range(6):
            export_session(session, folder / "out.json", TODAY)
            say("out.json")
            send_a_copy(session.file, folder / f"copy {number}.launch", with_history=number % 2 == 0)
            say(f"copy {number}.launch")


def upgrade(folder: Path, chance: Chance, say: Say) -> None:
    """A Launchpad of the next version opens the plan and goes on with it."""
    migrations.STEPS[NEXT] = add_mood
    schemas.ALLOWED[NEXT] = objects_with_mood()
    with Session.open(folder / PLAN) as session:
        say(session.last_number)
        for _ in range(EDITS // 4):
            say(do_something(session, chance).number)


def main() -> None:
    folder, work, seed, *weaker = sys.argv[1:]
    sqlite.PRAGMAS += tuple(weaker)
    said = os.open(Path(folder) / ACKNOWLEDGED, os.O_CREAT | os.O_WRONLY)

    def say(what: object) -> None:
        os.write(said, f"{what}\n".encode())

    WORK[work](Path(folder), Chance(seed), say)


WORK = {"edit": edit, "make": make, "upgrade": upgrade}

if __name__ == "__main__":
    main()
