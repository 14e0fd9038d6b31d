"""Killed at any moment, in whatever it does: what was confirmed is there, and every file is whole.

`make kills` kills 20,000 times; LAUNCHPAD_KILLS says another number.
"""

import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchpad.app.export import export_session
from launchpad.app.session import Session
from launchpad.storage import migrations, schemas
from launchpad.storage.backup import versions
from launchpad.storage.check import problems
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.recovery import has_companion
from tests.interchange.homecoming.returning import fill
from tests.storage.next_version import NEXT, add_mood, objects_with_mood
from tests.trust.acts import ACTS, BACK, EXPORTS, PLAN
from tests.trust.gestures import TODAY
from tests.trust.mortals import NEXT_VERSION, Mortals, mortals

MANY = int(os.environ.get("LAUNCHPAD_KILLS", "400"))
SHARES = {
    "edit": 0.4,
    "command": 0.14,
    "merge": 0.1,
    "export": 0.1,
    "keep": 0.08,
    "copy": 0.05,
    "mend": 0.05,
    "upgrade": 0.05,
    "window": 0.03,
}
FEW = 6
ENOUGH = 100
"""Lives after which something must have happened, however busy the machine is."""
FRESH = {"merge": 1}
"""Lives after which a plan is replaced by a new one, if not 25: a long journal makes every check long."""

Figures = Callable[[str], None]


def often(act: str) -> list[object]:
    """A few kills for every day, the act's share of many for the long proof."""
    return [FEW, pytest.param(max(FEW, round(MANY * SHARES[act])), marks=pytest.mark.slow)]


class Judge:
    """Looks at what a killed process left."""

    def __init__(self, born: Path, field: Path) -> None:
        self.born, self.field, self.path = born, field, field / PLAN
        self.before = self.edits = self.half_written = 0

    def fresh(self) -> None:
        """Begin again with a new plan, and nothing beside it."""
        for left in self.field.iterdir():
            if left.name != "home":
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        for each in self.born.iterdir():
            shutil.copy(each, self.field / each.name)
        self.before = 1

    def look(self, said: list[str]) -> None:
        """The plan opens, is whole, and holds every edit that was confirmed and at most the one under way."""
        numbers = [word.removeprefix("kept ") for word in said]
        confirmed = max([int(number) for number in numbers if number.isdecimal()], default=self.before)
        self.half_written += has_companion(self.path)
        with LaunchFile.open(self.path, state=self.field / "home" / "state" / "launchpad") as file:
            assert confirmed <= file.last_number <= max(confirmed, self.before) + 1
            self.edits += file.last_number - self.before
            self.before = file.last_number
        assert problems(self.path) == ()

    def verdict(self, act: str, kills: int) -> str:
        """A line for the record."""
        return f"kills, {act}: {kills:,} lives, {self.half_written:,} half-written, {self.edits:,} edits, 0 lost"


@pytest.fixture
def judge(born: Path, field: Path) -> Judge:
    judge = Judge(born, field)
    judge.fresh()
    return judge


def lives_of(act: str, count: int, judge: Judge, lives: Mortals) -> Iterator[list[str]]:
    """Yield what each life said; a few lives share a plan."""
    chance = random.Random(f"{act} {count}")
    before = lives.kills
    for number in range(count):
        if number % FRESH.get(act, 25) == 0:
            judge.fresh()
        yield lives.live(act, chance.randrange(10**9), chance.uniform(0.0, ACTS[act].span))
    wanted = count * 0.9 if count >= ENOUGH else 0  # of a handful, a quick machine may end some first
    assert lives.kills - before > wanted, "too few were killed before they had ended"


@pytest.mark.parametrize("kills", often("edit"))
def test_every_confirmed_edit_survives(judge: Judge, lives: Mortals, kills: int, figures: Figures) -> None:
    for said in lives_of("edit", kills, judge, lives):
        judge.look(said)

    assert judge.edits or kills < ENOUGH
    if kills >= ENOUGH:
        assert judge.half_written > kills // 20, "the kills came too late or too early to prove anything"
    figures(judge.verdict("edit", kills))


@pytest.mark.parametrize("kills", often("command"))
def test_every_edit_the_command_line_confirmed_survives(
    judge: Judge, lives: Mortals, kills: int, figures: Figures
) -> None:
    for said in lives_of("command", kills, judge, lives):
        judge.look(said)

    assert judge.edits or kills < ENOUGH
    figures(judge.verdict("command", kills))


@pytest.mark.parametrize("kills", [pytest.param(max(FEW, round(MANY * SHARES["window"])), marks=pytest.mark.slow)])
def test_every_edit_the_window_called_saved_survives(
    judge: Judge, lives: Mortals, kills: int, figures: Figures
) -> None:
    for said in lives_of("window", kills, judge, lives):
        judge.look(said)

    assert judge.edits or kills < ENOUGH
    figures(judge.verdict("window", kills))


@pytest.mark.parametrize("kills", often("merge"))
def test_a_merge_is_there_whole_or_not_at_all(judge: Judge, lives: Mortals, kills: int, figures: Figures) -> None:
    with Session.open(judge.born / PLAN, read_only=True) as session:
        export_session(session, judge.born / "sent.xlsx", TODAY)
    filled = {f"task.{n}": {"progress": 0.5, "note": f"Theirs {n}"} for n in range(30)}
    fill(judge.born / "sent.xlsx", judge.born / BACK, filled)

    for said in lives_of("merge", kills, judge, lives):
        judge.look(said)
        with LaunchFile.open(judge.path, read_only=True) as file:
            theirs = [task for task in file.document.tasks if task.note.startswith("Theirs")]
            assert len(theirs) in (0, 30)

    assert judge.edits or kills < ENOUGH
    figures(judge.verdict("merge", kills))


@pytest.mark.parametrize("kills", often("export"))
def test_an_export_leaves_the_old_file_or_the_new_one(
    judge: Judge, lives: Mortals, kills: int, figures: Figures
) -> None:
    names = [name for name in EXPORTS if name != BACK]
    with Session.open(judge.born / PLAN, read_only=True) as session:
        for name in names:
            export_session(session, judge.born / name, TODAY)

    seen: dict[str, set[int]] = {name: set() for name in names}
    for said in lives_of("export", kills, judge, lives):
        judge.look([])
        for name in names:
            require_whole(judge.field / name)
            seen[name].add((judge.field / name).stat().st_ino)
        assert set(said) <= set(names)

    assert sum(map(len, seen.values())) > len(names) or kills < ENOUGH, "nothing was written"
    parts = len(list(judge.field.glob(".*.part")))
    figures(f"kills, export: {kills:,} lives, 0 files destroyed ({parts} unfinished ones beside, last plan)")


def require_whole(path: Path) -> None:
    """Fail unless an exported file can be read to its end."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            assert book.testzip() is None
            assert "xl/workbook.xml" in book.namelist()
        return
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".json":
        assert len(json.loads(text)["tasks"]) == 60
    elif path.suffix == ".ics":
        assert text.rstrip().endswith("END:VCALENDAR")
    else:
        assert text.count("task.") >= 60
        assert text.endswith("\n")


@pytest.mark.parametrize("kills", often("keep"))
def test_a_version_that_was_kept_can_be_opened(judge: Judge, lives: Mortals, kills: int, figures: Figures) -> None:
    folder = judge.field / "home" / "data" / "launchpad" / "backups"
    with LaunchFile.open(judge.path, read_only=True) as file:
        plan = file.facts.plan
    looked_at = set()
    for said in lives_of("keep", kills, judge, lives):
        judge.look(said)
        found = versions(folder, plan)
        numbers = {version.number for version in found}
        assert {int(word.removeprefix("kept ")) for word in said[-5:]} <= numbers
        for version in found[:3]:
            if version.path not in looked_at:
                assert problems(version.path) == ()
                looked_at.add(version.path)

    assert looked_at or kills < ENOUGH
    figures(f"kills, keep: {kills:,} lives, {len(looked_at):,} versions looked at, 0 broken; {judge.edits:,} edits")


@pytest.mark.parametrize("kills", often("copy"))
def test_a_new_file_is_whole_or_not_there(judge: Judge, lives: Mortals, kills: int, figures: Figures) -> None:
    count = 0
    for said in lives_of("copy", kills, judge, lives):
        made = {path.name: path for path in judge.field.glob("copy *.launch")}
        assert set(said) <= set(made)
        for path in made.values():
            assert problems(path) == ()
            path.unlink()
        count += len(made)
        judge.look([])

    assert count or kills < ENOUGH
    figures(f"kills, copy: {kills:,} lives, {count:,} new files, 0 broken")


def test_a_reader_mends_what_a_killed_writer_left(judge: Judge, lives: Mortals) -> None:
    said = a_half_written_plan(judge, lives)
    with LaunchFile.open(judge.path, read_only=True) as file:
        assert file.last_number >= int(said[-1] if said else 1)

    assert problems(judge.path) == ()


# --- while the file is mended or upgraded --------------------------------------------------------------------------


@pytest.mark.parametrize("kills", often("mend"))
def test_a_file_that_was_being_mended_is_mended_the_next_time(
    judge: Judge, lives: Mortals, kills: int, figures: Figures
) -> None:
    said = a_half_written_plan(judge, lives)
    broken = {name: (judge.field / name).read_bytes() for name in (PLAN, f"{PLAN}-journal")}
    last = int(said[-1]) if said else 1
    chance = random.Random(kills)
    interrupted = 0
    for _ in range(kills):
        for name, content in broken.items():
            (judge.field / name).write_bytes(content)
        said = lives.live("open", 0, chance.uniform(0.0, ACTS["open"].span))
        interrupted += has_companion(judge.path)
        judge.before = last
        judge.look(said)
    assert interrupted or kills < ENOUGH
    figures(f"kills, mend: {kills:,} lives, {interrupted:,} with the journal still there, 0 lost")


def a_half_written_plan(judge: Judge, lives: Mortals) -> list[str]:
    """Kill until a plan is left with a journal that has to be applied, and return what was confirmed."""
    for seed in range(1000):
        judge.fresh()
        said = lives.live("edit", seed, 0.02 + seed % 7 / 200)
        if has_companion(judge.path):
            return said
    raise AssertionError("no kill came in the middle of an edit")


@pytest.mark.parametrize("kills", often("upgrade"))
def test_a_file_that_was_being_upgraded_is_the_old_one_or_the_new_one(
    born: Path, tmp_path: Path, kills: int, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(migrations.STEPS, NEXT, add_mood)
    monkeypatch.setitem(schemas.ALLOWED, NEXT, objects_with_mood())
    judge = Judge(born, tmp_path)
    chance = random.Random(kills)
    upgraded = 0
    with mortals(tmp_path, NEXT_VERSION) as lives:
        for _ in range(kills):
            judge.fresh()
            said = lives.live("open", 0, chance.uniform(0.0, 0.25))
            kept = [*judge.field.glob("* (version 1).launch")]
            assert [(version_of(path), problems(path)) for path in kept] in ([], [(1, ())])
            if version_of(judge.path) == NEXT:
                assert kept, "the older file must be kept before another takes its place"
                upgraded += 1
            assert not said or version_of(judge.path) == NEXT
            judge.look(said)
    assert 0 < upgraded < kills or kills < ENOUGH
    figures(f"kills, upgrade: {kills:,} lives, {upgraded:,} upgraded by then, 0 lost")


def version_of(path: Path) -> int:
    """The version in a file's header."""
    return int.from_bytes(path.read_bytes()[60:64], "big")


# --- the same without what protects the file ----------------------------------------------------------------------


@pytest.mark.parametrize("journal", ["OFF", "MEMORY"])
@pytest.mark.slow
def test_without_a_journal_on_disk_a_kill_does_damage(
    born: Path, tmp_path: Path, journal: str, figures: Figures
) -> None:
    """Without this the tests above could be blind."""
    judge = Judge(born, tmp_path)
    chance = random.Random(journal)
    with mortals(tmp_path, f"journal_mode = {journal}", "cache_size = 2") as lives:
        for number in range(2000):
            judge.fresh()
            lives.live("edit", number, chance.uniform(0.0, ACTS["edit"].span))
            if problems(judge.path):
                figures(f"kills, control: with journal_mode = {journal} kill {number + 1} did damage")
                return
    pytest.fail("2,000 kills did no damage")
