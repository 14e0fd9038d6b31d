"""A pack as PDF: redacted to the last byte, and what comes from a plan is ink."""

import subprocess
from pathlib import Path

import pytest

from launchpad.domain.gate import Review
from launchpad.interchange.audience import Audience
from launchpad.scenes.paper import Paper
from launchpad.ui.paper.pack import write_pack
from tests.interchange.pack.test_audience import MAY, NOBODY, marked_plan
from tests.interchange.pack.test_html import named
from tests.interchange.plans import a_request, a_stamp, the_sample
from tests.interchange.test_svg import HOSTILE
from tests.tools import needed_tool


def text_in(pdf: Path) -> str:
    """All text in the order in which it was written, without blanks: what was wrapped is whole again."""
    command = [needed_tool("pdftotext", "poppler-utils"), "-raw", str(pdf), "-"]
    return "".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.fixture(scope="module")
def marks_in(tmp_path_factory, qapp):
    """The marks in the PDF of each audience, with the record of a review."""
    folder = tmp_path_factory.mktemp("packs")
    plan, marks = marked_plan("sample", 0)
    found = {}
    for audience in Audience:
        request = a_request(audience, review=plan.rows(Review)[0].key, stamp=a_stamp(who="zqwhoexported"))
        write_pack(plan, folder / f"{audience.value}.pdf", request)
        found[audience] = marks.where(text_in(folder / f"{audience.value}.pdf"))
    return found


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_an_audience_finds_nothing_that_is_not_for_it(marks_in, audience):
    kinds = {about[:2] for about in marks_in[audience].values()}

    assert kinds - MAY[audience] == set()
    assert ("Launch", "name") in kinds


def test_what_no_pack_holds_is_in_none(marks_in):
    assert [about for found in marks_in.values() for about in found.values() if about[:2] in NOBODY] == []


def test_the_pdf_and_the_page_say_the_same(marks_in):
    kinds = {about[:2] for about in marks_in[Audience.FULL].values()}

    assert {("Risk", "plan"), ("Decision", "rationale"), ("Review", "dissent"), ("Addendum", "text")} <= kinds


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_ink(tmp_path, qapp, name):
    write_pack(named(the_sample(), name), tmp_path / "pack.pdf", a_request(Audience.SALES), Paper.LETTER)

    content = (tmp_path / "pack.pdf").read_bytes()
    for sign in (b"/URI", b"/Subtype /Link", b"/JavaScript", b"/Action", b"/EmbeddedFile"):
        assert sign not in content
    if "\x00" not in name and "\u202e" not in name:
        assert "".join(name.split())[:10] in text_in(tmp_path / "pack.pdf")
