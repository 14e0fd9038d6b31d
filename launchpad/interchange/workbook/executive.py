"""One page for executives: the answer, the reasons, the money; values as they stood on the day of the export."""

from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import DecisionStatus, RiskStatus
from launchpad.domain.gate import Decision, ReadinessPoint
from launchpad.domain.register import Goal, Risk
from launchpad.domain.wording import short_day
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown, shown_or_none
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula, launch_moment
from launchpad.interchange.workbook.goals_sheet import latest, way_share
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.scoring import NO_DATA
from launchpad.interchange.workbook.tables import Area, Entry, Field, Listing, fit_rows, set_widths, write_listing

NAME = "One page"
WIDTHS = (2, 52, 17, 11, 11, 11, 38)
SCORE = {"num_format": look.SCORE, "align": "center"}
CENTER = {"align": "center"}
WRAP = {"text_wrap": True}
BOLD = {"bold": True}
QUIET = {"font_color": look.TEXT_2}
NUMBER = {"num_format": "#,##0.##", "align": "right"}
DAY = {"num_format": look.DAY, "align": "left"}
SHOWN_REASONS, SHOWN_RISKS, SHOWN_GOALS = 5, 3, 8
CHART_ROWS = 13


def write_one_page(book: Book, material: Material) -> None:
    """Write the page: verdict, readiness and its curve, tracks, reasons, goals, risks, decisions, money."""
    page = book.add_sheet(NAME, tab=look.ACCENT, portrait=True)
    set_widths(page, WIDTHS)
    row = _write_answer(book, page, material)
    row = _write_curve(book, page, material, row)
    row = _write(book, page, row, _tracks(material))
    reasons = _reasons(material)
    row = _write(book, page, row, reasons, wrapped=True)
    row = _write(book, page, row, _goals(material))
    row = _write(book, page, row, _risks(material), wrapped=True)
    row = _write(book, page, row, _decisions(material), wrapped=True)
    row = _write(book, page, row, _money(material))
    page.print_area(0, 0, row, len(WIDTHS) - 1)
    page.fit_to_pages(1, 1)


def _write(book: Book, page: Worksheet, row: int, listing: Listing, *, wrapped: bool = False) -> int:
    area: Area = write_listing(book, page, row, 1, listing)
    if wrapped:
        cells = [
            [(str(cell or ""), width) for cell, width in zip(each, WIDTHS[1:], strict=False)] for each in listing.rows
        ]
        texts = [[(text, width) for text, width in line if width >= 30] for line in cells]
        fit_rows(page, area.first - 1, texts, most=3)
    return area.last + 1


def _write_answer(book: Book, page: Worksheet, material: Material) -> int:
    """Write the lines that answer the question; return the next free row."""
    answer, launch = material.readiness, material.document.launch
    book.heading(page, launch.name, f"Tier {launch.tier} · launches {launch_moment(launch)}", column=1)
    forecast = answer.forecast
    heading = forecast.outlook.label if forecast else "No gate ahead"
    cards = [
        ("Heading" if forecast is None else f"Heading for {forecast.gate.key}", heading, "General"),
        ("If decided today", answer.verdict.label, "General"),
        ("Readiness", NO_DATA if answer.score is None else answer.score, look.SCORE),
        ("Work done", NO_DATA if answer.work is None else answer.work, look.SCORE),
        ("Expected", NO_DATA if answer.expected is None else answer.expected, look.SCORE),
        ("To launch", material.offset_of_day(material.today), look.OFFSET),
    ]
    page.set_row(4, 28)
    for column, (label, value, form) in enumerate(cards, 1):
        book.put(page, 3, column, label, font_size=9, **QUIET)
        book.put(page, 4, column, value, bold=True, font_size=14, num_format=form, align="left")
    book.put(page, 5, 1, answer.sentence)
    book.put(page, 6, 1, _change(material), **QUIET)
    return 8


def _change(material: Material) -> str:
    """What moved since the last recorded point."""
    score = material.readiness.score
    before = [row for row in _points(material) if row.day < material.today and row.readiness is not None]
    if score is None or not before or before[-1].readiness is None:
        return f"As of {short_day(material.today)} {material.today.year}."
    last = before[-1]
    step = shown(score - before[-1].readiness)
    moved = "unchanged" if step == 0 else f"{'up' if step > 0 else 'down'} {abs(step):.1f}"
    return f"As of {short_day(material.today)} {material.today.year}: {moved} since {short_day(last.day)}."


def _points(material: Material) -> list[ReadinessPoint]:
    return sorted(material.document.rows(ReadinessPoint), key=lambda row: row.day)


def _write_curve(book: Book, page: Worksheet, material: Material, row: int) -> int:
    """Draw readiness against what was expected, from the recorded points, which stand beside the chart."""
    points = _points(material)
    if len(points) < 2:
        return row
    left = len(WIDTHS) + 1
    fields = [Field("Day", "day", DAY), Field("Readiness", "readiness", SCORE), Field("Expected", "expected", SCORE)]
    rows: list[list[Entry]] = [[point.day, point.readiness, point.expected] for point in points]
    page.set_column(left, left + 2, 12)
    area = write_listing(book, page, row, left, Listing("Readiness over time", fields, rows))
    chart = book.workbook.add_chart({"type": "line"})
    for name, key, line in (
        ("Readiness", "readiness", {"color": look.ACCENT, "width": 2.25}),
        ("Expected", "expected", {"color": look.TEXT_3, "width": 1.5, "dash_type": "dash"}),
    ):
        values = {"categories": "=" + area.column("day"), "values": "=" + area.column(key)}
        chart.add_series(values | {"name": name, "line": line})
    font = {"name": "Calibri", "size": 9, "color": look.TEXT_2}
    grid = {"visible": True, "line": {"color": look.LINE, "width": 0.75}}
    chart.set_y_axis({"min": 0, "max": 100, "num_format": "0", "num_font": font, "major_gridlines": grid})
    chart.set_x_axis({"date_axis": True, "num_format": "d mmm", "num_font": font, "major_unit": 14})
    chart.set_legend({"position": "top", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 1000, "height": 270})
    page.insert_chart(row, 1, chart, {"object_position": 1})
    return row + CHART_ROWS


def _tracks(material: Material) -> Listing:
    fields = [
        Field("Track", form=BOLD),
        Field("Lead"),
        Field("Score", form=SCORE | BOLD),
        Field("Expected", form=SCORE),
        Field("Done", form=CENTER),
        Field("", form=QUIET),
    ]
    return Listing("Tracks", fields, [_track(each, material) for each in material.readiness.tracks])


def _track(each: TrackReadiness, material: Material) -> list[Entry]:
    score, expected = shown_or_none(each.score), shown_or_none(each.expected)
    troubles = [f"{count} {word}" for count, word in ((each.blocked, "blocked"), (each.overdue, "late")) if count]
    return [
        material.tracks[each.track.id],
        material.view.person(each.track.lead),
        NO_DATA if score is None else score,
        NO_DATA if expected is None else expected,
        f"{each.done} of {each.total}",
        ", ".join(troubles),
    ]


def _reasons(material: Material) -> Listing:
    stops = material.readiness.stops
    rows: list[list[Entry]] = [
        [stop.text, material.view.person(stop.owner), *(None, None, None), stop.next_step]
        for stop in stops[:SHOWN_REASONS]
    ]
    more = len(stops) - SHOWN_REASONS
    title = "What stops a Go" + (f" (the first {SHOWN_REASONS} of {len(stops)})" if more > 0 else "")
    fields = [Field("Reason", form=WRAP), Field("Owner"), *(Field("") for _ in range(3)), Field("Next step", form=WRAP)]
    return Listing(title, fields, rows, "Nothing stops a Go.")


def _goals(material: Material) -> Listing:
    found = latest(material)
    fields = [
        Field("Goal", form=BOLD),
        Field("Owner"),
        Field("Target", "target", NUMBER),
        Field("Latest", "latest", NUMBER),
        Field("Of the way", form={"num_format": "0%", "align": "center"}),
        Field("Unit and due day", form=QUIET | {"indent": 1}),
    ]
    rows: list[list[Entry]] = []
    for goal in material.document.rows(Goal)[:SHOWN_GOALS]:
        measured = found.get(goal.id)
        value = None if measured is None else measured.value
        due = f", due {short_day(goal.due)} {goal.due.year}" if goal.due else ""
        row: list[Entry] = [goal.name, material.view.person(goal.owner), goal.target, value]
        rows.append([*row, way_share(goal, value), f"{goal.unit}{due}"])
    return Listing("Goals", fields, rows, "No goals yet.")


def _risks(material: Material) -> Listing:
    open_risks = [row for row in material.document.rows(Risk) if row.status is RiskStatus.OPEN]
    worst = sorted(open_risks, key=lambda row: -row.score)[:SHOWN_RISKS]
    fields = [
        Field("Risk", form=WRAP),
        Field("Owner"),
        Field("Score", form=CENTER),
        Field("Track"),
        Field(""),
        Field("Trigger", form=WRAP),
    ]
    rows: list[list[Entry]] = [
        [
            row.title,
            material.view.person(row.owner),
            row.score,
            material.tracks[row.track] if row.track else "Whole launch",
            None,
            row.trigger,
        ]
        for row in worst
    ]
    return Listing("Top risks", fields, rows, "No open risks.")


def _decisions(material: Material) -> Listing:
    fields = [
        Field("Decision", form=WRAP),
        Field("Who"),
        Field("By", form=DAY),
        *(Field("") for _ in range(2)),
        Field("Recommended", form=WRAP),
    ]
    wanted = [row for row in material.document.rows(Decision) if row.status is DecisionStatus.PROPOSED]
    rows: list[list[Entry]] = [
        [row.title, material.view.person(row.decided_by), row.day, *(None, None), row.choice] for row in wanted
    ]
    gate = material.scope.gate
    if gate is not None:
        decider, day = material.view.person(gate.decider), material.calendar.day_of(gate.when)
        rows.append([gate.question or gate.name, decider, day, *(None, None), material.readiness.verdict.label])
    return Listing("Decisions wanted", fields, rows, "None.")


def _money(material: Material) -> Listing:
    budget = material.document.launch.budget
    form = {"num_format": "#,##0", "align": "right"}
    fields = [
        Field("Currency"),
        Field("Approved", "approved", form),
        Field("Committed", "committed", form),
        Field("Spent", form=form),
        Field("Free", form=form),
        Field(""),
    ]
    if budget is None:
        return Listing("Money", fields, [], "No budget is written down.")
    free = Formula("{approved}-{committed}", budget.approved - budget.committed)
    return Listing("Money", fields, [[budget.currency, budget.approved, budget.committed, budget.spent, free, None]])
