"""Texts of a plan arrive in its workbook as they are, and never as formulas."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.fields import fields_of
from launchpad.domain.people import Track
from launchpad.domain.row import Row
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from launchpad.interchange.plain_text import clean
from tests.builders import a_plan, a_task
from tests.interchange.plans import a_random_plan, a_request, the_sample
from tests.interchange.reading import FIRST_TASK, cells, opened
from tests.interchange.test_csv import PAYLOADS

FREE_TEXTS = (
    *("title", "name", "text", "question", "plan", "note", "acceptance", "role", "rationale", "metric"),
    *("summary", "one_sentence", "missing", "action", "link", "message", "trigger"),
)


def renamed(plan: Document, *texts: str) -> Document:
    """The plan with `texts`, in turn, wherever people write freely; tracks keep their keys, which say who sees what."""
    turn = cycle(texts)
    changes = [Change(row, with_texts(row, next(turn), number)) for number, row in enumerate(plan)]
    return plan.apply(Edit("Rename", tuple(change for change in changes if change.before != change.after)))


def with_texts(row: Row, text: str, number: int) -> Row:
    """The row with `text` in its free texts, and in its key where it has one that means nothing."""
    names = {field.name for field in fields_of(type(row))}
    texts = {name: text for name in FREE_TEXTS if name in names}
    if "key" in names and not isinstance(row, Track):
        texts["key"] = f"{text}{number}"
    return replace(row, **texts)


HOSTILE = [
    *(text for text in PAYLOADS if text.strip()),
    *("_x0041_", "\x01\x02", "\ud800", "]]>", "<b>", "#REF!", "{=1}", "x" * 32_000),
]


@pytest.mark.parametrize(
    "texts", [HOSTILE, HOSTILE[::-1], ["=1+1"], ["#REF!"]], ids=["all", "reversed", "one", "error"]
)
@pytest.mark.parametrize("audience", list(Audience))
def test_texts_that_look_like_formulas_stay_texts(
    books: dict[Audience, Workbook], tmp_path: Path, texts: list[str], audience: Audience
) -> None:
    path = tmp_path / "hostile.xlsx"

    export(renamed(the_sample(), *texts), path, a_request(audience))

    wild = list(cells(opened(path)))
    ours = {place for place, _, cell in cells(books[audience]) if cell.data_type == "f"}
    assert {place for place, _, cell in wild if cell.data_type == "f"} <= ours
    assert {cell.data_type for _, _, cell in wild} <= {"s", "n", "f", "d"}


def test_every_text_arrives_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    texts = [text for text in HOSTILE if "_x00" not in text]  # Excel's own escape, which openpyxl does not undo

    export(a_plan(*(a_task(f"t{n}", title=text) for n, text in enumerate(texts))), path, a_request())

    page = opened(path)["Plan"]
    assert [page[f"C{row}"].value for row in range(FIRST_TASK, page.max_row + 1)] == [clean(text) for text in texts]


def test_a_text_that_looks_like_a_formula_says_that_it_is_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    plan = a_plan(a_task("a", title="=1+1", note="-5 degrees"), a_task("b", title="Plain"))

    export(plan, path, a_request())

    page = opened(path)["Plan"]
    assert [(page[f"C{row}"].value, bool(page[f"C{row}"].quotePrefix)) for row in (6, 7)] == [
        ("=1+1", True),
        ("Plain", False),
    ]


def test_every_part_is_well_formed_whatever_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    plan, today = a_random_plan(3)

    export(renamed(plan, "\x00\x08\ud800\uffff]]>&<\"'"), path, a_request(today=today))

    with ZipFile(path) as parts:
        read = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        roots = {name: ElementTree.fromstring(parts.read(name)).tag.partition("}")[2] for name in read}
    assert roots["xl/workbook.xml"] == "workbook"
    assert roots["xl/worksheets/sheet1.xml"] == "worksheet"
