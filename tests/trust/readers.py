"""Everything that reads a file from outside, what a good file for it is, and how such a file is spoiled."""

import csv
import io
import random
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from launchpad.app.export import export_session
from launchpad.app.foreign_plan import foreign_plan
from launchpad.app.merge import read_home
from launchpad.app.session import Session
from launchpad.domain.errors import PlanError
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.salvage.repair import repair
from launchpad.templates.planning import plan_from_template
from launchpad.templates.reader import read_template
from tests.builders import a_person, a_plan, a_task, link
from tests.interchange.foreign.samples import GAN, TABLE, a_link, a_project
from tests.interchange.foreign.samples import a_task as a_project_task
from tests.storage.edits import NOON, birth_of, retitle
from tests.storage.rows import a_full_plan
from tests.trust.gestures import TODAY

REFUSALS = (PlanError, StorageError)
CASES = Path(__file__).parent.parent / "cases"
TEMPLATE = Path(__file__).parents[2] / "resources" / "templates" / "tier3-minor-release.yaml"

Mutate = Callable[[bytes], bytes]
Spoil = Callable[[bytes, random.Random, Mutate], bytes]


class Reader(NamedTuple):
    """A way in: the suffix of its files, good files to begin with, what reads a file, and how one is spoiled."""

    suffix: str
    seeds: Callable[[Path], Iterator[bytes]]
    read: Callable[[Path], object]
    spoil: Spoil


# --- good files ----------------------------------------------------------------------------------------------------


def _launches(folder: Path) -> Iterator[bytes]:
    for number, plan in enumerate([a_full_plan(1), a_plan(*(a_task(f"t{n}", note="x" * 300) for n in range(30)))]):
        path = folder / f"seed{number}.launch"
        with LaunchFile.create(path, plan, birth_of(plan), state=folder) as file:
            if number:
                for title in ("One", "Two", "Three"):
                    retitle(file, title, "t3")
        yield path.read_bytes()


def _own_plan(folder: Path) -> Path:
    """A plan whose workbook comes home."""
    path = folder / "own.launch"
    if not path.exists():
        tasks = a_task("brief", owner="mara"), a_task("draft", duration=3, progress=20), a_task("send", duration=0)
        Session.create(path, a_plan(a_person("mara"), *tasks, link("brief", "draft")), "New plan").close()
    return path


def _workbooks(folder: Path) -> Iterator[bytes]:
    with Session.open(_own_plan(folder), read_only=True) as session:
        export_session(session, folder / "seed.xlsx", TODAY)
    yield (folder / "seed.xlsx").read_bytes()


def _templates(folder: Path) -> Iterator[bytes]:
    yield TEMPLATE.read_bytes()
    yield b"schema: launchpad.template/1\nid: a\nname: A\ntasks:\n  - {key: t, title: T, duration: 1, offset: -3}\n"


def _projects(folder: Path) -> Iterator[bytes]:
    tasks = (
        a_project_task(1, "Marketing", Start="2026-03-02T08:00:00", Finish="2026-03-06T17:00:00"),
        a_project_task(
            2, "Draft", 2, days=3, PercentComplete=50, ConstraintType=4, ConstraintDate="2026-03-04T08:00:00"
        ),
        a_project_task(3, "Review", 2, a_link(2, lag=4800), Priority=700, Notes="Two columns"),
        a_project_task(4, "Launch", 1, a_link(3, 3), Milestone=1, Deadline="2026-03-20T17:00:00"),
    )
    yield a_project(*tasks, assigned={2: 7, 3: 8})


def _tables(folder: Path) -> Iterator[bytes]:
    book = Workbook()
    sheet = book.create_sheet("Tasks", 0)
    for line in csv.reader(TABLE.splitlines()):
        sheet.append(line)
    book.save(folder / "seed.xlsx")
    yield (folder / "seed.xlsx").read_bytes()


# --- what reads them -----------------------------------------------------------------------------------------------


def _open_launch(path: Path) -> None:
    with LaunchFile.open(path, read_only=True, state=path.parent) as file:
        list(file.entries())


def _repair(path: Path) -> None:
    target = path.with_name("repaired.launch")
    target.unlink(missing_ok=True)
    repair(path, target, NOON)


def _bring_home(path: Path) -> None:
    """Compare a workbook with the plan, which stays as it is to the last byte."""
    own = _own_plan(path.parent)
    before = own.read_bytes()
    try:
        with Session.open(own, read_only=True) as session:
            home = read_home(session, path, TODAY)
            home.edit(home.usual(take_conflicts=True))
    finally:
        assert own.read_bytes() == before


def _plan_template(path: Path) -> None:
    plan_from_template(read_template(path.read_bytes(), path.name), name="Loom", launch_date=date(2026, 11, 10))


def _import(path: Path) -> None:
    foreign_plan(path, TODAY, launch_date=date(2026, 11, 10))


# --- how they are spoiled ------------------------------------------------------------------------------------------


def _anywhere(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    return mutate(content)


def _in_a_page(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """A few bytes somewhere, a cut, or a value in a column that no Launchpad would write."""
    what = chance.random()
    if what < 0.5:
        return _in_a_column(content, chance, mutate)
    if what < 0.55:
        return content[: chance.randrange(len(content) + 1)]
    at = chance.randrange(max(1, len(content)))
    piece = mutate(content[at : at + 32])[:64]
    return content[:at] + piece + content[at + len(piece) :]


def _in_a_column(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    driver = sqlite3.connect(":memory:")
    with closing(driver), suppress(sqlite3.Error, UnicodeError):
        driver.deserialize(content)
        (table,) = chance.choice(driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall())
        (column,) = chance.choice(driver.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall())
        found = driver.execute(f'SELECT rowid, "{column}" FROM "{table}" ORDER BY random() LIMIT 1').fetchone()
        if found is not None:
            value = str(found[1]).encode()[:4000]
            fresh = mutate(value).decode("utf-8", "replace") if chance.random() < 0.9 else chance.choice([None, 0, -1])
            driver.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (fresh, found[0]))
            driver.commit()
            return driver.serialize()
    return content


def _in_a_part(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """One part of a zipped file, or its very bytes."""
    if chance.random() < 0.1:
        return mutate(content)
    written = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
            names = [name for name in old.namelist() if old.getinfo(name).file_size < 500_000]
            chosen = chance.choice([name for name in names if "sheet" in name or "Strings" in name] or names)
            if chance.random() < 0.2:
                chosen = chance.choice(names)
            for name in names:
                part = old.read(name)
                new.writestr(name, _in_a_text(part, chance, mutate) if name == chosen else part)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        OSError,
        IndexError,
        EOFError,
        RuntimeError,
        zlib.error,
    ):
        return mutate(content)
    return written.getvalue()


def _around(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    at = chance.randrange(len(content) + 1)
    length = chance.choice([4, 16, 64, 300])
    return content[:at] + mutate(content[at : at + length]) + content[at + length :]


def _in_a_text(content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """A word that is another, words or lines in another order, a few bytes; mostly it stays a text."""
    if chance.random() < 0.1:
        return mutate(content)
    text = content.decode("utf-8", "replace")
    for _ in range(chance.choice([1, 1, 2, 5])):
        what, words = chance.random(), list(_WORD.finditer(text))
        if what < 0.5 and words:
            word = chance.choice(words)
            other = chance.choice(ODD) if chance.random() < 0.6 else chance.choice(words)[0]
            text = text[: word.start()] + other + text[word.end() :]
        elif what < 0.7:
            lines = text.splitlines(keepends=True)
            first, second = (chance.randrange(len(lines) + 1) for _ in range(2))
            text = "".join([*lines[:first], *lines[second : second + chance.randint(0, 3)], *lines[first:]])
        else:
            text = _around(text.encode(), chance, mutate).decode("utf-8", "replace")
    return text.encode()


_WORD = re.compile(r"[\w.+-]+")
ODD = (
    *"0 -1 1 99999999999999999999 1e308 .5 NA 9999-12-31 0001-01-01 2026-02-30 2026-03-02 T-21 T+400 true".split(),
    *"no ~ x =1+1 @SUM(A1) 100 101 50% 1.10 12:30:45 PT8H0M0S PT999999999H0M0S P1Y 1FS+1d 2SS-3d 1;2;3".split(),
    *("", " ", "ÆØÅ 💥", "\u202e", "x" * 40_000, "<b>", "&amp;", "'", '"', "]]>", "<!-- ", "\n", "\t", ",", ";", ": "),
)


READERS = {
    "launch": Reader(".launch", _launches, _open_launch, _in_a_page),
    "repair": Reader(".launch", _launches, _repair, _in_a_page),
    "workbook": Reader(".xlsx", _workbooks, _bring_home, _in_a_part),
    "template": Reader(".yaml", _templates, _plan_template, _in_a_text),
    "project": Reader(".xml", _projects, _import, _in_a_text),
    "gantt": Reader(".gan", lambda folder: iter([GAN.encode()]), _import, _in_a_text),
    "csv": Reader(".csv", lambda folder: iter([TABLE.encode()]), _import, _in_a_text),
    "table": Reader(".xlsx", _tables, _import, _in_a_part),
}


def try_one(reader: Reader, path: Path, content: bytes) -> str:
    """Read a file; return the sentence that refuses it, or nothing. Any other error is a fault of ours."""
    path.write_bytes(content)
    try:
        reader.read(path)
    except REFUSALS as error:
        sentence = str(error)
        assert sentence.endswith((".", "?")), sentence
        assert "\n" not in sentence, sentence
        assert "Traceback" not in sentence, sentence
        return sentence
    return ""
