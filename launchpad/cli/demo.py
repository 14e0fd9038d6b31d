"""The main job end to end, in one command: the sample launch, its score, workbooks, a pack and a picture."""

import os
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.export import export_session
from launchpad.app.new_launch import sample
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import app
from launchpad.cli.output import columns, print_text
from launchpad.cli.score_text import brief_score_text, score_text
from launchpad.cli.timeline_file import TimelineWish, write_timeline
from launchpad.domain.wording import counted
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule import schedule
from launchpad.interchange.atomic import write_bytes
from launchpad.interchange.audience import Audience
from launchpad.scenes.gantt.paper import PrintOptions
from launchpad.scenes.gantt.plan import Look

PLAN = "sample.launch"
MADE = (
    (PLAN, "the plan: every change is in it, nothing needs saving"),
    ("score.txt", "how ready it is, and every reason"),
    ("sample.xlsx", "the whole plan as a workbook that keeps scoring itself"),
    ("sales.xlsx", "what sales may see and fill in"),
    ("executive.html", "one page for executives; it needs no network"),
    ("timeline.svg", "the timeline as a picture"),
    ("plan.json", "the plan for other programs"),
)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to put the files; made if it is not there.")],
) -> None:
    """Make the sample launch with its score, workbooks, pack and timeline, and say what was found."""
    folder.mkdir(parents=True, exist_ok=True)
    plan_file = folder / PLAN
    if not os.path.lexists(plan_file):
        Session.create(plan_file, sample(), "The sample launch", source="cli").close()
    with Session.open(plan_file, read_only=True) as session:
        print_text(_demonstrate(session, folder))


def _demonstrate(session: Session, folder: Path) -> str:
    plan = session.document
    today = resolve_today(plan)
    answer = readiness(plan, today)
    write_bytes(folder / "score.txt", (score_text(answer) + "\n").encode("utf-8"))
    export_session(session, folder / "sample.xlsx", today)
    export_session(session, folder / "sales.xlsx", today, Audience.SALES)
    export_session(session, folder / "executive.html", today, Audience.EXECUTIVE)
    write_timeline(plan, folder / "timeline.svg", today, TimelineWish(PrintOptions(), Look()))
    export_session(session, folder / "plan.json", today)
    dates = schedule(plan, today)
    edits = session.last_number - 1
    edited = f", with {counted(edits, 'edit')} of yours" if edits else ""
    days = f"launch day {dates.launch_date.isoformat()}, heading for {dates.forecast_launch.isoformat()}"
    return "\n".join(
        [
            f"Made in {folder}:",
            columns([(f"  {name}", what) for name, what in MADE]),
            "",
            f"{plan.launch.name}, as of {today.isoformat()}: {counted(len(plan.tasks), 'task')}, {days}{edited}.",
            brief_score_text(answer),
            "",
            f"Next: launchpad score {folder / PLAN}, or open {folder / 'sample.xlsx'} and change a tinted cell.",
        ]
    )
