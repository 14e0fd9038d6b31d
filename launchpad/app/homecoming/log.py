"""The log of a merge: what was accepted, refused and in conflict, cell by cell, as CSV or as lines to read."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from launchpad.app.homecoming.decisions import Choice, Decisions
from launchpad.app.homecoming.words import field_words, value_words
from launchpad.app.merge import Homecoming
from launchpad.interchange.atomic import write_bytes
from launchpad.interchange.csv import csv_text
from launchpad.interchange.homecoming.proposals import Kind, Proposal, UnreadableCell

HEAD = (
    *("Outcome", "Key", "What", "Field", "When exported", "Mine", "In the spreadsheet", "Cell"),
    *("Mine changed by", "Mine changed at", "Theirs saved by", "Theirs saved at", "Remark"),
)
_UNTOUCHED = {
    Kind.KEEP: "kept, only you changed it",
    Kind.NOT_YOURS: "refused, not theirs to change",
}


def write_log(target: Path, home: Homecoming, decisions: Decisions, applied: int | None) -> None:
    """Write the log to `target`, as CSV if its name says so; `applied` is the number of the edit, None before it."""
    rows = list(_rows(home, decisions))
    if target.suffix.lower() == ".csv":
        text = csv_text(HEAD, rows)
    else:
        text = "\n".join([*_head(home, applied), "", *(_line(row) for row in rows), ""])
    write_bytes(target, text.encode())


def outcome(proposal: Proposal, choice: Choice) -> str:
    """What becomes of a proposal, as the log says it."""
    if proposal.kind in _UNTOUCHED:
        return _UNTOUCHED[proposal.kind]
    if proposal.kind is Kind.NOT_IN_FILE:
        return "accepted, removed" if choice is Choice.THEIRS else "kept, not in the file"
    if choice is Choice.OPEN:
        return "in conflict, not decided: mine stays"
    both = "in conflict, " if proposal.kind is Kind.CONFLICT else ""
    return both + ("accepted" if choice is Choice.THEIRS else "refused")


def _rows(home: Homecoming, decisions: Decisions) -> Iterator[Sequence[str]]:
    for place, each in enumerate(home.proposals):
        sides = (value_words(home, each, value) for value in (each.base, each.mine, each.theirs))
        author = home.author(each)
        mine = ("", "") if author is None else (author.who, _moment(author.when))
        told = (outcome(each, decisions[place]), each.key, each.title, field_words(each))
        yield (*told, *sides, each.cell, *mine, *_theirs(home), each.question)
    for cell in home.comparison.unreadable:
        yield _unreadable(home, cell)


def _unreadable(home: Homecoming, cell: UnreadableCell) -> Sequence[str]:
    told = ("left alone, not readable", cell.key, cell.title, cell.field.replace("_", " ").capitalize())
    return (*told, "", "", cell.text, cell.cell, "", "", *_theirs(home), cell.reason)


def _theirs(home: Homecoming) -> tuple[str, str]:
    return home.returned.who, _moment(home.returned.saved)


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _head(home: Homecoming, applied: int | None) -> Iterator[str]:
    yield f"Changes in {home.returned.name}, judged on {home.today.isoformat()}"
    origin = home.returned.origin
    if origin is not None:
        yield f"Exported {_moment(origin.exported)} as of edit {origin.edit}"
    yield "Not applied." if applied is None else f"Applied as edit {applied}; one undo takes it back."
    yield from home.notices


def _line(row: Sequence[str]) -> str:
    named = zip(HEAD, row, strict=True)
    said = [f"{name.lower()} “{' '.join(text.split())}”" for name, text in list(named)[4:] if text]
    return f"{row[0]}: {row[1] or row[2]} · {row[3]} · {', '.join(said)}"
