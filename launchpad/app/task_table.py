"""Tasks as a table of text, the way spreadsheets copy and paste: tabs between cells, one row a line."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from launchpad.app.assignments import row_values
from launchpad.app.commands.task_fields import change_tasks
from launchpad.app.commands.task_rows import NewTask, add_tasks
from launchpad.app.day_text import read_day
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from launchpad.domain.wording import counted

MOST_ROWS = 5000
"""Rows taken from one paste."""

HEADINGS = {
    "key": "key",
    "task": "title",
    "title": "title",
    "name": "title",
    "track": "track",
    "owner": "owner",
    "status": "status",
    "progress": "progress",
    "start": "start",
    "due": "due",
    "t±": "due",
    "days": "duration",
    "duration": "duration",
    "priority": "criticality",
    "criticality": "criticality",
    "weight": "weight",
    "gate": "gate",
    "approver": "approver",
    "expected finish": "expected_finish",
    "note": "note",
    "done when": "acceptance",
}
"""A heading, in lower case → the field it fills."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted table asks for: new tasks, texts for tasks that are there, and what could not be read."""

    new: tuple[NewTask, ...]
    known: tuple[tuple[str, Mapping[str, Any]], ...]
    unread: tuple[str, ...] = field(default=())

    def edit(self, document: Document, track: str | None, before: str | None, today: date) -> Edit:
        """All of it as one edit."""
        added = add_tasks(document, self.new, track, before, today)
        fields = dict(self.known)
        ids = [document.task(key).id for key in fields]
        changed = change_tasks(document, ids, lambda task: fields[task.key], {"fields": 0}, today)
        return Edit(f"Paste {counted(len(self.new) + len(self.known), 'task')}", (*added.changes, *changed.changes))


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as text that a spreadsheet pastes as cells; none of them becomes a formula."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "@") else cell


def read_table(document: Document, text: str, columns: Sequence[str], today: date) -> Pasted:
    """Read pasted text. A first row of headings says what the columns are; without one they are `columns`.

    A row whose key is a task of the plan changes that task, any other row with a title is a new task.
    """
    rows = [row for row in csv.reader(io.StringIO(text.replace("\0", "")), dialect="excel-tab") if any(row)]
    if len(rows) > MOST_ROWS:
        raise PlanError(f"{len(rows):,} rows are too many to paste at once; up to {MOST_ROWS:,} are taken.")
    names = _headings(rows[0]) if rows else None
    fields: Sequence[str] = names or [name if name in _READERS else "" for name in columns]
    if len(fields) == 1 or (rows and max(map(len, rows)) == 1 and names is None):
        fields = names or ("title",)
    new: list[NewTask] = []
    known: list[tuple[str, Mapping[str, Any]]] = []
    unread: list[str] = []
    for number, row in enumerate(rows[1:] if names else rows, 2 if names else 1):
        values = _values(document, dict(zip(fields, row, strict=False)), number, unread, today)
        _sort_in(document, values, number, new, known, unread)
    return Pasted(tuple(new), tuple(known), tuple(unread))


def _headings(row: Sequence[str]) -> list[str] | None:
    names = [HEADINGS.get(cell.strip().casefold(), "") for cell in row]
    return names if "title" in names and sum(map(bool, names)) >= min(2, len(row)) else None


def _sort_in(
    document: Document,
    values: dict[str, Any],
    number: int,
    new: list[NewTask],
    known: list[tuple[str, Mapping[str, Any]]],
    unread: list[str],
) -> None:
    key, title = values.pop("key", ""), values.get("title", "").strip()
    if key and document.by_key(Task, key) is not None:
        known.append((key, values | {"title": title} if title else {k: v for k, v in values.items() if k != "title"}))
    elif title:
        values.pop("title")
        new.append(NewTask(title, values.pop("track", None), values))
    else:
        unread.append(f"row {number} has no task")


def _values(
    document: Document, cells: Mapping[str, str], number: int, unread: list[str], today: date
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        text = cell.strip().removeprefix("'") if name else ""
        if not text:
            continue
        try:
            values |= _READERS[name](document, text, today)
        except PlanError:
            unread.append(f"“{text[:30]}” in row {number} is no {name.replace('_', ' ')}")
    return values


# --- cells ---------------------------------------------------------------------------------------------------------

Reader = Callable[[Document, str, date], Mapping[str, Any]]


def _typed(name: str) -> Reader:
    return lambda document, text, today: row_values(document, Task, {name: text})


def _start(document: Document, text: str, today: date) -> Mapping[str, Any]:
    return {"anchor": Anchor(AnchorKind.SNET, read_day(text, today))}


def _due(document: Document, text: str, today: date) -> Mapping[str, Any]:
    return {"deadline": read_day(text, today)}


def _day(document: Document, text: str, today: date) -> Mapping[str, Any]:
    when = read_day(text, today)
    if isinstance(when, int):
        raise PlanError("This is a calendar date.")
    return {"expected_finish": when}


def _progress(document: Document, text: str, today: date) -> Mapping[str, Any]:
    return row_values(document, Task, {"progress": text.rstrip("% ")})


def _track(document: Document, text: str, today: date) -> Mapping[str, Any]:
    return {"track": _by_key_or_name(document.tracks, text)}


def _gate(document: Document, text: str, today: date) -> Mapping[str, Any]:
    return {"gate": _by_key_or_name(document.gates, text)}


def _by_key_or_name(rows: Sequence[Track] | Sequence[Gate], text: str) -> str:
    wanted = text.casefold()
    found = [row.id for row in rows if wanted in (row.key.casefold(), row.name.casefold())]
    if not found:
        raise PlanError("Nothing is called so.")
    return found[0]


_READERS: dict[str, Reader] = {
    "key": lambda document, text, today: {"key": text},
    "title": lambda document, text, today: {"title": text},
    "start": _start,
    "due": _due,
    "track": _track,
    "gate": _gate,
    "progress": _progress,
    "expected_finish": _day,
    **{
        name: _typed(name)
        for name in ("owner", "approver", "status", "duration", "criticality", "weight", "note", "acceptance")
    },
}


# --- copying -------------------------------------------------------------------------------------------------------


def cell_text(task: Task, name: str, facts: TaskFacts) -> str:
    """A field of a task as a spreadsheet gets it; `read_table` reads it again."""
    match name:
        case "track":
            return facts.track(task).name
        case "owner" | "approver":
            person = facts.document.find(Person, getattr(task, name))
            return "" if person is None else person.name
        case "gate":
            gate = facts.gate(task)
            return "" if gate is None else gate.name
        case "start" | "due":
            dates = facts.dates(task)
            return "" if dates is None else (dates.start if name == "start" else dates.due).isoformat()
        case "status" | "criticality":
            word: TaskStatus = getattr(task, name)
            return word.label
        case "progress":
            return "" if task.progress is None else f"{task.progress}%"
    value = getattr(task, name)
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
