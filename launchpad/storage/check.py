"""Is a document whole, do its journal and its rows agree, and do the seals on its records hold?"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.row import Row
from launchpad.journal.entry import Entry
from launchpad.journal.seal_check import SealStanding, journal_faults, seal_states
from launchpad.journal.seals import sealed_rows
from launchpad.storage import schemas, sqlite
from launchpad.storage.entries import read_entries
from launchpad.storage.errors import StorageError
from launchpad.storage.facts import read_facts
from launchpad.storage.header import find, sniff
from launchpad.storage.records import read_rows
from launchpad.storage.sentences import damage_told, told

T = TypeVar("T")


def problems(path: Path) -> tuple[str, ...]:
    """Return what is wrong with the document at `path`, in sentences; none when it is whole.

    Pages, tables, rows and journal are looked at in this order, up to the first that is not sound: what stands on it
    cannot be judged. A document of an older version is judged by its pages and tables only.
    """
    try:
        return _asked(path, _problems_of)
    except StorageError as error:
        return (str(error),)


def broken_seals(path: Path) -> Mapping[str, str]:
    """Return which records of the document at `path` are not what was sealed: the id of a row, and a sentence.

    Such a document opens all the same: its plan is good, a record of it is not. None are found where rows or journal
    cannot be read, for that is what `problems` tells.
    """
    try:
        return _asked(path, _broken_seals_of)
    except StorageError:
        return {}


def _asked(path: Path, question: Callable[[Path, Connection], T]) -> T:
    found = find(path)
    sniff(found)
    with told(found.path, "could not be opened"), damage_told(found.path):
        connection = sqlite.connect(found.path, read_only=True)
        try:
            return question(found.path, connection)
        finally:
            connection.close()


def _problems_of(path: Path, connection: Connection) -> tuple[str, ...]:
    is_older = schemas.is_older(path, connection)
    schemas.require_our_schema(connection)
    sqlite.full_check(connection)
    if is_older:
        return ()
    with sqlite.reading(connection):
        read_facts(connection)
        document = Document(read_rows(connection))
    return replay_problems(document, read_entries(connection, 0, with_changes=True))


def _broken_seals_of(path: Path, connection: Connection) -> Mapping[str, str]:
    if schemas.is_older(path, connection):
        return {}
    schemas.require_our_schema(connection)
    with sqlite.reading(connection):
        facts = read_facts(connection)
        document = Document(read_rows(connection))
    broken: dict[str, str] = {}
    if next(sealed_rows(document), None) is not None:
        broken |= journal_faults(document, facts.journal, read_entries(connection, 0, with_changes=True))
    broken |= {each.row.id: each.text for each in seal_states(document) if each.state is SealStanding.BROKEN}
    return broken


def replay_problems(document: Document, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return where replaying the journal does not lead to the document."""
    rows: dict[tuple[type[Row], str], Row] = {}
    for number, entry in enumerate(entries, 1):
        if entry.number != number:
            return (f"The journal lacks edit {number}.",)
        for change in entry.edit.changes:
            place = (type(change.row), change.row.id)
            if rows.pop(place, None) != change.before:
                return (f"Edit {number} ({entry.edit.label}) changes a row that was not so before it.",)
            if change.after is not None:
                rows[place] = change.after
    try:
        is_same = Document(rows.values()) == document
    except PlanError as error:
        return (f"The journal leads to no plan: {error}",)
    return () if is_same else ("The journal does not lead to the plan in the file.",)
