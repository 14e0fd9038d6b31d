"""Answers that came home on ballots, as changes of the plan."""

from collections.abc import Iterable
from datetime import datetime

from launchpad.app.commands.reviews.signoffs import sign
from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.interchange.ballot.vote import Vote
from launchpad.interchange.homecoming.proposals import Proposal


def take_votes(document: Document, taken: Iterable[Proposal]) -> tuple[Change, ...]:
    """The answers among what is taken; raise PlanError when a review does not take answers any more."""
    changes: list[Change] = []
    for vote in taken:
        if isinstance(vote, Vote):
            at = datetime.fromisoformat(vote.at)
            edit = sign(document, vote.review, vote.track, vote.answer, vote.comment, vote.person or None, at)
            changes += edit.changes
            document = document.apply(edit)
    return tuple(changes)
