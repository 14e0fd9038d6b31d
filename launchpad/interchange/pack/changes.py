"""What changed since the last review, as the team reads it before the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.interchange.pack.model import Cell, Column, Section, Table, Text
from launchpad.interchange.pack.words import day

MOST = 80
TONES = {"▲": "bad", "✓": "ok"}


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that changed: the name of its track (empty for none), a sign, its own name, and what became of it."""

    track: str
    sign: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a day; None when nothing can be told."""

    since: date | None = None
    lines: Sequence[Changed] = ()


def changes_section(changes: Changes, today: date) -> list[Section]:
    """What changed, track by track; nothing when that is not known."""
    if changes.since is None:
        return []
    rows: list[list[Text]] = []
    track = ""
    for each in changes.lines[:MOST]:
        named = Cell("" if each.track == track and rows else each.track or "The launch", strong=True)
        rows.append([named, Cell(f"{each.sign} {each.name}", TONES.get(each.sign, "")), each.text])
        track = each.track
    note = f"The first {MOST} of {len(changes.lines)}." if len(changes.lines) > MOST else ""
    columns = (Column("Track", 1.2), Column("What", 2.4), Column("Change", 3))
    title = f"What changed since the review on {day(changes.since, today)}"
    return [Section(title, [Table(columns, rows, "Nothing.")], note)]
