"""Tasks as a table of text, the way spreadsheets copy and paste: tabs between cells, one row a line."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import TaskStatus
from launchpad.domain.people import Person
from launchpad.domain.task import Task


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as text that a spreadsheet pastes as cells; none of them becomes a formula."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "@") else cell


def cell_text(task: Task, name: str, facts: TaskFacts) -> str:
    """A field of a task as a spreadsheet gets it; what reads pasted tables reads it again."""
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
            day = facts.start(task) if name == "start" else facts.due(task)
            return "" if day is None else day.isoformat()
        case "status" | "criticality":
            word: TaskStatus = getattr(task, name)
            return word.label
        case "progress":
            return "" if task.progress is None else f"{task.progress}%"
    value = getattr(task, name)
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
