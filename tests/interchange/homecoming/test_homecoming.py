"""Workbooks that people filled in, and what becomes of each cell."""

import gc
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from launchpad.app.collector import let_go
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.engines.schedule import schedule
from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.proposals import Kind
from tests.interchange.homecoming.plans import a_small_plan, change
from tests.interchange.homecoming.returning import TODAY, Desk, Filled, editing, fill, found, kinds
from tests.interchange.plans import SAMPLE_DAY, TEMPLATES, from_template, in_flight, the_sample

NewDesk = Callable[[Document], Desk]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", ["sample", *TEMPLATES])
def test_an_untouched_export_changes_nothing(name: str, audience: Audience, desk: NewDesk):
    home = desk(the_sample() if name == "sample" else in_flight(from_template(name), 3))
    read = home.read(home.send("out.xlsx", audience, SAMPLE_DAY))

    assert (read.proposals, read.comparison.unreadable) == ((), ())
    assert read.comparison.read.cells == ()
    assert not read.edit(read.usual())


def test_what_only_they_changed_is_taken_and_what_only_we_changed_is_kept(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    change(home, "cards", progress=20)
    change(home, "kb", owner=home.plan.person("ada").id)
    fill(sent, sent, {"demo": {"progress": 0.6}, "kb": {"owner": "Ada"}})

    assert kinds(home.read(sent)) == {("cards", "progress"): "keep", ("demo", "progress"): "take"}

    home.merge(sent)

    assert (home.task("demo").progress, home.task("cards").progress) == (60, 20)
    assert home.task("demo").updated == TODAY


def test_what_both_changed_differently_is_for_a_person_to_decide(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7, "owner": "Ben"}})
    change(home, "cards", progress=20)

    conflict = found(home.read(sent), Kind.CONFLICT)[("cards", "progress")]

    assert (conflict.base, conflict.mine, conflict.theirs, conflict.cell) == (None, 20, 70, "Plan!G6")

    home.merge(sent)
    assert home.task("cards").progress == 20

    change(home, "cards", progress=30)
    home.session.undo()
    home.session.undo()
    home.merge(sent, theirs=True)
    assert home.task("cards").progress == 70


def test_a_merge_is_one_edit_named_after_the_file_and_undo_takes_it_back_whole(desk: NewDesk):
    home = desk(a_small_plan())
    before = home.plan
    sent = fill(home.send("out.xlsx"), home.folder / "sales.xlsx", {"cards": {"note": "Late"}, "kb": {"progress": 0.5}})
    applied = home.merge(sent)

    assert (applied.number, applied.edit.label) == (2, "Merge sales.xlsx")
    assert home.session.file.entry(2).source == "workbook:sales.xlsx"

    home.session.undo()
    assert home.plan == before
    assert len(home.read(sent).usual()) == 2, "once undone it can be merged again"

    home.session.redo()
    assert home.read(sent).proposals == ()


def test_done_without_evidence_comes_home_as_in_review(desk: NewDesk):
    home = desk(a_small_plan())
    cells = {"cards": {"status": "✓ Done"}, "demo": {"status": "complete", "evidence": "https://lab/demo"}}
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)
    read = home.read(sent)
    home.merge(sent)

    assert home.task("cards").status is TaskStatus.IN_REVIEW
    assert home.task("demo").status is TaskStatus.DONE
    assert home.task("demo").evidence == (Evidence("https://lab/demo", "https://lab/demo", TODAY),)
    assert any("“Battlecards” is done without evidence" in notice for notice in read.notices)
    assert home.read(sent).proposals == ()

    proven = fill(sent, home.folder / "proven.xlsx", {"cards": {"evidence": "cards.pdf"}})
    home.merge(proven)
    assert home.task("cards").status is TaskStatus.DONE, "the proof came with the second version"


def test_work_that_is_done_or_begun_moves_no_date(desk: NewDesk):
    home = desk(a_small_plan())
    before = schedule(home.plan, TODAY)
    cells = {"demo": {"status": "Done", "evidence": "https://lab/demo"}, "cards": {"status": "In progress"}}
    home.merge(fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells))

    assert (home.task("demo").status, home.task("cards").status) == (TaskStatus.DONE, TaskStatus.IN_PROGRESS)
    assert (home.task("demo").updated, home.task("demo").actual_finish) == (TODAY, None)
    after = schedule(home.plan, TODAY)
    assert {task: dates.start for task, dates in after.tasks.items()} == {
        task: dates.start for task, dates in before.tasks.items()
    }


def test_a_dash_proves_nothing(desk: NewDesk):
    home = desk(a_small_plan())
    cells = {"cards": {"status": "Done", "evidence": "–"}}

    assert {
        each.field: each.theirs
        for each in home.read(fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)).proposals
    } == {"status": TaskStatus.IN_REVIEW}


def test_a_note_is_added_with_day_and_name_and_never_replaces_one(desk: NewDesk):
    home = desk(a_small_plan())
    cells = {"demo": {"note": "Ask the lab. The lab is closed"}, "cards": {"note": "New rival"}, "kb": {"note": ""}}
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)
    with editing(sent) as book:
        book.properties.lastModifiedBy = "Dana Fox"
    home.merge(sent)

    assert home.task("demo").note == "Ask the lab\n12 Oct 2026, Dana Fox: The lab is closed"
    assert home.task("cards").note == "12 Oct 2026, Dana Fox: New rival"

    emptied = fill(home.send("out.xlsx"), home.folder / "empty.xlsx", {"demo": {"note": None}})
    read = home.read(emptied)
    home.merge(emptied)
    assert kinds(read) == {("demo", "note"): "keep"}
    assert home.task("demo").note.startswith("Ask the lab")


def test_blocked_needs_a_reason_or_becomes_a_question(desk: NewDesk):
    home = desk(a_small_plan())
    cells = {"cards": {"status": "Blocked"}, "demo": {"status": "stuck", "note": "Ask the lab: no room"}}
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)
    read = home.read(sent)

    assert kinds(read) == {("cards", "status"): "conflict", ("demo", "status"): "take", ("demo", "note"): "take"}
    assert found(read)[("cards", "status")].question

    home.merge(sent)
    assert (home.task("demo").status, home.task("demo").blocked_reason) == (TaskStatus.BLOCKED, "no room")
    assert home.task("cards").status is TaskStatus.NOT_STARTED


def test_a_cell_that_cannot_be_read_is_named_and_left_alone(desk: NewDesk):
    home = desk(a_small_plan())
    cells: dict[str, dict[str, Any]] = {
        "cards": {"status": "perhaps", "progress": "lots", "expected_finish": "mid Feb", "owner": "Zoe"},
        "demo": {"status": None, "progress": 140, "expected_finish": "=1/0", "owner": "=B2"},
        "kb": {"progress": datetime(2026, 1, 1), "expected_finish": True, "status": 7},
    }
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)
    read = home.read(sent)

    assert read.proposals == ()
    assert {(each.key, each.field) for each in read.comparison.unreadable} == {
        (key, field) for key, fields in cells.items() for field in fields
    }
    assert "Plan!J6: “mid Feb” was left alone, it is not a date." in [e.sentence for e in read.comparison.unreadable]


def test_a_sales_file_touches_nothing_that_was_left_out_of_it(desk: NewDesk):
    home = desk(the_sample())
    sent = home.send("sales.xlsx", Audience.SALES)
    own = [task for task in home.plan.tasks if task.key.startswith("sal.")]
    waited = "Sales checklist"
    with editing(sent) as book:
        page = Filled(book[waited])
        page.fill(own[0].key, progress=0.35, expected_finish=date(2026, 11, 6))
        other = str(page.page.cell(page.page.max_row, page.columns["key"]).value)
        page.fill(other, status="Done", note="we did it")
    before = home.plan
    read = home.read(sent)
    home.merge(sent)
    changed = {each.id for each in home.plan.tasks if before.table(Task)[each.id] != each}

    assert changed == {own[0].id}
    assert (home.task(own[0].key).progress, home.task(own[0].key).expected_finish) == (35, date(2026, 11, 6))
    assert home.task(own[0].key).anchor == own[0].anchor, "a date that somebody expects never moves the plan"
    assert {place[0] for place in found(read, Kind.NOT_YOURS)} == {other}


def test_dates_typed_as_text_are_asked_about_when_they_could_be_either(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"expected_finish": "5/11/2026"}})

    assert "either way round" in home.read(sent).comparison.unreadable[0].reason
    read = home.read(sent, order=DayOrder.DAY_FIRST)
    assert found(read)[("cards", "expected_finish")].theirs == date(2026, 11, 5)

    fill(sent, sent, {"demo": {"expected_finish": "11/26/2026"}})
    assert found(home.read(sent))[("cards", "expected_finish")].theirs == date(2026, 5, 11), "the other one tells"


def test_reading_a_file_changes_nothing(desk: NewDesk, tmp_path: Path):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    before, bytes_before = home.plan, sent.read_bytes()
    home.read(sent)

    assert (home.plan, home.session.last_number, sent.read_bytes()) == (before, 1, bytes_before)


def test_reading_a_workbook_leaves_nothing_behind(desk: NewDesk):
    made = desk(a_small_plan())
    sent = made.send("sent.xlsx")
    let_go()
    made.read(sent)

    assert gc.get_freeze_count() == 0, "what was read would stay as long as the launch is open"
