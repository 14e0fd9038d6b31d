"""The lists on the summary: what to settle first, what is to be finished soon, the gates."""

from collections.abc import Mapping

from launchpad.domain.task import Task
from launchpad.engines.readiness import GateReadiness
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Formula, plain
from launchpad.interchange.workbook.steps import BY_KEY
from launchpad.interchange.workbook.summary_tracks import SummaryPage
from launchpad.interchange.workbook.tables import Entry, Field, Listing, Styled, write_listing

LISTED = 8
"""Tasks shown in each of the two lists; the rest are counted."""
DAY = {"num_format": look.SHORT_DAY, "align": "left"}
OUTLOOK_COLORS = {
    Outlook.ON_COURSE: look.OK_TEXT,
    Outlook.AT_RISK: look.WARN_TEXT,
    Outlook.OFF_COURSE: look.BAD_TEXT,
}
URGENT = {
    "title": "Must-haves to settle first",
    "owner": "Owner",
    "status": "Status",
    "track": "Track",
    "score_due": "Due",
}
COMING = {
    "title": "To finish within two weeks",
    "owner": "Owner",
    "status": "Status",
    "track": "Track",
    "finish": "Finish",
}
WIDE = ("title", "track")
"""Columns of the lists that take two columns of the sheet."""


def write_task_lists(page: SummaryPage, top: int) -> int:
    """Write both lists of tasks; return the next free row."""
    row = _write_ranked(page, top, "Blocked, late or unproven", "urgent", URGENT)
    return _write_ranked(page, row, "Next two weeks", "coming", COMING)


def _write_ranked(page: SummaryPage, top: int, title: str, order: str, heads: Mapping[str, str]) -> int:
    """Write the first tasks by an order column and how many more there are."""
    ranked = _ranked(page, order)
    fields: list[Field] = []
    for key, head in heads.items():
        fields.append(Field(head, form=DAY if key in ("score_due", "finish") else {}))
        fields.extend([Field("")] if key in WIDE else [])
    rows = [_row(page, order, number, ranked, heads) for number in range(1, LISTED + 1)]
    area = write_listing(page.book, page.sheet, top, 1, Listing(title, fields, rows))
    places = page.named_tasks.column(order)
    more = f'IF(COUNT({places})>{LISTED},"and "&(COUNT({places})-{LISTED})&" more","")'
    left = len(ranked) - LISTED
    page.book.put(
        page.sheet, area.last, 1, Formula(more, f"and {left} more" if left > 0 else None), font_color=look.TEXT_2
    )
    return area.last + 2


def _ranked(page: SummaryPage, order: str) -> list[Task]:
    """The tasks that an order column names, first things first."""
    read = BY_KEY[order].read
    ranks = ((read(task, page.material), row, task) for row, task in enumerate(page.named_tasks.tasks))
    found = [(rank, row, task) for rank, row, task in ranks if isinstance(rank, int)]
    return [task for _, _, task in sorted(found, key=lambda each: each[:2])]


def _row(page: SummaryPage, order: str, number: int, ranked: list[Task], heads: Mapping[str, str]) -> list[Entry]:
    places = page.named_tasks.column(order)
    place = f"MATCH(SMALL({places},{number}),{places},0)"
    task = ranked[number - 1] if number <= len(ranked) else None
    cells: list[Entry] = []
    for key in heads:
        value = None if task is None else plain(BY_KEY[key].read(task, page.material))
        text = f"INDEX({page.named_tasks.column(key)},{place})"
        is_day = key in ("score_due", "finish")
        live = f'IFERROR({text},"")' if is_day else f'IFERROR({text}&"","")'
        cells.append(Formula(live, value))
        cells.extend([None] if key in WIDE else [])
    return cells


def write_gate_list(page: SummaryPage, top: int) -> int:
    """Write the gates and where they are heading; return the last row."""
    fields = [
        Field("Gate"),
        Field("Day", form=DAY),
        Field("T±", form={"num_format": look.OFFSET, "align": "center"}),
        Field("Stands"),
        Field("If decided today"),
        Field(""),
        Field("Heading"),
    ]
    rows = [_gate_row(page, each) for each in page.material.readiness.gates]
    return write_listing(page.book, page.sheet, top, 1, Listing("Gates", fields, rows, "No gates.")).last


def _gate_row(page: SummaryPage, each: GateReadiness) -> list[Entry]:
    gate, forecast = each.gate, each.forecast
    return [
        f"{page.material.gates[gate.id]}  {gate.name}",
        each.day,
        page.material.places.positions[gate.id],
        gate.status.label,
        each.verdict.label if each.verdict and forecast else None,
        None,
        Styled(forecast.outlook.label, {"font_color": OUTLOOK_COLORS[forecast.outlook]}) if forecast else None,
    ]
