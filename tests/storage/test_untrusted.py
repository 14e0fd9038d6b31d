"""Files that are not what they say, or come with something beside them: one sentence each, and nothing is touched."""

import contextlib
import json
import os
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from launchpad.storage.check import problems
from launchpad.storage.errors import Damaged, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.storage.sqlite import APPLICATION_ID
from tests.storage.edits import retitle

Opener = Callable[..., LaunchFile]
CASES = Path(__file__).parent.parent / "cases" / "bad" / "sqlite"
OURS = struct.pack(">I", APPLICATION_ID)


def refusal(path: Path, state: Path) -> str:
    """What is said about a file, the same for readers and writers; it stays byte for byte as it was."""
    before = path.read_bytes() if path.is_file() else b""
    said = set()
    for read_only in (True, False):
        with pytest.raises(StorageError) as caught:
            LaunchFile.open(path, read_only=read_only, state=state)
        said.add(str(caught.value))
    assert (path.read_bytes() if path.is_file() else b"") == before
    (sentence,) = said
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert problems(path) == (sentence,)
    return sentence


def change(path: Path, *statements: str) -> None:
    """Do to a document what only a stranger does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        for statement in statements:
            driver.execute(statement)


def patch(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


# --- not a plan at all ---------------------------------------------------------------------------------------------


def test_what_is_no_plan_is_named_for_what_it_is(tmp_path: Path, state: Path) -> None:
    (tmp_path / "letter.launch").write_text("Dear mother,\n" * 500)
    (tmp_path / "short.launch").write_text("hi")
    (tmp_path / "empty.launch").touch()
    (tmp_path / "zeros.launch").write_bytes(bytes(40_960))
    (tmp_path / "folder.launch").mkdir()
    os.mkfifo(tmp_path / "pipe.launch")
    (tmp_path / "zero.launch").symlink_to("/dev/zero")
    (tmp_path / "dangling.launch").symlink_to("nowhere")
    (tmp_path / "loop.launch").symlink_to("loop.launch")
    change(tmp_path / "other.launch", "CREATE TABLE notes (text)")

    def said(name: str) -> str:
        return refusal(tmp_path / f"{name}.launch", state)

    assert said("letter") == "“letter.launch” is not a Launchpad plan."
    assert said("short") == "“short.launch” is not a Launchpad plan."
    assert said("empty") == ("“empty.launch” is empty: there is no plan in it. Open its latest kept version instead.")
    assert said("zeros") == (
        "“zeros.launch” is damaged: it holds zeros where a plan should be. Open its latest kept version instead."
    )
    assert said("folder") == "“folder.launch” is a folder, not a plan."
    assert said("pipe") == "“pipe.launch” is not a file, so it cannot be a plan."
    assert said("zero") == "“zero.launch” is not a file, so it cannot be a plan."
    assert said("missing") == "“missing.launch” could not be opened: there is no such file or folder."
    assert said("dangling") == "“dangling.launch” could not be opened: there is no such file or folder."
    assert said("loop").startswith("“loop.launch” could not be opened: ")
    assert said("other") == "“other.launch” is not a Launchpad plan but another program's database."


def test_a_file_of_absurd_size_is_not_read(made: Path, state: Path) -> None:
    os.truncate(made, 2**31)

    with pytest.raises(StorageError, match=r"is larger than 1,024 MB, which no plan is\."):
        LaunchFile.open(made, state=state)


@pytest.mark.parametrize("name", sorted(json.loads((CASES / "manifest.json").read_text())))
def test_a_damaged_database_is_refused(tmp_path: Path, state: Path, name: str) -> None:
    shutil.copy(CASES / name, tmp_path / name)

    assert refusal(tmp_path / name, state).startswith(f"“{name}” is ")


@pytest.mark.parametrize("name", sorted(json.loads((CASES / "manifest.json").read_text())))
def test_a_damaged_database_that_says_it_is_ours_is_refused(tmp_path: Path, state: Path, name: str) -> None:
    path = tmp_path / name
    content = bytearray((CASES / name).read_bytes())
    if content:
        content[68:72] = OURS
    path.write_bytes(content)

    assert refusal(path, state).startswith(f"“{name}” ")


# --- damaged plans -------------------------------------------------------------------------------------------------


def test_a_truncated_plan_is_refused(made: Path, state: Path) -> None:
    size = made.stat().st_size
    for left in (size - 1, size // 3, 4096 * 20, 4096, 101, 99):
        os.truncate(made, left)

        assert "is damaged" in refusal(made, state), left


def test_a_plan_with_swapped_pages_is_refused(made: Path, state: Path) -> None:
    content = bytearray(made.read_bytes())
    content[4096 * 3 : 4096 * 4], content[4096 * 20 : 4096 * 21] = (
        content[4096 * 20 : 4096 * 21],
        content[4096 * 3 : 4096 * 4],
    )
    made.write_bytes(content)

    assert "is damaged" in refusal(made, state)


def test_a_plan_with_a_zeroed_first_page_is_refused(made: Path, state: Path) -> None:
    patch(made, 100, b"\0" * 3996)

    assert "is damaged" in refusal(made, state)


def test_random_damage_never_ends_in_anything_but_a_sentence(made: Path, state: Path) -> None:
    good, expected = made.read_bytes(), read_document(made)
    for at in range(100, len(good), 977):
        content = bytearray(good)
        content[at : at + 8] = bytes((at * 7 + offset * 31) % 256 for offset in range(8))
        made.write_bytes(content)
        with contextlib.suppress(StorageError):
            assert read_document(made, state=state) is not None
    made.write_bytes(good)

    assert read_document(made, state=state) == expected


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE tasks SET status = 'nearly'", "tasks.status: “nearly” is not one of"),
        ("UPDATE tasks SET duration = -4", "tasks: “Do brief” cannot last -4 working days"),
        ("UPDATE tasks SET title = ' '", "tasks: A task's title cannot be empty"),
        ("UPDATE tasks SET title = 'a' || char(0)", "tasks.title: A text holds a NUL character"),
        ("UPDATE tasks SET title = hex(zeroblob(20000))", "tasks.title: A text is longer than 32,767 characters"),
        ("UPDATE tasks SET title = CAST(x'ff' AS TEXT)", "a text in it is not readable"),
        ("UPDATE tasks SET updated = '2026-02-30'", "tasks.updated: “2026-02-30” is not a date"),
        ("UPDATE tasks SET deadline = 'T-999999'", "tasks.deadline: T-999999 is more than 20000 working days"),
        ("UPDATE tasks SET weight = 3.5e300", "tasks.weight: 3.5e+300 is not a number"),
        ("UPDATE tasks SET weight = 9e999", "tasks.weight: inf is not a number"),
        ("UPDATE tasks SET evidence = '['", "tasks.evidence: A list of values in it cannot be read"),
        ("UPDATE tasks SET evidence = '[1]'", "tasks.evidence: Evidence should be a mapping of fields"),
        ("UPDATE tasks SET evidence = replace(hex(zeroblob(50000)), '0', '[')", "tasks.evidence: A list of values"),
        ("UPDATE tasks SET track = 'nowhere'", "names a row in “track” that does not exist"),
        ("UPDATE tasks SET key = 'same'", "The key “same” is used twice in tasks"),
        ("UPDATE dependencies SET successor = predecessor", "dependencies: A task cannot depend on itself"),
        ("UPDATE dependencies SET elapsed = 7", "dependencies.elapsed: 7 is neither yes nor no"),
        ("DELETE FROM launch", "A plan has exactly one launch"),
        ("DELETE FROM facts", "It does not say which plan it is"),
        ("UPDATE facts SET rev = 9", "Its journal has gaps"),
        ("UPDATE facts SET created = 'yesterday'", "“yesterday” is not a moment"),
        ("DELETE FROM journal", "Its journal has gaps"),
        ("PRAGMA user_version = -3", "It does not say which version it is"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(made: Path, state: Path, statement: str, said: str) -> None:
    change(made, statement)

    sentence = refusal(made, state)
    assert sentence.startswith("“loom.launch” is damaged: ")
    assert sentence.endswith(" Open its latest kept version instead.")
    assert said in sentence


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON tasks BEGIN DELETE FROM tasks; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "CREATE TABLE extra (id)",
        "DROP TABLE assets",
    ],
)
def test_a_plan_with_a_foreign_object_is_refused(made: Path, state: Path, statement: str) -> None:
    change(made, statement)

    assert "It holds something that Launchpad did not put there" in refusal(made, state)


def test_a_view_in_the_place_of_a_table_is_never_run(made: Path, state: Path) -> None:
    endless = "WITH RECURSIVE n(id) AS (SELECT 'a' UNION ALL SELECT id || 'a' FROM n) SELECT id FROM n"
    change(made, "DROP TABLE tasks", f"CREATE VIEW tasks AS {endless}")

    assert "did not put there (index sqlite_autoindex_tasks_1 on tasks)" in refusal(made, state)


def test_a_plan_turned_into_write_ahead_mode_is_refused(made: Path, state: Path) -> None:
    change(made, "PRAGMA journal_mode = WAL")

    assert refusal(made, state) == (
        "“loom.launch” was changed by another program into a form that Launchpad does not use."
    )


def test_a_plan_turned_into_another_encoding_is_refused(made: Path, tmp_path: Path, state: Path) -> None:
    other = tmp_path / "other.launch"
    with closing(sqlite3.connect(made)) as ours, closing(sqlite3.connect(other)) as theirs:
        theirs.execute("PRAGMA encoding = 'UTF-16'")
        theirs.execute("PRAGMA writable_schema = ON")  # iterdump writes SQLite's own objects, too
        theirs.executescript("\n".join(line for line in ours.iterdump() if "sqlite_" not in line))
        theirs.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        theirs.execute("PRAGMA user_version = 1")
        theirs.commit()

    assert refusal(other, state) == (
        "“other.launch” was changed by another program into a form that Launchpad does not use."
    )


def test_a_journal_entry_that_is_no_change_is_found_when_it_is_read(opened: Opener, made: Path) -> None:
    for text in ("[", "{}", "[[]]", '[["tasks",null,null]]', '[["pets",null,{}]]', '[["tasks",null,{"x":1}]]'):
        change(made, f"UPDATE journal SET changes = '{text}'")
        with opened(read_only=True) as file:
            with pytest.raises(Damaged):
                list(file.entries())
            assert list(file.entries(changes=False))

        assert len(problems(made)) == 1


# --- newer plans ---------------------------------------------------------------------------------------------------


def test_a_newer_plan_is_declined_naming_who_wrote_it(made: Path, state: Path) -> None:
    change(made, "UPDATE facts SET app_version = '9.4.1'", "CREATE TABLE moods (id TEXT)", "PRAGMA user_version = 99")

    with pytest.raises(StorageError) as caught:
        LaunchFile.open(made, state=state)
    assert str(caught.value) == (
        "“loom.launch” was written by a newer Launchpad 9.4.1 and was not touched. Update Launchpad to open it."
    )


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE facts"],
        ["UPDATE facts SET app_version = 'call 555-1234 now!'"],
        ["DROP TABLE facts", "CREATE VIEW facts AS SELECT hex(zeroblob(400000000)) AS app_version"],
        ["DROP TABLE facts", "CREATE TABLE facts (x, app_version TEXT AS(hex(zeroblob(400000000))))"],
        ["DROP TABLE facts", "CREATE TABLE facts (x)"],
        ["DELETE FROM facts"],
    ],
)
def test_a_newer_plan_that_does_not_say_who_wrote_it_is_declined_too(
    made: Path, state: Path, statements: list[str]
) -> None:
    change(made, *statements, "PRAGMA user_version = 99")

    assert "written by a newer Launchpad and was not touched" in refusal(made, state)


# --- companions ----------------------------------------------------------------------------------------------------


def hot_journal(folder: Path, source: Path) -> bytes:
    """The journal of a killed edit of another document, which SQLite would apply to any file of the right name."""
    victim = folder / "victim.launch"
    shutil.copy(source, victim)
    with closing(sqlite3.connect(victim, isolation_level=None)) as driver:
        driver.execute("PRAGMA cache_size = 1")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE tasks SET title = 'Foreign', note = hex(zeroblob(9000))")
        driver.execute("UPDATE journal SET changes = hex(zeroblob(9000))")
        journal = (folder / "victim.launch-journal").read_bytes()
        driver.execute("ROLLBACK")
    assert journal[:8].hex() == "d9d505f920a163d7"
    return journal


def test_a_foreign_journal_is_not_applied_to_a_good_plan(
    opened: Opener, made: Path, tmp_path: Path, state: Path
) -> None:
    journal = hot_journal(tmp_path, made)
    with opened() as file:
        retitle(file, "Saved since")
    for read_only in (True, False):
        made.with_name("loom.launch-journal").write_bytes(journal)
        with opened(read_only=read_only) as file:
            assert file.document.task("brief").title == "Saved since"

        assert [each.name for each in made.parent.iterdir()] == ["loom.launch"]
    aside = [each.read_bytes() for each in (state / "set aside").iterdir()]
    assert aside == [journal, journal]


def test_a_foreign_log_is_not_applied_to_a_good_plan(opened: Opener, made: Path, tmp_path: Path, state: Path) -> None:
    victim = tmp_path / "victim.launch"
    shutil.copy(made, victim)
    with closing(sqlite3.connect(victim, isolation_level=None)) as driver:
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("UPDATE tasks SET title = 'Foreign'")
        log = Path(f"{victim}-wal").read_bytes()
    for read_only in (True, False):
        made.with_name("loom.launch-wal").write_bytes(log)
        with opened(read_only=read_only) as file:
            assert file.document.task("brief").title == "Do brief"

        assert [each.name for each in made.parent.iterdir()] == ["loom.launch"]
    assert len(list((state / "set aside").iterdir())) == 2


def test_a_log_beside_a_plan_that_is_edited_is_refused(opened: Opener, made: Path) -> None:
    with opened():
        made.with_name("loom.launch-wal").write_bytes(b"x" * 5000)
        with pytest.raises(StorageError, match=r"another program left the file “loom\.launch-wal” beside it"):
            opened(read_only=True)


def test_a_journal_that_names_another_file_is_never_applied(made: Path, tmp_path: Path, state: Path) -> None:
    treasure = tmp_path / "treasure.txt"
    treasure.write_text("precious")
    name = str(treasure).encode()
    record = struct.pack(">I", 0) + name + struct.pack(">II", len(name), sum(name)) + bytes.fromhex("d9d505f920a163d7")
    journal = hot_journal(tmp_path, made) + record
    good = made.read_bytes()
    patch(made, len(good) - 4096, b"\xff" * 4096)
    made.with_name("loom.launch-journal").write_bytes(journal)

    with pytest.raises(StorageError, match="was left half-written"):
        LaunchFile.open(made, state=state)
    assert treasure.read_text() == "precious"


def test_a_broken_plan_with_a_useless_journal_is_left_as_it_is(made: Path, state: Path) -> None:
    patch(made, 4096, b"\xff" * 4096)
    before = made.read_bytes()
    journal = made.with_name("loom.launch-journal")
    journal.write_bytes(b"useless" * 999)

    with pytest.raises(StorageError, match=r"Nothing was touched\. Open its latest kept version instead\."):
        LaunchFile.open(made, state=state)
    assert made.read_bytes() == before
    assert journal.exists()


def test_an_interrupted_edit_is_taken_back(opened: Opener, made: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.launch"
    with opened() as file:
        retitle(file, "Kept")
    with closing(sqlite3.connect(made, isolation_level=None)) as driver:
        driver.execute("PRAGMA cache_size = 1")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE tasks SET title = 'Half', note = hex(zeroblob(9000))")
        driver.execute("UPDATE facts SET rev = rev + 1")
        driver.execute("UPDATE launch SET summary = hex(zeroblob(9000))")
        shutil.copy(made, torn)
        shutil.copy(f"{made}-journal", f"{torn}-journal")
        driver.execute("ROLLBACK")
    for name in ("", "-journal"):
        shutil.copy(f"{torn}{name}", f"{made}{name}")

    with opened(read_only=True) as file:
        assert file.document.task("brief").title == "Kept"
    with opened() as file:
        retitle(file, "Went on")
    assert problems(made) == ()
