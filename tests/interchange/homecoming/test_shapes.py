"""Workbooks as other programs write them: the same cells in shapes that ours never has."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from launchpad.domain.document import Document
from launchpad.domain.values import Evidence
from launchpad.interchange.homecoming.proposals import Kind
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.parts import PLAN, STRINGS, Rewrite, with_parts, without
from tests.interchange.homecoming.returning import TODAY, Desk, Filled, editing, fill, found, kinds

NewDesk = Callable[[Document], Desk]
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CELL = re.compile(rb'<c r="(\w+)"([^>]*?)(/>|>(.*?)</c>)', re.DOTALL)


@pytest.fixture
def home(desk: NewDesk) -> Desk:
    plan = a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_task("cards", title="Battlecards", track="sales", owner="ada", duration=4),
        a_task("demo", title="Demo", track="sales", owner="ben", note="Ask the lab"),
        a_task("kb", title="Articles", track="sales", evidence=(Evidence("Report", "proof/report.pdf"),)),
    )
    return desk(plan)


def put(address: str, cell: str) -> Rewrite:
    """Replace a cell's whole element."""

    def rewrite(sheet: bytes) -> bytes:
        changed, count = re.subn(
            rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)'.encode(), cell.encode(), sheet, flags=re.DOTALL
        )
        assert count == 1, address
        return changed

    return rewrite


def one_by_one(*rewrites: Rewrite) -> Rewrite:
    def rewrite(content: bytes) -> bytes:
        for each in rewrites:
            content = each(content)
        return content

    return rewrite


def theirs(home: Desk, path: Path) -> dict[tuple[str, str], Any]:
    read = home.read(path)
    assert read.comparison.unreadable == ()
    return {place: each.theirs for place, each in found(read, Kind.TAKE).items()}


@pytest.mark.parametrize(
    ("cell", "field", "value"),
    [
        ('<c r="Q6" t="inlineStr"><is><t>Late</t></is></c>', "note", "Late"),
        ('<c r="Q6" t="inlineStr"><is><r><t>La</t></r><r><rPr><b/></rPr><t>te</t></r></is></c>', "note", "Late"),
        ('<c r="Q6" t="str"><v>Late</v></c>', "note", "Late"),
        ('<c r="Q6" t="inlineStr"><is><t xml:space="preserve">  Late_x000D_\n</t></is></c>', "note", "Late"),
        ('<c r="G6" t="inlineStr"><is><t>60 %</t></is></c>', "progress", 60),
        ('<c r="G6" t="str"><v>0,6</v></c>', "progress", 60),
        ('<c r="G6" t="n"><v>6.0000000000000009E-1</v></c>', "progress", 60),
        ('<c r="G6"><v>60</v></c>', "progress", 60),
        ('<c r="J6" t="d"><v>2026-11-05</v></c>', "expected_finish", date(2026, 11, 5)),
        ('<c r="J6" t="d"><v>2026-11-05T00:00:00</v></c>', "expected_finish", date(2026, 11, 5)),
        ('<c r="J6"><v>46331.75</v></c>', "expected_finish", date(2026, 11, 5)),
        ('<c r="J6" t="str"><v>46331</v></c>', "expected_finish", date(2026, 11, 5)),
        ('<c r="J6" t="inlineStr"><is><t>Do., 5. November 2026</t></is></c>', "expected_finish", date(2026, 11, 5)),
        ('<c r="F6" t="inlineStr"><is><t>In Bearbeitung</t></is></c>', "status", "in_progress"),
        ('<c r="F6" t="inlineStr"><is><t>IN  BEARBEITUNG </t></is></c>', "status", "in_progress"),
        ('<c r="E6" t="inlineStr"><is><t> ben </t></is></c>', "owner", "person:ben"),
        ('<c r="E6" t="s"><f>B2</f><v>0</v></c>', None, None),
    ],
)
def test_a_cell_means_the_same_however_it_is_written(home: Desk, cell: str, field: str | None, value: object):
    path = with_parts(home.send("out.xlsx"), {PLAN: put(cell[6:8], cell)})

    if field is None:
        assert home.read(path).proposals == ()
    else:
        assert theirs(home, path) == {("cards", field): value}


@pytest.mark.parametrize(
    "text",
    ["_x0041_", "say _x000D_ twice: _x005F_", "zero\u200bwidth", "hard\u00a0space", "a\tb", "a\u2028b", "x" * 20_000],
)
def test_texts_that_look_like_something_else_come_home_as_they_went(desk: NewDesk, text: str):
    proof = (Evidence(text[:80], "proof.pdf"), Evidence("Report", "report.pdf"))
    home = desk(a_plan(a_person("ada"), a_task("kb", title=text[:80], owner="ada", note=text, evidence=proof)))
    sent = home.send("out.xlsx")
    read = home.read(sent)

    assert read.proposals == ()
    assert read.notices == ()

    filled = fill(sent, home.folder / "back.xlsx", {"kb": {"evidence": f"{text[:80]} (proof.pdf); other.pdf"}})
    if "_x" not in text:  # openpyxl itself loses the sign that they are no escapes
        home.merge(filled)
        assert [each.ref for each in home.task("kb").evidence] == ["proof.pdf", "other.pdf"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="J6" t="d"><v>soon</v></c>',
        '<c r="J6" t="s"><v>99999</v></c>',
        '<c r="J6" t="s"><v></v></c>',
        '<c r="J6"><v>soon</v></c>',
    ],
)
def test_a_cell_that_is_damaged_is_named_and_the_others_are_read(home: Desk, cell: str):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    read = home.read(with_parts(sent, {PLAN: put("J6", cell)}))

    assert kinds(read) == {("cards", "progress"): "take"}
    assert [each.cell for each in read.comparison.unreadable] == ["Plan!J6"]


def test_shared_strings_may_be_rich_and_carry_sounds(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"note": "Late by a week"}})

    def enrich(strings: bytes) -> bytes:
        rich = b"<si><r><t>Late </t></r><r><rPr><b/></rPr><t>by a week</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
        changed, count = re.subn(rb"<si>\s*<t>Late by a week</t>\s*</si>", rich, strings)
        assert count == 1
        return changed

    assert theirs(home, with_parts(sent, {STRINGS: enrich})) == {("cards", "note"): "Late by a week"}


def test_a_sheet_may_leave_out_its_size_its_styles_and_the_addresses_of_its_cells(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})

    def bare(sheet: bytes) -> bytes:
        sheet = re.sub(rb"<dimension[^>]*/>", b"", sheet)
        sheet = re.sub(rb'(<row)\s+r="\d+"', rb"\1", sheet)
        return re.sub(rb'(<c)\s+r="\w+"', rb"\1", sheet)

    def dense(sheet: bytes) -> bytes:
        """Only rows and cells without gaps can do without addresses."""
        rows = re.findall(rb"<row.*?</row>|<row[^>]*/>", sheet, re.DOTALL)
        assert [int(number) for number in re.findall(rb'<row r="(\d+)"', sheet)] == list(range(1, len(rows) + 1))
        return bare(sheet)

    path = home.folder / "dense.xlsx"
    with editing(sent, path) as book:
        page = book["Plan"]
        for row in page.iter_rows(min_row=1, max_row=page.max_row, max_col=page.max_column):
            for cell in row:
                if cell.value is None:
                    cell.value = " "

    assert theirs(home, with_parts(path, {"xl/worksheets/sheet2.xml": dense})) == {("cards", "progress"): 60}


def test_the_strict_kind_of_workbook_is_read_too(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6, "note": "Late"}})

    def strict(part: bytes) -> bytes:
        part = part.replace(MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return part.replace(LINKS, b"http://purl.oclc.org/ooxml/officeDocument/relationships")

    assert theirs(home, with_parts(sent, {"*": strict})) == {("cards", "progress"): 60, ("cards", "note"): "Late"}


def test_parts_may_name_their_space_as_they_like(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})

    def prefixed(sheet: bytes) -> bytes:
        sheet = re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", sheet)
        return sheet.replace(b'xmlns="' + MAIN, b'xmlns:x="' + MAIN)

    assert theirs(home, with_parts(sent, {PLAN: prefixed})) == {("cards", "progress"): 60}


def test_what_no_program_needs_may_be_gone(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    bare = without(sent, "docProps/", "xl/calcChain", "xl/theme")

    def forget(types: bytes) -> bytes:
        return re.sub(rb"<(?:Override|Relationship)[^>]*(?:docProps|calcChain|theme)[^>]*/>", b"", types)

    rewrites = {"[Content_Types].xml": forget, "_rels/.rels": forget, "xl/_rels/workbook.xml.rels": forget}
    assert theirs(home, with_parts(bare, rewrites)) == {("cards", "progress"): 60}


def test_the_table_its_rules_and_its_protection_may_be_gone(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    with editing(sent) as book:
        page: Worksheet = book["Plan"]
        for name in list(page.tables):
            del page.tables[name]
        page.protection.sheet = False
        page.data_validations.dataValidation.clear()
        page.auto_filter.ref = "B5:S8"
        page.auto_filter.add_filter_column(3, ["Ada"])
        page.row_dimensions[7].hidden = True
        page.row_dimensions.group(7, 8, outline_level=2, hidden=True)

    assert theirs(home, sent) == {("cards", "progress"): 60}


def test_merged_cells_and_text_around_the_table_do_no_harm(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    with editing(sent) as book:
        page: Worksheet = book["Plan"]
        page.merge_cells("B1:F1")
        page.merge_cells("Q7:Q8")
        page["Q7"] = "Ask the lab"
        page["B3"] = "Please send it back by Friday"
        page["Z2"] = "=NOW()"

    assert theirs(home, sent) == {("cards", "progress"): 60}


def test_the_hidden_sheet_is_known_by_what_it_says(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    with editing(sent) as book:
        book["_launchpad"].sheet_state = "visible"
        book["_launchpad"].title = "Sheet 9"
        book["Plan"].title = "Unser Plan"

    assert theirs(home, sent) == {("cards", "progress"): 60}


def test_rows_that_share_an_id_or_a_key_are_one_task_and_new_ones(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {})
    with editing(sent) as book:
        page = Filled(book["Plan"])
        page.add(id=home.task("cards").id, key="cards", title="Battlecards, again", progress=0.9)
        page.add(key="demo", title="Demo, again")

    assert {each.title for each in home.read(sent).proposals} == {"Battlecards, again", "Demo, again"}
    assert set(kinds(home.read(sent)).values()) == {"new"}


def test_free_rows_with_nothing_but_looks_are_no_rows(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.6}})
    with editing(sent) as book:
        page: Worksheet = book["Plan"]
        for row in range(9, 1200):
            page.cell(row, 3).value = ""
            page.cell(row, 6).style = "Normal"
            page.cell(row, 7).number_format = "0%"

    assert theirs(home, sent) == {("cards", "progress"): 60}


def test_numbers_typed_as_text_are_numbers(home: Desk):
    sent = fill(
        home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": "'60"}, "demo": {"progress": "45.0%"}}
    )

    assert theirs(home, sent) == {("cards", "progress"): 60, ("demo", "progress"): 45}


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *(("Erledigt", "done"), ("abgeschlossen", "done"), ("✅ Done", "done"), ("finished!", "done")),
        *(("laufend", "in_progress"), ("begonnen", "in_progress"), ("On track", "in_progress")),
        *(("nicht gestartet", "not_started"), ("Geplant", "not_started"), ("offen", "not_started")),
        *(("in Prüfung", "in_review"), ("wartet auf Freigabe", "in_review")),
        *(("entfällt", "not_applicable"), ("nicht zutreffend", "not_applicable")),
    ],
)
def test_a_status_may_be_said_in_other_words(home: Desk, word: str, status: str):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"kb": {"status": word}})

    home.merge(sent)
    assert home.task("kb").status == status


def test_a_proof_is_a_link_even_where_only_its_label_is_seen(home: Desk):
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"evidence": "The deck"}})
    with editing(sent) as book:
        page = Filled(book["Plan"])
        column = page.columns["evidence"]
        page.page.cell(page.row("cards"), column).hyperlink = "https://example.org/deck"
        page.page.cell(page.row("kb"), column).hyperlink = "https://example.org/report"
    home.merge(sent)

    assert home.task("cards").evidence == (Evidence("The deck", "https://example.org/deck", TODAY),)
    assert home.task("kb").evidence == (Evidence("Report", "proof/report.pdf"),), "its text is as it was"
    assert home.read(sent).proposals == ()


def test_a_link_made_by_a_formula_is_a_proof(home: Desk):
    formula = '<c r="P6" t="str"><f>HYPERLINK("https://example.org/deck","The deck")</f><v>The deck</v></c>'
    path = with_parts(home.send("out.xlsx"), {PLAN: put("P6", formula)})
    home.merge(path)

    assert home.task("cards").evidence == (Evidence("The deck", "https://example.org/deck", TODAY),)
