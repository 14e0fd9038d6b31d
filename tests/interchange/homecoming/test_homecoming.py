"""Workbooks that people filled in, and what becomes of each cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from launchpad.app.commands.task_fields import set_fields
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.proposals import Kind
from tests.builders import a_launch, a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import TODAY, Desk, Filled, editing, fill, found, kinds
from tests.interchange.plans import SAMPLE_DAY, TEMPLATES, from_template, in_flight, the_sample

NewDesk = Callable[[Document], Desk]
PROOF = (Evidence("Report", "proof/report.pdf"),)


def a_small_plan() -> Document:
    return a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_track("support"),
        a_task("cards", title="Battlecards", track="sales", owner="ada", duration=4),
        a_task("demo", title="Demo", track="sales", owner="ben", duration=3, note="Ask the lab"),
        a_task("kb", title="Articles", track="support", owner="ben", duration=5, evidence=PROOF),
    )


def change(desk: Desk, key: str, **fields: object) -> None:
    desk.session.run(set_fields, [desk.task(key).id], fields, TODAY)


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


def test_what_is_typed_over_a_computed_cell_is_reported_and_not_applied(desk: NewDesk):
    home = desk(a_small_plan())
    cells = {"cards": {"finish": datetime(2027, 1, 4), "title": "Cards"}, "kb": {"start": "soon", "points": 99}}
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", cells)
    before = home.plan
    read = home.read(sent)

    expected = {("cards", "finish"), ("cards", "title"), ("kb", "start"), ("kb", "points")}
    assert found(read).keys() == found(read, Kind.NOT_YOURS).keys() == expected
    home.merge(sent)
    assert home.plan == before


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


def test_rows_may_be_sorted_hidden_and_deleted_and_columns_inserted_renamed_and_moved(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        page = book["Plan"]
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=6, max_row=8)]
        for number, row in enumerate([rows[2], rows[0]], 6):
            for column, value in enumerate(row, 1):
                page.cell(number, column).value = value
        page.delete_rows(8)
        page.insert_cols(3)
        page["C5"] = "Our remarks"
        page["C6"] = "hello"
        progress = next(cell for cell in page[5] if cell.value == "Progress*")
        progress.value = "How far?"
        page.row_dimensions[7].hidden = True
        page.title = "Our plan"

    assert kinds(home.read(sent)) == {("kb", "progress"): "take", ("demo", ""): "not-in-file"}


def test_a_column_that_was_moved_without_its_hidden_name_is_found_by_its_header(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        page = book["Plan"]
        for row in range(5, 9):  # the hidden row 4 stays as it is
            page.cell(row, 5).value, page.cell(row, 7).value = page.cell(row, 7).value, page.cell(row, 5).value

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}

    with editing(sent) as book:
        book["Plan"].delete_rows(4)
    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}


def test_new_rows_become_tasks_in_the_track_of_their_section(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        page = Filled(book["Plan"])
        page.add(title="Partner webinar", owner="Ada", criticality="Must", duration=2, note="Ask them")
        page.add(title="Price list", track="Sales", status="done", key="prices")
        page.add(note="no name")
    read = home.read(sent)
    home.merge(sent)
    webinar = next(task for task in home.plan.tasks if task.title == "Partner webinar")
    prices = home.task("prices")

    assert [each.title for each in found(read, Kind.NEW).values()] == ["Partner webinar", "Price list"]
    assert [each.cell for each in read.comparison.unreadable] == ["Plan!C11"]
    assert webinar.track == home.task("kb").track
    assert (webinar.owner, webinar.duration) == (home.plan.person("ada").id, 2)
    assert (prices.track, prices.status) == (home.task("cards").track, TaskStatus.IN_REVIEW)
    assert not found(home.read(sent), Kind.NEW), "the same file again brings no second one"

    with editing(sent, home.folder / "second.xlsx") as book:
        Filled(book["Plan"]).type_in(9, progress=0.5)
    assert kinds(home.read(home.folder / "second.xlsx")) == {(webinar.key, "progress"): "take"}


def test_a_copied_row_is_a_new_task_and_a_missing_row_is_never_deleted(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        page = Filled(book["Plan"])
        copy: dict[str, Any] = {name: page.page.cell(6, column).value for name, column in page.columns.items()}
        page.page.delete_rows(8)
        page.add(**{**copy, "title": "Battlecards, second set"})
    before = set(home.plan.table(Task))
    home.merge(sent)

    assert before < set(home.plan.table(Task))
    assert [task.title for task in home.plan.tasks if task.id not in before] == ["Battlecards, second set"]


def test_rows_that_lost_their_ids_are_found_by_their_keys(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        for row in range(4, 9):
            book["Plan"].cell(row, 1).value = None

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}


def test_a_second_version_of_a_file_is_compared_with_the_first(desk: NewDesk):
    home = desk(a_small_plan())
    one, other = home.send("a.xlsx"), home.send("b.xlsx")
    first = fill(one, home.folder / "a1.xlsx", {"cards": {"progress": 0.2, "owner": "Ben", "note": "One"}})
    home.merge(first)
    home.merge(fill(other, home.folder / "b1.xlsx", {"demo": {"progress": 0.5}}))
    change(home, "cards", owner=None)
    second = fill(first, home.folder / "a2.xlsx", {"cards": {"progress": 0.6, "note": "One, two"}})
    read = home.read(second)

    assert kinds(read) == {
        ("cards", "progress"): "take",
        ("cards", "note"): "take",
        ("cards", "owner"): "keep",
        ("demo", "progress"): "keep",
    }
    assert any("a1.xlsx" in notice for notice in read.notices)

    home.merge(second)
    assert (home.task("cards").progress, home.task("demo").progress) == (60, 50)
    assert home.task("cards").note.split("\n") == ["12 Oct 2026, a1.xlsx: One", "12 Oct 2026, a2.xlsx: two"]


def test_one_export_filled_in_by_two_people_takes_both(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    home.merge(fill(sent, home.folder / "a.xlsx", {"cards": {"progress": 0.2, "owner": "Ben"}}))
    home.merge(fill(sent, home.folder / "b.xlsx", {"demo": {"progress": 0.5}}))

    assert (home.task("cards").progress, home.task("demo").progress) == (20, 50)
    assert home.task("cards").owner == home.plan.person("ben").id


def test_a_refused_value_is_not_asked_about_twice(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    change(home, "cards", progress=20)
    applied = home.merge(sent)

    assert home.session.file.entry(applied.number).permanent
    assert kinds(home.read(sent)) == {("cards", "progress"): "keep"}


def test_without_the_hidden_sheet_every_difference_is_a_conflict(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    with editing(sent) as book:
        del book["_launchpad"]
    change(home, "kb", progress=20)
    read = home.read(sent)

    assert kinds(read) == {("cards", "progress"): "conflict", ("kb", "progress"): "conflict"}
    assert "no longer says what it held" in read.notices[0]


def test_a_hidden_sheet_that_was_changed_is_not_believed(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    with editing(sent) as book:
        next(
            cell for row in book["_launchpad"].iter_rows() for cell in row if cell.value == "not_started"
        ).value = "done"
    change(home, "kb", progress=20)
    read = home.read(sent)

    assert kinds(read) == {("cards", "progress"): "take", ("kb", "progress"): "keep"}
    assert any("compared with the plan as it was then" in notice for notice in read.notices)


def test_a_file_of_another_plan_is_refused(desk: NewDesk):
    home, elsewhere = desk(a_small_plan()), desk(a_small_plan())
    sent = home.send("out.xlsx")

    with pytest.raises(PlanError, match="belongs to another plan"):
        elsewhere.read(sent)

    with editing(sent) as book:
        del book["_launchpad"]
    stranger = desk(a_plan(a_task("other"), launch=a_launch(name="Loom")))
    with pytest.raises(PlanError, match="its tasks are not those"):
        stranger.read(sent)
    renamed = desk(
        a_plan(*[row for row in a_small_plan() if row.id not in ("launch", "calendar")], launch=a_launch(name="X"))
    )
    with pytest.raises(PlanError, match="its name"):
        renamed.read(sent)


def test_a_file_of_a_newer_version_is_refused(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        book["_launchpad"]["B5"] = "99"

    with pytest.raises(PlanError, match="newer Launchpad"):
        home.read(sent)


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


def test_people_renamed_since_the_export_are_still_themselves(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"owner": "Ben"}})
    ben = home.plan.person("ben")
    home.session.run(lambda plan: Edit("Rename", (Change(ben, replace(ben, name="Benedict")),)))

    assert kinds(home.read(sent)) == {("cards", "owner"): "take"}


def test_a_task_removed_since_the_export_is_not_born_again(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    home.session.run(lambda plan: Edit("Remove", (Change(plan.task("cards"), None),)))
    read = home.read(sent)

    assert read.proposals == ()
    assert any("“cards” was removed" in notice for notice in read.notices)


def test_dates_typed_as_text_are_asked_about_when_they_could_be_either(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"expected_finish": "5/11/2026"}})

    assert "either way round" in home.read(sent).comparison.unreadable[0].reason
    read = home.read(sent, order=DayOrder.DAY_FIRST)
    assert found(read)[("cards", "expected_finish")].theirs == date(2026, 11, 5)

    fill(sent, sent, {"demo": {"expected_finish": "11/26/2026"}})
    assert found(home.read(sent))[("cards", "expected_finish")].theirs == date(2026, 5, 11), "the other one tells"


def test_dates_of_old_macs_are_the_same_days(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"expected_finish": date(2026, 11, 5)}})
    with editing(sent) as book:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        for page in book:
            if page.title not in ("Plan", "_launchpad"):
                book.remove(page)
        book.epoch = CALENDAR_MAC_1904

    assert found(home.read(sent), Kind.TAKE)[("cards", "expected_finish")].theirs == date(2026, 11, 5)


def test_reading_a_file_changes_nothing(desk: NewDesk, tmp_path: Path):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    before, bytes_before = home.plan, sent.read_bytes()
    home.read(sent)

    assert (home.plan, home.session.last_number, sent.read_bytes()) == (before, 1, bytes_before)
