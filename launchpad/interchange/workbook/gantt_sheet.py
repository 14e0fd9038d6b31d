"""The Gantt: the rows of the plan beside a grid of days that rules color in, so that it follows the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xlsxwriter.utility import xl_col_to_name, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import TaskStatus
from launchpad.domain.register import Blackout
from launchpad.domain.task import Task
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import A3, HEAD, Book, Formula, month_name, serial
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import LINE
from launchpad.interchange.workbook.task_sheet import TaskTable

MONTH_ROW, KIND_ROW, DAY_ROW, FIRST_ROW = 3, 4, 5, 6
MOST_DAYS = 420
"""Days beyond which a column stands for a week."""
FIELDS = ("sign", "task", "owner", "start", "finish", "progress")
WIDTHS = (4, 40, 13, 10, 10, 7)
GRID = len(FIELDS)
BAR, DONE_PART, LAUNCH, TODAY = "#A9B3F2", look.ACCENT, look.BAD, "#E8A93B"
NOTE = (
    "It follows the sheet Plan. Light: planned; dark: done so far; red: launch day; amber: today; "
    "sand: blackouts; gray: days off."
)
OFF, CLOSED = look.SUNKEN, "#F6D9B8"
"""Fills of the grid: a bar and its finished part, the launch and today, days off, blackouts."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The days of the grid: its first one, the days a column stands for, how many columns."""

    first: date
    step: int
    count: int

    def day(self, column: int) -> date:
        """The first day of a column."""
        return self.first + timedelta(days=self.step * column)


def grid_from(first: date, last: date, step: int = 0) -> Grid:
    """A grid from the Monday at or before `first` to the Sunday at or after `last`; step 0 chooses days or weeks."""
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=6 - last.weekday())
    days = (end - start).days + 1
    step = step or (1 if days <= MOST_DAYS else 7)
    return Grid(start, step, days // step)


def write_gantt(book: Book, material: Material, plan: TaskTable) -> None:
    """Write the sheet Gantt."""
    page = book.add_sheet("Gantt", tab=look.INFO, paper=A3)
    dates = [material.dates(task) for task in plan.tasks]
    launch = material.document.launch.launch_date
    first = min([launch, material.today, *(each.start for each in dates)])
    last = max([launch, material.today, *(each.finish for each in dates)])
    grid = grid_from(max(first, launch - timedelta(days=1500)), min(last, launch + timedelta(days=1500)))
    book.heading(page, material.document.launch.name, NOTE)
    page.set_row(2, 6)
    _write_head(book, page, grid, material)
    _write_rows(book, page, plan, material)
    _add_rules(book, page, grid, plan)
    page.freeze_panes(FIRST_ROW, 2)
    page.repeat_rows(MONTH_ROW, DAY_ROW)
    page.repeat_columns(0, 1)
    page.print_area(0, 0, plan.last - plan.first + FIRST_ROW, GRID + grid.count - 1)
    page.fit_to_pages(max(1, -(-grid.count // 140)), 0)


def _write_head(book: Book, page: Worksheet, grid: Grid, material: Material) -> None:
    for column, (title, width) in enumerate(zip(("", "Task", "Owner", "Start", "Finish", "Done"), WIDTHS, strict=True)):
        page.set_column(column, column, width)
        book.put(page, DAY_ROW, column, title, **HEAD)
    page.set_column(GRID, GRID + grid.count - 1, 1.4 if grid.step == 1 else 2.6)
    page.set_row(KIND_ROW, None, None, {"hidden": True})
    for column in range(grid.count):
        _write_day(book, page, grid, column, material)


def _write_day(book: Book, page: Worksheet, grid: Grid, column: int, material: Material) -> None:
    day, letter = grid.day(column), xl_col_to_name(GRID + column)
    previous = xl_col_to_name(GRID + column - 1)
    value = Formula(f"{previous}{DAY_ROW + 1}+{grid.step}", serial(day)) if column else day
    small = {"font_size": 7, "font_color": look.TEXT_2, "align": "center", "bottom": 1, "bottom_color": look.TEXT_3}
    book.put(page, DAY_ROW, GRID + column, value, num_format="d", **small, bg_color=look.SUNKEN)
    kind = _kind(f"{letter}${DAY_ROW + 1}", grid.step)
    book.put(page, KIND_ROW, GRID + column, Formula(kind, _kind_of(day, grid.step, material)), font_size=7)
    starts = column == 0 or day.month != grid.day(column - 1).month
    if starts and column < grid.count - 2:
        book.put(page, MONTH_ROW, GRID + column, month_name(day), bold=True, font_color=look.TEXT_2)


def _kind(day: str, step: int) -> str:
    """A formula for what kind of day a column is: launch, today, blackout, free, or nothing special."""
    last = f"{day}+{step - 1}" if step > 1 else day
    extra = f'COUNTIFS(ExtraWorkdays,">="&{day},ExtraWorkdays,"<="&({last}))'
    free = f"NETWORKDAYS.INTL({day},{last},WorkWeek,Holidays)+{extra}=0"
    blackout = f'COUNTIFS(BlackoutFirst,"<="&({last}),BlackoutLast,">="&{day})>0'
    return (
        f'IF(AND({day}<=LaunchDate,{last}>=LaunchDate),"launch",IF(AND({day}<=AsOf,{last}>=AsOf),"today",'
        f'IF({blackout},"blackout",IF({free},"free",""))))'
    )


def _kind_of(day: date, step: int, material: Material) -> str | None:
    last = day + timedelta(days=step - 1)
    if day <= material.document.launch.launch_date <= last:
        return "launch"
    if day <= material.today <= last:
        return "today"
    if any(row.first <= last and row.last >= day for row in material.document.rows(Blackout)):
        return "blackout"
    days = (day + timedelta(days=offset) for offset in range(step))
    return None if any(map(material.calendar.is_workday, days)) else "free"


def _write_rows(book: Book, page: Worksheet, plan: TaskTable, material: Material) -> None:
    forms = {
        "sign": book.formats.of(**LINE, align="center"),
        "task": book.formats.of(**LINE),
        "owner": book.formats.of(**LINE, font_color=look.TEXT_2),
        "start": book.formats.of(**LINE, num_format="d mmm yy", align="left"),
        "finish": book.formats.of(**LINE, num_format="d mmm yy", align="left"),
        "progress": book.formats.of(**LINE, num_format="0%", align="center", font_color=look.TEXT_2),
    }
    for number, task in enumerate(plan.tasks):
        row = FIRST_ROW + number
        cells = _row(task, plan, number + 1, material)
        for column, field in enumerate(FIELDS):
            book.write(page, row, column, cells[field], forms[field])


def _row(task: Task, plan: TaskTable, number: int, material: Material) -> Mapping[str, Formula]:
    """One row of the plan, cell by cell; it shows whatever stands in that row of the plan, sorted or not."""

    def at(key: str) -> str:
        return plan.cell(key, number)

    dates = material.dates(task)
    mark = "◆ " if task.is_milestone else ""
    progress = 1.0 if task.status is TaskStatus.DONE else (task.progress or 0) / 100
    return {
        "sign": Formula(f"LEFT({at('status')},1)", task.status.sign),
        "task": Formula(f'IF({at("duration")}=0,"◆ ","")&{at("title")}', mark + task.title),
        "owner": Formula(f'{at("owner")}&""', material.view.person(task.owner) or None),
        "start": Formula(at("start"), serial(dates.start)),
        "finish": Formula(at("finish"), serial(dates.finish)),
        "progress": Formula(f"IF({at('stage')}=5,1,N({at('progress')}))", progress),
    }


def _add_rules(book: Book, page: Worksheet, grid: Grid, plan: TaskTable) -> None:
    """Six rules over the grid, the first that holds decides: only that works the same in every program."""
    if not plan.tasks:
        return
    area = xl_range_abs(FIRST_ROW, GRID, FIRST_ROW + len(plan.tasks) - 1, GRID + grid.count - 1)
    first = FIRST_ROW + 1
    day, kind = f"{xl_col_to_name(GRID)}${DAY_ROW + 1}", f"{xl_col_to_name(GRID)}${KIND_ROW + 1}"
    start, finish, progress = f"$D{first}", f"$E{first}", f"$F{first}"
    last = f"{day}+{grid.step - 1}"
    inside = f"{last}>={start},{day}<={finish}"
    done = f"{day}<{start}+ROUND(({finish}-{start}+1)*{progress},0)"
    rules: Sequence[tuple[str, str]] = (
        (f"AND({inside},{done})", DONE_PART),
        (f"AND({inside})", BAR),
        (f'{kind}="launch"', LAUNCH),
        (f'{kind}="today"', TODAY),
        (f'{kind}="blackout"', CLOSED),
        (f'{kind}="free"', OFF),
    )
    edge = {"top": 1, "top_color": look.SURFACE, "bottom": 1, "bottom_color": look.SURFACE}
    for criteria, color in rules:
        form = book.formats.rule(bg_color=color, **(edge if color in (BAR, DONE_PART) else {}))
        options = {"type": "formula", "criteria": f"={criteria}", "format": form, "stop_if_true": True}
        page.conditional_format(area, options)
