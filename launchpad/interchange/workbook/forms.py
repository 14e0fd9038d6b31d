"""Tables beside the checklist that people fill in: rows of one kind, tinted where they write, with room for new ones.

Above the headers a hidden row holds the machine names of the columns, and hidden column A the ids of the rows, so that
a row is known when the file comes home; a row without an id is new.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import Word
from launchpad.domain.kinds import NAMES
from launchpad.domain.row import Row
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import HEAD, Book, Cell
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import LINE, fit_rows
from launchpad.interchange.workbook.task_sheet import DATE_CHECK, DATE_HINT, said


class Content(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    WHOLE = auto()
    AMOUNT = auto()
    DAY = auto()
    WORD = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column. `key` is the field it shows; `words` are the choices of a WORD, `most` the largest WHOLE.

    A row cannot be without what is `needed`, so an empty cell there says nothing.
    """

    key: str
    header: str
    width: float
    content: Content = Content.TEXT
    words: type[Word] | None = None
    most: int = 5
    editable: bool = True
    needed: bool = False

    @property
    def form(self) -> Mapping[str, Any]:
        """How the cells look."""
        return _LOOKS[self.content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One table. `natural` is the column by which people know a row; without `grows` no rows can be added."""

    kind: type[Row]
    sheet: str
    title: str
    natural: str
    columns: Sequence[FormColumn]
    grows: bool = True
    dated: str = ""  # the field that takes the day on which something came home

    @property
    def table(self) -> str:
        """The kind of row as files name it."""
        return NAMES[self.kind]

    @property
    def fields(self) -> tuple[str, ...]:
        """What people may change."""
        return tuple(column.key for column in self.columns if column.editable)

    def column(self, key: str) -> FormColumn:
        """A column by its key."""
        return next(column for column in self.columns if column.key == key)


_WRAP = {"text_wrap": True}
_LOOKS: dict[Content, Mapping[str, Any]] = {
    Content.TEXT: _WRAP,
    Content.WHOLE: {"align": "center"},
    Content.AMOUNT: {"num_format": "#,##0", "align": "right", "indent": 1},
    Content.DAY: {"num_format": look.DAY, "align": "left"},
    Content.WORD: {},
    Content.PERSON: {},
}
SPARE = 12
"""Rows to be filled in under those that are there."""
FILLED_IN = "Fill in the tinted columns; use a free row for something new."
ID = "id"


def write_form(book: Book, page: Worksheet, top: int, form: Form, material: Material) -> int:
    """Write a form with its title in row `top` (from 0); return the row after its last one."""
    book.put(page, top, 1, form.title, bold=True, font_size=12)
    page.set_row(top, 20)
    page.set_row(top + 1, None, None, {"hidden": True})
    _write_head(book, page, top, form)
    rows: list[Row | None] = [*material.document.rows(form.kind), *([None] * (SPARE if form.grows else 0))]
    first = top + 3
    for place, row in enumerate(rows, first):
        if row is not None:
            book.put(page, place, 0, row.id, font_color=look.TEXT_3)
        for number, column in enumerate(form.columns, 1):
            tint = {"bg_color": look.ACCENT_TINT, "locked": False} if column.editable else {}
            value = None if row is None else cell_of(row, column, material)
            book.put(page, place, number, value, **LINE | dict(column.form) | tint)
    if not rows:
        book.put(page, first, 1, "None yet.", font_color=look.TEXT_3)
    fit_rows(page, first, [list(_texts(row, form)) for row in rows])
    last = first + max(1, len(rows))
    for number, column in enumerate(form.columns, 1):
        if column.editable and rows:
            _add_check(page, (first, number, last - 1, number), column)
    return last + 1


def _write_head(book: Book, page: Worksheet, top: int, form: Form) -> None:
    page.set_column(0, 0, 2, None, {"hidden": True})
    book.put(page, top + 1, 0, ID, font_color=look.TEXT_3)
    for number, column in enumerate(form.columns, 1):
        book.put(page, top + 1, number, column.key, font_color=look.TEXT_3)
        color = look.ACCENT if column.editable else look.TEXT_2
        placed = {name: column.form[name] for name in ("align",) if name in column.form}
        header = column.header + ("*" if column.editable else "")
        book.put(page, top + 2, number, header, **HEAD | {"font_color": color, "align": "left"} | placed)


def _texts(row: Row | None, form: Form) -> Iterator[tuple[str, float]]:
    for column in form.columns:
        if column.content is Content.TEXT:
            yield ("" if row is None else str(getattr(row, column.key) or ""), column.width)


def _add_check(page: Worksheet, area: tuple[int, int, int, int], column: FormColumn) -> None:
    if column.content is Content.WORD and column.words is not None:
        words = [word.label for word in column.words]
        check = {"validate": "list", "source": words} | said(column.header, f"Choose {', '.join(words)}.")
    elif column.content is Content.WHOLE:
        limits = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": column.most}
        check = limits | said(column.header, f"A whole number from 1 to {column.most}.")
    elif column.content is Content.DAY:
        check = DATE_CHECK | said(column.header, DATE_HINT)
    else:
        return
    page.data_validation(*area, check)


def cell_of(row: Row, column: FormColumn, material: Material) -> Cell:
    """What a cell shows."""
    value = getattr(row, column.key)
    if column.content is Content.PERSON:
        return material.view.person(value)
    return value.label if isinstance(value, Word) else value


def base_cells(form: Form, material: Material) -> Iterator[tuple[str, ...]]:
    """What the editable cells hold, for the hidden sheet: sheet, row id, natural name, table and field, text."""
    for row in material.document.rows(form.kind):
        name = clean(str(getattr(row, form.natural)))
        for key in form.fields:
            yield (form.sheet, row.id, name, f"{form.table}.{key}", spelled(getattr(row, key)))


def spelled(value: object) -> str:
    """A value as the hidden sheet spells it."""
    match value:
        case None:
            return ""
        case Word():
            return value.value
        case date():
            return value.isoformat()
        case float():
            return f"{value:.15g}"
    return clean(str(value))
