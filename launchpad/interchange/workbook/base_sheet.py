"""The very hidden sheet `_launchpad`: what the file is and what its editable cells held, for the way home.

Rows 1 to 11 are facts, name and value. A blank row and a header follow, then one row for each editable cell: sheet,
row id, task key, field, base value. Cells of a form say its table before the field, as in `accounts.stage`, and have
the name of their row for a key. Base values are text: a status as files spell it, progress as a whole percentage,
dates ISO, and owner, evidence and note exactly as the cell shows them. The checksum is the SHA-256 of all other rows,
cells joined by tabs and rows by line feeds.
"""

import hashlib
from collections.abc import Iterable, Sequence

from launchpad.domain.task import Task
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook.book import Book
from launchpad.interchange.workbook.columns import EXPECTED_FINISH, NOTE, evidence_text
from launchpad.interchange.workbook.forms import base_cells
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.sales_forms import forms_of
from launchpad.interchange.workbook.task_sheet import TaskSheet

NAME = "_launchpad"
FORMAT = "launchpad.workbook/1"
HEADER = ("sheet", "id", "key", "field", "base")
FIELDS = ("owner", "status", "progress", "expected_finish", "evidence", "note")
"""What people may change on a task."""


def write_base(book: Book, material: Material, sheet: TaskSheet | None) -> None:
    """Write the sheet, with the cells of `sheet` if it has any to fill in."""
    page = book.add_hidden(NAME)
    cells = [] if sheet is None else [*base_rows(sheet, material), *form_rows(material)]
    facts = [*_facts(material, len(cells))]
    facts.append(("checksum", checksum([*facts, *cells])))
    form = book.formats.of()
    for row, values in enumerate([*facts, (), HEADER, *cells]):
        for column, text in enumerate(values):
            book.write_text(page, row, column, text, form)


def _facts(material: Material, cells: int) -> list[tuple[str, str]]:
    stamp = material.stamp
    return [
        ("format", FORMAT),
        ("plan", stamp.plan_id),
        ("export", stamp.export_id),
        ("edit", str(stamp.edit_number)),
        ("schema", str(stamp.schema_version)),
        ("audience", material.view.audience.value),
        ("name", clean(material.document.launch.name)),
        ("as_of", material.today.isoformat()),
        ("exported", stamp.exported_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("cells", str(cells)),
    ]


def base_rows(sheet: TaskSheet, material: Material) -> Iterable[tuple[str, ...]]:
    """One row for each editable cell of a sheet."""
    for task in sheet.tasks:
        if task.id in sheet.editable:
            for field, base in zip(FIELDS, base_values(task, material), strict=True):
                yield (sheet.name, task.id, clean(task.key), field, base)


def form_rows(material: Material) -> Iterable[tuple[str, ...]]:
    """One row for each editable cell of the forms beside the checklist."""
    return (row for form in forms_of(material.view.audience) for row in base_cells(form, material))


def base_values(task: Task, material: Material) -> tuple[str, ...]:
    """What the editable cells of a task hold, in the order of FIELDS."""
    finish = EXPECTED_FINISH.read(task, material)
    return (
        material.view.person(task.owner),
        task.status.value,
        "" if task.progress is None else str(task.progress),
        "" if finish is None else str(finish),
        clean(evidence_text(task.evidence)),
        clean(str(NOTE.read(task, material))),
    )


def checksum(rows: Iterable[Sequence[str]]) -> str:
    """The SHA-256 of rows of text, in hexadecimal."""
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
