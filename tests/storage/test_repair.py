"""A damaged document is repaired into a new file: what can be read is there, the rest is told, nothing is made up."""

import os
import random
import sqlite3
import struct
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.domain.people import Person
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.storage.check import problems, replay_problems
from launchpad.storage.errors import Damaged, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.storage.salvage.findings import Findings, findings
from launchpad.storage.salvage.pages import Pages
from launchpad.storage.salvage.repair import Repaired, repair
from tests.builders import a_plan, a_task
from tests.storage.edits import NOON, birth_of, retitle
from tests.storage.rows import a_full_plan

MANY = int(os.environ.get("LAUNCHPAD_REPAIRS", "60"))
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of many pages: tasks with notes, and everything else there is, edited a few times."""
    folder = tmp_path_factory.mktemp("whole")
    plan = a_plan(*(a_task(f"task.{n}", note=f"Note {n} " * 60) for n in range(80)))
    with LaunchFile.create(folder / "plan.launch", plan, birth_of(plan), state=folder) as file:
        for number in range(30):
            retitle(file, f"Title {number}", f"task.{number % 7}")
    return folder / "plan.launch"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "repaired.launch"


def damaged(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "damaged.launch"
    path.write_bytes(content)
    return path


def repaired(path: Path, target: Path) -> Repaired:
    """Repair a file; the file stays as it was and what comes of it is whole."""
    before = path.read_bytes()
    answer = repair(path, target, NOON, "Mara")
    assert path.read_bytes() == before
    assert problems(target) == ()
    return answer


def root_of(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as driver:
        return int(driver.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0])


def leaves_of(path: Path, name: str) -> tuple[int, ...]:
    return Pages(path.read_bytes()).branch(root_of(path, name)).leaves


def without(content: bytes, *pages: int) -> bytes:
    """The content with some pages zeroed."""
    patched = bytearray(content)
    for page in pages:
        patched[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return bytes(patched)


# --- reading past SQLite -------------------------------------------------------------------------------------------


def test_every_kind_of_row_is_read_as_sqlite_reads_it(path: Path, state: Path) -> None:
    plan = a_full_plan(3)
    LaunchFile.create(path, plan, birth_of(plan), state=state).close()
    found = findings(path.read_bytes())

    assert Document(found.rows.values()) == plan
    assert list(found.entries) == [1]
    assert found.last_number == 1
    assert found.lost.total() == 0


def test_a_document_of_many_pages_is_read_whole(whole: Path) -> None:
    found = findings(whole.read_bytes())

    assert Document(found.rows.values()) == read_document(whole)
    assert replay_problems(read_document(whole), [found.entries[n] for n in sorted(found.entries)]) == ()
    assert found.lost.total() == 0


# --- what is lost and what is not ----------------------------------------------------------------------------------


def test_a_kind_of_row_is_complete_when_nothing_of_it_or_of_no_known_table_is_lost() -> None:
    def complete(*lost: str) -> list[bool]:
        found = Findings(lost=Counter(lost))
        return [found.is_complete(Task), found.is_complete(Person)]

    assert complete() == complete("journal") == [True, True]
    assert complete("tasks") == [False, True]
    assert complete("") == [False, False]


def test_damage_outside_the_rows_costs_nothing(whole: Path, tmp_path: Path, target: Path) -> None:
    index = root_of(whole, "sqlite_autoindex_tasks_1")
    answer = repaired(damaged(tmp_path, without(whole.read_bytes(), index)), target)

    assert read_document(target) == read_document(whole)
    assert (answer.edits, answer.notes) == (31, ())
    with LaunchFile.open(target, read_only=True) as file, LaunchFile.open(whole, read_only=True) as before:
        assert list(file.entries()) == list(before.entries())


def test_rows_that_are_lost_come_back_from_the_journal(whole: Path, tmp_path: Path, target: Path) -> None:
    pages = leaves_of(whole, "tasks")
    answer = repaired(damaged(tmp_path, without(whole.read_bytes(), *pages)), target)

    assert len(pages) > 5
    assert read_document(target) == read_document(whole)
    assert answer.notes == ("80 of tasks could not be read and came from the journal.",)


def test_a_journal_that_is_lost_costs_no_row(whole: Path, tmp_path: Path, target: Path) -> None:
    pages = leaves_of(whole, "journal")
    answer = repaired(damaged(tmp_path, without(whole.read_bytes(), *pages)), target)

    assert read_document(target) == read_document(whole)
    assert answer.edits == 0
    assert answer.notes == ("The journal could not be read from its beginning; a new one begins here.",)


def test_a_table_whose_tree_is_lost_is_found_page_by_page(whole: Path, tmp_path: Path, target: Path) -> None:
    roots = root_of(whole, "tasks"), root_of(whole, "journal")
    repaired(damaged(tmp_path, without(whole.read_bytes(), *roots)), target)

    assert read_document(target) == read_document(whole)


def test_a_file_that_lost_its_first_page_is_read_from_the_others(whole: Path, tmp_path: Path, target: Path) -> None:
    repaired(damaged(tmp_path, without(whole.read_bytes(), 1)), target)

    assert read_document(target) == read_document(whole)


def test_where_row_and_journal_differ_the_row_is_kept_and_the_difference_told(
    whole: Path, tmp_path: Path, target: Path
) -> None:
    content = whole.read_bytes()
    (leaf,) = [page for page in leaves_of(whole, "tasks") if b"Title 29" in content[(page - 1) * PAGE : page * PAGE]]
    at = content.index(b"Title 29", (leaf - 1) * PAGE)
    answer = repaired(damaged(tmp_path, content[:at] + b"Tityl 29" + content[at + 8 :]), target)

    assert read_document(target).task("task.1").title == "Tityl 29"
    (note,) = answer.notes
    assert note.endswith("title is “Tityl 29”, but “Title 29” in the journal.")


def test_rows_that_nobody_can_know_are_told(whole: Path, tmp_path: Path, target: Path) -> None:
    lost = (*leaves_of(whole, "journal"), leaves_of(whole, "tasks")[0])
    answer = repaired(damaged(tmp_path, without(whole.read_bytes(), *lost)), target)

    left = {task.id: task for task in read_document(target).tasks}
    before = read_document(whole).table(Task)
    assert 0 < len(left) < 80
    assert all(before[row_id] == task for row_id, task in left.items())
    assert any("part of tasks could not be read" in note for note in answer.notes)


def test_a_row_of_something_lost_forgets_it_or_goes_with_it(path: Path, state: Path, target: Path) -> None:
    plan = a_full_plan(4)
    LaunchFile.create(path, plan, birth_of(plan), state=state).close()
    lost = (*leaves_of(path, "journal"), *leaves_of(path, "people"), *leaves_of(path, "tracks"))
    answer = repaired(damaged(state.parent, without(path.read_bytes(), *lost)), target)

    assert read_document(target).people == ()
    assert any("no longer names what could not be read" in note for note in answer.notes)
    assert any("is left out" in note for note in answer.notes)


def test_a_half_written_edit_is_taken_back(whole: Path, tmp_path: Path, target: Path) -> None:
    torn = tmp_path / "torn"
    torn.mkdir()
    (torn / "plan.launch").write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(torn / "plan.launch", isolation_level=None)) as driver:
        driver.execute("PRAGMA cache_size = 1")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE tasks SET title = 'Half', note = hex(zeroblob(900))")
        for ending in ("", "-journal"):
            (tmp_path / f"damaged.launch{ending}").write_bytes((torn / f"plan.launch{ending}").read_bytes())
        driver.execute("ROLLBACK")
    path = tmp_path / "damaged.launch"
    path.write_bytes(without(path.read_bytes(), root_of(whole, "sqlite_autoindex_tasks_1")))
    repaired(path, target)

    assert read_document(target) == read_document(whole)


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"Dear mother,\n" * 500, bytes(PAGE * 5), b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_plan_cannot_be_repaired(tmp_path: Path, target: Path, content: bytes) -> None:
    with pytest.raises(StorageError):
        repair(damaged(tmp_path, content), target, NOON)

    assert not target.exists()


def test_a_plan_without_its_launch_cannot_be_repaired(whole: Path, tmp_path: Path, target: Path) -> None:
    lost = (*leaves_of(whole, "journal"), *leaves_of(whole, "launch"))
    with pytest.raises(Damaged, match="no launch can be read in it"):
        repair(damaged(tmp_path, without(whole.read_bytes(), *lost)), target, NOON)


def test_what_a_newer_launchpad_wrote_is_not_called_all_there_is(whole: Path, tmp_path: Path, target: Path) -> None:
    content = whole.read_bytes()
    newer = damaged(tmp_path, content[:60] + (7).to_bytes(4, "big") + content[64:])

    assert repaired(newer, target).notes == (
        "It says that a newer Launchpad wrote it; what only that one knows is not among what was saved.",
    )


def test_nothing_is_written_over_another_file(whole: Path, target: Path) -> None:
    target.write_text("mine")
    with pytest.raises(StorageError, match="exists already"):
        repair(whole, target, NOON)

    assert target.read_text() == "mine"


def test_an_open_document_is_not_repaired(whole: Path, target: Path) -> None:
    with LaunchFile.open(whole, read_only=True), pytest.raises(StorageError, match="is open; close it"):
        repair(whole, target, NOON)


# --- any damage ----------------------------------------------------------------------------------------------------

Damage = Callable[[bytes, random.Random], bytes]


def flip(content: bytes, chance: random.Random) -> bytes:
    patched = bytearray(content)
    for _ in range(chance.choice([1, 5, 50, 500])):
        patched[chance.randrange(len(patched))] ^= 1 << chance.randrange(8)
    return bytes(patched)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def zero_pages(content: bytes, chance: random.Random) -> bytes:
    return without(content, *(chance.randrange(len(content) // PAGE) + 1 for _ in range(chance.randint(1, 8))))


def swap_pages(content: bytes, chance: random.Random) -> bytes:
    first, second = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    patched = bytearray(content)
    patched[first : first + PAGE], patched[second : second + PAGE] = (
        content[second : second + PAGE],
        content[first : first + PAGE],
    )
    return bytes(patched)


def scribble(content: bytes, chance: random.Random) -> bytes:
    """Numbers where SQLite keeps its own: lengths, places and page numbers."""
    patched = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(content) // PAGE) * PAGE + chance.randrange(24)
        patched[at : at + 4] = struct.pack(">I", chance.choice([0, 1, 2**31, 2**32 - 1, chance.randrange(200)]))
    return bytes(patched[: len(content)])


@pytest.mark.parametrize("count", [10, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.parametrize("damage", [flip, cut, zero_pages, swap_pages, scribble])
def test_whatever_the_damage_nothing_is_made_up(whole: Path, tmp_path: Path, damage: Damage, count: int) -> None:
    """Every text of a repaired row was in a row once, or differs from one in the bits that were flipped."""
    chance = random.Random(f"{damage.__name__} {count}")
    before, states = read_document(whole), states_of(whole)
    complete = 0
    for number in range(count):
        path, target = tmp_path / f"{number}.launch", tmp_path / f"{number} repaired.launch"
        path.write_bytes(damage(whole.read_bytes(), chance))
        try:
            repaired(path, target)
        except StorageError:
            assert not target.exists()
            continue
        document = read_document(target)
        assert {(type(row), row.id) for row in document} <= states.keys() or damage is flip
        if damage is not flip:
            assert all(row in states[type(row), row.id] for row in document if not row.id.startswith("calendar"))
        complete += document == before
    assert complete or damage is cut


def states_of(path: Path) -> dict[tuple[type[Row], str], list[Row]]:
    """All that each row ever was."""
    states: dict[tuple[type[Row], str], list[Row]] = {}
    with LaunchFile.open(path, read_only=True) as file:
        for entry in file.entries():
            for change in entry.edit.changes:
                if change.after is not None:
                    states.setdefault((type(change.after), change.after.id), []).append(change.after)
    return states
