"""Commands of reviews: the records with their seals, what the next one needs, and ballots for who cannot come."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.ballots import write_ballots
from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.answers import chosen_gate
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import complain, print_json, print_text
from launchpad.cli.records import due_json, preparation_text, review_json, reviews_text
from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import next_reviews, preparation
from launchpad.storage.check import broken_seals

OPEN = (ReviewStatus.PLANNED, ReviewStatus.IN_SESSION)


@app.command()
def review(
    file: LaunchPath,
    today: Today = None,
    prepare: Annotated[
        str | None, typer.Option(metavar="GATE", help="Say what the review of this gate still needs, and from whom.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show the reviews, their records and whether the seals hold. Exit code 1 when one is broken."""
    broken = broken_seals(file)
    with Session.open(file, read_only=True) as session:
        plan = session.document
        day = resolve_today(plan, chosen_day(today))
        gate = chosen_gate(plan, prepare)
        if gate is not None:
            print_text(preparation_text(preparation(*_prepared(plan, gate, day))))
            return 0
        rows = plan.rows(Review)
        if as_json:
            ahead = [due_json(due) for due in next_reviews(plan, day)]
            print_json({"reviews": [review_json(plan, row, broken) for row in rows], "next": ahead})
        else:
            print_text(reviews_text(plan, rows, broken))
    for sentence in broken.values():
        complain(sentence)
    return 1 if broken else 0


@app.command()
def ballot(
    file: LaunchPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A workbook ending in .xlsx.")],
    gate: Annotated[str | None, typer.Option(metavar="KEY", help="The gate of the review (default: the next).")] = None,
    track: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="A track that gets a ballot (default: all that are asked).")
    ] = None,
    today: Today = None,
) -> None:
    """Write ballots for track leads who cannot come; “merge” takes their answers."""
    with Session.open(file, read_only=True) as session:
        plan = session.document
        day = resolve_today(plan, chosen_day(today))
        about = _planned(plan, chosen_gate(plan, gate))
        ballots = write_ballots(session, out, about.id, day, tuple(track or ()))
        names = ", ".join(each.voter.track.name for each in ballots.sheets)
        print_text(f"{out}: {ballots.gate.key}, for {names}")


def _planned(plan: Document, gate: Gate | None) -> Review:
    """The review that answers are for: the one in session, else the first planned one, of that gate if one is named."""
    rows = [row for row in plan.rows(Review) if row.status in OPEN and row.gate is not None]
    rows = [row for row in rows if gate is None or row.gate == gate.id]
    if not rows:
        raise PlanError("No review of a gate is planned; plan one first.")
    return min(rows, key=lambda row: (row.status is not ReviewStatus.IN_SESSION, row.planned or date.max))


def _prepared(plan: Document, gate: Gate, day: date) -> tuple[Document, date, Review]:
    """The plan with the review of a gate, planned for its day if nobody did; nothing is written."""
    found = next((row for row in plan.rows(Review) if row.gate == gate.id and row.status in OPEN), None)
    if found is not None:
        return plan, day, found
    edit = plan_review(plan, gate.name, calendar_of(plan).day_of(gate.when), gate=gate.id)
    after = plan.apply(edit)
    return after, day, next(row for row in after.rows(Review) if row.id == edit.changes[0].row.id)
