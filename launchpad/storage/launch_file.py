"""An open document: the plan it holds, its journal, and the one way to change both."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType

from launchpad.domain.document import Document
from launchpad.domain.task import Task
from launchpad.domain.watching import Watch, part, unwatched
from launchpad.journal.entry import Entry
from launchpad.storage import schemas, sqlite
from launchpad.storage.birth import build
from launchpad.storage.entries import (
    Glance,
    changes_length,
    changes_to_text,
    read_entries,
    read_entry,
    read_glance,
    write_entry,
)
from launchpad.storage.errors import ChangedElsewhere, ReadOnly, StorageError
from launchpad.storage.facts import Facts, advanced, read_facts
from launchpad.storage.identity import identity_of
from launchpad.storage.lock import state_folder
from launchpad.storage.opening import Opened, open_for_reading, open_for_writing
from launchpad.storage.places import publish, require_free, workshop
from launchpad.storage.records import read_rows, write_changes
from launchpad.storage.recovery import has_companion
from launchpad.storage.sentences import damage_told, quoted, told
from launchpad.storage.shapes import JOURNAL, ROWS

LONG = 100_000
"""Characters of an entry's changes that are read in a few milliseconds."""
SPELLED = 0.6
"""How much of the writing of an edit is done when its text is made."""


class LaunchFile:
    """A document held open. What `append` was given is on disk when it returns; there is nothing else to save.

    Use it from one thread at a time. `path` is where the file really lies, behind any links.
    """

    def __init__(self, opened: Opened) -> None:
        """Read the plan; from now on this object owns what was opened."""
        self.path = opened.found.path
        self.is_read_only = opened.is_read_only
        self._identity = opened.found.identity
        self._connection = opened.connection
        self._held = opened.held
        try:
            with told(self.path, "could not be opened"), damage_told(self.path):
                self._read()
        except BaseException:
            self.close()
            raise

    def _read(self) -> None:
        schemas.require_our_schema(self._connection)
        sqlite.quick_check(self._connection)
        with sqlite.reading(self._connection):
            self.facts: Facts = read_facts(self._connection)
            self.document = Document(read_rows(self._connection))

    @classmethod
    def create(
        cls, path: Path, document: Document, entry: Entry, *, who: str = "", state: Path | None = None
    ) -> "LaunchFile":
        """Write a new document and hold it open; raise StorageError if the name is taken.

        `entry` is number 1 of its journal: the birth of every row. `who` and `state` are as for `open`.
        """
        path = path.absolute()
        require_free(path)
        with told(path, "could not be made"), workshop(path) as made:
            build(made, document, entry)
            publish(made, path)
        return cls.open(path, who=who, state=state)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, who: str = "", state: Path | None = None) -> "LaunchFile":
        """Open the document at `path`; raise Busy if it is to be written and somebody has it already.

        `who` is told to whoever comes second; `state` is the folder for locks (None: the user's state folder).
        An older document is upgraded, in a copy if it is opened for reading.
        """
        folder = state or state_folder()
        return cls(open_for_reading(path, folder) if read_only else open_for_writing(path, who, folder))

    @property
    def last_number(self) -> int:
        """The number of the last entry in the journal."""
        return self.facts.rev

    def entries(self, after: int = 0, *, changes: bool = True) -> Iterator[Entry]:
        """Yield the journal's entries numbered above `after`, read as they are asked for.

        Without `changes` their edits have a label only, which is quick: enough for undo's stacks and a list. Raise
        StorageError if they are not all there, because the file was changed elsewhere.
        """
        number = after
        with told(self.path, "could not be read"), damage_told(self.path):
            for entry in read_entries(self._connection, after, changes):
                number = entry.number
                yield entry
        if number < self.last_number:
            raise self._history_gone()

    def entry(self, number: int, *, changes: bool = True) -> Entry:
        """Return one entry of the journal; raise KeyError if there never was one with that number.

        Without `changes` its edit has a label only, which is quick: the first one made every row.
        """
        with told(self.path, "could not be read"), damage_told(self.path):
            try:
                return read_entry(self._connection, number, with_changes=changes)
            except KeyError:
                if 1 <= number <= self.last_number:
                    raise self._history_gone() from None
                raise

    def _history_gone(self) -> ChangedElsewhere:
        name = quoted(self.path)
        return ChangedElsewhere(f"{name} was changed elsewhere: it no longer holds the history that was opened.")

    def is_long(self, number: int) -> bool:
        """Whether an entry has so many changes that reading it takes a while; `glance_at` it on another thread."""
        with told(self.path, "could not be read"):
            return changes_length(self._connection, number) > LONG

    def append(self, entry: Entry, after: Document | None = None, watch: Watch = unwatched) -> None:
        """Put an edit on disk, rows and journal in one transaction; return only when it is there.

        Raise StorageError, and nothing has changed, if it could not be; PlanError if the plan cannot be so.
        `after` is the document with the edit applied, if the caller has it. What `watch` raises stops it in time.
        """
        if self.is_read_only:
            raise ReadOnly(f"{quoted(self.path)} is open for reading only; nothing was changed.")
        if entry.number != self.last_number + 1:
            raise ValueError(f"entry {entry.number} does not follow entry {self.last_number}")
        if after is None:
            after = self.document.apply(entry.edit)
        changes = changes_to_text(entry.edit.changes, entry.read, part(watch, 0, SPELLED))
        with told(self.path, "was not changed"), damage_told(self.path):
            facts = self._write(entry, changes, watch)
        self.facts, self.document = facts, after

    def _write(self, entry: Entry, changes: str, watch: Watch) -> Facts:
        self._require_no_stranger()
        with sqlite.writing(self._connection):
            self._require_same_file()
            facts = advanced(self._connection, self.facts)
            if facts is None:
                raise ChangedElsewhere(self._changed("it was changed by another program or on another computer"))
            write_changes(self._connection, entry.edit.changes)
            write_entry(self._connection, entry, changes)
            watch(1)
        return facts

    def _require_no_stranger(self) -> None:
        if has_companion(self.path):
            raise ChangedElsewhere(self._changed("a file “-journal” or “-wal” appeared beside it"))

    def _require_same_file(self) -> None:
        try:
            is_same = identity_of(self.path) == self._identity
        except FileNotFoundError:
            raise ChangedElsewhere(
                f"{quoted(self.path)} was not changed: it was moved or deleted meanwhile. Save a copy of what you see, "
                "or open it where it is now."
            ) from None
        if not is_same:
            raise ChangedElsewhere(self._changed("another file was put in its place"))

    def _changed(self, what: str) -> str:
        return f"{quoted(self.path)} was not changed: {what} meanwhile. Open it again to see what it holds now."

    def is_as_left(self, *, anywhere: bool = False) -> bool:
        """Whether the file still holds what was last read from it or written to it, at its path or `anywhere`."""
        try:
            with told(self.path, "could not be read"), damage_told(self.path):
                if not anywhere:
                    self._require_no_stranger()
                    self._require_same_file()
                self._connection.execute("PRAGMA shrink_memory").fetchall()
                with sqlite.reading(self._connection):
                    return read_facts(self._connection) == self.facts
        except StorageError:
            return False

    def copy_into(self, target: Path) -> None:
        """Copy the document as it stands, journal and all, into a new file at `target`."""
        with told(self.path, "could not be copied"):
            sqlite.copy_into(self._connection, target)

    def close(self) -> None:
        """Give back the file; more than once does no harm."""
        self._held.close()

    def __enter__(self) -> "LaunchFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def glance_at(path: Path, number: int, most: int) -> Glance:
    """Return an entry with the first of its changes; the file may be open on another thread meanwhile."""
    with told(path, "could not be read"), damage_told(path), closing(sqlite.connect(path, read_only=True)) as mine:
        return read_glance(mine, number, most)


def get_ready_to_write() -> None:
    """Load what an edit needs, on any thread, so that the first one does not wait for it."""
    from launchpad.storage.statements import advancing, inserting, updating

    advancing()
    inserting(JOURNAL)
    updating(ROWS[Task])


def read_document(path: Path, *, state: Path | None = None) -> Document:
    """Return the plan in the document at `path`, looking only."""
    with LaunchFile.open(path, read_only=True, state=state) as file:
        return file.document
