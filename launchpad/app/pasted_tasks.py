"""Tables that are pasted: from spreadsheets, from mails, and our own that came back."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from launchpad.app.commands.task_fields import change_tasks
from launchpad.app.commands.task_rows import NewTask, add_tasks
from launchpad.app.day_text import order_among
from launchpad.app.task_cells import READERS, Place
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_table import cell_text
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.interchange.foreign.table_head import meaning_of
from launchpad.interchange.homecoming.days import DayOrder

MOST_ROWS = 5000
"""Rows taken from one paste."""

LONGEST_CELL = 100_000
"""Letters of a cell that are looked at."""
HEADINGS = {
    "t±": "due",
    "expected": "expected_finish",
    "expected finish": "expected_finish",
    "approver": "approver",
    "weight": "weight",
    "gate": "gate",
    "done when": "acceptance",
}
"""A heading of ours that other programs do not have, in lower case → the field it fills."""
MEANINGS = {
    "id": "key",
    "title": "title",
    "track": "track",
    "owner": "owner",
    "status": "status",
    "progress": "progress",
    "start": "start",
    "finish": "due",
    "deadline": "due",
    "duration": "duration",
    "priority": "criticality",
    "note": "note",
}
"""What a heading means in anybody's table → the field it fills."""
NAMES = {
    "duration": "number of days",
    "criticality": "priority",
    "due": "day",
    "start": "day",
    "expected_finish": "day",
}
"""A field → what its cell should have been."""

_BULLET = re.compile(r"(?:[-*•‣◦–]|\[[ xX]?\]|\d{1,3}[.)])\s+")


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


def read_table(
    document: Document,
    text: str,
    columns: Sequence[str],
    today: date,
    order: DayOrder = DayOrder.MONTH_FIRST,
) -> Pasted:
    """Read pasted text. A first row of headings says what the columns are; without one they are `columns`.

    A row whose key is a task of the plan changes that task, any other row with a title is a new task. Days such as
    3/4/2026 are read the way the other rows demand, else as `order` says.
    """
    rows = _rows(text)
    if len(rows) > MOST_ROWS:
        raise PlanError(f"{len(rows):,} rows are too many to paste at once; up to {MOST_ROWS:,} are taken.")
    names = _headings(rows[0]) if rows else None
    fields: Sequence[str] = names or [name if name in READERS else "" for name in columns]
    is_list = names is None and max(map(len, rows), default=1) == 1
    body = rows[1:] if names else [[_BULLET.sub("", row[0], count=1)] for row in rows] if is_list else rows
    facts = TaskFacts(document, today)
    place = Place(document, today, order_among([cell for row in body for cell in row], order))
    new: list[NewTask] = []
    known: list[tuple[str, Mapping[str, Any]]] = []
    unread: list[str] = _left_out(rows[0], names) if names else []
    for number, row in enumerate(body, 2 if names else 1):
        cells = dict(zip(("title",) if is_list else fields, row, strict=False))
        task = document.by_key(Task, cells.get("key", "").strip())
        if task is not None:
            cells = _typed_over(place, facts, task, cells)
        _sort_in(document, _values(place, cells, number, unread), number, new, known, unread)
    return Pasted(tuple(new), tuple(known), tuple(unread))


def _rows(text: str) -> list[list[str]]:
    """The cells; quotes that close nothing belong to the text."""
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(lines), dialect="excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in lines.split("\n")]
    return [[cell[:LONGEST_CELL] for cell in row] for row in rows if any(map(str.strip, row))]


def _headings(row: Sequence[str]) -> list[str] | None:
    names = [HEADINGS.get(cell.strip().casefold()) or MEANINGS.get(meaning_of(cell), "") for cell in row]
    return names if "title" in names and sum(map(bool, names)) >= min(2, len(row)) else None


def _left_out(headings: Sequence[str], names: Sequence[str]) -> list[str]:
    """What is said of columns that mean nothing here."""
    return [
        f"the column “{' '.join(heading.split())[:30]}”"
        for heading, name in zip(headings, names, strict=True)
        if not name and heading.strip()
    ]


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


def _typed_over(place: Place, facts: TaskFacts, task: Task, cells: Mapping[str, str]) -> dict[str, str]:
    """The cells that say something else than when the task was copied; a start that was only shown binds nothing."""
    return {
        name: cell
        for name, cell in cells.items()
        if name == "key" or (name and not _is_same(place, name, cell, cell_text(task, name, facts)))
    }


def _is_same(place: Place, name: str, cell: str, shown: str) -> bool:
    text = _bare(cell)
    try:
        return text == shown.strip() or (bool(shown) and READERS[name](place, text) == READERS[name](place, shown))
    except PlanError:
        return False


def _bare(cell: str) -> str:
    return cell.strip().removeprefix("'")


def _values(place: Place, cells: Mapping[str, str], number: int, unread: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        text = _bare(cell) if name else ""
        if not text:
            continue
        try:
            values |= READERS[name](place, text)
        except PlanError:
            what = NAMES.get(name, name.replace("_", " "))
            unread.append(f"“{text[:30]}” in row {number} is no {what}")
    return values
