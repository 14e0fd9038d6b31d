"""The command that sends a plan out as a file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.export import export_session, pack_request
from launchpad.app.field_text import read_word
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import print_text
from launchpad.cli.timeline_file import KINDS, TimelineWish, checked_paper, checked_zoom, write_timeline
from launchpad.domain.errors import PlanError
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import SUFFIXES, Request
from launchpad.scenes.gantt.paper import PrintOptions
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.paper import Paper

Zoom = Annotated[str, typer.Option(metavar="ZOOM", help="day, week, month or quarter (default: what fills the pages).")]


@app.command()
def export(
    file: LaunchPath,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help=".xlsx, .csv, .ics, .json; .xml (Microsoft Project); .html (a pack); .svg, .png (timeline); .pdf.",
        ),
    ],
    audience: Annotated[
        str | None, typer.Option(help="full, sales, support or executive (default: full).", show_default=False)
    ] = None,
    content: Annotated[
        str, typer.Option(help="What a .pdf holds: pack (default with --audience or --review) or timeline.")
    ] = "",
    review: Annotated[str, typer.Option(metavar="KEY", help="Put the record of this review into the pack.")] = "",
    track: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Give this track a sheet of its own; may be repeated.")
    ] = None,
    paper: Annotated[str, typer.Option(help="Pages of a .pdf: A4, A3 or Letter.")] = "A4",
    portrait: Annotated[bool, typer.Option("--portrait", help="Timeline: pages upright.")] = False,
    one_page: Annotated[bool, typer.Option("--one-page", help="Timeline: all of it on one page.")] = False,
    zoom: Zoom = "",
    columns: Annotated[bool, typer.Option(help="Timeline: names and dates beside the bars.")] = True,
    legend: Annotated[bool, typer.Option(help="Timeline: what the signs mean.")] = True,
    baseline: Annotated[bool, typer.Option(help="Timeline: the baseline below the bars.")] = True,
    links: Annotated[bool, typer.Option(help="Timeline: the links between tasks.")] = True,
    today: Today = None,
) -> None:
    """Write the plan for one audience as a workbook, pack, calendar, CSV, JSON or XML, or its timeline on paper."""
    reader = read_word(Audience, audience or "full")
    options = PrintOptions(
        checked_paper(paper), not portrait, one_page, tree=columns, legend=legend, scale=checked_zoom(zoom)
    )
    with Session.open(file, read_only=True) as session:
        day = resolve_today(session.document, chosen_day(today))
        match _content(out, content, is_pack=audience is not None or bool(review)):
            case "timeline":
                _write_timeline(session, out, day, reader, TimelineWish(options, Look(baseline=baseline, links=links)))
            case "pack":
                _write_pack(session, out, pack_request(session, day, reader, (), review), options.paper)
            case _:
                export_session(session, out, day, reader, tuple(track or ()), review)
    print_text(str(out))


def _content(out: Path, content: str, *, is_pack: bool) -> str:
    """Whether a file holds the timeline or a painted pack; empty for what needs no painting."""
    if content not in ("", "pack", "timeline"):
        raise PlanError(f"“{content[:40]}” is nothing that can be printed; choose pack or timeline.")
    suffix = out.suffix.lower()
    if suffix == ".pdf":
        return content or ("pack" if is_pack else "timeline")
    if suffix in KINDS:
        if content == "pack":
            raise PlanError("A pack is a .html or a .pdf file.")
        return "timeline"
    if suffix not in SUFFIXES:
        raise PlanError(f"“{out.name}” is of no kind Launchpad writes; choose {', '.join((*SUFFIXES, *KINDS))}.")
    if suffix == ".html" and content == "timeline":
        raise PlanError("The timeline is a .pdf, .svg or .png file.")
    return ""


def _write_timeline(session: Session, out: Path, day: date, reader: Audience, wish: TimelineWish) -> None:
    if reader is not Audience.FULL:
        raise PlanError(f"The timeline shows every task, so it is not for the audience “{reader.value}”.")
    write_timeline(session.document, out, day, wish)


def _write_pack(session: Session, out: Path, request: Request, paper: Paper) -> None:
    from launchpad.ui.paper.pack import write_pack  # Qt is loaded when there is something to paint

    write_pack(session.document, out, request, paper)
