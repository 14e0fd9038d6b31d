"""Saying of many people at once that they are there."""

from collections.abc import Iterable

from launchpad.app.commands.reviews.finding import open_review
from launchpad.app.commands.reviews.room import attend
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Presence
from launchpad.domain.ids import PersonId


def everybody_is_here(document: Document, review_id: str, people: Iterable[PersonId]) -> Edit:
    """Mark people as present, but those of whom something else was said already."""
    before = open_review(document, review_id)
    said, after = {each.person for each in before.attendees}, document
    for person in people:
        if person not in said:
            after = after.apply(attend(after, review_id, person, Presence.PRESENT))
    review = open_review(after, review_id)
    return Edit("Everybody else is here", (Change(before, review),) if review != before else ())
