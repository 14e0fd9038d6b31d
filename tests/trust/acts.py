"""What a process does to a launch file until it is killed. It says what it did only when that is on disk."""

import os
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from pathlib import Path
from typing import NamedTuple

from launchpad.app.export import export_session
from launchpad.app.merge import bring_home, read_home
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.cli import main
from launchpad.domain.errors import PlanError
from launchpad.storage.backup import back_up
from launchpad.storage.copies import send_a_copy
from tests.trust.gestures import TODAY, Chance, do_something, rename

PLAN = "plan.launch"
BACK = "back.xlsx"
EXPORTS = ("out.xlsx", "out.csv", "out.ics", "out.json")
READY = "ready"

Say = Callable[[object], None]


class Act(NamedTuple):
    """`play` says `READY` when it gets serious; `span` is how many seconds later the latest kill comes."""

    play: Callable[[Path, Chance, Say], None]
    span: float


def edit(folder: Path, chance: Chance, say: Say) -> None:
    """Edits, undos and redos of every kind through the session."""
    with Session.open(folder / PLAN) as session:
        say(READY)
        while True:
            say(do_something(session, chance).number)


def merge(folder: Path, chance: Chance, say: Say) -> None:
    """A workbook that came home is taken over, and the merge is undone, again and again."""
    with Session.open(folder / PLAN) as session:
        home = read_home(session, folder / BACK, TODAY)
        say(READY)
        while True:
            say(bring_home(session, home, home.usual(take_conflicts=True)).number)
            say(session.undo().number)


def command(folder: Path, chance: Chance, say: Say) -> None:
    """Commands of the command line; what they print is what they say."""
    file = str(folder / PLAN)
    say(READY)
    while True:
        task = f"task.{chance.randrange(60)}"
        asked = chance.choice(
            [
                ["set", file, task, f"title=Do {chance.randrange(10**9)}", f"duration={chance.randint(0, 9)}"],
                ["set", file, "@person:mara", "days_off=2026-10-20..2026-10-24"],
                ["add", file, f"new.{chance.randrange(10**9)}", "--title", "New", "--track", "track"],
                ["link", file, task, f"task.{chance.randrange(60)}", "--lag", str(chance.randint(0, 4))],
                ["undo", file],
                ["redo", file],
            ]
        )
        with open(os.devnull, "w") as nowhere, redirect_stderr(nowhere):  # refusals are none of our business
            main(asked)


def send_out(folder: Path, chance: Chance, say: Say) -> None:
    """Files for other programs are written over those of last week."""
    with Session.open(folder / PLAN, read_only=True) as session:
        say(READY)
        while True:
            name = chance.choice(EXPORTS)
            export_session(session, folder / name, TODAY)
            say(name)


def keep(folder: Path, chance: Chance, say: Say) -> None:
    """Versions are kept while the plan is edited."""
    with Session.open(folder / PLAN) as session:
        say(READY)
        while True:
            session.run(rename, chance)
            say(f"kept {back_up(session.file, backups_folder()).number}")


def copy(folder: Path, chance: Chance, say: Say) -> None:
    """New files are made: copies to send away, with history and without, and plans."""
    with Session.open(folder / PLAN, read_only=True) as session:
        say(READY)
        for number in range(1000):
            path = folder / f"copy {number}.launch"
            if chance.random() < 0.6:
                send_a_copy(session.file, path, with_history=chance.random() < 0.5)
            else:
                Session.create(path, session.document, "New plan").close()
            say(path.name)


def open_it(folder: Path, chance: Chance, say: Say) -> None:
    """The file is opened, which may mend or upgrade it."""
    say(READY)
    with Session.open(folder / PLAN) as session:
        say(session.last_number)


def work_in_the_window(folder: Path, chance: Chance, say: Say) -> None:
    """Keys and menus of the window; it speaks when its status bar says that all is saved."""
    from tests.trust.at_the_window import a_window, type_titles

    with a_window(folder / PLAN) as window:
        say(READY)
        type_titles(window, chance, say)


ACTS = {
    "edit": Act(edit, 0.08),
    "merge": Act(merge, 0.06),
    "command": Act(command, 0.25),
    "export": Act(send_out, 0.15),
    "keep": Act(keep, 0.12),
    "copy": Act(copy, 0.2),
    "open": Act(open_it, 0.05),
    "window": Act(work_in_the_window, 0.4),
}


def play(name: str, folder: Path, seed: int, said: int) -> None:
    """Do an act in this process, saying what is done into the descriptor `said`."""

    def say(what: object) -> None:
        os.write(said, f"{what}\n".encode())

    with suppress(PlanError):
        ACTS[name].play(folder, Chance(seed), say)
