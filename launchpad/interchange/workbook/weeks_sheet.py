"""The Gantt by week for executives: tracks, gates, blackouts, rivals and other launches, without task names."""

from collections.abc import Iterator
from datetime import date, timedelta

from xlsxwriter.utility import xl_col_to_name, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import LaunchStatus, RivalConfidence
from launchpad.domain.launch import PortfolioEntry
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import HEAD, Book, Cell, month_name
from launchpad.interchange.workbook.gantt_sheet import BAR, CLOSED, LAUNCH, TODAY, Grid, grid_from
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import LINE, set_widths

Strip = tuple[str, str, date, date]
"""What it is, what it is called, first and last day."""
OVER = (LaunchStatus.CLOSED, LaunchStatus.CANCELLED)
WIDTHS = (13, 46, 12, 12)
GRID = len(WIDTHS)
MONTH_ROW, DAY_ROW, FIRST_ROW = 3, 4, 5
NOTE = "Each column is a week. Blue: work and launches; amber: this week; red: launch week; sand: blackouts and rivals."


def write_weeks(book: Book, material: Material) -> None:
    """Write the sheet Gantt by week."""
    strips = list(_strips(material))
    launch = material.document.launch.launch_date
    first = min([launch, material.today, *(strip[2] for strip in strips)])
    last = max([launch, material.today, *(strip[3] for strip in strips)])
    reach = timedelta(days=700)
    grid = grid_from(max(first, launch - reach), min(last, launch + reach), 7)
    page = book.add_sheet("Gantt by week", tab=look.INFO)
    set_widths(page, WIDTHS)
    book.heading(page, material.document.launch.name, NOTE)
    _write_head(book, page, grid)
    for row, strip in enumerate(strips, FIRST_ROW):
        _write_strip(book, page, row, strip)
    _add_rules(book, page, grid, len(strips), material)
    page.freeze_panes(FIRST_ROW, 2)
    page.repeat_rows(MONTH_ROW, DAY_ROW)
    page.print_area(0, 0, FIRST_ROW + len(strips) - 1, GRID + grid.count - 1)


def _strips(material: Material) -> Iterator[Strip]:
    document = material.document
    yield "Launch", document.launch.name, document.launch.launch_date, document.launch.launch_date
    for gate in material.places.gates:
        day = material.calendar.day_of(gate.when)
        yield "Gate", f"{gate.key}  {gate.name}", day, day
    for track in document.tracks:
        span = material.schedule.tracks.get(track.id)
        if span is not None:
            yield "Track", material.tracks[track.id], span.start, span.finish
    for blackout in document.rows(Blackout):
        yield "Blackout", blackout.name, blackout.first, blackout.last
    for event in document.rows(RivalEvent):
        if event.confidence is not RivalConfidence.GONE:
            yield "Rival", f"{event.rival}: {event.event}", event.first, event.last
    for other in document.rows(PortfolioEntry):
        if other.status not in OVER and other.name != document.launch.name:
            yield "Other launch", other.name, other.launch_date, other.launch_date


def _write_head(book: Book, page: Worksheet, grid: Grid) -> None:
    for column, title in enumerate(("", "", "From", "To")):
        book.put(page, DAY_ROW, column, title, **HEAD)
    page.set_column(GRID, GRID + grid.count - 1, 2.6)
    for column in range(grid.count):
        day = grid.day(column)
        form = {
            "num_format": "d",
            "font_size": 7,
            "font_color": look.TEXT_2,
            "align": "center",
            "bg_color": look.SUNKEN,
        }
        book.put(page, DAY_ROW, GRID + column, day, **form, bottom=1, bottom_color=look.TEXT_3)
        if (column == 0 or day.month != grid.day(column - 1).month) and column < grid.count - 2:
            book.put(page, MONTH_ROW, GRID + column, month_name(day), bold=True, font_color=look.TEXT_2)


def _write_strip(book: Book, page: Worksheet, row: int, strip: Strip) -> None:
    what, name, first, last = strip
    day = {"num_format": "d mmm yy", "align": "left"}
    cells: tuple[tuple[Cell, dict[str, str]], ...] = (
        (what, {"font_color": look.TEXT_2}),
        (name, {}),
        (first, day),
        (last, day),
    )
    for column, (value, form) in enumerate(cells):
        book.put(page, row, column, value, **LINE, **form)


def _add_rules(book: Book, page: Worksheet, grid: Grid, count: int, material: Material) -> None:
    """Five rules over the grid, the first that holds decides."""
    area = xl_range_abs(FIRST_ROW, GRID, FIRST_ROW + count - 1, GRID + grid.count - 1)
    first, day = FIRST_ROW + 1, f"{xl_col_to_name(GRID)}${DAY_ROW + 1}"
    inside = f"{day}+6>=$C{first},{day}<=$D{first}"
    closed = f'OR($A{first}="Blackout",$A{first}="Rival")'
    launch, today = (_week_of(day, when) for when in (material.document.launch.launch_date, material.today))
    rules = (
        (f"AND({inside},{closed})", CLOSED),
        (f'AND({inside},OR($A{first}="Track",$A{first}="Other launch"))', BAR),
        (f"AND({inside})", look.ACCENT),
        (launch, LAUNCH),
        (today, TODAY),
    )
    for criteria, color in rules:
        form = book.formats.rule(bg_color=color)
        page.conditional_format(
            area, {"type": "formula", "criteria": f"={criteria}", "format": form, "stop_if_true": True}
        )


def _week_of(day: str, when: date) -> str:
    exact = f"DATE({when.year},{when.month},{when.day})"
    return f"AND({day}<={exact},{day}+6>={exact})"
