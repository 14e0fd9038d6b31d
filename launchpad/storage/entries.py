"""The journal in the file: entries written once and read back in their order.

The changes of an entry are a JSON list, one element for each; a merge adds one more, what it read, as an object.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from sqlite3 import Connection
from typing import Any, NamedTuple

from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import Encoder, Json, decoder, fields_of, from_values, to_values
from launchpad.domain.kinds import KINDS, NAMES
from launchpad.domain.row import Row
from launchpad.domain.watching import Watch, unwatched
from launchpad.journal.entry import Entry, FileRead
from launchpad.storage.codecs import from_json, to_json
from launchpad.storage.shapes import JOURNAL
from launchpad.storage.sqlite import elements_of, length_of, reading

AT_ONCE = 100
"""Entries read at a time."""
BITE = 500
"""Changes written at a time."""

_TEXT = decoder(str)
_HEADLINE = JOURNAL.selecting(name for name in JOURNAL.names if name != "changes")  # the last
_MORE = f"WHERE number > ? ORDER BY number LIMIT {AT_ONCE}"


class _Fields(NamedTuple):
    """The fields of a kind of row: how all are read at once, how each is written, and its default."""

    read: Callable[[Row], tuple[Any, ...]]
    names: tuple[str, ...]
    encoders: tuple[Encoder, ...]
    usual: tuple[object, ...]


def _fields(kind: type[Row]) -> _Fields:
    names = tuple(field.name for field in fields_of(kind))
    encoders = tuple(field.encode for field in fields_of(kind))
    return _Fields(attrgetter(*names), names, encoders, tuple(item.default for item in dataclasses.fields(kind)))


_FIELDS = {kind: _fields(kind) for kind in KINDS.values()}


def changes_to_text(changes: Sequence[Change], read: FileRead | None = None, watch: Watch = unwatched) -> str:
    """Write changes and what was read as JSON text; raise PlanError if reading it again would not give the same."""
    elements: list[str] = []
    for start in range(0, len(changes), BITE):
        bite = changes[start : start + BITE]
        elements.append(_proven(bite, [_plain(each) for each in bite]))
        watch((start + len(bite)) / len(changes))
    if read is not None:
        elements.append(_proven((), [to_values(read)], read))
    return f"[{','.join(elements)}]"


def _proven(changes: Sequence[Change], found: list[Json], read: FileRead | None = None) -> str:
    """Write a part of a list without its brackets, once it is seen to read the same."""
    text = to_json(found)
    if changes_from_text(text) != (tuple(changes), read):
        raise PlanError("The edit holds a value that cannot be kept.")
    return text[1:-1]


def _plain(change: Change) -> Json:
    return [NAMES[type(change.row)], _values(change.before), _values(change.after)]


def changes_from_text(text: str) -> tuple[tuple[Change, ...], FileRead | None]:
    """Read changes and what was read from JSON text; raise PlanError for anything else."""
    found = from_json(text)
    if not isinstance(found, list):
        raise PlanError("The journal holds no list of changes.")
    read = found.pop() if found and isinstance(found[-1], dict) else None
    return tuple(map(_change, found)), None if read is None else from_values(FileRead, read)


def _change(found: Any) -> Change:
    match found:
        case [str(name), before, after] if name in KINDS and (before is not None or after is not None):
            return Change(_row(KINDS[name], before), _row(KINDS[name], after))
    raise PlanError("The journal holds something that is no change.")


def _row(kind: type[Row], values: object) -> Row | None:
    return None if values is None else from_values(kind, values)


def _values(row: Row | None) -> dict[str, Json] | None:
    """A row as JSON without the fields that are as usual."""
    if row is None:
        return None
    fields = _FIELDS[type(row)]
    values = zip(fields.names, fields.encoders, fields.read(row), fields.usual, strict=True)
    return {name: encode(value) for name, encode, value, usual in values if value is not usual and value != usual}


def write_entry(connection: Connection, entry: Entry, changes: str) -> None:
    """Write an entry whose changes are already text."""
    from launchpad.storage.statements import inserting

    values = {name: getattr(entry, name) for name in ("number", "who", "source", "undoes", "permanent")}
    line = {**values, "moment": entry.when, "label": entry.edit.label, "changes": changes}
    inserting(JOURNAL).run(connection, [line])


def read_entries(connection: Connection, after: int, with_changes: bool) -> Iterator[Entry]:
    """Yield the entries numbered above `after`, a few read at a time, holding nothing in between."""
    statement = f"{JOURNAL.select if with_changes else _HEADLINE} {_MORE}"
    while True:
        with reading(connection):
            found = connection.execute(statement, (after,)).fetchall()
        for line in found:
            entry = entry_of(line)
            after = entry.number
            yield entry
        if len(found) < AT_ONCE:
            return


def read_entry(connection: Connection, number: int, *, with_changes: bool = True) -> Entry:
    """Return one entry; raise KeyError if there is none with that number."""
    with reading(connection):
        select = JOURNAL.select if with_changes else _HEADLINE
        line = connection.execute(f"{select} WHERE number = ?", (number,)).fetchone()
    if line is None:
        raise KeyError(number)
    return entry_of(line)


class Glance(NamedTuple):
    """An entry with the first of its changes only, and how many changes it has."""

    entry: Entry
    total: int


def changes_length(connection: Connection, number: int) -> int:
    """Return how many characters the changes of an entry take as text."""
    return length_of(connection, JOURNAL.name, "changes", "number", number)


def read_glance(connection: Connection, number: int, most: int) -> Glance:
    """Return one entry without taking apart more than it takes; raise KeyError if there is none with that number."""
    with reading(connection):
        line = connection.execute(f"{_HEADLINE} WHERE number = ?", (number,)).fetchone()
        if line is None:
            raise KeyError(number)
        texts, count, last = elements_of(connection, JOURNAL.name, "changes", "number", number, most)
    if last == "object":  # what a merge read
        count -= 1
    changes = tuple(_change(from_json(text)) for text in texts[:count])
    headline = entry_of(line)
    return Glance(replace(headline, edit=replace(headline.edit, changes=changes)), count)


def entry_of(line: tuple[Any, ...]) -> Entry:
    """Return the entry of a line, without its changes if those were not read; raise PlanError if it is none."""
    found = JOURNAL.values(line)
    changes, read = changes_from_text(found.pop("changes")) if "changes" in found else ((), None)
    who, source, label = (_TEXT(found[name]) for name in ("who", "source", "label"))
    edit = Edit(label, changes)
    return Entry(found["number"], found["moment"], who, source, edit, found["undoes"], found["permanent"], read)
