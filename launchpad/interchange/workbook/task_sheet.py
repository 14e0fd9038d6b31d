"""A sheet with one row a task: the plan, a team's checklist, or all tasks to read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.ids import TaskId, TrackId
from launchpad.domain.task import Task
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import HEAD, Book, Cell, Formula, plain
from launchpad.interchange.workbook.column import Column
from launchpad.interchange.workbook.columns import STATUS_RULES
from launchpad.interchange.workbook.formulas import ROW, expand
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import LINE, LINE_HEIGHT, lines_of

NAME_ROW, HEADER_ROW, FIRST_ROW = 3, 4, 5
"""Rows from 0: the hidden one with the columns' machine names, the header, the first task."""
FROZEN = "title"
"""Columns up to this one stay in view."""
DATE_CHECK = {
    "validate": "date",
    "criteria": "between",
    "minimum": datetime(1990, 1, 1),
    "maximum": datetime(2199, 12, 31),
}
DATE_HINT = "Type a date, for example 2026-11-10."
MOST_LINES = 4
"""Lines of text that a row shows at most; the cell holds the rest."""


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Where the tasks of one sheet are, for the formulas of other sheets. Rows count from 1."""

    sheet: str
    letters: Mapping[str, str]  # column key → letter
    first: int
    last: int
    tasks: Sequence[Task]

    def column(self, key: str) -> str:
        """The absolute range of a column's cells."""
        letter = self.letters[key]
        return f"{self._quoted}!${letter}${self.first}:${letter}${self.last}"

    def cell(self, key: str, row: int) -> str:
        """The address of one cell, row 1 being the first task."""
        return f"{self._quoted}!${self.letters[key]}${self.first + row - 1}"

    @property
    def _quoted(self) -> str:
        return "'" + self.sheet.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """What a task sheet shows: which tasks, in which columns, and whose cells may be filled in."""

    name: str
    table_name: str
    note: str
    tasks: Sequence[Task]
    columns: Sequence[Column]
    editable: Collection[TaskId] = ()
    empty: str = "Nothing here yet."
    tab: str = look.ACCENT


def table_of(sheet: TaskSheet) -> TaskTable:
    """Where the tasks will be, known before anything is written."""
    letters = {column.key: xl_col_to_name(number) for number, column in enumerate(sheet.columns)}
    return TaskTable(sheet.name, letters, FIRST_ROW + 1, FIRST_ROW + max(1, len(sheet.tasks)), sheet.tasks)


def write_task_sheet(book: Book, sheet: TaskSheet, material: Material) -> TaskTable:
    """Write the sheet and say where its tasks are."""
    page = book.add_sheet(sheet.name, tab=sheet.tab)
    table = table_of(sheet)
    book.heading(page, material.document.launch.name, sheet.note, column=1)
    page.set_row(2, 6)
    _write_head(book, page, sheet, table)
    for number, column in enumerate(sheet.columns):
        _set_width(page, number, column, sheet)
        _write_column(book, page, number, column, sheet, table, material)
        book.steps.take()
    _set_heights(page, sheet, material)
    if not sheet.tasks:
        book.put(page, FIRST_ROW, 2, sheet.empty, font_color=look.TEXT_3)
    _add_rules(book, page, sheet, table)
    _set_view(page, sheet, table)
    return table


def _write_head(book: Book, page: Worksheet, sheet: TaskSheet, table: TaskTable) -> None:
    page.set_row(NAME_ROW, None, None, {"hidden": True})
    page.set_row(HEADER_ROW, 42)
    heads = []
    for number, column in enumerate(sheet.columns):
        book.put(page, NAME_ROW, number, column.key, font_color=look.TEXT_3)
        color = look.ACCENT if column.editable and sheet.editable else look.TEXT_2
        placed = {name: column.form[name] for name in ("align", "indent") if name in column.form}
        form = book.formats.of(**HEAD | {"font_color": color, "align": "left"} | placed)
        heads.append({"header": column.header, "header_format": form})
        if column.note:
            page.write_comment(HEADER_ROW, number, column.note, {"x_scale": 2, "y_scale": 1.1, "font_size": 9})
    options = {"name": sheet.table_name, "style": None, "columns": heads}
    page.add_table(HEADER_ROW, 0, table.last - 1, len(sheet.columns) - 1, options)


def _set_width(page: Worksheet, number: int, column: Column, sheet: TaskSheet) -> None:
    options = {"hidden": True} if column.key == "id" else {"level": 1, "hidden": True} if column.folded else {}
    page.set_column(number, number, column.width, None, options)
    if number == len(sheet.columns) - 1 and column.folded:
        page.set_column(number + 1, number + 1, 3, None, {"collapsed": True})


def _write_column(
    book: Book, page: Worksheet, number: int, column: Column, sheet: TaskSheet, table: TaskTable, material: Material
) -> None:
    forms = _Forms(book, column, sheet, material)
    read, formula = column.read, expand(column.formula, table.letters, book.has_extra_days)
    track = None
    for row, task in enumerate(sheet.tasks, FIRST_ROW):
        value = read(task, material)
        if formula and column.live(task, material):
            value = _formula(formula, row + 1, value, column.by_row)
        book.write(page, row, number, value, forms.of(task, starts_track=track not in (None, task.track)))
        track = task.track


class _Forms:
    """The formats of one column: tinted where people write, a line where a track begins, tracks in their color."""

    def __init__(self, book: Book, column: Column, sheet: TaskSheet, material: Material) -> None:
        self._book, self._column, self._material = book, column, material
        self._editable = sheet.editable if column.editable else ()
        self._made: dict[tuple[bool, bool, TrackId | None], Format] = {}

    def of(self, task: Task, *, starts_track: bool) -> Format:
        """The format of one task's cell."""
        key = (task.id in self._editable, starts_track, task.track if self._column.key == "track" else None)
        form = self._made.get(key)
        if form is None:
            form = self._made[key] = self._make(*key)
        return form

    def _make(self, open_to_all: bool, starts_track: bool, track: TrackId | None) -> Format:
        properties = LINE | self._column.form
        if open_to_all:
            properties |= {"bg_color": look.ACCENT_TINT, "locked": False}
        if starts_track:
            properties |= {"top": 1, "top_color": look.TEXT_3}
        if track is not None:
            properties |= {"font_color": look.TRACKS[self._material.track_numbers[track] % len(look.TRACKS)]}
        return self._book.formats.of(**properties)


def _formula(formula: str, row: int, value: Cell, by_row: bool) -> Formula:
    number = plain(value)
    if by_row and isinstance(number, int | float):
        number += row / 1_000_000
    return Formula(formula.replace(ROW, str(row)), number)


def _set_heights(page: Worksheet, sheet: TaskSheet, material: Material) -> None:
    wrapped = [column for column in sheet.columns if column.form.get("text_wrap") and not column.folded]
    for row, task in enumerate(sheet.tasks, FIRST_ROW):
        lines = max((lines_of(str(column.read(task, material)), column.width) for column in wrapped), default=1)
        page.set_row(row, LINE_HEIGHT * min(MOST_LINES, lines) + 4)


def _add_rules(book: Book, page: Worksheet, sheet: TaskSheet, table: TaskTable) -> None:
    """At most six rules, each over one whole column or the whole table."""
    if not sheet.tasks:
        return
    status = table.letters["status"]
    for starts, properties in STATUS_RULES:
        tests = ",".join(f'LEFT(${status}{table.first},1)="{sign}"' for sign in starts)
        _rule(book, page, table, "status", f"OR({tests})", properties)
    late = table.letters["late"]
    _rule(book, page, table, "late", f'${late}{table.first}="late"', {"font_color": look.BAD_TEXT, "bold": True})


def _rule(
    book: Book, page: Worksheet, table: TaskTable, key: str, criteria: str, properties: Mapping[str, object]
) -> None:
    letter = table.letters[key]
    area = f"${letter}${table.first}:${letter}${table.last}"
    page.conditional_format(
        area, {"type": "formula", "criteria": f"={criteria}", "format": book.formats.rule(**properties)}
    )


def _set_view(page: Worksheet, sheet: TaskSheet, table: TaskTable) -> None:
    _, frozen = xl_cell_to_rowcol(f"{table.letters[FROZEN]}1")
    page.freeze_panes(FIRST_ROW, frozen + 1)
    page.repeat_rows(HEADER_ROW)
    shown = [number for number, column in enumerate(sheet.columns) if not column.folded]
    page.print_area(0, 1, table.last - 1, shown[-1])
    if sheet.editable:
        _add_validation(page, table)


def _add_validation(page: Worksheet, table: TaskTable) -> None:
    checks: Iterable[tuple[str, dict[str, object]]] = (
        ("owner", {"validate": "list", "source": "=People", **said("Owner", "Choose somebody from the list.")}),
        ("status", {"validate": "list", "source": "=Statuses", **said("Status", "Choose a status from the list.")}),
        ("progress", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
         | said("Progress", "Progress is a percentage from 0 % to 100 %.")),
        ("expected_finish", DATE_CHECK | said("Expected finish", DATE_HINT)),
    )  # fmt: skip
    for key, check in checks:
        letter = table.letters[key]
        page.data_validation(f"{letter}{table.first}:{letter}{table.last}", check)


def said(title: str, message: str) -> dict[str, object]:
    """The words with which a cell refuses what was typed."""
    return {"error_title": title, "error_message": message}
