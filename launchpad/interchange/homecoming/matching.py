"""Which task each row is about: by its hidden id, else by its key; the rest are new.

Where a file has neither column any more, rows are known by their titles: else every task would come home twice.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.interchange.homecoming.sheet_rows import SheetRow


@dataclass(frozen=True, slots=True)
class Stray:
    """A row about no known task; `above` is the task of the nearest known row above it, else below it."""

    row: SheetRow
    above: TaskId | None


@dataclass(frozen=True, slots=True)
class Matching:
    """Rows by task, and rows that are about none."""

    rows: Mapping[TaskId, SheetRow]
    strays: tuple[Stray, ...]


def match_rows(
    rows: Iterable[SheetRow], plan: Document, exported: Mapping[str, str], added: Collection[str]
) -> Matching:
    """Match rows to tasks.

    `exported` are the ids of the tasks that the file was made with, and their keys; `added` are the ids of tasks that
    an earlier version of the file brought in.
    """
    rows = tuple(rows)
    found: dict[int, TaskId] = {}
    taken: set[str] = set()
    for row in rows:
        row_id = row.text("id")
        if row_id not in taken and (row_id in exported or row_id in plan.table(Task)):
            found[row.number] = TaskId(row_id)
            taken.add(row_id)
    by_key, by_title = _by_key(plan, exported), _by_title(rows, plan, added)
    for row in rows:
        if row.number not in found and row.text("id") not in taken:
            task = by_key.get(row.text("key").casefold()) or by_title.get(row.text("title").casefold())
            if task is not None and task not in taken:
                found[row.number] = task
                taken.add(task)
    return Matching({task: row for row in rows if (task := found.get(row.number))}, _strays(rows, found))


def _by_key(plan: Document, exported: Mapping[str, str]) -> dict[str, TaskId]:
    """Keys as they are now, and where none has it now, as they were at the export; case does not matter."""
    keys = {key.casefold(): TaskId(row_id) for row_id, key in exported.items()}
    return keys | {task.key.casefold(): task.id for task in plan.tasks}


def _by_title(rows: tuple[SheetRow, ...], plan: Document, added: Collection[str]) -> dict[str, TaskId]:
    """Titles that say which task is meant: of those that a file brought in, or of all where only titles are left."""
    if any(row.cells.keys() & {"id", "key"} for row in rows):
        return {plan.table(Task)[each].title.casefold(): TaskId(each) for each in added if each in plan.table(Task)}
    counts = Counter(task.title.casefold() for task in plan.tasks)
    return {task.title.casefold(): task.id for task in plan.tasks if counts[task.title.casefold()] == 1}


def _strays(rows: tuple[SheetRow, ...], found: Mapping[int, TaskId]) -> tuple[Stray, ...]:
    strays = []
    above = next((found[row.number] for row in rows if row.number in found), None)
    for row in rows:
        if row.number in found:
            above = found[row.number]
        else:
            strays.append(Stray(row, above))
    return tuple(strays)
