"""The plan that the findings add up to, and in sentences what could not be read or does not agree.

A plan is kept twice in its file: as rows, and as the journal that leads to them. Where one is unreadable the other
speaks; where both are readable and differ, the rows are believed and the difference is told.
"""

import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from launchpad.domain.document import Document, describe_row
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import ids_in, reference_fields
from launchpad.domain.ids import CalendarId
from launchpad.domain.kinds import KINDS, NAMES
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.row import Row
from launchpad.domain.wording import counted
from launchpad.journal.entry import Entry
from launchpad.storage.errors import Unsound
from launchpad.storage.salvage.findings import Findings, Place

MOST = 20
"""Sentences of one kind that are told; of more only the number is."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """A plan, the part of its journal that leads towards it, and what there is to say about it."""

    document: Document
    history: tuple[Entry, ...]
    notes: tuple[str, ...]


def assemble(found: Findings) -> Assembly:
    """Put a plan together; raise Unsound if not even the launch can be read."""
    history, past = _history(found.entries)
    last = max([*found.entries, found.last_number or 0])
    is_whole = len(history) == last == found.last_number
    rows, notes = _by_whole_journal(found, past) if is_whole else _by_rows(found)
    if not is_whole:
        notes += [_about_journal(len(history), last)]
    document, mended = _sound(rows)
    return Assembly(document, history, (*_told(notes), *_told(mended)))


def _history(entries: dict[int, Entry]) -> tuple[tuple[Entry, ...], dict[Place, Row]]:
    """The entries from the first on as far as each fits the one before, and the rows they lead to."""
    taken: list[Entry] = []
    document: Document | None = None
    while (entry := entries.get(len(taken) + 1)) is not None:
        try:
            if document is None:
                born = [change.after for change in entry.edit.changes if change.after is not None]
                document = Document(born)
                if list(document) != born or len(born) != len(entry.edit.changes):
                    return (), {}
            else:
                document = document.apply(entry.edit)
        except PlanError:
            break
        taken.append(entry)
    return tuple(taken), {} if document is None else {(type(row), row.id): row for row in document}


def _by_whole_journal(found: Findings, past: dict[Place, Row]) -> tuple[dict[Place, Row], list[str]]:
    """The journal says which rows there are; rows that were read say what is in them."""
    missing = Counter(NAMES[kind] for kind, row_id in past if (kind, row_id) not in found.rows)
    notes = [f"{many} of {name} could not be read and came from the journal." for name, many in missing.items()]
    notes += [
        f"{describe_row(row)} is left out: the journal knows nothing of it."
        for place, row in found.rows.items()
        if place not in past
    ]
    for place, row in past.items():
        notes += _differences(found.rows.get(place, row), row)
    return {place: found.rows.get(place, row) for place, row in past.items()}, notes


def _differences(row: Row, past: Row) -> Iterator[str]:
    for name in row.__dataclass_fields__:
        mine, theirs = getattr(row, name), getattr(past, name)
        if mine != theirs:
            yield f"{describe_row(row)}: {name} is “{mine!s:.60}”, but “{theirs!s:.60}” in the journal."


def _by_rows(found: Findings) -> tuple[dict[Place, Row], list[str]]:
    """The rows that were read, and from the journal the last that is known of those that may be missing."""
    rows, notes = dict(found.rows), []
    for place, (row, number) in _last_known(found.entries.values()).items():
        if row is not None and place not in rows and not found.is_complete(place[0]):
            rows[place] = row
            notes.append(f"{describe_row(row)} could not be read; it is as edit {number} left it.")
    notes += [
        f"{counted(parts, 'part')} of {name or 'an unknown table'} could not be read."
        for name, parts in found.lost.items()
        if parts and name not in ("journal", "facts")
    ]
    return rows, notes


def _last_known(entries: Iterable[Entry]) -> dict[Place, tuple[Row | None, int]]:
    """Place → the row after the last edit that is known to have changed it (None: removed), and that edit's number."""
    known: dict[Place, tuple[Row | None, int]] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        for change in entry.edit.changes:
            known[type(change.row), change.row.id] = change.after, entry.number
    return known


def _about_journal(kept: int, last: int) -> str:
    if not kept:
        return "The journal could not be read from its beginning; a new one begins here."
    if kept == last:
        return f"All {kept} edits of the journal were read, but the file no longer says how many there were."
    return f"Of {last} edits the journal is kept up to {kept}; the rest could not be read, and can no longer be undone."


# --- a plan that can be ------------------------------------------------------------------------------------------


def _sound(rows: dict[Place, Row]) -> tuple[Document, list[str]]:
    """A plan of the rows, mended where they do not make one; raise Unsound without a launch."""
    notes: list[str] = []
    if sum(kind is Launch for kind, _ in rows) != 1:
        raise Unsound("The launch itself cannot be read.")
    kept = {**rows}
    for place in [place for place in kept if place[0] is Calendar][1:]:
        del kept[place]
    if not any(kind is Calendar for kind, _ in kept):
        kept[Calendar, "calendar"] = Calendar(id=CalendarId("calendar"))
        notes.append("The calendar could not be read; the plan has an ordinary working week now.")
    notes += _rekeyed(kept)
    notes += _cut_loose(kept)
    order = {kind: number for number, kind in enumerate(KINDS.values())}
    return Document(sorted(kept.values(), key=lambda row: order[type(row)])), notes


def _rekeyed(rows: dict[Place, Row]) -> Iterator[str]:
    """Give every row a key that no other of its kind has; the first that has it keeps it."""
    keyed = [(place, row, row.key) for place, row in rows.items() if hasattr(row, "key")]
    taken = {(kind, key) for (kind, _), _, key in keyed}
    seen: set[tuple[type[Row], str]] = set()
    for place, row, key in keyed:
        kind = place[0]
        if (kind, key) in seen:
            fresh = next(new for number in count(2) if (kind, new := f"{key}-{number}") not in taken)
            taken.add((kind, fresh))
            fields: dict[str, Any] = {"key": fresh}
            rows[place] = replace(row, **fields)
            yield f"{describe_row(row)} shared its key “{key}” with another; its key is “{fresh}” now."
        seen.add((kind, key))


def _cut_loose(rows: dict[Place, Row]) -> Iterator[str]:
    """Let rows forget what is not there, and leave out those that cannot be without it."""
    while True:
        ids = {kind: {row_id for each, row_id in rows if each is kind} for kind in KINDS.values()}
        loose = [(place, fields) for place, row in rows.items() if (fields := _forgetting(row, ids)) != {}]
        if not loose:
            return
        for place, fields in loose:
            row = rows.pop(place)
            if fields is None:
                yield f"{describe_row(row)} is left out: it belongs to something that could not be read."
            else:
                rows[place] = replace(row, **fields)
                yield f"{describe_row(row)} no longer names what could not be read ({', '.join(fields)})."


def _forgetting(row: Row, ids: dict[type[Row], set[str]]) -> dict[str, Any] | None:
    """Fields of a row without what is not there; None if it cannot be without."""
    fields: dict[str, Any] = {}
    for field in reference_fields(type(row)):
        known = set().union(*(ids[kind] for kind in field.refers_to))
        value = getattr(row, field.name)
        if known.issuperset(ids_in(value)):
            continue
        if isinstance(value, tuple):
            fields[field.name] = tuple(each for each in value if known.issuperset(ids_in(each)))
        elif type(None) in typing.get_args(field.hint):
            fields[field.name] = None
        else:
            return None
    return fields


def _told(notes: list[str]) -> list[str]:
    """The first of many notes, and how many more there are."""
    left = len(notes) - MOST
    return [*notes[:MOST], f"… and {left} more."] if left > 1 else notes
