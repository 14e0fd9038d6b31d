"""The content of a pack as pieces that never break: lines of text, rows of tables, charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from launchpad.interchange.pack.model import Block, Chart, Column, Figures, Paragraph, Section, Table, Text, cell
from launchpad.interchange.plain_text import shown
from launchpad.interchange.web_link import host_of
from launchpad.scenes.paper import Pane, plain_pane
from launchpad.scenes.shapes import Align, Bar, Box, Shape, Words
from launchpad.scenes.widths import text_width
from launchpad.scenes.wrapping import wrapped

LINE = 1.35
"""Height of a line in sizes of its font."""
TITLE, NAME, BODY, SMALL, TINY = 20, 12, 10, 9, 8
BIG = (15, 12, 10, 8)
"""Points of the fonts; of a figure, the largest in which it fits."""
RULE = 0.7
"""Points of the line under a row."""
GAP = 8.0
ROOM = 3.0
"""Points above and below the text of a row."""
MOST_LINES = 40
"""Lines of a row that stay together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on paper with its panes from its own top left corner.

    `keeps` says that the next piece stands on the same page; `again` is repeated where the next page goes on with it.
    """

    height: float
    panes: tuple[Pane, ...]
    keeps: bool = False
    again: "Piece | None" = None


def moved(pane: Pane, x: float, y: float) -> Pane:
    """A pane somewhere else."""
    box = pane.box
    return replace(pane, box=Box(box.x + x, box.y + y, box.width, box.height))


def blank(height: float, *, keeps: bool = False) -> Piece:
    """Air."""
    return Piece(height, (), keeps)


def _drawn(width: float, height: float, shapes: Sequence[Shape], *, keeps: bool = False) -> Piece:
    return Piece(height, (plain_pane(Box(0, 0, width, height), shapes),), keeps)


def text_pieces(
    said: Text, width: float, *, px: int = BODY, weight: int = 400, tone: str = "text", keeps: bool = False
) -> Iterator[Piece]:
    """A text line by line."""
    given = cell(said)
    heavy = 600 if given.strong else weight
    high = px * LINE
    for line in wrapped(shown(given.text), width, text_width, px=px, weight=heavy):
        words = Words(Box(0, 0, width, high), line, px, heavy, given.tone or tone)
        yield _drawn(width, high, [words], keeps=keeps)


def section_pieces(section: Section, width: float, gap: float) -> Iterator[Piece]:
    """A heading with what stands under it, after a gap."""
    yield blank(gap)
    if section.title:
        yield from _heading(section, width)
    for block in section.blocks:
        yield from block_pieces(block, width)


def _heading(section: Section, width: float) -> Iterator[Piece]:
    """The title, and the note beside it on its last line or below."""
    *before, last = text_pieces(section.title, width, px=NAME, weight=600, keeps=True)
    yield from before
    title = last.panes[0].shapes[0]
    note = shown(section.note)
    used = text_width(title.text, NAME, 600) + GAP if isinstance(title, Words) else width
    if not note or used + text_width(note, TINY, 400) > width:
        yield last
        yield from text_pieces(note, width, px=TINY, tone="text2", keeps=True) if note else ()
        return
    words = Words(Box(used, 2, width - used, last.height), note, TINY, 400, "text2")
    yield _drawn(width, last.height + 2, [title, words], keeps=True)


def block_pieces(block: Block, width: float) -> Iterator[Piece]:
    """A block, piece by piece."""
    match block:
        case Paragraph():
            yield from text_pieces(block.text, width)
        case Figures():
            yield _figures(block, width)
        case Chart():
            yield _chart(block, width)
        case Table() if block.rows:
            yield from _table(block, width)
        case Table():
            yield from text_pieces(block.empty, width, px=SMALL, tone="text2")
    yield blank(3)


def _figures(block: Figures, width: float) -> Piece:
    count = len(block.figures)
    wide, high = (width - GAP * (count - 1)) / count, 38.0
    shapes: list[Shape] = []
    for place, (label, value) in enumerate(block.figures):
        x = place * (wide + GAP)
        text = shown(value.text)
        px = next((px for px in BIG if text_width(text, px, 600) <= wide - 14), BIG[-1])
        said = wrapped(text, wide - 14, text_width, px=px, weight=600, most=1)[0]
        shapes += [
            Bar(Box(x, 0, wide, high), "sunken", 4),
            Words(Box(x + 7, 4, wide - 12, 11), shown(label), TINY, 400, "text2"),
            Words(Box(x + 7, 15, wide - 12, 20), said, px, 600, value.tone or "text"),
        ]
    return _drawn(width, high, shapes)


def _chart(block: Chart, width: float) -> Piece:
    page = block.page
    scale = width / page.width
    panes = (
        replace(
            pane,
            box=Box(pane.box.x * scale, pane.box.y * scale, pane.box.width * scale, pane.box.height * scale),
        )
        for pane in page.panes
    )
    return Piece(page.height * scale, tuple(panes))


# --- tables ------------------------------------------------------------------------------------------------------


def _table(table: Table, width: float) -> Iterator[Piece]:
    whole = sum(column.share for column in table.columns)
    wides = [width * column.share / whole for column in table.columns]
    head = _head(table.columns, wides, width)
    if head is not None:
        yield head
    for row in table.rows:
        for piece in _row(table.columns, wides, row, width):
            yield replace(piece, again=head)


def _head(columns: Sequence[Column], wides: Sequence[float], width: float) -> Piece | None:
    if not any(column.title for column in columns):
        return None
    high, x = TINY * LINE + ROOM, 0.0
    shapes: list[Shape] = [_rule(width, high)]
    for column, wide in zip(columns, wides, strict=True):
        shapes.append(_cell_words(column.title, x, 0, wide, TINY, 500, "text2", column.align))
        x += wide
    return _drawn(width, high, shapes, keeps=True)


def _row(columns: Sequence[Column], wides: Sequence[float], row: Sequence[Text], width: float) -> Iterator[Piece]:
    """A row; one with very much text goes on in further pieces."""
    cells = [cell(each) for each in row]
    texts = [f"{each.text} ({host_of(each.link)})" if each.link else each.text for each in cells]
    lines = [
        wrapped(shown(text), wide - GAP, text_width, px=SMALL, weight=600 if each.strong else 400)
        for text, wide, each in zip(texts, wides, cells, strict=True)
    ]
    count = max(map(len, lines))
    for first in range(0, count, MOST_LINES):
        last = min(first + MOST_LINES, count)
        high = (last - first) * SMALL * LINE + 2 * ROOM
        shapes: list[Shape] = [_rule(width, high)] if last == count else []
        x = 0.0
        for column, wide, each, texts in zip(columns, wides, cells, lines, strict=True):
            for number, line in enumerate(texts[first:last]):
                y = ROOM + number * SMALL * LINE
                weight = 600 if each.strong else 400
                shapes.append(_cell_words(line, x, y, wide, SMALL, weight, each.tone or "text", column.align))
            x += wide
        yield _drawn(width, high, shapes)


def _cell_words(text: str, x: float, y: float, wide: float, px: int, weight: int, tone: str, align: Align) -> Words:
    return Words(Box(x, y, wide - GAP, px * LINE), text, px, weight, tone, align)


def _rule(width: float, y: float) -> Shape:
    return Bar(Box(0, y - RULE, width, RULE), "line")
