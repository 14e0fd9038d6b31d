"""The sheet Plan, and one sheet a track for those who ask for it."""

from collections.abc import Sequence
from dataclasses import replace

from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.interchange.plain_text import first_units
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.column import Column
from launchpad.interchange.workbook.columns import SHOWN
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.steps import CHECKLIST
from launchpad.interchange.workbook.task_sheet import TaskSheet, TaskTable

NOTE = (
    "Fill in the tinted columns (their headers end in *) and send the file back. Everything else is worked out; "
    "dates that follow from several links are values."
)
FORBIDDEN_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
LONGEST_NAME = 31
"""Signs of a sheet's name, as spreadsheets count them."""


def plan_sheet(material: Material) -> TaskSheet:
    """The whole plan, its editable columns open."""
    tasks = material.document.tasks
    return TaskSheet(
        "Plan", "Tasks", NOTE, tasks, CHECKLIST, {task.id for task in tasks}, "This plan has no tasks yet."
    )


def track_sheet(material: Material, track: Track, plan: TaskTable, taken: Sequence[str]) -> TaskSheet:
    """One track's rows, each cell following the plan wherever its row is sorted to."""
    tasks = [task for task in material.document.tasks if task.track == track.id]
    columns = tuple(following(column, plan) for column in SHOWN)
    name = sheet_name(material.tracks[track.id], taken)
    note = f"The tasks of {material.tracks[track.id]} as they stand on the sheet Plan. Fill them in there."
    number = material.track_numbers[track.id]
    tab = look.TRACKS[number % len(look.TRACKS)]
    return TaskSheet(name, f"Track_{number + 1}", note, tasks, columns, (), "This track has no tasks yet.", tab)


def following(column: Column, source: TaskTable) -> Column:
    """The same column as a formula that finds the task on another sheet by its row id."""
    plain = replace(column, editable=False, header=column.header.rstrip("*"), note="", by_row=False)
    if column.key == "id":
        return plain
    found = f"INDEX({source.column(column.key)},MATCH({{id}},{source.column('id')},0))"
    return replace(plain, formula=f'IF({found}="","",{found})', live=_always)


def _always(task: Task, material: Material) -> bool:
    return True


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name that a sheet may have: short, without forbidden signs, not taken yet."""
    base = first_units(wanted.translate(FORBIDDEN_IN_NAMES).strip(" '"), LONGEST_NAME).strip(" '") or "Track"
    used = {name.casefold() for name in taken}
    name, number = base, 2
    while name.casefold() in used or name.casefold() == "history":
        ending = f" {number}"
        name, number = first_units(base, LONGEST_NAME - len(ending)) + ending, number + 1
    return name
