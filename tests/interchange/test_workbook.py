"""What every workbook keeps: its shape, its locks, its rules, and the base for the way home."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from launchpad.interchange.workbook.base_sheet import FIELDS, checksum
from launchpad.interchange.workbook.forms import SPARE
from launchpad.interchange.workbook.plan_sheet import sheet_name
from launchpad.interchange.workbook.sales_forms import forms_of
from tests.builders import a_launch, a_plan, a_task, a_track
from tests.interchange.plans import a_request, the_sample
from tests.interchange.reading import FIRST_TASK, MACHINE_ROW, everything_in, formulas, opened

SHEETS = {
    Audience.FULL: ["Summary", "Plan", "Gantt", "Gates", "Risks", "Goals", "Decisions", "Lists"],
    Audience.SALES: [
        *("Start", "Summary", "Sales checklist", "Kit", "Facts", "Objections", "Accounts", "Certification"),
        *("Dates", "Goals", "All tasks", "Lists"),
    ],
    Audience.SUPPORT: [
        *("Start", "Summary", "Support checklist", "Questions", "Known issues", "Contacts", "Facts", "Promised"),
        *("Dates", "Goals", "All tasks", "Lists"),
    ],
    Audience.EXECUTIVE: ["One page", "Gantt by week"],
}
FILLED_IN = {Audience.FULL: "Plan", Audience.SALES: "Sales checklist", Audience.SUPPORT: "Support checklist"}


@pytest.mark.parametrize("audience", list(Audience))
def test_the_sheets_are_those_of_the_audience(books: dict[Audience, Workbook], audience: Audience) -> None:
    assert books[audience].sheetnames == [*SHEETS[audience], "_launchpad"]
    assert [sheet.title for sheet in books[audience] if sheet.sheet_state != "visible"] == ["_launchpad"]
    assert books[audience]["_launchpad"].sheet_state == "veryHidden"


def test_a_track_gets_its_own_sheet_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "tracks.xlsx"

    export(the_sample(), path, a_request(tracks=["sales", "legal"]))

    assert opened(path).sheetnames[2:6] == ["Gantt", "Sales enablement", "Legal and compliance", "Gates"]


def test_sheet_names_are_ones_that_excel_takes() -> None:
    assert sheet_name("A/B: [tests]?*" + "x" * 40, []) == "AB tests" + "x" * 23
    assert sheet_name("plan", ["Summary", "Plan"]) == "plan 2"
    assert sheet_name("''", []) == "Track"
    assert sheet_name("History", []) == "History 2"
    assert sheet_name("𐀀" * 20, []) == "𐀀" * 15  # each counts twice


def test_the_columns_of_the_plan_are_as_agreed(books: dict[Audience, Workbook]) -> None:
    plan = books[Audience.FULL]["Plan"]

    heads = [cell.value for cell in plan[MACHINE_ROW + 1]]
    assert heads[1:19] == [
        *("Key", "Task", "Track", "Owner*", "Status*", "Progress*", "Start", "Finish", "Expected finish*", "T±"),
        *("Slack", "Must/Should/Could", "Gate", "Done when", "Evidence*", "Note*", "Late?", "Points"),
    ]
    assert heads[19:27] == [
        *("Days", "Due", "Updated", "Approver", "Approved", "Weight", "Baseline start", "Baseline finish")
    ]


@pytest.mark.parametrize("audience", list(FILLED_IN))
def test_hidden_names_and_ids_tell_a_program_what_is_where(books: dict[Audience, Workbook], audience: Audience) -> None:
    page = books[audience][FILLED_IN[audience]]

    assert page.row_dimensions[MACHINE_ROW].hidden
    assert page.column_dimensions["A"].hidden
    assert [cell.value for cell in page[MACHINE_ROW]][:3] == ["id", "key", "title"]
    ids = {str(task.id): task.key for task in the_sample().tasks}
    assert all(ids[str(page[f"A{row}"].value)] == page[f"B{row}"].value for row in range(FIRST_TASK, page.max_row + 1))


@pytest.mark.parametrize("audience", list(FILLED_IN))
def test_only_the_tinted_cells_of_own_tasks_are_open(books: dict[Audience, Workbook], audience: Audience) -> None:
    book = books[audience]
    open_cells = [
        (sheet.title, sheet.cell(MACHINE_ROW, cell.column or 1).value, cell.fill.fgColor.rgb)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    ]

    assert {color for _, _, color in open_cells} == {"FFECEEFC"}
    forms = {form.sheet for form in forms_of(audience)}
    places = {(sheet, name) for sheet, name, _ in open_cells if sheet not in forms}
    assert places == {(FILLED_IN[audience], field) for field in FIELDS} | {("Summary", None)}
    assert forms <= {sheet for sheet, _, _ in open_cells}


def test_a_form_is_open_where_people_write_and_has_free_rows(books: dict[Audience, Workbook]) -> None:
    for form in forms_of(Audience.SALES):
        page = books[Audience.SALES][form.sheet]
        keys = [column.key for column in form.columns]
        lines = enumerate(page.iter_rows(min_col=2, max_col=len(keys) + 1, values_only=True), 1)
        top = next(number for number, values in lines if list(values) == keys)
        count = len(the_sample().rows(form.kind)) + (SPARE if form.grows else 0)
        rows = range(top + 2, top + 2 + count)
        opened = [
            [column.key for place, column in enumerate(form.columns, 2) if not page.cell(row, place).protection.locked]
            for row in rows
        ]

        assert opened == [list(form.fields)] * count
        assert page.row_dimensions[top].hidden
        assert page.column_dimensions["A"].hidden


@pytest.mark.parametrize("audience", list(Audience))
def test_every_sheet_is_protected_without_a_password(books: dict[Audience, Workbook], audience: Audience) -> None:
    for sheet in books[audience]:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        if sheet.title != "_launchpad":
            assert (sheet.protection.sort, sheet.protection.autoFilter, sheet.protection.formatColumns) == (False,) * 3


@pytest.mark.parametrize("audience", list(Audience))
def test_no_sheet_has_more_than_six_conditional_rules(books: dict[Audience, Workbook], audience: Audience) -> None:
    for sheet in books[audience]:
        rules = [(str(each.sqref), rule) for each in sheet.conditional_formatting for rule in each.rules]

        assert len(rules) <= 6, sheet.title
        assert all(" " not in area for area, _ in rules)


@pytest.mark.parametrize("audience", list(Audience))
def test_no_table_has_merged_cells(books: dict[Audience, Workbook], audience: Audience) -> None:
    assert [sheet.title for sheet in books[audience] if sheet.merged_cells.ranges] == []


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_prints_named_and_numbered(books: dict[Audience, Workbook], audience: Audience) -> None:
    for sheet in books[audience]:
        if sheet.sheet_state == "visible":
            head, foot = sheet.oddHeader, sheet.oddFooter
            assert head is not None
            assert foot is not None
            assert head.left.text == "Loomtrack 4"
            assert str(foot.left.text).startswith("Exported 12 Oct 2026 09:30 UTC")
            assert foot.right.text == "Page &P of &N"
            assert sheet.page_setup.fitToWidth in (None, 1) or sheet.title in ("Gantt", "Lists")


def test_a_name_that_begins_with_a_digit_does_not_change_the_size_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"

    export(a_plan(launch=a_launch(name="3 & more")), path, a_request())

    assert '&amp;9&amp;"Calibri,Bold"3 &amp;&amp; more&amp;R' in everything_in(path)


@pytest.mark.parametrize("audience", list(FILLED_IN))
def test_task_sheets_are_frozen_filtered_and_repeat_their_headers(
    books: dict[Audience, Workbook], audience: Audience
) -> None:
    page = books[audience][FILLED_IN[audience]]

    assert page.freeze_panes == "D6"
    assert page.print_title_rows == "$5:$5"
    assert page.page_setup.orientation == "landscape"
    (table,) = page.tables.values()
    assert table.autoFilter is not None


@pytest.mark.parametrize("audience", list(FILLED_IN))
def test_what_is_typed_is_checked_and_answered_in_plain_words(
    books: dict[Audience, Workbook], audience: Audience
) -> None:
    checks = {
        str(check.errorTitle): str(check.error)
        for check in books[audience][FILLED_IN[audience]].data_validations.dataValidation
    }

    assert checks == {
        "Owner": "Choose somebody from the list.",
        "Status": "Choose a status from the list.",
        "Progress": "Progress is a percentage from 0 % to 100 %.",
        "Expected finish": "Type a date, for example 2026-11-10.",
    }


def letters_of(page: Worksheet) -> dict[str, str]:
    """The letter of every column by its machine name."""
    return {str(cell.value): get_column_letter(place) for place, cell in enumerate(page[MACHINE_ROW], 1)}


def test_dates_are_dates_and_numbers_are_numbers(books: dict[Audience, Workbook]) -> None:
    page = books[Audience.FULL]["Plan"]
    letters = letters_of(page)

    row = next(row for row in range(FIRST_TASK, 200) if page[f"B{row}"].value == "eng.security")
    assert isinstance(page[f"{letters['start']}{row}"].value, datetime)
    assert page[f"{letters['progress']}{row}"].value == 0.85
    assert page[f"{letters['duration']}{row}"].value == 10


def test_the_file_says_what_it_is(books: dict[Audience, Workbook]) -> None:
    about = books[Audience.FULL].properties

    assert (about.title, about.creator, about.category) == ("Loomtrack 4", "Mara", "full")
    assert about.created == datetime(2026, 10, 12, 9, 30)


@pytest.mark.parametrize("audience", list(Audience))
def test_only_functions_that_every_program_has_are_used(paths: dict[Audience, Path], audience: Audience) -> None:
    used = {
        name for live in formulas(paths[audience]).values() for name in re.findall(r"([A-Z][A-Z.]+)\(", live.formula)
    }

    assert used <= {
        *("IF", "AND", "OR", "IFERROR", "ISNUMBER", "SUM", "SUMPRODUCT", "COUNT", "COUNTIF", "COUNTIFS", "INDEX"),
        *("MATCH", "LOOKUP", "CHOOSE", "MIN", "MAX", "ROUND", "ROW", "N", "LEFT", "SMALL"),
        *("WORKDAY.INTL", "NETWORKDAYS.INTL"),
    }
    assert "_xlfn" not in everything_in(paths[audience])


# --- the base for the way home ----------------------------------------------------------------------------------------


def base_of(book: Workbook) -> list[tuple[str, ...]]:
    page = book["_launchpad"]
    return [tuple(str(cell.value or "") for cell in row) for row in page.iter_rows()]


@pytest.mark.parametrize("audience", list(Audience))
def test_the_base_tells_which_plan_and_which_edit_it_was(books: dict[Audience, Workbook], audience: Audience) -> None:
    facts = {row[0]: row[1] for row in base_of(books[audience])[:11]}

    assert facts == {
        "format": "launchpad.workbook/1",
        "plan": "plan-1",
        "export": "export-1",
        "edit": "7",
        "schema": "1",
        "audience": audience.value,
        "name": "Loomtrack 4",
        "as_of": "2026-10-12",
        "exported": "2026-10-12T09:30:00Z",
        "cells": str(len(base_of(books[audience])) - 13),
        "checksum": facts["checksum"],
    }


@pytest.mark.parametrize("audience", list(Audience))
def test_the_checksum_is_over_all_that_the_base_says(books: dict[Audience, Workbook], audience: Audience) -> None:
    rows = base_of(books[audience])
    facts, cells_ = [row[:2] for row in rows[:10]], rows[13:]

    assert rows[10][1] == checksum([*facts, *cells_])
    assert rows[10][1] != checksum([*facts, *cells_[1:], ("x",)])


@pytest.mark.parametrize("audience", list(FILLED_IN))
def test_every_open_cell_has_its_base(books: dict[Audience, Workbook], audience: Audience) -> None:
    rows = [row for row in base_of(books[audience])[13:] if "." not in row[3]]
    page = books[audience][FILLED_IN[audience]]
    letters = letters_of(page)
    places = {str(page[f"A{row}"].value): row for row in range(FIRST_TASK, page.max_row + 1)}

    open_cells = {
        (task, field) for task, row in places.items() for field in FIELDS
        if not page[f"{letters[field]}{row}"].protection.locked
    }  # fmt: skip
    assert {(row[1], row[3]) for row in rows} == open_cells
    as_shown = [row for row in rows if row[3] in ("owner", "evidence", "note")]
    assert as_shown
    assert all(str(page[f"{letters[field]}{places[task]}"].value or "") == base for _, task, _, field, base in as_shown)


@pytest.mark.parametrize("audience", list(Audience))
def test_a_plan_with_nothing_in_it_makes_a_workbook(tmp_path: Path, audience: Audience) -> None:
    path = tmp_path / "empty.xlsx"

    export(a_plan(), path, a_request(audience))

    assert opened(path).sheetnames == [*SHEETS[audience], "_launchpad"]


def test_tracks_that_share_a_name_are_scored_apart(tmp_path: Path) -> None:
    path = tmp_path / "twins.xlsx"
    plan = a_plan(a_track("a", name="Team"), a_track("b", name="team"), a_task("x", track="a"), a_task("y", track="b"))

    export(plan, path, a_request())

    page = opened(path)["Plan"]
    assert [page[f"D{row}"].value for row in (6, 7)] == ["Team (a)", "team (b)"]


def test_the_rows_stand_in_the_order_of_the_plan(books: dict[Audience, Workbook]) -> None:
    page = books[Audience.FULL]["Plan"]

    keys = [page[f"B{row}"].value for row in range(FIRST_TASK, page.max_row + 1)]

    assert keys == [task.key for task in the_sample().tasks]
