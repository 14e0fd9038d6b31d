"""The history of one task, read from the journal a little at a time so that the window never waits for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.gate import Gate
from launchpad.domain.ids import new_id
from launchpad.domain.task import Comment, Dependency, Task
from launchpad.journal.difference import QUIET_FIELDS, field_differences, label_of
from launchpad.journal.entry import REDO, UNDO, Entry
from launchpad.storage.errors import StorageError

BITE = 25
"""Entries read in one go."""
LONGEST = 80
"""Characters of a value that are shown."""
_ID = len(new_id())


@dataclass(frozen=True, slots=True)
class Line:
    """One edit as a task saw it: when (UTC), by whom, what it did, and how it came in."""

    number: int
    when: datetime
    who: str
    source: str
    text: str


class TaskHistory:
    """Knows which entries of a session's journal touch which task. The first entry, the file's making, is left out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read = 1
        self._touching: dict[str, list[int]] = {}

    def read_on(self) -> bool:
        """Read a few more entries; return whether there are more still."""
        file = self._session.file
        if self._read >= file.last_number:
            return False
        try:
            for entry in islice(file.entries(self._read), BITE):
                for task in set(_tasks_in(entry.edit)):
                    self._touching.setdefault(task, []).append(entry.number)
                self._read = entry.number
        except StorageError:  # the file was changed elsewhere, which the window says
            return False
        return self._read < file.last_number

    def lines(self, task_id: str, most: int) -> list[Line]:
        """What happened to a task as far as it was read, the newest first."""
        numbers = self._touching.get(task_id, [])[-most:]
        entries = (self._session.file.entry(number) for number in reversed(numbers))
        try:
            return [_line(entry, task_id, self._session.document) for entry in entries]
        except StorageError:
            return []

    def count(self, task_id: str) -> int:
        """How many edits touched a task as far as was read."""
        return len(self._touching.get(task_id, ()))


def _tasks_in(edit: Edit) -> Iterator[str]:
    for change in edit.changes:
        for row in (change.before, change.after):
            if isinstance(row, Task):
                yield row.id
            elif isinstance(row, Dependency):
                yield from (row.predecessor, row.successor)
            elif isinstance(row, Comment) and row.task is not None:
                yield row.task


def _line(entry: Entry, task_id: str, document: Document) -> Line:
    told = [words for change in entry.edit.changes for words in _words(change, task_id, document)]
    text = "; ".join(dict.fromkeys(told)) or "moved in its list"
    before = {UNDO: "undone: ", REDO: "redone: "}.get(entry.source, "")
    return Line(entry.number, entry.when, entry.who, entry.source, before + text)


def _words(change: Change, task_id: str, document: Document) -> Iterator[str]:
    row = change.row
    if isinstance(row, Task) and row.id == task_id:
        if change.before is None or change.after is None:
            yield "added" if change.before is None else "removed"
            return
        for each in field_differences(change.before, change.after, document, document):
            if each.field == "private_note":
                yield "private note changed"
            elif each.field not in QUIET_FIELDS:
                yield f"{label_of(each.field)} {_short(each.before_text)} → {_short(each.after_text)}"
    elif isinstance(row, Dependency) and task_id in (row.predecessor, row.successor):
        yield _link_words(change, row, task_id, document)
    elif isinstance(row, Comment) and row.task == task_id:
        yield f"comment {'added' if change.before is None else 'changed'}: {_short(row.text)}"


def _link_words(change: Change, link: Dependency, task_id: str, document: Document) -> str:
    other = link.predecessor if link.successor == task_id else link.successor
    found = document.find(Task, other) or document.find(Gate, other)
    name = getattr(found, "title", "") or getattr(found, "name", "") or "a task that is gone"
    verb = "waits for" if link.successor == task_id else "holds up"
    if change.before is None:
        return f"{verb} {name}"
    return f"no longer {verb} {name}" if change.after is None else f"link with {name} changed"


def _short(text: str) -> str:
    """A value in one line; the name of a row that is gone is not its id."""
    line = " ".join(text.split())
    if len(line) == _ID and line.count("-") == 4:
        return "somebody or something since removed"
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
