"""The command that reads reviews: the records with their seals, or what the next review of a gate needs."""

from datetime import date
from typing import Annotated

import typer

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
from launchpad.domain.gate import Gate, Review
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import next_reviews, preparation
from launchpad.storage.check import broken_seals


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


def _prepared(plan: Document, gate: Gate, day: date) -> tuple[Document, date, Review]:
    """The plan with the review of a gate, planned for its day if nobody did; nothing is written."""
    open_ones = (ReviewStatus.PLANNED, ReviewStatus.IN_SESSION)
    found = next((row for row in plan.rows(Review) if row.gate == gate.id and row.status in open_ones), None)
    if found is not None:
        return plan, day, found
    edit = plan_review(plan, gate.name, calendar_of(plan).day_of(gate.when), gate=gate.id)
    after = plan.apply(edit)
    return after, day, next(row for row in after.rows(Review) if row.id == edit.changes[0].row.id)
