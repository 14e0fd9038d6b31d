"""Repairing a damaged document: a new file with all that can still be read; the damaged one is never touched."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.journal.entry import Entry
from launchpad.storage import schemas, sqlite
from launchpad.storage.birth import build
from launchpad.storage.check import problems
from launchpad.storage.errors import WAY_BACK, Damaged, StorageError, Unsound
from launchpad.storage.header import find
from launchpad.storage.identity import CONNECTED
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.places import publish, require_free, workshop
from launchpad.storage.recovery import beside
from launchpad.storage.salvage.assembly import Assembly, assemble
from launchpad.storage.salvage.findings import findings
from launchpad.storage.sentences import quoted, told

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was saved: rows of the plan, edits of its journal, and in sentences what was not or is in doubt."""

    rows: int
    edits: int
    notes: tuple[str, ...]


def repair(path: Path, target: Path, now: datetime, who: str = "") -> Repaired:
    """Write what can be read of the damaged document at `path` into a new one at `target`, where there must be none.

    `now` and `who` stand in the journal. Raise StorageError if nothing can be read, or the file is no plan.
    """
    target = target.absolute()
    require_free(target)
    assembly = _best(path)
    with told(target, "could not be made"), workshop(target) as made:
        _write(made, assembly, Entry(1, now, who, "repair", Edit(f"Repair of {path.name}", ()), permanent=True))
        publish(made, target)
    return Repaired(len(list(assembly.document)), len(assembly.history), (*assembly.notes, *_about_version(path)))


def _about_version(path: Path) -> tuple[str, ...]:
    with open(path, "rb") as file:
        version = int.from_bytes(file.read(64)[60:], "big")
    if version <= schemas.newest():
        return ()
    return ("It says that a newer Launchpad wrote it; what only that one knows is not among what was saved.",)


def _best(path: Path) -> Assembly:
    """What the file adds up to, or the file with the half-written edit beside it taken back if that is more."""
    found = find(path)
    if found.identity in CONNECTED:
        raise StorageError(f"{quoted(path)} is open; close it before it is repaired.")
    with told(path, "could not be read"), tempfile.TemporaryDirectory(prefix="launchpad-") as folder:
        contents = [content for content in _contents(found.path, Path(folder)) if _may_be_ours(content)]
    assemblies = []
    for content in contents:
        try:
            assemblies.append(assemble(findings(content)))
        except Unsound:
            continue
    if not contents:
        raise StorageError(f"{quoted(path)} is not a Launchpad plan.")
    if not assemblies:
        raise Damaged(f"{quoted(path)} cannot be repaired: no launch can be read in it. {WAY_BACK}")
    return max(assemblies, key=lambda each: (len(list(each.document)), len(each.history), -len(each.notes)))


def _contents(path: Path, folder: Path) -> Iterator[bytes]:
    copy = folder / "copy"
    shutil.copyfile(path, copy)
    yield copy.read_bytes()
    if beside(path, "-journal").is_file():
        shutil.copyfile(beside(path, "-journal"), beside(copy, "-journal"))
        sqlite.roll_back(copy)
        yield copy.read_bytes()


def _may_be_ours(content: bytes) -> bool:
    """Whether a file is a plan of ours as far as its header can be read: another program's is none of our business."""
    return not content.startswith(_MAGIC) or content[68:72] == sqlite.APPLICATION_ID.to_bytes(4, "big")


def _write(made: Path, assembly: Assembly, last: Entry) -> None:
    """Write the journal as far as it is kept, then one edit that leads to the plan."""
    if not assembly.history:
        build(made, assembly.document, _born(assembly.document, last))
        return
    document = Document(change.after for change in assembly.history[0].edit.changes if change.after is not None)
    build(made, document, assembly.history[0])
    with LaunchFile.open(made, state=made.parent) as file:
        for entry in assembly.history[1:]:
            file.append(entry)
        changes = tuple(_changes(file.document, assembly.document))
        if changes:
            file.append(_numbered(last, file.last_number + 1, changes))
    wrong = problems(made)
    if wrong:
        raise StorageError(f"What was read does not make a whole plan: {wrong[0]}")


def _born(document: Document, last: Entry) -> Entry:
    return _numbered(last, 1, tuple(Change(None, row) for row in document))


def _numbered(entry: Entry, number: int, changes: tuple[Change, ...]) -> Entry:
    return Entry(number, entry.when, entry.who, entry.source, Edit(entry.edit.label, changes), permanent=True)


def _changes(before: Document, after: Document) -> Iterator[Change]:
    old = {(type(row), row.id): row for row in before}
    new = {(type(row), row.id): row for row in after}
    for place in {**old, **new}:
        if old.get(place) != new.get(place):
            yield Change(old.get(place), new.get(place))
