"""A pack as HTML needs nothing else, runs nothing, and says what comes from a plan as text."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.gate import Decision
from launchpad.domain.register import Asset, Goal, Risk
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export, pack_for
from launchpad.interchange.pack.html import POLICY, html_of
from launchpad.interchange.pack.model import Block, Cell, Column, Figures, Pack, Paragraph, Section, Table
from launchpad.interchange.pack.style import TOKENS, style_sheet
from launchpad.scenes.tokens import DARK, LIGHT
from tests.app.test_links import BAD, GOOD
from tests.interchange.plans import a_request, the_sample
from tests.interchange.test_svg import ELEMENTS, HOSTILE, VALUES

TAGS = ELEMENTS | {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "div", "span", "p", "h1",
    "h2", "dl", "dt", "dd", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "a", "figure",
}  # fmt: skip
GIVEN = {value.lower() for value in VALUES} | {
    "lang", "charset", "http-equiv", "content", "name", "class", "dir", "scope", "href", "rel", "style", "xmlns",
}  # fmt: skip


class Page(HTMLParser):
    """Everything in a page but its style sheet: tags with their values, and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open[: len(self._open) - self._open[::-1].index(tag) - 1]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style" and data.strip():
            self.texts.append(data)

    @property
    def links(self) -> list[str]:
        return [given["href"] or "" for tag, given in self.tags if tag == "a"]


def page_of(plan: Document, audience: Audience = Audience.FULL) -> Page:
    page = Page(html_of(pack_for(plan, a_request(audience))))
    assert {tag for tag, _ in page.tags} <= TAGS
    for tag, given_ in page.tags:
        assert set(given_) <= GIVEN, (tag, given_)
        assert not any(name.startswith("on") for name in given_)
        assert tag == "a" or "href" not in given_
    return page


def named(plan: Document, name: str) -> Document:
    """The plan in which everything that a pack shows is called so."""
    changes: list[Change] = [Change(plan.launch, replace(plan.launch, name=name, summary=name, one_sentence=name))]
    changes += [Change(row, replace(row, title=name)) for row in plan.tasks]
    changes += [Change(row, replace(row, name=name, role=name)) for row in plan.people]
    changes += [Change(row, replace(row, name=name)) for row in plan.tracks]
    changes += [Change(row, replace(row, name=name)) for row in plan.gates]
    changes += [Change(row, replace(row, title=name, trigger=name)) for row in plan.rows(Risk)]
    changes += [Change(row, replace(row, title=name, rationale=name)) for row in plan.rows(Decision)]
    changes += [Change(row, replace(row, name=name, unit=name)) for row in plan.rows(Goal)]
    changes += [Change(row, replace(row, name=name, link=name)) for row in plan.rows(Asset)]
    return plan.apply(Edit("Name", tuple(changes)))


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(name, audience):
    page = page_of(named(the_sample(), name), audience)

    assert page.links == []
    assert any(name.split("\x00")[0][:12].strip("\u202e\ufffe ") in text for text in page.texts)
    assert not any("\u202e" in text or "\ufffe" in text for text in page.texts)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_browser_is_told_to_load_nothing(audience):
    page = page_of(the_sample(), audience)
    metas = [given for tag, given in page.tags if tag == "meta"]

    assert {"http-equiv": "Content-Security-Policy", "content": POLICY} in metas
    assert POLICY == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert {"name": "referrer", "content": "no-referrer"} in metas
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()


@pytest.mark.parametrize("link", GOOD)
def test_a_plain_link_can_be_followed_and_shows_where_it_leads(link):
    asset = next(row for row in the_sample().rows(Asset) if row.audience.value == "customer")
    plan = the_sample().apply(Edit("Link", (Change(asset, replace(asset, link=link)),)))
    page = page_of(plan, Audience.SALES)

    assert link in page.links
    assert all(given["rel"] == "noopener noreferrer" for tag, given in page.tags if tag == "a")


@pytest.mark.parametrize("link", BAD)
def test_any_other_link_is_none(link):
    changes = tuple(Change(row, replace(row, link=link)) for row in the_sample().rows(Asset))

    assert page_of(the_sample().apply(Edit("Link", changes)), Audience.SALES).links == []


def a_pack(text: str) -> Pack:
    table = Table((Column("A"), Column(text)), [[text, Cell(text, "bad", strong=True)]])
    blocks: list[Block] = [
        table,
        Paragraph(text),
        Figures(((text, Cell(text, "ok")),)),
        Table((Column("A"),), [], text),
    ]
    return Pack(text, text, [Section(text, blocks, text), Section("", blocks, half=True)], text, text, sentences=[text])


@settings(max_examples=60)
@given(st.text(min_size=1))
def test_whatever_a_text_is_the_page_has_the_same_parts(text):
    plain, page = Page(html_of(a_pack("plain"))), Page(html_of(a_pack(text)))

    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]


def test_both_themes_are_in_it_and_paper_is_light():
    sheet = style_sheet()
    dark, paper = sheet.split("@media (prefers-color-scheme: dark)")[1], sheet.split("@media print")[1]

    for token in TOKENS:
        name = token.replace("_", "-")
        assert f"--{name}: {getattr(DARK, token)};" in dark
        assert f"--{name}: {getattr(LIGHT, token)};" in paper


def test_a_small_pack_reads_as_agreed(golden):
    table = Table((Column("Task", 2), Column("Owner")), [["Brief", Cell("Mara", "ok")], ["Film", Cell("", "bad")]])
    pack = Pack(
        title="Loom",
        subtitle="For sales",
        sections=[
            Section("Figures", [Figures((("Readiness", Cell("48.6", "warn", strong=True)),))]),
            Section("Work", [table, Table((Column("A"),), [], "Nothing.")], "The first 2 of 3."),
            Section("Kit", [Table((Column(""),), [[Cell("Deck", link="https://example.org/deck")]])]),
        ],
        secret="For the people it was sent to.",
        origin="As of Mon 12 Oct 2026",
        sentences=["Readiness 48.6.", Cell("The first reason.", strong=True)],
    )
    text = html_of(pack)

    golden("pack/small.html", text.replace(style_sheet(), "…"))


@pytest.mark.parametrize("audience", list(Audience))
def test_the_file_is_whole(tmp_path, audience):
    export(the_sample(), tmp_path / "pack.html", a_request(audience))

    text = (tmp_path / "pack.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>")
