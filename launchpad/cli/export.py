"""The command that sends a plan out as a file."""

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
from launchpad.interchange.audience import Audience


@app.command()
def export(
    file: LaunchPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file ending in .xlsx, .csv, .ics or .json.")],
    audience: Annotated[str, typer.Option(help="full, sales, support or executive.")] = "full",
    track: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Give this track a sheet of its own; may be repeated.")
    ] = None,
    today: Today = None,
) -> None:
    """Write the plan as a workbook, a calendar, CSV or JSON, for one audience."""
    reader = Audience(read_word(Audience, audience).value)
    with Session.open(file, read_only=True) as session:
        day = resolve_today(session.document, chosen_day(today))
        export_session(session, out, day, reader, tuple(track or ()))
    print_text(str(out))
