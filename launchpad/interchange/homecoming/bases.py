"""What the cells of a file held before its people changed them: as exported, or as an earlier version had them."""

from collections.abc import Mapping

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.interchange.homecoming.base import Origin
from launchpad.interchange.homecoming.cells import Unreadable
from launchpad.interchange.homecoming.values import Reader, Value, values_of
from launchpad.journal.entry import FileRead

Table = Mapping[TaskId, Mapping[str, Value]]
"""Task → field → value."""


def exported_values(origin: Origin | None, exported: Document | None, reader: Reader) -> Table | None:
    """What every editable cell held at the export; None when nobody knows."""
    if origin is not None and origin.is_whole:
        return {TaskId(task): _spelled(reader, cells) for task, cells in origin.values.items()}
    if origin is None or exported is None:
        return None
    tasks = exported.table(Task)
    return {TaskId(each): values_of(tasks[TaskId(each)]) for each in origin.keys if each in tasks}


def _spelled(reader: Reader, cells: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field, text in cells.items():
        try:
            values[field] = reader.spelled(field, text)
        except (Unreadable, ValueError):
            continue
    return values


def earlier_values(read: FileRead, exported: Table, reader: Reader) -> Table:
    """What the cells held in an earlier version of the file."""
    found: dict[TaskId, dict[str, Value]] = {task: dict(values) for task, values in exported.items()}
    for cell in read.cells:
        found.setdefault(TaskId(cell.row), {}).update(_spelled(reader, {cell.field: cell.text}))
    return found
