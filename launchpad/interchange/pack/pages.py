"""Lays a pack out on paper: pieces one below the other, table heads repeated, a small pack on one page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from launchpad.interchange.pack.model import Pack, Section
from launchpad.interchange.pack.pieces import GAP, TINY, TITLE, Piece, blank, moved, section_pieces, text_pieces
from launchpad.interchange.plain_text import shown
from launchpad.scenes.labels import shortened
from launchpad.scenes.paper import Page, Pane, Paper, plain_pane
from launchpad.scenes.shapes import Align, Box, Words
from launchpad.scenes.widths import text_width

MARGIN = 36.0
CLOSE, APART = 7.0, 13.0
"""Points between sections, where room is scarce and where it is not."""
FOOT = 28.0
"""Points of the line at the foot of a page."""
SCALES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.79, 0.76, 0.73, 0.7, 0.67, 0.64, 0.61, 0.58, 0.55)
"""How far a small pack is drawn smaller until it fits on one page."""


def pages_of(pack: Pack, paper: Paper = Paper.A4) -> tuple[Page, ...]:
    """The pages of a pack."""
    width, height = paper.size(landscape=False)
    scale, found = _fitted(pack, paper)
    return tuple(
        Page(width, height, (*_placed(panes, scale), _foot(pack, number, len(found), width, height)), f"Page {number}")
        for number, panes in enumerate(found, 1)
    )


def fit_of(pack: Pack) -> float:
    """How far a pack is drawn smaller so that it fits on one page of any paper, if it has to."""
    return min(_fitted(pack, paper)[0] for paper in (Paper.A4, Paper.LETTER))


def _fitted(pack: Pack, paper: Paper) -> tuple[float, list[list[Pane]]]:
    """The scale of a pack and the panes of its pages."""
    width, height = paper.size(landscape=False)
    for scale in SCALES if pack.small else SCALES[:1]:
        found = list(_filled(pack, (width - 2 * MARGIN) / scale, (height - 2 * MARGIN - FOOT) / scale))
        if len(found) == 1:
            break
    return scale, found


def _placed(panes: Sequence[Pane], scale: float) -> Iterator[Pane]:
    for pane in panes:
        box = pane.box
        at = Box(MARGIN + box.x * scale, MARGIN + box.y * scale, box.width * scale, box.height * scale)
        yield replace(pane, box=at)


def _foot(pack: Pack, number: int, count: int, width: float, height: float) -> Pane:
    inner, half = width - 2 * MARGIN, (width - 2 * MARGIN) / 2
    place = f"{number} of {count}"
    secret = shortened(shown(pack.secret), inner - 60, text_width, px=TINY)
    origin = shortened(shown(pack.origin), inner - 60, text_width, px=TINY)
    words = (
        Words(Box(0, 8, inner, 10), secret, TINY, 400, "text2"),
        Words(Box(0, 18, inner, 10), origin, TINY, 400, "text2"),
        Words(Box(half, 18, half, 10), place, TINY, 400, "text2", Align.RIGHT),
    )
    return plain_pane(Box(MARGIN, height - MARGIN - FOOT, inner, FOOT + 4), words)


# --- pieces on pages ---------------------------------------------------------------------------------------------


def _filled(pack: Pack, width: float, height: float) -> Iterator[list[Pane]]:
    """The panes of each page."""
    panes: list[Pane] = []
    y = 0.0
    for group in _together(_pieces(pack, width)):
        need = sum(piece.height for piece in group)
        if panes and y + need > height:
            yield panes
            again = group[0].again
            panes, y = ([], 0.0) if again is None else (list(again.panes), again.height)
        for piece in group:
            if not panes and not piece.panes:
                continue  # no air at the top of a page
            panes += [moved(pane, 0, y) for pane in piece.panes]
            y += piece.height
    yield panes


def _together(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand on one page: each with those before that keep it."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keeps:
            yield group
            group = []
    if group:
        yield group


def _pieces(pack: Pack, width: float) -> Iterator[Piece]:
    yield from text_pieces(pack.title, width, px=TITLE, weight=600)
    yield from text_pieces(pack.subtitle, width, tone="text2")
    yield blank(4)
    for sentence in pack.sentences:
        yield from text_pieces(sentence, width)
    gap = CLOSE if pack.small else APART
    for is_half, sections in groupby(pack.sections, lambda each: each.half):
        if is_half:
            yield from _halves(list(sections), width)
        else:
            for section in sections:
                yield from section_pieces(section, width, gap)


def _halves(sections: Sequence[Section], width: float) -> Iterator[Piece]:
    """Sections two by two, each pair in one piece."""
    half = (width - 2 * GAP) / 2
    for first in range(0, len(sections), 2):
        stacks = [_stacked(list(section_pieces(each, half, APART))) for each in sections[first : first + 2]]
        panes = [moved(pane, place * (half + 2 * GAP), 0) for place, one in enumerate(stacks) for pane in one.panes]
        yield Piece(max(one.height for one in stacks), tuple(panes))


def _stacked(pieces: Sequence[Piece]) -> Piece:
    panes: list[Pane] = []
    y = 0.0
    for piece in pieces:
        panes += [moved(pane, 0, y) for pane in piece.panes]
        y += piece.height
    return Piece(y, tuple(panes))
