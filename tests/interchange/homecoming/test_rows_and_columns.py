"""Rows and columns that people moved, added, copied and deleted: each row finds its task, or becomes one."""

from collections.abc import Callable
from typing import Any

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import LONGEST
from launchpad.interchange.homecoming.proposals import Kind
from tests.interchange.homecoming.plans import a_small_plan
from tests.interchange.homecoming.returning import Desk, Filled, editing, fill, found, kinds

NewDesk = Callable[[Document], Desk]


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


@pytest.mark.parametrize(
    ("typed", "days"), [(LONGEST, LONGEST), (LONGEST + 1, 1), ("3", 3), ("about 3", 1), (-2, 1), (None, 1), (0, 0)]
)
def test_a_new_row_lasts_as_long_as_a_task_can_or_a_day(desk: NewDesk, typed: object, days: int):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        Filled(book["Plan"]).add(title="Partner webinar", duration=typed)
    home.merge(sent)

    assert [task.duration for task in home.plan.tasks if task.title == "Partner webinar"] == [days]


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


@pytest.mark.parametrize("blank", [False, True])
def test_rows_may_be_inserted_between_the_hidden_names_and_the_headers(desk: NewDesk, blank: bool):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        book["Plan"].insert_rows(5, 3)
        if not blank:
            book["Plan"]["C6"] = "Please answer by Friday"
    read = home.read(sent)

    assert kinds(read) == {("kb", "progress"): "take"}
    assert read.comparison.unreadable == ()


def test_headers_in_other_words_may_stand_apart_from_the_hidden_names(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        for cell in book["Plan"][5]:
            cell.value = cell.value and f"Our {cell.value}"
        book["Plan"].insert_rows(5)

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}


@pytest.mark.parametrize("gone", ["title", "status", "id", "key"])
def test_any_one_column_may_be_deleted(desk: NewDesk, gone: str):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        book["Plan"].delete_cols(Filled(book["Plan"]).columns[gone])

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}


def test_without_ids_and_keys_rows_are_known_by_their_titles(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        Filled(book["Plan"]).add(title="Partner webinar")
        book["Plan"].delete_cols(1, 2)

    assert kinds(home.read(sent)) == {("kb", "progress"): "take", ("", "title"): "new"}


def test_a_key_is_known_in_capitals_too(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        page = Filled(book["Plan"])
        page.type_in(page.row("kb"), id=None, key="KB ", progress=0.4)

    assert kinds(home.read(sent))["kb", "progress"] == "take"


def test_a_column_that_is_there_twice_is_told(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    assert home.read(sent).notices == ()
    with editing(sent) as book:
        page, column = book["Plan"], Filled(book["Plan"]).columns["status"]
        for row in range(4, 9):
            page.cell(row, page.max_column + (row == 4)).value = page.cell(row, column).value

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}
    assert home.read(sent).notices == ("The file has more than one column for status; only the first was read.",)


def test_a_new_row_whose_title_is_a_formula_is_told(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        Filled(book["Plan"]).add(title="=1+1")
    read = home.read(sent)

    assert read.proposals == ()
    assert [(each.cell, each.text) for each in read.comparison.unreadable] == [("Plan!C9", "a formula")]
