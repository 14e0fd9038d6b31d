"""The command that sends a plan out as a file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.export import export_session
from launchpad.app.field_text import read_word
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import print_text
from launchpad.cli.timeline_file import KINDS, TimelineWish, checked_paper, checked_zoom, write_timeline
from launchpad.domain.errors import PlanError
from launchpad.interchange.audience import Audience
from launchpad.scenes.gantt.paper import PrintOptions
from launchpad.scenes.gantt.plan import Look

Zoom = Annotated[str, typer.Option(metavar="ZOOM", help="day, week, month or quarter (default: what fills the pages).")]


@app.command()
def export(
    file: LaunchPath,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="A file ending in .xlsx, .csv, .ics or .json, or .pdf, .svg or .png for the timeline.",
        ),
    ],
    audience: Annotated[str, typer.Option(help="full, sales, support or executive.")] = "full",
    track: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Give this track a sheet of its own; may be repeated.")
    ] = None,
    paper: Annotated[str, typer.Option(help="Pages of a PDF: A4, A3 or Letter.")] = "A4",
    portrait: Annotated[bool, typer.Option("--portrait", help="Pages of a PDF upright.")] = False,
    one_page: Annotated[bool, typer.Option("--one-page", help="The whole timeline on one page.")] = False,
    zoom: Zoom = "",
    columns: Annotated[bool, typer.Option(help="The names and dates beside the bars.")] = True,
    legend: Annotated[bool, typer.Option(help="What the signs of the timeline mean.")] = True,
    baseline: Annotated[bool, typer.Option(help="The baseline below the bars.")] = True,
    links: Annotated[bool, typer.Option(help="The links between tasks.")] = True,
    today: Today = None,
) -> None:
    """Write the plan as a workbook, a calendar, CSV or JSON for one audience, or its timeline on paper."""
    reader = Audience(read_word(Audience, audience).value)
    options = PrintOptions(
        checked_paper(paper), not portrait, one_page, tree=columns, legend=legend, scale=checked_zoom(zoom)
    )
    with Session.open(file, read_only=True) as session:
        day = resolve_today(session.document, chosen_day(today))
        if out.suffix.lower() in KINDS:
            _write_timeline(session, out, day, reader, TimelineWish(options, Look(baseline=baseline, links=links)))
        else:
            export_session(session, out, day, reader, tuple(track or ()))
    print_text(str(out))


def _write_timeline(session: Session, out: Path, day: date, reader: Audience, wish: TimelineWish) -> None:
    if reader is not Audience.FULL:
        raise PlanError(f"The timeline shows every task, so it is not for the audience “{reader.value}”.")
    write_timeline(session.document, out, day, wish)
