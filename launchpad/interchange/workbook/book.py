"""A workbook being written: sheets with one look, named ranges, and cells that never turn text into a formula."""

from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.launch import Launch
from launchpad.domain.watching import Watch, part
from launchpad.domain.wording import MONTHS, short_day
from launchpad.interchange.atomic import watch
from launchpad.interchange.plain_text import clean, looks_like_formula
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.formats import Formats

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": look.FONT,
}
PERMISSIONS = {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True}
"""What a protected sheet still lets people do."""
A4, A3 = 9, 8
ROW_HEIGHT = 16
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FILLED, WRITTEN = 0.5, 0.9
"""How much of a workbook is done when its sheets are filled, and when their rows are written; then it is packed."""
LOOKS = 200
"""Times that it is told how far a workbook is, for each half of the work."""
_EPOCH = date(1899, 12, 30).toordinal()


class Formula(NamedTuple):
    """A live cell: the formula without its equals sign, and the value it has on the day of the export."""

    text: str
    value: str | float | None


Cell = str | float | int | date | Formula | None


def serial(day: date) -> int:
    """A date as spreadsheets count it."""
    return day.toordinal() - _EPOCH


def plain(value: Cell) -> str | float | None:
    """A cell's value as a formula yields it: dates as numbers."""
    if isinstance(value, Formula):
        return value.value
    return serial(value) if isinstance(value, date) else value


def long_day(day: date) -> str:
    """A date as text: Tue 10 Nov 2026."""
    return f"{DAYS[day.weekday()]} {short_day(day)} {day.year}"


def launch_moment(launch: Launch) -> str:
    """When a launch happens, as text: Tue 10 Nov 2026 14:00 UTC."""
    return " ".join(part for part in (long_day(launch.launch_date), launch.launch_time, launch.timezone) if part)


def month_name(day: date) -> str:
    """The month of a date as text: Nov 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def moment(when: datetime) -> str:
    """An instant as text: 12 Oct 2026 09:00 UTC."""
    return f"{short_day(when)} {when.year} {when:%H:%M} UTC"


class FormulaSheet(Worksheet):  # type: ignore[misc] # XlsxWriter has no types for mypy
    """A sheet that takes formulas as they are: ours need no prefixes, and looking for them takes most of the time."""

    steps: "Steps"

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula

    def _write_row(self, row: int, *about: Any, **more: Any) -> None:
        self.steps.take()
        super()._write_row(row, *about, **more)


class Steps:
    """How far a workbook is: columns while its sheets are filled, rows while they are written."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.begin(1, 0, FILLED)

    def begin(self, total: int, start: float, end: float) -> None:
        """Count anew: `total` steps lead from the share `start` to the share `end`."""
        self._done, self._total = 0, max(1, total)
        self._part = part(self._watch, start, end)
        self._every = max(1, total // LOOKS)

    def take(self) -> None:
        """Another step is done."""
        self._done += 1
        if self._done % self._every == 0:
            self._part(min(1, self._done / self._total))


class Book:
    """The workbook under way. Used with `with`; the file is whole only after the block."""

    def __init__(self, path: Path, title: str, footer: str, *, has_extra_days: bool = False) -> None:
        self.has_extra_days = has_extra_days
        self.workbook = Workbook(str(path), OPTIONS)
        self.formats = Formats(self.workbook)
        self.steps = Steps(watch.get())
        self._title = title
        self._footer = footer

    def __enter__(self) -> "Book":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sheets = self.workbook.worksheets()
        try:
            if error is None:
                self.steps.begin(sum((sheet.dim_rowmax or 0) + 1 for sheet in sheets), FILLED, WRITTEN)
                self.workbook.close()
        finally:
            for sheet in sheets:  # they stand in a circle of references: a search for garbage would find every cell
                _forget(sheet)

    def add_hidden(self, name: str) -> Worksheet:
        """Add a sheet for programs, which nobody can make visible by a click."""
        sheet: Worksheet = self.workbook.add_worksheet(name, FormulaSheet)
        sheet.steps = self.steps
        sheet.very_hidden()
        sheet.protect("")
        return sheet

    def add_sheet(self, name: str, *, tab: str = look.LINE, paper: int = A4, portrait: bool = False) -> Worksheet:
        """Add a sheet that prints well: one page wide, named and numbered, without grid lines on screen."""
        sheet: Worksheet = self.workbook.add_worksheet(name, FormulaSheet)
        sheet.steps = self.steps
        sheet.hide_gridlines(2)
        sheet.set_default_row(ROW_HEIGHT)
        sheet.set_tab_color(tab)
        sheet.set_paper(paper)
        if not portrait:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        title, footer = (clean(text).replace("&", "&&") for text in (self._title[:70], self._footer[:120]))
        sheet.set_header(f'&L&9&"Calibri,Bold"{title}&R&9&"Calibri"&A')
        sheet.set_footer(f'&L&8&"Calibri"{footer}&R&8&"Calibri"Page &P of &N')
        sheet.protect("", PERMISSIONS)
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Cell, **properties: Any) -> None:
        """Write one cell in the format with these properties."""
        self.write(sheet, row, column, value, self.formats.of(**properties))

    def write(self, sheet: Worksheet, row: int, column: int, value: Cell, form: Format) -> None:
        """Write one cell: text stays text whatever it begins with, dates are true dates, formulas carry their value."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            self.write_text(sheet, row, column, value, form)
        elif isinstance(value, Formula):
            known = "" if value.value is None else value.value
            sheet.write_formula(row, column, value.text, form, clean(known) if isinstance(known, str) else known)
        else:
            sheet.write_number(row, column, serial(value) if isinstance(value, date) else value, form)

    def write_text(self, sheet: Worksheet, row: int, column: int, text: str, form: Format) -> None:
        """Write text; where it looks like a formula the cell says that it is text, so that editing keeps it so."""
        text = clean(text)
        sheet.write_string(row, column, text, self.formats.quoting(form) if looks_like_formula(text) else form)

    def name(self, name: str, sheet: Worksheet, first: str, last: str | None = None) -> None:
        """Give a cell or range a name that formulas use."""
        self.workbook.define_name(name, f"={address(sheet, first, last)}")

    def heading(self, sheet: Worksheet, title: str, note: str, *, column: int = 0) -> None:
        """Write a sheet's title and the line under it."""
        sheet.set_row(0, 26)
        self.put(sheet, 0, column, title, font_size=18, bold=True)
        self.put(sheet, 1, column, note, font_color=look.TEXT_2)


def _forget(sheet: Worksheet) -> None:
    for held in vars(sheet).values():
        if isinstance(held, dict):
            held.clear()


HEAD = {
    "bold": True,
    "font_color": look.TEXT_2,
    "bg_color": look.SUNKEN,
    "bottom": 1,
    "bottom_color": look.TEXT_3,
    "text_wrap": True,
}


def address(sheet: Worksheet, first: str, last: str | None = None) -> str:
    """Return the absolute address of a cell or range: 'Plan'!$A$1:$B$2."""
    corners = [*xl_cell_to_rowcol(first), *xl_cell_to_rowcol(last or first)]
    quoted = sheet.get_name().replace("'", "''")
    return f"'{quoted}'!{xl_range_abs(*corners)}"
