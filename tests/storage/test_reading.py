"""How rows are read: without SQLAlchemy, many at a time, each judged as if it came alone."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of
from launchpad.domain.row_columns import rows_from_columns
from launchpad.domain.task import Task
from launchpad.journal.entry import CellRead, Entry, FileRead
from launchpad.storage import records
from launchpad.storage.launch_file import LaunchFile, glance_at, read_document
from tests.builders import a_task
from tests.storage.edits import NOON

Opener = Callable[..., LaunchFile]

LOOK = """
import sys
from pathlib import Path
from launchpad.storage.launch_file import LaunchFile
with LaunchFile.open(Path(sys.argv[1]), state=Path(sys.argv[2])) as file:
    print(len(file.document.tasks), list(file.entries())[0].number, "sqlalchemy" in sys.modules)
"""


def columns_of(*tasks: Task) -> list[list[object]]:
    return [[getattr(task, field.name) for task in tasks] for field in fields_of(Task)]


def test_a_plan_and_its_journal_are_read_without_sqlalchemy(made: Path, state: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOOK, str(made), str(state)], check=True, capture_output=True, text=True
    )

    assert said.stdout.split() == ["2", "1", "False"]


def test_rows_from_columns_are_the_rows_they_came_from() -> None:
    tasks = [a_task("brief", duration=3), a_task("draft", owner="mara"), a_task("legal")]

    assert rows_from_columns(Task, columns_of(*tasks)) == tasks


def test_a_row_that_cannot_be_is_refused_among_many() -> None:
    columns = columns_of(a_task("brief"), a_task("draft"))
    place = [field.name for field in fields_of(Task)].index("progress")
    columns[place] = [50, 101]

    with pytest.raises(PlanError, match="not 101"):
        rows_from_columns(Task, columns)


def test_a_plan_read_a_line_at_a_time_is_the_same(made: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_document(made, state=state)
    monkeypatch.setattr(records, "AT_ONCE", 1)
    monkeypatch.setattr(records, "REMEMBERED", 0)

    assert read_document(made, state=state) == whole


def test_what_is_equal_in_a_column_is_one_value_in_memory(made: Path, state: Path) -> None:
    first, second = read_document(made, state=state).tasks

    assert first.track is second.track


def test_an_id_is_one_value_in_memory_wherever_it_is_named(made: Path, state: Path) -> None:
    plan = read_document(made, state=state)

    (only,) = plan.dependencies
    assert only.predecessor is plan.task("brief").id
    assert only.successor is plan.task("draft").id


def test_a_glance_at_an_edit_is_its_first_changes_and_their_number(opened: Opener, made: Path) -> None:
    with opened() as file:
        whole = file.entry(1)
        glance = glance_at(made, 1, 2)

    assert glance.entry == replace(whole, edit=replace(whole.edit, changes=whole.edit.changes[:2]))
    assert glance.total == len(whole.edit.changes)


def test_what_a_merge_read_is_not_counted_among_its_changes(opened: Opener, made: Path) -> None:
    with opened() as file:
        read = FileRead("export", "digest", (CellRead("task:brief", "title", "Old"),))
        file.append(Entry(2, NOON, "Mara", "workbook:plan.xlsx", Edit("Merge", ()), permanent=True, read=read))

    assert glance_at(made, 2, 5).total == 0
    assert glance_at(made, 2, 5).entry.edit.changes == ()


def test_when_an_edit_was_made_is_told_without_what_it_changed(opened: Opener) -> None:
    with opened() as file:
        headline, whole = file.entry(1, changes=False), file.entry(1)

    assert headline == replace(whole, edit=replace(whole.edit, changes=()))


def test_an_edit_that_is_not_there_cannot_be_glanced_at(made: Path) -> None:
    with pytest.raises(KeyError):
        glance_at(made, 99, 5)
