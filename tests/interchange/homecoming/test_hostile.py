"""Files that mean harm, or are no workbooks: refused in a sentence or survived, in bounded time and memory."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.gate import LARGEST_FILE, WorkbookRefused, admit
from launchpad.interchange.homecoming.reading import read_workbook
from tests.builders import a_plan, a_task
from tests.interchange.homecoming.bounded import read_in_bounds
from tests.interchange.homecoming.parts import with_part
from tests.interchange.homecoming.returning import Desk, Filled, editing

CASES = Path(__file__).parents[2] / "cases" / "bad" / "xlsx"
NAMES = sorted(json.loads((CASES / "manifest.json").read_text(encoding="utf-8")))
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture
def home(desk: Callable[[Document], Desk]) -> Desk:
    return desk(a_plan(a_task("brief"), a_task("draft")))


@pytest.mark.parametrize("name", NAMES)
def test_no_bad_file_is_merged(name: str, home: Desk):
    before = home.plan

    with pytest.raises(PlanError) as refusal:
        home.read(CASES / name)

    sentence = str(refusal.value)
    assert sentence.startswith(f"“{name}” ")
    assert sentence.endswith("Nothing was changed.")
    assert (home.plan, home.session.last_number) == (before, 1)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the mark is Linux's")
def test_bad_files_take_little_time_and_memory():
    outcomes = read_in_bounds(CASES / name for name in NAMES)

    assert len(outcomes) == len(NAMES)
    assert all(outcome == "read" or outcome.endswith("Nothing was changed.") for outcome in outcomes)


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]>', "declares XML entities"),
        (b'<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">', "declares XML entities"),
    ],
)
@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_xml_that_declares_anything_is_refused(part: str, declared: bytes, reason: str, home: Desk):
    def declare(content: bytes) -> bytes:
        head, end, rest = content.partition(b"?>")
        return head + end + declared + rest

    with pytest.raises(WorkbookRefused, match=reason):
        home.read(with_part(home.send("out.xlsx"), part, declare))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "utf-32"])
def test_xml_in_other_encodings_is_refused(encoding: str, home: Desk):
    def encode(content: bytes) -> bytes:
        return content.decode().replace("UTF-8", encoding).encode(encoding)

    with pytest.raises(WorkbookRefused, match="encoding"):
        home.read(with_part(home.send("out.xlsx"), "xl/worksheets/sheet2.xml", encode))


def test_a_part_that_unpacks_far_beyond_any_plan_is_refused(home: Desk):
    def swell(content: bytes) -> bytes:
        return content + b" " * (400 << 20)

    (outcome,) = read_in_bounds([with_part(home.send("out.xlsx"), "xl/styles.xml", swell)])
    assert "far larger than any plan" in outcome


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'<numFmts count="1"><numFmt numFmtId="200" formatCode="' + b"0" * 50_000 + b'"/></numFmts>', "number format"),
        (b"<x " + b" ".join(b'a%d="1"' % number for number in range(200_000)) + b"/>", "longer than any cell"),
        (b"<x/>" * 2_100_000, "more than any plan"),
    ],
)
def test_styles_that_would_keep_a_reader_busy_are_refused(text: bytes, reason: str, home: Desk):
    def put(content: bytes) -> bytes:
        return content.replace(b"<fonts", text + b"<fonts", 1)

    with pytest.raises(WorkbookRefused, match=reason):
        home.read(with_part(home.send("out.xlsx"), "xl/styles.xml", put))


@pytest.mark.slow
def test_a_million_empty_rows_and_far_cells_are_read_past(home: Desk):
    rows = b"".join(b'<row r="%d"/>' % number for number in range(9, 1_048_576))
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    def put(content: bytes) -> bytes:
        return content.replace(
            b"</sheetData>", rows + far + b"</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
        )

    path = with_part(home.send("out.xlsx"), "xl/worksheets/sheet2.xml", put)

    assert read_in_bounds([path]) == ["read"]
    assert home.read(path).proposals == ()


def test_formulas_that_go_in_circles_or_reach_out_are_not_followed(home: Desk):
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        page = Filled(book["Plan"])
        page.fill("brief", progress="=G6", owner='=HYPERLINK("http://example.invalid","Ada")', status="=1/0")
        page.fill("draft", note='=cmd|"/c calc"!A1', evidence="=WEBSERVICE(1)")
    before = home.plan
    read = home.read(sent)

    assert read.proposals == ()
    assert len(read.comparison.unreadable) == 5
    assert home.plan == before


def test_text_that_looks_like_a_formula_comes_home_as_text_and_goes_out_as_text(home: Desk):
    sent = home.send("out.xlsx")
    payload = '=cmd|"/c calc"!A1'
    with editing(sent) as book:
        page = Filled(book["Plan"])
        page.fill("brief", evidence=payload)
        cell = page.page.cell(page.row("brief"), page.columns["evidence"])
        cell.data_type = "s"
    home.merge(sent)
    again = home.send("again.xlsx")

    assert [proof.ref for proof in home.task("brief").evidence] == [payload]
    assert home.read(again).proposals == ()


def test_every_wrong_type_in_every_cell_is_survived(home: Desk):
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        page = Filled(book["Plan"])
        wrong: list[Any] = [True, 1e300, -1, "💥" * 20_000, "#REF!", "=A1", 10**15, "\t"]
        for number, value in enumerate(wrong * 3):
            for column in page.columns.values():
                if page.page.cell(4, column).value != "id":
                    page.page.cell(6 + number, column).value = value
    before = home.plan
    home.read(sent)

    assert home.plan == before


def not_a_workbook(folder: Path, name: str, types: str) -> Path:
    path = folder / name
    with ZipFile(path, "w") as parts:
        parts.writestr("[Content_Types].xml", types)
    return path


@pytest.mark.parametrize(
    ("types", "reason"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "a text document"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "a presentation"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "holds macros"),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "holds macros"),
        ("text/plain", "not a workbook"),
    ],
)
def test_other_documents_under_the_name_of_a_workbook_are_refused(types: str, reason: str, tmp_path: Path):
    with pytest.raises(WorkbookRefused, match=reason):
        admit(not_a_workbook(tmp_path, "plan.xlsx", types))


def test_an_open_document_folder_or_nothing_at_all_is_refused_in_a_sentence(tmp_path: Path):
    ods = tmp_path / "plan.xlsx"
    with ZipFile(ods, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    vast = tmp_path / "vast.xlsx"
    with vast.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for path, reason in (
        (ods, "OpenDocument"),
        (vast, "larger than"),
        (tmp_path, "not a file"),
        (tmp_path / "none.xlsx", "no such file"),
    ):
        with pytest.raises(WorkbookRefused, match=reason):
            read_workbook(path)


def test_a_part_that_no_longer_unpacks_is_damage(home: Desk):
    path = home.send("out.xlsx")
    whole = path.read_bytes()
    with ZipFile(path) as parts:
        begins = parts.getinfo("xl/worksheets/sheet1.xml").header_offset
    for at in range(begins + 60, begins + 460, 20):
        path.write_bytes(whole[:at] + b"\xff\x00\xff" + whole[at + 3 :])
        with pytest.raises(WorkbookRefused, match="is damaged or was cut short"):
            admit(path)
