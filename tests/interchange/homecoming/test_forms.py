"""What sales fills in beside its checklist comes home: regions, accounts, certificates, objections and requests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from launchpad.app.homecoming.decisions import Decisions
from launchpad.app.merge import Homecoming, bring_home
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import CertificationResult, Readiness, RequestKind
from launchpad.domain.ids import AccountId, GoalId, RegionFeedbackId, RequestId
from launchpad.domain.register import Goal, Measurement, RegionFeedback
from launchpad.domain.row import Row
from launchpad.domain.sales import Account, Certification, Request
from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.proposals import Kind
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import TODAY, Desk, editing
from tests.interchange.plans import SAMPLE_DAY, the_sample

NewDesk = Callable[[Document], Desk]
OLD = date(2026, 10, 1)


def a_sales_plan(*more: Row) -> Document:
    return a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_task("kit", track="sales", owner="ben"),
        RegionFeedback(id=RegionFeedbackId("eu"), region="Europe", returned=OLD, confidence=3, order="a"),
        RegionFeedback(id=RegionFeedbackId("us"), region="North America", order="b"),
        Account(id=AccountId("radio"), name="Radio North", stage="demo", value=12_000, updated=OLD, order="a"),
        Goal(id=GoalId("pipeline"), key="pipeline", name="Team pipeline", unit="EUR", order="a"),
        Goal(id=GoalId("certified"), key="sellers", name="Certified sellers", unit="people", order="b"),
        *more,
    )


class FormSheet:
    """A form as somebody sees it, its columns by their hidden names."""

    def __init__(self, page: Worksheet, natural: str) -> None:
        self.page = page
        self.head = next(
            cell.row for row in page.iter_rows() for cell in row if cell.value == natural and cell.column < 4
        )
        self.columns = {str(cell.value): cell.column for cell in page[self.head] if cell.value is not None}

    def row(self, name: str) -> int:
        natural = self.columns[next(key for key in ("name", "text", "region") if key in self.columns)]
        return next(r for r in range(self.head + 2, self.page.max_row + 1) if self.page.cell(r, natural).value == name)

    def fill(self, row: int, **values: Any) -> None:
        for key, value in values.items():
            self.page.cell(row, self.columns[key]).value = value

    def add(self, number: int = 0, **values: Any) -> None:
        """Fill in a free row."""
        natural = self.columns[next(key for key in ("name", "text") if key in self.columns)]
        free = next(r for r in range(self.head + 2, self.page.max_row + 9) if self.page.cell(r, natural).value is None)
        self.fill(free + number, **values)


@contextmanager
def filling(source: Path, target: Path) -> Iterator[dict[str, FormSheet]]:
    with editing(source, target) as book:
        yield {
            "regions": FormSheet(book["Accounts"], "region"),
            "accounts": FormSheet(book["Accounts"], "name"),
            "certifications": FormSheet(book["Certification"], "name"),
            "requests": FormSheet(book["Objections"], "text"),
        }


def told(home: Homecoming) -> dict[tuple[str, str, str], tuple[str, Any]]:
    return {(each.table, each.title, each.field): (each.kind.value, each.theirs) for each in home.proposals}


def rows(plan: Document, kind: type[Row]) -> list[Any]:
    return list(plan.rows(kind))


@pytest.fixture
def home(desk: NewDesk) -> Desk:
    return desk(a_sales_plan())


def send(home: Desk) -> Path:
    return home.send("sales.xlsx", Audience.SALES)


def test_a_region_s_answer_is_kept_with_its_day(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        forms["regions"].fill(
            forms["regions"].row("Europe"), ready_to_sell="partly", confidence="4 of 5", missing="Card"
        )
        forms["regions"].fill(forms["regions"].row("North America"), ready_to_sell="Ja")
    read = home.read(home.folder / "back.xlsx")
    home.merge(home.folder / "back.xlsx")
    europe, america = rows(home.plan, RegionFeedback)

    assert set(told(read)) == {
        ("region_feedback", "Europe", "ready_to_sell"),
        ("region_feedback", "Europe", "confidence"),
        ("region_feedback", "Europe", "missing"),
        ("region_feedback", "North America", "ready_to_sell"),
    }
    assert (europe.ready_to_sell, europe.confidence, europe.missing) == (Readiness.PARTLY, 4, "Card")
    assert (europe.returned, america.returned, america.ready_to_sell) == (TODAY, TODAY, Readiness.YES)
    assert home.read(home.folder / "back.xlsx").proposals == ()


def test_accounts_change_and_grow_and_feed_the_pipeline_only_when_it_is_confirmed(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        accounts = forms["accounts"]
        accounts.fill(accounts.row("Radio North"), stage="offer", value="15 000 €", next_step="Call in May")
        accounts.add(name="School board", value=9_000.0, stage="demo")
        accounts.add(1, name="Old Mill", value=1_000, stage="lost")
    read = home.read(home.folder / "back.xlsx")
    confirm = next(each for each in read.proposals if each.kind is Kind.CONFIRM)
    before = home.plan
    home.merge(home.folder / "back.xlsx")

    assert (confirm.title, confirm.mine, confirm.theirs) == ("Team pipeline", None, 24_000)
    radio, board, mill = rows(home.plan, Account)
    assert (radio.stage, radio.value, radio.next_step, radio.updated) == ("offer", 15_000, "Call in May", TODAY)
    assert (board.name, board.value, mill.stage) == ("School board", 9_000, "lost")
    assert rows(home.plan, Measurement) == [], "nobody confirmed it"

    home.session.undo()
    assert home.plan == before
    decisions = Decisions(home.read(home.folder / "back.xlsx"))
    decisions.confirm()
    bring_home(home.session, home.read(home.folder / "back.xlsx"), decisions.taken)
    assert [(row.goal, row.day, row.value) for row in rows(home.plan, Measurement)] == [("pipeline", TODAY, 24_000)]


def test_certificates_feed_their_metric(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        forms["certifications"].add(name="Ben", done_on=datetime(2026, 10, 8), result="Passed")
        forms["certifications"].add(1, name="Zoe Outside", done_on="9 Oct 2026", result="fail")
    home.merge(home.folder / "back.xlsx")
    ben, zoe = rows(home.plan, Certification)

    assert (ben.person, ben.done_on, ben.result) == (home.plan.person("ben").id, date(2026, 10, 8), "passed")
    assert (zoe.person, zoe.done_on, zoe.result) == (None, date(2026, 10, 9), CertificationResult.FAILED)
    assert [(row.goal, row.value) for row in rows(home.plan, Measurement)] == [("certified", 1.0)]


def test_new_objections_are_rows_and_the_same_text_is_offered_as_a_duplicate(desk: NewDesk):
    home = desk(a_sales_plan(Request(id=RequestId("r1"), text="Too dear for schools", order="a")))
    with filling(send(home), home.folder / "back.xlsx") as forms:
        forms["requests"].add(text="Does it run offline?", kind="request", region="Europe")
        forms["requests"].add(1, text="too dear for schools ", region="Japan")
        forms["requests"].add(2, kind="objection")
        forms["requests"].add(3, text="Does it run  offline?")
    read = home.read(home.folder / "back.xlsx")
    home.merge(home.folder / "back.xlsx")

    assert {title: kind for (_, title, _), (kind, _) in told(read).items()} == {
        "Does it run offline?": "new",
        "too dear for schools": "confirm",
        "Does it run  offline?": "confirm",
    }
    assert [each.title for each in read.proposals if not each.question] == ["Does it run offline?"]
    assert [each.field for each in read.comparison.unreadable] == ["text"]
    old, new = rows(home.plan, Request)
    assert (new.text, new.kind, new.region, new.heard) == ("Does it run offline?", RequestKind.REQUEST, "Europe", TODAY)
    assert old.text == "Too dear for schools"

    again = home.read(home.folder / "back.xlsx")
    assert [each.title for each in again.proposals] == ["too dear for schools", "Does it run  offline?"]


def test_the_table_holds_for_forms_too(home: Desk):
    sent = send(home)
    with filling(sent, home.folder / "back.xlsx") as forms:
        accounts, regions = forms["accounts"], forms["regions"]
        accounts.fill(accounts.row("Radio North"), stage="offer", value=15_000)
        regions.fill(regions.row("Europe"), confidence=5, missing="Card")
    radio, europe = rows(home.plan, Account)[0], rows(home.plan, RegionFeedback)[0]
    mine = (
        Change(radio, replace(radio, stage="won", next_step="Sign")),
        Change(europe, replace(europe, confidence=5)),
    )
    home.session.run(lambda plan: Edit("Mine", mine))
    found = {
        (title, field): kind for (_, title, field), (kind, _) in told(home.read(home.folder / "back.xlsx")).items()
    }

    assert found == {
        ("Radio North", "stage"): "conflict",
        ("Radio North", "next_step"): "keep",
        ("Radio North", "value"): "take",
        ("Europe", "missing"): "take",
        ("Team pipeline", "value"): "confirm",
    }


def test_a_second_version_changes_what_the_first_brought_in(home: Desk):
    first = home.folder / "first.xlsx"
    with filling(send(home), first) as forms:
        forms["accounts"].add(name="School board", value=9_000)
    home.merge(first)
    with filling(first, home.folder / "second.xlsx") as forms:
        forms["accounts"].fill(forms["accounts"].row("School board"), value=7_000)
    read = home.read(home.folder / "second.xlsx")

    assert told(read)[("accounts", "School board", "value")] == ("take", 7_000)
    home.merge(home.folder / "second.xlsx")
    assert [row.value for row in rows(home.plan, Account)] == [12_000, 7_000]


def test_rows_may_be_sorted_and_columns_moved_and_renamed_in_forms(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        accounts = forms["accounts"]
        accounts.add(name="Alpha", stage="demo")
        accounts.fill(accounts.row("Radio North"), stage="offer")
        page, head = accounts.page, accounts.head
        stage, step = accounts.columns["stage"], accounts.columns["next_step"]
        for row in range(head, page.max_row + 1):
            page.cell(row, stage).value, page.cell(row, step).value = (
                page.cell(row, step).value,
                page.cell(row, stage).value,
            )
        page.cell(head + 1, step).value = "How far"
        first, second = ([cell.value for cell in page[head + number]] for number in (2, 3))
        for column, values in enumerate(zip(first, second, strict=True), 1):
            page.cell(head + 2, column).value, page.cell(head + 3, column).value = values[1], values[0]
        page.title = "Kunden"

    assert told(home.read(home.folder / "back.xlsx")) == {
        ("accounts", "Radio North", "stage"): ("take", "offer"),
        ("accounts", "Alpha", "name"): ("new", "Alpha"),
        ("goals", "Team pipeline", "value"): ("confirm", 12_000),
    }


def test_rows_may_be_inserted_above_the_headers_of_a_form(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        accounts = forms["accounts"]
        accounts.fill(accounts.row("Radio North"), stage="offer")
        accounts.page.insert_rows(accounts.head + 1, 2)

    changed = told(home.read(home.folder / "back.xlsx"))
    assert {place: said for place, said in changed.items() if place[0] == "accounts"} == {
        ("accounts", "Radio North", "stage"): ("take", "offer")
    }


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        *(("12,500", 12_500), ("12.500 €", 12_500), ("EUR 12 500.50", 12_500.5), ("US$13k", 13_000)),
        *(("CHF 12'500.–", 12_500), ("1.5m", 1_500_000), ("12 kr", 12), ("0,5", 0.5), ("$.5m", 500_000)),
        *((".500", 0.5), (".5m", 500_000), ("Fr. 80", 80)),
    ],
)
def test_an_amount_is_read_as_people_write_money(home: Desk, written: str, amount: float):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        accounts = forms["accounts"]
        accounts.fill(accounts.row("Radio North"), value=written)

    assert told(home.read(home.folder / "back.xlsx"))["accounts", "Radio North", "value"] == ("take", amount)


@pytest.mark.parametrize("written", ["about 3", "a lot", "3 maybe", "~3", "10-20k"])
def test_what_is_no_amount_is_left_alone(home: Desk, written: str):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        accounts = forms["accounts"]
        accounts.fill(accounts.row("Radio North"), value=written)

    assert [each.text for each in home.read(home.folder / "back.xlsx").comparison.unreadable] == [written]


def test_cells_that_make_no_sense_are_named_and_left_alone(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        regions, accounts = forms["regions"], forms["accounts"]
        regions.fill(regions.row("Europe"), ready_to_sell="perhaps", confidence=9)
        accounts.fill(accounts.row("Radio North"), value="a lot")
        forms["certifications"].add(name="Ben", done_on="soon", result="dunno")
    read = home.read(home.folder / "back.xlsx")

    assert {each.field for each in read.comparison.unreadable} == {
        *("ready_to_sell", "confidence", "value", "done_on", "result"),
    }
    assert set(told(read)) == {("certifications", "Ben", "name")}


def test_an_empty_cell_where_a_row_needs_something_says_nothing(desk: NewDesk):
    home = desk(a_sales_plan(Request(id=RequestId("r1"), text="Too dear for schools", kind=RequestKind.REQUEST)))
    with filling(send(home), home.folder / "back.xlsx") as forms:
        requests = forms["requests"]
        requests.fill(requests.row("Too dear for schools"), kind=None, region="Europe")
    home.merge(home.folder / "back.xlsx")

    assert [(row.kind, row.region) for row in rows(home.plan, Request)] == [(RequestKind.REQUEST, "Europe")]


def test_what_is_typed_into_a_locked_column_is_reported_and_not_applied(home: Desk):
    with filling(send(home), home.folder / "back.xlsx") as forms:
        regions, requests = forms["regions"], forms["requests"]
        regions.fill(regions.row("Europe"), returned=datetime(2026, 10, 9), pipeline=90_000, missing="Card")
        regions.fill(regions.row("North America"), region="America")
        requests.add(text="Does it run offline?", answer="It does")
    read = home.read(home.folder / "back.xlsx")
    home.merge(home.folder / "back.xlsx")
    europe, america = rows(home.plan, RegionFeedback)

    refused = {(each.title, each.field): each.theirs for each in read.proposals if each.kind is Kind.NOT_YOURS}
    assert refused == {
        ("Europe", "returned"): "2026-10-09",
        ("Europe", "pipeline"): "90000",
        ("North America", "region"): "America",
        ("Does it run offline?", "answer"): "It does",
    }
    assert (europe.missing, europe.pipeline, america.region) == ("Card", None, "North America")
    assert [row.answer for row in rows(home.plan, Request)] == [""]
    assert {each.kind for each in home.read(home.folder / "back.xlsx").proposals} == {Kind.NOT_YOURS}


def test_a_row_removed_from_the_plan_is_not_born_again(home: Desk):
    sent = send(home)
    home.session.run(lambda plan: Edit("Remove", (Change(rows(plan, Account)[0], None),)))

    assert home.read(sent).proposals == ()


def test_without_the_hidden_sheet_a_difference_in_a_form_is_a_conflict(desk: NewDesk):
    home = desk(the_sample())
    sent = home.send("sales.xlsx", Audience.SALES, SAMPLE_DAY)
    with filling(sent, home.folder / "back.xlsx") as forms:
        forms["regions"].fill(forms["regions"].row("Europe"), confidence=1)
    with editing(home.folder / "back.xlsx") as book:
        del book["_launchpad"]

    assert told(home.read(home.folder / "back.xlsx")) == {("region_feedback", "Europe", "confidence"): ("conflict", 1)}
