"""Cells that are not theirs to change, and were: reported, never applied."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.interchange.homecoming.cells import Cell, Unreadable, plain, read_date, read_percent, tidy
from launchpad.interchange.homecoming.proposals import Kind, Proposal
from launchpad.interchange.homecoming.sheet_rows import SheetRow
from launchpad.interchange.homecoming.values import FIELDS, Reader, Value
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook.book import Cell as Written
from launchpad.interchange.workbook.columns import PLAN_DETAILS, SHOWN
from launchpad.interchange.workbook.material import Material

CLOSE = 0.006
"""Numbers that differ by less are the same: files keep what a cell shows."""
_WATCHED = tuple(column for column in (*SHOWN, *PLAN_DETAILS) if column.key not in ("id", "status"))


def typed_over(
    rows: Mapping[TaskId, SheetRow], own: Collection[str], exported: Material, reader: Reader
) -> Iterator[Proposal]:
    """Yield what was typed over cells that are computed, or belong to others; `own` are rows people fill in."""
    tasks = exported.document.table(Task)
    for task_id, row in rows.items():
        task = tasks.get(task_id)
        if task is None:
            continue
        for column in _WATCHED:
            cell = row.cells.get(column.key)
            if cell is None or cell.kind != "value" or (task_id in own and column.key in FIELDS):
                continue
            was = column.read(task, exported)
            if not _same(cell, was, reader):
                yield Proposal(
                    kind=Kind.NOT_YOURS,
                    row=task_id,
                    key=task.key,
                    title=task.title,
                    field=column.key,
                    base=_value(was),
                    mine=_value(was),
                    theirs=plain(cell.value) or None,
                    cell=cell.place,
                )


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


def _value(was: Written) -> Value:
    return was if isinstance(was, str | int | float | date) else None
