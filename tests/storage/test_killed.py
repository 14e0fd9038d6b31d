"""A process killed while it edits: every edit it acknowledged is there, and the file is whole.

`LAUNCHPAD_KILLS=5000 make soak` kills more often.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from launchpad.storage.check import problems
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.recovery import has_companion
from tests.builders import a_plan, a_task
from tests.storage.edits import birth_of, retitle

MANY = int(os.environ.get("LAUNCHPAD_KILLS", "200"))
ROOT = Path(__file__).parent.parent.parent


class Writers:
    """Processes that edit a document one after the other and do not live long."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def edit_until_killed(self, seconds: float) -> int:
        """Let a process edit for a while, kill it, and return the last edit it acknowledged, or 0."""
        assert self._process.stdin is not None
        print("go", file=self._process.stdin, flush=True)
        pid = int(self._line().removeprefix("ready "))
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        last = 0
        while (line := self._line()) != "dead":
            last = int(line)
        return last

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def writers(path: Path, state: Path, *weaker: str) -> Iterator[Writers]:
    command = [sys.executable, "-m", "tests.storage.writer", str(path), str(state), *weaker]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield Writers(process)


@pytest.fixture
def busy(path: Path, state: Path) -> Path:
    """A document large enough that an edit touches several pages."""
    plan = a_plan(*(a_task(f"task.{number}", note=f"Note {number} " * 50) for number in range(60)))
    LaunchFile.create(path, plan, birth_of(plan), state=state).close()
    return path


@pytest.mark.parametrize("kills", [40, pytest.param(MANY, marks=pytest.mark.slow)])
def test_every_acknowledged_edit_survives_a_kill(busy: Path, state: Path, kills: int) -> None:
    chance = random.Random(kills)
    new_born = busy.read_bytes()
    before = edits = half_written = 0
    with writers(busy, state) as editing:
        for number in range(kills):
            if number % 100 == 0:  # a long journal makes every check long
                busy.write_bytes(new_born)
                edits, before = edits + before, 1
            last = max(editing.edit_until_killed(chance.uniform(0.0, 0.06)), before)
            half_written += has_companion(busy)

            with LaunchFile.open(busy, state=state) as file:
                assert last <= file.last_number <= last + 1
                before = file.last_number
            assert problems(busy) == ()
    assert edits + before > kills
    assert half_written > kills // 10, "the kills came too late or too early to prove anything"


def test_a_reader_mends_what_a_killed_writer_left(busy: Path, state: Path) -> None:
    with writers(busy, state) as editing:
        for seconds in (0.01, 0.02, 0.03, 0.04):
            last = editing.edit_until_killed(seconds)

            with LaunchFile.open(busy, state=state, read_only=True) as file:
                assert file.last_number >= last
            assert problems(busy) == ()
    with LaunchFile.open(busy, state=state) as file:
        retitle(file, "Went on", "task.1")


def test_a_kill_while_the_journal_is_kept_in_memory_does_damage(busy: Path, state: Path) -> None:
    """Without this the test above could be blind."""
    chance = random.Random(1)
    good = busy.read_bytes()
    with writers(busy, state, "journal_mode = MEMORY", "cache_size = 2") as editing:
        for _ in range(2000):
            editing.edit_until_killed(chance.uniform(0.0, 0.06))
            if problems(busy):
                return
            busy.write_bytes(good)
    pytest.fail("2,000 kills did no damage")
