"""The power fails at any moment: what was confirmed is on the platter, and the file is whole.

The system calls of a process at work are recorded; then the disk is played again up to some call, and of what was not
synced by then a part is dropped, torn or done in another order. `make power` looks at 20,000 such states.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from launchpad.app.session import Session
from launchpad.storage import migrations, schemas
from launchpad.storage.check import problems
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from tests.storage.next_version import NEXT, add_mood, objects_with_mood, version_of
from tests.trust.acts import PLAN
from tests.trust.disk import Disk, read_folder, write_folder
from tests.trust.gestures import a_busy_plan
from tests.trust.recorder import ACKNOWLEDGED, Call, record

MANY = int(os.environ.get("LAUNCHPAD_STATES", "600"))
A_RECORD = 1000
"""States looked at of one record before another is made."""

Figures = Callable[[str], None]
State = tuple[list[str], dict[str, bytes]]
pytestmark = pytest.mark.slow


def recorded(folder: Path, work: str, seed: int, *weaker: str) -> tuple[dict[str, bytes], list[Call]]:
    """The files a process found, and what it asked of the disk."""
    folder.mkdir()
    Session.create(folder / PLAN, a_busy_plan(), "New plan").close()
    found = read_folder(folder)
    return found, record(folder, "tests.trust.committer", work, str(seed), *weaker)


def states(found: dict[str, bytes], calls: list[Call], count: int, seed: int) -> Iterator[State]:
    """What had been confirmed, and what may be left, for so many moments."""
    chance = random.Random(seed)
    moments = sorted(chance.randrange(len(calls) + 1) for _ in range(count))
    disk, done = Disk(found), 0
    for moment in moments:
        disk.do(islice(calls, done, moment))
        done = moment
        left = disk.remains(chance)
        left.pop(ACKNOWLEDGED, None)
        yield list(disk.said), left


def laid_out(tmp_path: Path, work: str, count: int, *weaker: str) -> Iterator[tuple[list[str], Path]]:
    """States as files in a folder, after as many records as they need."""
    for number in range(0, count, A_RECORD):
        found, calls = recorded(tmp_path / f"{work}{number}", work, number, *weaker)
        for said, left in states(found, calls, min(A_RECORD, count - number), number):
            folder = tmp_path / "state"
            shutil.rmtree(folder, ignore_errors=True)
            write_folder(folder, left)
            yield said, folder


def lost(said: list[str], folder: Path) -> int | None:
    """How many confirmed edits are missing in what was left; None when it cannot be read."""
    confirmed = int(said[-1]) if said else 1
    try:
        with LaunchFile.open(folder / PLAN, state=folder / "locks") as file:
            number = file.last_number
    except StorageError:
        return None
    return None if problems(folder / PLAN) else max(0, confirmed - number)


def test_every_confirmed_edit_is_on_the_platter(tmp_path: Path, figures: Figures) -> None:
    looked = mended = 0
    for said, folder in laid_out(tmp_path, "edit", MANY):
        mended += (folder / f"{PLAN}-journal").exists()
        assert lost(said, folder) == 0, f"after {said[-1:]}"
        looked += 1

    assert mended
    figures(f"power, edit: {looked:,} states, {mended:,} with a journal, 0 edits lost, 0 unsound")


def test_a_file_that_was_confirmed_is_on_the_platter_and_every_file_is_whole(tmp_path: Path, figures: Figures) -> None:
    looked = files = 0
    for said, folder in laid_out(tmp_path, "make", MANY // 10):
        names = {path.name for path in folder.iterdir() if path.is_file()}
        assert set(said) <= names
        for name in names & {"out.json", *(f"copy {number}.launch" for number in range(6))}:
            files += 1
            content = (folder / name).read_bytes()
            assert content.rstrip().endswith(b"}") if name == "out.json" else problems(folder / name) == ()
        looked += 1

    assert files
    figures(f"power, make: {looked:,} states, {files:,} new files looked at, 0 lost, 0 broken")


def test_a_file_that_was_being_upgraded_is_the_old_one_or_the_new_one(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = upgraded = 0
    for said, folder in laid_out(tmp_path, "upgrade", MANY // 10):
        with monkeypatch.context() as next_version:
            next_version.setitem(migrations.STEPS, NEXT, add_mood)
            next_version.setitem(schemas.ALLOWED, NEXT, objects_with_mood())
            kept = [*folder.glob("* (version 1).launch")]
            if version_of(folder / PLAN) == NEXT:
                assert [(version_of(path), problems(path)) for path in kept] == [(1, ())]
                upgraded += 1
            assert not said or version_of(folder / PLAN) == NEXT
            assert lost(said, folder) == 0
        looked += 1

    assert 0 < upgraded < looked
    figures(f"power, upgrade: {looked:,} states, {upgraded:,} upgraded by then, 0 lost, 0 unsound")


@pytest.mark.parametrize("weaker", ["synchronous = OFF", "journal_mode = MEMORY"])
def test_with_less_care_the_power_takes_edits_away(tmp_path: Path, weaker: str, figures: Figures) -> None:
    """Without this the tests above could be blind."""
    found = [lost(said, folder) for said, folder in laid_out(tmp_path, "edit", max(100, MANY // 20), weaker)]

    unsound, missing = found.count(None), sum(1 for each in found if each)
    assert missing + unsound > 0
    figures(f"power, control: {weaker}: of {len(found):,} states {missing:,} lost edits, {unsound:,} were unsound")
