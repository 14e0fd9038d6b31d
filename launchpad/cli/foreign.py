"""The command import: a plan of another program becomes a launch."""

from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.field_text import read_word
from launchpad.app.foreign_plan import foreign_plan
from launchpad.app.session import Session
from launchpad.app.today import local_today
from launchpad.cli.app import AsJson, app
from launchpad.cli.create import NewPath
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import print_json, print_text
from launchpad.domain.wording import counted
from launchpad.interchange.homecoming.days import DayOrder

Source = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="Microsoft Project .xml, GanttProject .gan, or a table: .csv, .xlsx.")
]


@app.command("import")
def import_(
    source: Source,
    out: NewPath,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Launch day (default: where the plan ends).")] = None,
    name: Annotated[str | None, typer.Option(help="The launch's name (default: what the file says).")] = None,
    dates: Annotated[
        str | None, typer.Option(help="day or month: which comes first in dates written as 10/11/2026.")
    ] = None,
    encoding: Annotated[str, typer.Option(help="How a CSV file is written, where it does not show it.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a launch from a plan of another program."""
    order = DayOrder.UNKNOWN if dates is None else read_word(DayOrder, dates)
    made = foreign_plan(
        source, local_today(), name=name or "", launch_date=chosen_day(date, "--date"), order=order, encoding=encoding
    )
    launch, tasks = made.document.launch, len(made.document.tasks)
    with Session.create(out, made.document, f"Import {source.name}", source=f"import:{source.name[:200]}"):
        pass
    if as_json:
        print_json({"file": str(out), "name": launch.name, "tasks": tasks, "notices": list(made.notices)})
        return
    print_text(f"{out}: {launch.name}, {counted(tasks, 'task')}, launch day {launch.launch_date.isoformat()}")
    for notice in made.notices:
        print_text(f"  {notice}")
