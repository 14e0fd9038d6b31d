"""Reads ballots that came home: what the hidden sheet says they were, and what people answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from launchpad.domain.enums import Answer
from launchpad.interchange.ballot.writer import ANSWER_ROW, COMMENT_ROW, FIELD_COLUMN, FORMAT, HEADER, NAME
from launchpad.interchange.homecoming.cells import Cell, Unreadable, is_nothing, plain, read_text, unescaped
from launchpad.interchange.homecoming.sheet_stream import RawCell, RawRow, stream
from launchpad.interchange.workbook.base_sheet import checksum

MOST_SHEETS = 200
LAST_ROW = 50
"""Rows of a sheet in which the answer is looked for."""
_MEANT = {
    **dict.fromkeys(("approve", "approved", "yes", "go", "y", "ja", "oui", "ok"), Answer.APPROVE),
    **dict.fromkeys(("refuse", "refused", "no", "no-go", "no go", "n", "nein", "non", "reject"), Answer.REFUSE),
    **dict.fromkeys(("abstain", "abstained", "abstention"), Answer.ABSTAIN),
}


@dataclass(frozen=True, slots=True)
class ReturnedBallot:
    """One voter's sheet: what it was exported with, and what it holds now. `answer` None: nothing was chosen.

    `fault` says why the answer cannot be read, empty when it can be.
    """

    track: str
    person: str
    base: tuple[Answer, str]
    answer: Answer | None
    comment: str
    place: str
    fault: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedBallots:
    """A workbook of ballots. `is_whole` tells whether its hidden sheet is as it was written."""

    format: str
    plan: str
    schema: int
    review: str
    ballots: tuple[ReturnedBallot, ...]
    is_whole: bool

    @property
    def is_ours(self) -> bool:
        """Whether this version of Launchpad can read the format."""
        return self.format == FORMAT


def ballots_in(sheets: Mapping[str, Any]) -> ReturnedBallots | None:
    """Read the ballots in the sheets of a workbook by title; None when it is no workbook of ballots."""
    hidden = sheets.get(NAME)
    if hidden is None:
        return None
    texts = [tuple(_text(cell) for cell in _line(row)) for _, row in stream(hidden, MOST_SHEETS)]
    facts = {row[0]: row[1] for row in texts if len(row) == 2}
    lines = [row for row in texts if len(row) > 2 and row != HEADER]
    padded = [(*row, *("",) * len(HEADER))[: len(HEADER)] for row in lines]
    said = [(name, value) for name, value in facts.items() if name != "checksum"]
    try:
        schema = int(facts["schema"])
        ballots = tuple(_ballots(padded, sheets))
        whole = facts.get("checksum") == checksum([*said, *padded])
        return ReturnedBallots(facts["format"], facts["plan"], schema, facts["review"], ballots, whole)
    except (KeyError, ValueError):
        return None


def _line(row: RawRow) -> list[RawCell | None]:
    return [row.get(column) for column in range(min(max(row, default=-1) + 1, 20))]


def _text(cell: RawCell | None) -> str:
    return unescaped(cell.value) if cell is not None and isinstance(cell.value, str) else ""


def _ballots(lines: Iterable[Sequence[str]], sheets: Mapping[str, Any]) -> Iterator[ReturnedBallot]:
    for name, track, person, answer, comment in lines:
        sheet = sheets.get(name)
        if sheet is not None:
            yield _ballot(sheet, name, track, person, (Answer(answer), comment))


def _ballot(sheet: Any, name: str, track: str, person: str, base: tuple[Answer, str]) -> ReturnedBallot:
    rows = dict(stream(sheet, LAST_ROW, (FIELD_COLUMN,)))
    answer = _cell(rows.get(ANSWER_ROW + 1), f"{name}!B{ANSWER_ROW + 1}")
    comment = _cell(rows.get(COMMENT_ROW + 1), f"{name}!B{COMMENT_ROW + 1}")
    try:
        chosen, words = _meant(answer), read_text(comment) or ""
    except Unreadable as fault:
        return ReturnedBallot(track, person, base, None, "", answer.place, str(fault), answer.shown)
    return ReturnedBallot(track, person, base, chosen, words, answer.place)


def _cell(row: RawRow | None, place: str) -> Cell:
    raw = None if row is None else row.get(FIELD_COLUMN)
    if raw is None:
        return Cell(None, place)
    value = unescaped(raw.value) if isinstance(raw.value, str) else raw.value
    return Cell(value, place, "error" if raw.is_error else "formula" if raw.is_formula else "value")


def _meant(cell: Cell) -> Answer | None:
    text = plain(read_text(cell)).casefold().rstrip(".!")
    if is_nothing(text):
        return None
    if text not in _MEANT:
        raise Unreadable("it is none of approve, refuse and abstain")
    return _MEANT[text]
