"""Writes ballots as a workbook: a sheet for each voter, and a very hidden one that knows the way home."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import Answer
from launchpad.interchange.atomic import written_aside
from launchpad.interchange.ballot.ballot import GIVEN, Ballot, Ballots
from launchpad.interchange.plain_text import clean, first_units
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.base_sheet import checksum
from launchpad.interchange.workbook.book import HEAD, Book, long_day, moment
from launchpad.interchange.workbook.material import Stamp
from launchpad.interchange.workbook.tables import fit_rows

NAME = "_ballot"
FORMAT = "launchpad.ballot/1"
HEADER = ("sheet", "track", "person", "answer", "comment")
ANSWER_ROW, COMMENT_ROW, FIELD_COLUMN = 6, 7, 1
"""Where people write, from 0."""
LONGEST_SHEET_NAME = 31
WIDTHS = (16, 58, 34)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|_x[0-9A-Fa-f]{4}_")
"""What a sheet's name cannot hold, and what readers of workbooks take for an escaped letter."""
_INPUT = {"bg_color": look.ACCENT_TINT, "border": 1, "border_color": look.TEXT_3, "locked": False}
_WRAP = {"text_wrap": True, "valign": "top"}


def write_ballots(target: Path, ballots: Ballots, stamp: Stamp) -> None:
    """Write the ballots to `target`, whole or not at all."""
    with written_aside(target) as aside:
        _write(aside, ballots, stamp)


def _write(path: Path, ballots: Ballots, stamp: Stamp) -> None:
    names = sheet_names(ballots.sheets)
    with Book(path, f"{ballots.launch} · {ballots.gate.key}", f"Exported {moment(stamp.exported_at)}") as book:
        book.workbook.set_properties({"title": clean(ballots.launch)[:200], "subject": "Ballot", "author": "Launchpad"})
        for name, ballot in zip(names, ballots.sheets, strict=True):
            _write_sheet(book, book.add_sheet(name, tab=look.ACCENT, portrait=True), ballots, ballot)
        _write_base(book, names, ballots, stamp)


def sheet_names(sheets: Sequence[Ballot]) -> list[str]:
    """A name for each sheet: its track's, without what spreadsheets forbid, numbered where two are alike."""
    names: list[str] = []
    for ballot in sheets:
        stem = _FORBIDDEN.sub(" ", clean(ballot.voter.track.name))
        stem = first_units(stem.strip(" '"), LONGEST_SHEET_NAME - 3).strip(" '") or "Track"
        taken = {name.casefold() for name in (*names, NAME, "history")}
        numbered = (stem if number == 1 else f"{stem} {number}" for number in range(1, len(taken) + 3))
        names.append(next(name for name in numbered if name.casefold() not in taken))
    return names


# --- what people see -----------------------------------------------------------------------------------------------


def _write_sheet(book: Book, page: Worksheet, ballots: Ballots, ballot: Ballot) -> None:
    voter, gate = ballot.voter, ballots.gate
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    book.heading(page, f"{gate.key} {gate.name}", f"{ballots.launch} · your answer for {voter.track.name}")
    who = voter.voter.name if voter.voter is not None else "Whoever answers for this track"
    day = f" by {long_day(ballots.review.planned)}" if ballots.review.planned else ""
    book.put(page, 3, 0, f"{who}, please choose an answer{day}, save the file and send it back.")
    book.put(page, 4, 0, gate.question, italic=True, font_color=look.TEXT_2)
    book.put(page, ANSWER_ROW, 0, "Answer*", bold=True, font_color=look.ACCENT)
    book.put(page, COMMENT_ROW, 0, "Comment*", bold=True, font_color=look.ACCENT, valign="top")
    book.put(page, ANSWER_ROW, FIELD_COLUMN, GIVEN.get(voter.answer, ""), **_INPUT)
    book.put(page, COMMENT_ROW, FIELD_COLUMN, voter.comment, **_INPUT | _WRAP)
    page.set_row(COMMENT_ROW, 60)
    page.data_validation(
        ANSWER_ROW,
        FIELD_COLUMN,
        ANSWER_ROW,
        FIELD_COLUMN,
        {
            "validate": "list",
            "source": list(GIVEN.values()),
            "error_title": "Answer",
            "error_message": "Choose Approve, Refuse or Abstain.",
        },
    )
    row = _write_standing(book, page, COMMENT_ROW + 2, ballots, ballot)
    _write_criteria(book, page, row + 1, ballots)


def _write_standing(book: Book, page: Worksheet, row: int, ballots: Ballots, ballot: Ballot) -> int:
    """How the voter's own track stands; return the row after it."""
    book.put(page, row, 0, "How it stands", bold=True, font_size=12)
    book.put(page, row + 1, 0, "If decided today")
    book.put(page, row + 1, 1, ballots.verdict)
    if ballot.page is None:
        return row + 2
    score, expected = ballot.page.score, ballot.page.expected
    said = "no data" if score is None else f"{score:.1f}" + ("" if expected is None else f", expected {expected:.1f}")
    book.put(page, row + 2, 0, clean(ballot.voter.track.name)[:80])
    book.put(page, row + 2, 1, f"Readiness {said}")
    if not ballot.page.open_musts:
        return row + 3
    lines = [(line.task.key, f"{line.task.title} ({line.owner})", line.text) for line in ballot.page.open_musts]
    return _write_table(book, page, row + 4, ("Key", "Must-haves still open", "How it stands"), lines)


def _write_criteria(book: Book, page: Worksheet, row: int, ballots: Ballots) -> None:
    if not ballots.criteria:
        return
    lines = [(each.criterion.key, each.criterion.text, each.state.label) for each in ballots.criteria]
    _write_table(book, page, row, ("Key", "Criteria of the gate", "State"), lines)


def _write_table(book: Book, page: Worksheet, row: int, head: Sequence[str], lines: Sequence[Sequence[str]]) -> int:
    """Write a head and rows under it, as high as their texts need; return the row after the last."""
    for column, text in enumerate(head):
        book.put(page, row, column, text, **HEAD)
    for place, texts in enumerate(lines, row + 1):
        for column, text in enumerate(texts):
            book.put(page, place, column, text, text_wrap=True)
    fit_rows(page, row + 1, [list(zip(texts, WIDTHS, strict=True)) for texts in lines])
    return row + 1 + len(lines)


# --- the way home --------------------------------------------------------------------------------------------------


def _write_base(book: Book, names: Sequence[str], ballots: Ballots, stamp: Stamp) -> None:
    page = book.workbook.add_worksheet(NAME)
    page.very_hidden()
    page.protect("")
    cells = list(_base(names, ballots))
    facts = [
        ("format", FORMAT),
        ("plan", stamp.plan_id),
        ("export", stamp.export_id),
        ("edit", str(stamp.edit_number)),
        ("schema", str(stamp.schema_version)),
        ("review", ballots.review.id),
        ("exported", stamp.exported_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
    ]
    facts.append(("checksum", checksum((*facts, *cells))))
    form = book.formats.of()
    for row, values in enumerate([*facts, (), HEADER, *cells]):
        for column, text in enumerate(values):
            book.write_text(page, row, column, text, form)


def _base(names: Sequence[str], ballots: Ballots) -> Iterator[tuple[str, ...]]:
    for name, ballot in zip(names, ballots.sheets, strict=True):
        voter = ballot.voter
        answer = voter.answer if voter.answer in GIVEN else Answer.MISSING
        person = voter.voter.id if voter.voter is not None else ""
        yield (name, voter.track.id, person, answer.value, clean(voter.comment))
