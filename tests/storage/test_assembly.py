"""What a repair makes of what was found: rows and journal fit each other, and what is missing is told."""

import os
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.domain.ids import RiskId, TaskId
from launchpad.domain.register import Risk
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.journal.entry import Entry
from launchpad.storage.salvage.assembly import assemble
from launchpad.storage.salvage.findings import Findings, Place
from tests.builders import a_plan, a_task
from tests.storage.edits import an_entry, birth_of

MANY = int(os.environ.get("LAUNCHPAD_REPAIRS", "60"))
PAGE = 4096


def test_rows_that_share_a_key_get_keys_of_their_own_and_nobody_elses() -> None:
    first, second, other = (a_task(key, title=key) for key in ("brief", "brief.again", "brief-2"))
    rows = rows_of(a_plan(first, other)) | {(Task, second.id): replace(second, key="brief")}
    plan = assemble(Findings(rows=rows))

    assert sorted((task.title, task.key) for task in plan.document.tasks) == [
        ("brief", "brief"),
        ("brief-2", "brief-2"),
        ("brief.again", "brief-3"),
    ]
    assert "Task “brief” shared its key “brief” with another; its key is “brief-3” now." in plan.notes


@pytest.mark.parametrize(
    ("kept", "last", "history", "said"),
    [
        ((2, 3), 3, 0, "The journal could not be read from its beginning; a new one begins here."),
        ((1, 2, 3), None, 3, "All 3 edits of the journal were read, but the file no longer says how many there were."),
        (
            (1, 2),
            3,
            2,
            "Of 3 edits the journal is kept up to 2; the rest could not be read, and can no longer be undone.",
        ),
        (
            (1, 3),
            3,
            1,
            "Of 3 edits the journal is kept up to 1; the rest could not be read, and can no longer be undone.",
        ),
    ],
)
def test_how_far_the_journal_is_kept_is_told(kept: tuple[int, ...], last: int | None, history: int, said: str) -> None:
    plans = titled("One", "Two", "Three")
    entries = {number: entry for number, entry in journal_of(plans).items() if number in kept}
    assembly = assemble(Findings(rows=rows_of(plans[-1]), entries=entries, last_number=last))

    assert [note for note in assembly.notes if note.startswith(said)]
    assert len(assembly.history) == history
    assert assembly.document.task("brief").title == "Three"


def test_a_whole_journal_has_nothing_to_be_said_of() -> None:
    plans = titled("One", "Two")

    assert assemble(Findings(rows=rows_of(plans[-1]), entries=journal_of(plans), last_number=2)).notes == ()


@pytest.mark.parametrize(("lost", "titles"), [(1, ["Two"]), (0, [])])
def test_a_row_that_is_not_there_was_removed_unless_something_of_its_kind_is_lost(lost: int, titles: list[str]) -> None:
    plans = titled("One", "Two")
    rows = {place: row for place, row in rows_of(plans[-1]).items() if place[0] is not Task}
    found = Findings(rows=rows, entries={2: journal_of(plans)[2]}, last_number=2, lost=Counter(tasks=lost))
    assembly = assemble(found)

    assert [task.title for task in assembly.document.tasks] == titles
    assert any("is as edit 2 left it" in note for note in assembly.notes) is bool(lost)


def test_a_list_forgets_only_what_is_not_there() -> None:
    risk = Risk(id=RiskId("r"), key="R-01", title="Late cards", linked=(TaskId("task:brief"), TaskId("task:gone")))
    rows = rows_of(a_plan(a_task("brief"))) | {(Risk, risk.id): risk}
    assembly = assemble(Findings(rows=rows))

    assert [row.linked for row in assembly.document.rows(Risk)] == [("task:brief",)]
    assert "Risk “R-01” no longer names what could not be read (linked)." in assembly.notes


@pytest.mark.parametrize(("lost", "last"), [(19, "The journal could not be read"), (20, "… and 2 more.")])
def test_of_many_notes_the_first_are_told_and_how_many_more_there_are(lost: int, last: str) -> None:
    plan = a_plan(*(a_task(f"t{number}") for number in range(lost)))
    rows = {place: row for place, row in rows_of(plan).items() if place[0] is not Task}
    entries = {2: replace(birth_of(plan), number=2)}
    notes = assemble(Findings(rows=rows, entries=entries, last_number=2, lost=Counter(tasks=1))).notes

    assert len(notes) == 21
    assert notes[-1].startswith(last)


def titled(*titles: str) -> list[Document]:
    """A plan whose one task is called so, and then so."""
    return [a_plan(a_task("brief", title=title)) for title in titles]


def journal_of(plans: list[Document]) -> dict[int, Entry]:
    """The journal that leads from each plan to the next, by number."""
    steps = [Change(before.task("brief"), after.task("brief")) for before, after in pairwise(plans)]
    return {1: birth_of(plans[0]), **{number: an_entry(number, step) for number, step in enumerate(steps, 2)}}


def rows_of(plan: Document) -> dict[Place, Row]:
    return {(type(row), row.id): row for row in plan}
