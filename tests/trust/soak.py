"""A long life of a plan: edited, undone, merged, exported, copied, killed, rolled back, opened again, for hours."""

import gc
import os
import random
import shutil
import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from launchpad.app.export import export_session
from launchpad.app.merge import bring_home, read_home
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.storage.backup import versions
from launchpad.storage.check import problems
from launchpad.storage.copies import send_a_copy
from launchpad.storage.errors import Busy, ChangedElsewhere
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.interchange.homecoming.returning import fill
from tests.trust.acts import EXPORTS, PLAN
from tests.trust.gestures import TODAY, a_busy_plan, do_something
from tests.trust.mortals import Mortals

LONGEST_JOURNAL = 1500
"""Edits after which life goes on in a copy with a journal of its own."""


@dataclass(frozen=True)
class Sample:
    """What this process holds: bytes of memory, open handles, threads."""

    memory: int
    handles: int
    threads: int


def sample() -> Sample:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Sample(pages * os.sysconf("SC_PAGE_SIZE"), len(os.listdir("/proc/self/fd")), threading.active_count())


@dataclass
class Soak:
    """One plan in one folder; `lives` are processes that work on it and are killed."""

    folder: Path
    lives: Mortals
    chance: random.Random
    done: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = self.folder / PLAN
        Session.create(self.path, a_busy_plan(), "New plan").close()
        self.document = read_document(self.path)

    def run(self, seconds: float, pace: float) -> None:
        """Live for so long; `pace` is the share of the time that is worked, the rest is slept."""
        begin, looks = time.monotonic(), 0
        rounds = [self.edit] * 5 + [self.die] * 3 + [self.merge, self.send_out, self.look_back, self.be_two, self.sync]
        while (now := time.monotonic()) - begin < seconds:
            self.chance.choice(rounds)()
            self.check()
            if time.monotonic() - begin > looks * seconds / 60:
                looks += 1
                self.samples.append(sample())
            time.sleep((time.monotonic() - now) * (1 / pace - 1))

    def check(self) -> None:
        """The file is whole, and what it holds is what was last confirmed."""
        assert problems(self.path) == ()
        with Session.open(self.path, read_only=True) as session:
            assert session.document == self.document
            length = session.last_number
        if length > LONGEST_JOURNAL:
            self.begin_a_new_journal()
        self.done["checks"] += 1

    # --- what may happen -------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """An hour at the desk."""
        with Session.open(self.path) as session:
            for _ in range(self.chance.randint(5, 60)):
                number = do_something(session, self.chance).number
                assert number == session.last_number
                self.done["edits"] += 1
            self.document = session.document

    def die(self) -> None:
        """Somebody works on the file and is killed."""
        before = self._last_number()
        act, span = self.chance.choice([("edit", 0.08), ("command", 0.2), ("window", 0.3), ("keep", 0.1)])
        said = self.lives.live(act, self.chance.randrange(10**9), self.chance.uniform(0, span))
        numbers = [int(word) for word in (each.removeprefix("kept ") for each in said) if word.isdecimal()]
        confirmed = max(numbers, default=before)
        with Session.open(self.path) as session:
            assert confirmed <= session.last_number <= confirmed + 1
            self.document = session.document
        self.done["kills"] += 1
        self.done["edits"] += confirmed - before

    def _last_number(self) -> int:
        with LaunchFile.open(self.path, read_only=True) as file:
            return file.last_number

    def merge(self) -> None:
        """A workbook goes out, is filled in, and comes home."""
        with Session.open(self.path) as session:
            export_session(session, self.folder / "sent.xlsx", TODAY)
            keys = [task.key for task in self.chance.sample(session.document.tasks, 10)]
            note = f"Theirs {self.chance.randrange(10**9)}"
            fill(self.folder / "sent.xlsx", self.folder / "back.xlsx", {key: {"note": note} for key in keys})
            do_something(session, self.chance)
            home = read_home(session, self.folder / "back.xlsx", TODAY)
            bring_home(session, home, home.usual(take_conflicts=self.chance.random() < 0.5))
            self.document = session.document
        self.done["merges"] += 1

    def send_out(self) -> None:
        """Every kind of file is written over the last one."""
        with Session.open(self.path, read_only=True) as session:
            for name in EXPORTS:
                export_session(session, self.folder / name, TODAY)
                self.done["exports"] += 1

    def look_back(self) -> None:
        """A version is kept, and read again."""
        with Session.open(self.path) as session:
            session.keep_version()
            assert session.backup_problem == ""
            kept = versions(backups_folder(), session.file.facts.plan)
        assert read_document(kept[0].path) == self.document
        assert problems(self.chance.choice(kept).path) == ()
        self.done["versions"] += 1

    def be_two(self) -> None:
        """Somebody else wants to write at the same time, and reads along instead."""
        with Session.open(self.path) as session:
            with pytest.raises(Busy):
                Session.open(self.path)
            with Session.open(self.path, read_only=True) as reader:
                assert reader.document == session.document
            do_something(session, self.chance)
            self.document = session.document
        self.done["second programs"] += 1

    def sync(self) -> None:
        """A sync client brings back an older file while the plan is edited: told, nothing called saved, ours kept."""
        aside = self.folder / "older"
        shutil.copyfile(self.path, aside)
        with Session.open(self.path) as session:
            do_something(session, self.chance)
            mine, ours = session.document, self.folder / "ours.launch"
            session.file.copy_into(ours)
            self._bring_back(aside)
            with pytest.raises(ChangedElsewhere):
                do_something(session, self.chance)
            assert session.document == mine
        os.replace(ours, self.path)
        self.document = mine
        self.done["files rolled back"] += 1

    def _bring_back(self, older: Path) -> None:
        if self.chance.random() < 0.5:
            os.replace(older, self.path)
        else:
            self.path.write_bytes(older.read_bytes())

    def begin_a_new_journal(self) -> None:
        """Go on in a copy without what was ever deleted."""
        with Session.open(self.path, read_only=True) as session:
            send_a_copy(session.file, self.folder / "copy.launch")
        os.replace(self.folder / "copy.launch", self.path)
        self.done["new journals"] += 1

    # --- what it came to -------------------------------------------------------------------------------------------

    def told(self, what: str, of: list[int], unit: str) -> str:
        """How a figure moved from the second quarter of the time to the last."""
        quarter = len(of) // 4
        early, late = statistics.median(of[quarter : 2 * quarter]), statistics.median(of[-quarter:])
        return f"{what} {early:,.0f} → {late:,.0f}{unit}"

    def figures(self, minutes: float) -> str:
        """A line for the record."""
        counted = ", ".join(f"{count:,} {name}" for name, count in sorted(self.done.items()))
        memory = [each.memory >> 20 for each in self.samples]
        flat = self.told("memory", memory, " MB"), self.told("handles", [each.handles for each in self.samples], "")
        return f"soak: {minutes:.0f} minutes, {counted}; {', '.join(flat)}"

    def require_flat(self) -> None:
        """Memory grows by 5 % at most (and 8 MB of noise), handles and threads not at all."""
        quarter = len(self.samples) // 4
        early, late = self.samples[quarter : 2 * quarter], self.samples[-quarter:]

        def median(of: list[Sample], name: str) -> float:
            return statistics.median(float(getattr(each, name)) for each in of)

        assert median(late, "memory") <= median(early, "memory") * 1.05 + 8 * 2**20
        assert median(late, "handles") <= median(early, "handles")
        assert median(late, "threads") <= median(early, "threads")
