"""The journal for looking at: any line of it at once, without reading the lines before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from launchpad.domain.edit import Edit
from launchpad.domain.row import Row
from launchpad.journal.entry import REDO, UNDO, Entry
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile

PAGE = 100
MOST_PAGES = 60
"""Pages kept in memory."""
UNREADABLE = "No longer readable: the file was changed elsewhere"
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


class JournalPages:
    """Headlines (entries without their changes) by number, read a page at a time and kept while they are looked at."""

    def __init__(self, file: LaunchFile) -> None:
        self._file = file
        self._pages: dict[int, list[Entry]] = {}

    @property
    def last(self) -> int:
        """The number of the newest entry."""
        return self._file.last_number

    def headline(self, number: int) -> Entry:
        """The entry of a number, its edit with a label only; what can no longer be read says so instead."""
        page, place = divmod(number - 1, PAGE)
        lines = self._pages.pop(page, None)
        if lines is None or len(lines) <= place:
            lines = self._read(page)
        self._pages[page] = lines  # the newest looked at stands last
        if len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        return lines[place] if place < len(lines) else Entry(number, UNKNOWN, "", "", Edit(UNREADABLE, ()))

    def _read(self, page: int) -> list[Entry]:
        try:
            return list(islice(self._file.entries(page * PAGE, changes=False), PAGE))
        except StorageError:
            return []

    def forget(self) -> None:
        """Read everything anew."""
        self._pages.clear()


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """What lines must hold to be shown; empty parts ask for nothing. `row` is the id of what an edit is about."""

    text: str = ""
    who: str = ""
    source: str = ""
    row: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.text or self.who or self.source or self.row)

    @property
    def needs_changes(self) -> bool:
        """Whether headlines are not enough to tell."""
        return bool(self.row)

    def matches(self, entry: Entry) -> bool:
        """Whether a line holds all that is asked for."""
        if self.who and entry.who != self.who:
            return False
        if self.source and entry.source.partition(":")[0] != self.source:
            return False
        said = f"{label_of_entry(entry)} {entry.who} {entry.source} {entry.number}".casefold()
        if any(word not in said for word in self.text.casefold().split()):
            return False
        return not self.row or any(is_about(change.row, self.row) for change in entry.edit.changes)


def is_about(row: Row, wanted: str) -> bool:
    """Whether a row is the one with that id, or one that hangs on it: its comment, its dependency."""
    return wanted in (row.id, *(getattr(row, name, "") for name in ("task", "predecessor", "successor")))


def label_of_entry(entry: Entry) -> str:
    """What an entry did, in the words of the undo menu."""
    taken_back = {UNDO: "Undo: ", REDO: "Redo: "}
    return taken_back.get(entry.source, "") + entry.edit.label


SOURCES = {
    "app": "Launchpad",
    "cli": "Command line",
    "workbook": "Workbook",
    "import": "Import",
    "review": "Review",
    "undo": "Undo",
    "redo": "Redo",
}
"""Where edits come from, as people say it."""


def source_text(source: str) -> str:
    """A source in words: ``workbook:plan.xlsx`` is “Workbook plan.xlsx”."""
    kind, _, name = source.partition(":")
    return f"{SOURCES.get(kind, kind)} {name}".strip()


def matching(file: LaunchFile, wanted: JournalFilter) -> Iterator[int | None]:
    """Yield the number of every line that matches, and None for every other, oldest first."""
    matches: Callable[[Entry], bool] = wanted.matches
    for entry in file.entries(changes=wanted.needs_changes):
        yield entry.number if matches(entry) else None
