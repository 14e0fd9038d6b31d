"""What is still readable in a damaged document: rows, entries of its journal, its facts, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from launchpad.domain.errors import PlanError
from launchpad.domain.fields import from_values, to_values
from launchpad.domain.kinds import NAMES
from launchpad.domain.row import Row
from launchpad.journal.entry import Entry
from launchpad.storage.entries import entry_of
from launchpad.storage.salvage.pages import SCHEMA_ROOT, Pages, Record
from launchpad.storage.shapes import FACTS, JOURNAL, ROWS, Shape

Place = tuple[type[Row], str]
"""A kind of row and an id."""

SHAPES: dict[str, Shape] = {shape.name: shape for shape in (*ROWS.values(), JOURNAL, FACTS)}
_KINDS = {shape.name: kind for kind, shape in ROWS.items()}


@dataclass
class Findings:
    """What was read. `lost` counts records and pages that make no sense, by the name of their table (“”: unknown)."""

    rows: dict[Place, Row] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    last_number: int | None = None
    lost: Counter[str] = field(default_factory=Counter)

    def is_complete(self, kind: type[Row]) -> bool:
        """Whether every row of a kind was read, so that one that is not there was not in the plan."""
        return not self.lost[NAMES[kind]] and not self.lost[""]


def findings(content: bytes) -> Findings:
    """Read what can be read of a file's content."""
    pages, found = Pages(content), Findings()
    roots, reached = _schema(pages)
    for name in SHAPES:
        branch = pages.branch(roots.get(name, 0))
        found.lost[name] += not branch.is_whole
        for leaf in branch.leaves:
            if leaf not in reached:
                reached.add(leaf)
                _take(found, SHAPES[name], *pages.records(leaf))
    if found.lost.total():  # else what no tree leads to is nothing
        for leaf in pages.leaves():
            if leaf not in reached:
                _take_stray(found, *pages.records(leaf))
    return found


def _schema(pages: Pages) -> tuple[Mapping[str, int], set[int]]:
    """Table → the first page of its tree, as far as the schema can be read; and the pages it was read from."""
    roots: dict[str, int] = {}
    reached: set[int] = set()
    branch = pages.branch(SCHEMA_ROOT)
    for leaf in branch.leaves if branch.is_whole else pages.leaves():
        for record in pages.records(leaf)[0]:
            match record.values:
                case [("table" | "index") as kind, str(name), str(), int(root), (str() | None)]:
                    reached.add(leaf)
                    if kind == "table":
                        roots.setdefault(name, root)
    return roots, reached


def _take(found: Findings, shape: Shape, records: Iterable[Record], lost: int) -> None:
    found.lost[shape.name] += lost
    for record in records:
        try:
            _keep(found, shape, record)
        except PlanError:
            found.lost[shape.name] += 1


def _take_stray(found: Findings, records: Iterable[Record], lost: int) -> None:
    """Take the records of a leaf that no tree leads to: each belongs to the one table that it makes sense in."""
    found.lost[""] += lost
    for record in records:
        fitting = [shape for shape in SHAPES.values() if _fits(shape, record)]
        if len(fitting) == 1:
            _keep(found, fitting[0], record)
        else:
            found.lost[""] += 1


def _fits(shape: Shape, record: Record) -> bool:
    try:
        _keep(Findings(), shape, record)
    except PlanError:
        return False
    return True


def _keep(found: Findings, shape: Shape, record: Record) -> None:
    """Keep what a record says; raise PlanError if it is no line of this table."""
    line = _line(shape, record)
    if shape is JOURNAL:
        entry = entry_of(tuple(line))
        found.entries.setdefault(entry.number, entry)
    elif shape is FACTS:
        number = FACTS.values(line)["rev"]
        found.last_number = max(number, found.last_number or 0)
    else:
        kind = _KINDS[shape.name]
        row = kind(**shape.values(line))
        from_values(kind, to_values(row))  # looks at texts, too
        found.rows.setdefault((kind, row.id), row)


def _line(shape: Shape, record: Record) -> list[Any]:
    """The values of a record as SQLite would hand them over; raise PlanError where a column cannot hold one."""
    values: list[Any] = list(record.values)
    if shape is JOURNAL and values:
        values[0] = record.rowid  # the column is another name for it
    if len(values) != len(shape.columns):
        raise PlanError("It has too many columns, or too few.")
    for place, (column, value) in enumerate(zip(shape.columns, values, strict=True)):
        if column.codec.stores is float and type(value) is int:
            values[place] = value = float(value)  # SQLite keeps whole ones so
        if type(value) is not column.codec.stores and not (value is None and column.optional):
            raise PlanError(f"{column.name} is of another type.")
    return values
