"""What people typed where it is not theirs to change: reported with its place, never applied."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from launchpad.app.export import export_session
from launchpad.domain.document import Document
from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.proposals import Kind
from tests.interchange.homecoming.plans import a_small_plan
from tests.interchange.homecoming.returning import FIRST_ROW, TODAY, Desk, Filled, editing, fill, found, kinds
from tests.interchange.plans import the_sample

NewDesk = Callable[[Document], Desk]
SALES_SHEET = "Sales"


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


@pytest.fixture
def home(desk: NewDesk) -> Desk:
    return desk(a_small_plan())


@pytest.fixture
def with_track(home: Desk) -> Path:
    path = home.folder / "tracks.xlsx"
    export_session(home.session, path, TODAY, tracks=("sales",))
    return path


def test_what_is_typed_into_a_sheet_that_follows_the_plan_is_reported_too(home: Desk, with_track: Path):
    assert home.read(with_track).proposals == ()
    with editing(with_track) as book:
        page = Filled(book[SALES_SHEET])
        page.type_in(FIRST_ROW, status="Done", note="In the wrong place")
    read = home.read(with_track)

    assert kinds(read) == {("cards", "status"): "not-yours-to-change", ("cards", "note"): "not-yours-to-change"}
    assert found(read)["cards", "note"].cell.startswith(SALES_SHEET)


def test_a_sheet_that_shows_what_was_filled_in_on_the_plan_says_nothing_new(home: Desk, with_track: Path):
    with editing(with_track) as book:
        Filled(book["Plan"]).fill("cards", note="Late")
        Filled(book[SALES_SHEET]).type_in(FIRST_ROW, note="Late")  # as a program does that keeps values only

    assert kinds(home.read(with_track)) == {("cards", "note"): "take"}


def test_all_tasks_of_a_sales_file_are_only_to_be_read(desk: NewDesk):
    home = desk(the_sample())
    sent = home.send("sales.xlsx", Audience.SALES)
    with editing(sent) as book:
        Filled(book["All tasks"]).fill("eng.rollback", status="Done", title="Other words")

    assert kinds(home.read(sent)) == {
        ("eng.rollback", "status"): "not-yours-to-change",
        ("eng.rollback", "title"): "not-yours-to-change",
    }


def test_values_pasted_over_all_formulas_are_no_claims(home: Desk):
    """They are what the sheet worked out after it was filled in, so they may differ from the export."""
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"progress": 0.4}})
    with editing(sent) as book:
        for row in book["Plan"].iter_rows(min_row=FIRST_ROW):
            for cell in row:
                if cell.data_type == "f":
                    cell.value = 17

    assert kinds(home.read(sent)) == {("kb", "progress"): "take"}
    assert kinds(home.read(fill(sent, sent, {"kb": {"title": "Other words"}}))) == {
        ("kb", "progress"): "take",
        ("kb", "title"): "not-yours-to-change",
    }
