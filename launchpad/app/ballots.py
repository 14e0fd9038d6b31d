"""Sending ballots to track leads who cannot be in the room."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from launchpad.app.commands.reviews.finding import open_review
from launchpad.app.export import request_of
from launchpad.app.session import Session
from launchpad.domain.errors import PlanError
from launchpad.interchange.audience import Audience
from launchpad.interchange.ballot.ballot import Ballots, ballots_of


def write_ballots(session: Session, target: Path, review: str, today: date, tracks: tuple[str, ...] = ()) -> Ballots:
    """Write the ballots of a review to a workbook, one sheet a voter, and return what they show.

    `tracks` are keys; without any, those that are asked and have not answered. Raise PlanError when there is nothing
    to send, ExportError when the world refuses the file.
    """
    return writing_ballots(session, target, review, today, tracks)()


def writing_ballots(
    session: Session, target: Path, review: str, today: date, tracks: tuple[str, ...] = ()
) -> Callable[[], Ballots]:
    """The same as work for another thread: it writes the plan of this moment, whatever is edited meanwhile."""
    document, stamp = session.document, request_of(session, today, Audience.FULL).stamp

    def work() -> Ballots:
        if target.suffix.lower() != ".xlsx":
            raise PlanError(f"Ballots are a workbook; give “{target.name}” a name that ends in .xlsx.")
        ballots = ballots_of(document, today, open_review(document, review), tracks)
        from launchpad.interchange.ballot.writer import write_ballots as write  # XlsxWriter is loaded when it is needed

        write(target, ballots, stamp)
        return ballots

    return work
