"""Writes a pack as one HTML file that needs nothing else: no network, no script, no other file."""

from functools import cache
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from launchpad.interchange.pack.model import Block, Chart, Column, Figures, Pack, Paragraph, Table, cell
from launchpad.interchange.pack.pages import fit_of
from launchpad.interchange.pack.style import css_ink, style_sheet
from launchpad.interchange.plain_text import shown
from launchpad.interchange.svg import inline_svg
from launchpad.interchange.web_link import host_of

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What a browser may load for this page: nothing."""

BROWSER = 1.0
"""How much smaller a browser prints than we lay out: it has other fonts and wider margins."""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ policy }}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Launchpad">
<title>{{ pack.title }}</title>
<style>{{ style }}</style>
</head>
<body{% if pack.small %} class="small" style="--fit: {{ fit }}"{% endif %}>
<main>
<header>
<h1 dir="auto">{{ pack.title }}</h1>
<p class="quiet" dir="auto">{{ pack.subtitle }}</p>
{%- for each in pack.sentences %}
<p dir="auto">{{ text(each) }}</p>
{%- endfor %}
</header>
{%- for is_half, sections in groups %}
{%- if is_half %}
<div class="halves">{% endif %}
{%- for section in sections %}
<section>
{%- if section.title %}
<h2 dir="auto">{{ section.title }}{% if section.note %} <span class="note">{{ section.note }}</span>{% endif %}</h2>{%
endif %}
{%- for block in section.blocks %}
{{ drawn(block) }}
{%- endfor %}
</section>
{%- endfor %}
{%- if is_half %}
</div>{% endif %}
{%- endfor %}
<footer><p dir="auto">{{ pack.secret }}</p><p dir="auto">{{ pack.origin }}</p></footer>
</main>
</body>
</html>
"""
_TEXT = """{% set said = cell(given) -%}
{% if said.link %}<a href="{{ said.link }}" rel="noopener noreferrer">{{ said.text }}</a> <span class="host">{{
host(said.link) }}</span>{% elif said.tone or said.strong %}<span class="{{ said.tone }}{% if said.strong %} strong{%
endif %}">{{ said.text }}</span>{% else %}<span>{{ said.text }}</span>{% endif %}"""
_TABLE = """
{%- if not table.rows %}<p class="quiet">{{ table.empty }}</p>{% else -%}
<table><colgroup>{% for column in table.columns %}<col style="width: {{ width(column) }}%">{% endfor %}</colgroup>
{%- if titled %}
<thead><tr>{% for column in table.columns %}<th scope="col" class="{{ column.align }}">{{ column.title }}</th>{%
endfor %}</tr></thead>{% endif %}
<tbody>
{%- for row in table.rows %}
<tr>{% for each in row %}<td class="{{ table.columns[loop.index0].align }}" dir="auto">{{ text(each) }}</td>{%
endfor %}</tr>
{%- endfor %}
</tbody></table>{% endif %}"""
_FIGURES = """<dl class="figures">{% for label, value in figures %}<div><dt>{{ label }}</dt><dd class="{{ value.tone
}}">{{ value.text }}</dd></div>{% endfor %}</dl>"""


def html_of(pack: Pack) -> str:
    """The pack as a page of HTML; every text in it is escaped."""
    groups = [(is_half, list(sections)) for is_half, sections in groupby(pack.sections, lambda each: each.half)]
    given = {"pack": pack, "policy": POLICY, "groups": groups, "drawn": _drawn, "text": _text}
    fit = f"{BROWSER * fit_of(pack):.2f}"
    style = Markup(style_sheet())  # ours, word for word
    return _template(_PAGE).render(given, style=style, fit=fit)


@cache
def _template(source: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, finalize=_finalize).from_string(source)


def _finalize(value: object) -> object:
    """Plan text as it can be shown; what is markup already was made by us."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _markup(source: str, **given: object) -> Markup:
    return Markup(_template(source).render(**given))  # rendered with every text escaped


def _text(given: object) -> Markup:
    return _markup(_TEXT, given=given, cell=cell, host=host_of)


def _drawn(block: Block) -> Markup:
    match block:
        case Paragraph():
            return _markup('<p dir="auto">{{ text(given) }}</p>', given=block.text, text=_text)
        case Figures():
            return _markup(_FIGURES, figures=block.figures)
        case Chart():
            return Markup(f"<figure>{inline_svg(block.page, css_ink)}</figure>")  # escapes all it writes
        case Table():
            return _table(block)


def _table(table: Table) -> Markup:
    whole = sum(column.share for column in table.columns)

    def width(column: Column) -> str:
        return f"{100 * column.share / whole:.1f}"

    titled = any(column.title for column in table.columns)
    return _markup(_TABLE, table=table, titled=titled, width=width, text=_text)
