"""Cells that are not theirs to change, and were: reported, never applied."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.interchange.homecoming.cells import Cell, Unreadable, plain, read_date, read_percent, tidy
from launchpad.interchange.homecoming.proposals import Kind, Proposal
from launchpad.interchange.homecoming.sheet_rows import SheetRow
from launchpad.interchange.homecoming.statuses import read_status
from launchpad.interchange.homecoming.values import FIELDS, Reader
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook.book import Cell as Written
from launchpad.interchange.workbook.columns import PLAN_DETAILS, SHOWN
from launchpad.interchange.workbook.material import Material

CLOSE = 0.006
"""Numbers that differ by less are the same: files keep what a cell shows."""
_WATCHED = tuple(column for column in (*SHOWN, *PLAN_DETAILS) if column.key != "id")
Rows = Mapping[TaskId, SheetRow]


def typed_over(rows: Rows, own: Collection[str], exported: Material, reader: Reader) -> Iterator[Proposal]:
    """Yield what was typed over cells that are computed, or belong to others; `own` are rows people fill in.

    Where a whole sheet was pasted over with its values, what was computed is whatever it was at that moment.
    """
    tasks = exported.document.table(Task)
    is_flat = not any(cell.kind == "formula" for row in rows.values() for cell in row.cells.values())
    watched = [column for column in _WATCHED if not (is_flat and column.formula)]
    for task_id, row in rows.items():
        task = tasks.get(task_id)
        for column in watched if task is not None else ():
            cell = row.cells.get(column.key)
            if task is None or cell is None or (task_id in own and column.key in FIELDS):
                continue
            was = column.read(task, exported)
            if is_typed_over(cell, was, reader) and not (column.key == "status" and _is_status(cell, task.status)):
                yield not_theirs(cell, was, row=task_id, key=task.key, title=task.title, field=column.key)


def is_typed_over(cell: Cell, was: Written, reader: Reader) -> bool:
    """Whether somebody typed something else into a cell that showed `was`; a formula is what the file works out."""
    return cell.kind == "value" and not _same(cell, was, reader)


def not_theirs(
    cell: Cell, was: Written, *, row: str | None, key: str = "", title: str, field: str, table: str = "tasks"
) -> Proposal:
    """What a person claims in a cell that is not theirs to change and showed `was`."""
    shown = was if isinstance(was, str | int | float | date) else None
    return Proposal(
        kind=Kind.NOT_YOURS, row=row, key=key, title=title, field=field, base=shown, mine=shown,
        theirs=plain(cell.value) or None, cell=cell.place, table=table,
    )  # fmt: skip


def typed_elsewhere(rows: Rows, main: Rows, exported: Material, reader: Reader) -> Iterator[Proposal]:
    """Yield what was typed into a sheet that only follows the one to fill in, `main`, and says something else."""
    for each in typed_over(rows, (), exported, reader):
        row = main.get(TaskId(each.row or ""))
        cell = None if row is None else row.cells.get(each.field)
        if cell is None or plain(cell.value) != (each.theirs or ""):
            yield each


def _is_status(cell: Cell, status: TaskStatus) -> bool:
    try:
        return read_status(cell) is status
    except Unreadable:
        return False


def _same(cell: Cell, was: Written, reader: Reader) -> bool:
    if was is None or was == "":
        return cell.is_blank
    if cell.value == was:
        return True
    if isinstance(was, str):
        return plain(cell.value).split() == tidy(clean(was)).split()
    try:
        if isinstance(was, date):
            return read_date(cell, reader.epoch, reader.near, reader.order) == was
        if isinstance(was, float) and 0 <= was <= 1 and isinstance(cell.value, str):
            return read_percent(cell) == round(was * 100)
    except Unreadable:
        return False
    number = cell.value
    return isinstance(number, int | float) and isinstance(was, int | float) and abs(number - was) < CLOSE
