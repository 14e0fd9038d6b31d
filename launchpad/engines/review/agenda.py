"""What a review goes through, and for how long."""

from dataclasses import replace
from datetime import date, datetime

from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewKind
from launchpad.domain.gate import Criterion, Review
from launchpad.domain.people import Track
from launchpad.domain.record import AgendaPart
from launchpad.engines.review.moments import seconds_since
from launchpad.engines.review.pages import pages

TRACK = "track:"
TRACKS_MINUTES, CRITERIA_MINUTES = 15, 10
"""For all tracks together with their answers, and for the criteria of the gate, by exception."""

TITLES = {
    "promises": "Conditions and actions from last time",
    "changes": "What changed",
    "criteria": "Criteria",
    "risks": "Risks, rivals, calendar",
    "decision": "Decision",
    "next": "Next date",
}


def usual_agenda(document: Document, today: date, review: Review) -> tuple[AgendaPart, ...]:
    """Fifty minutes, as they are usually spent; tracks in trouble come first. A status review decides nothing."""
    tracks = [page.track.key for page in pages(document, today, review)]
    each = max(1, TRACKS_MINUTES // len(tracks)) if tracks else 0
    has_criteria = any(row.gate == review.gate for row in document.rows(Criterion))
    decision = [AgendaPart("decision", 5)] if review.kind is ReviewKind.GATE else []
    return (
        AgendaPart("promises", 3),
        AgendaPart("changes", 5),
        *(AgendaPart(f"{TRACK}{key}", each) for key in tracks),
        *([AgendaPart("criteria", CRITERIA_MINUTES)] if has_criteria else []),
        AgendaPart("risks", 10),
        *decision,
        AgendaPart("next", 2),
    )


def part_title(document: Document, key: str) -> str:
    """What a part of the agenda is called."""
    if key.startswith(TRACK):
        track = document.by_key(Track, key.removeprefix(TRACK))
        return track.name if track is not None else key.removeprefix(TRACK)
    return TITLES.get(key, key)


def seconds_spent(part: AgendaPart, review: Review, now: datetime) -> int:
    """Seconds a part has taken by `now`, the time it is up included."""
    return part.seconds + (seconds_since(review.part_since, now) if part.key == review.part else 0)


def settled(review: Review, now: datetime) -> tuple[AgendaPart, ...]:
    """The agenda with the time of the part that is up written down."""
    return tuple(replace(part, seconds=seconds_spent(part, review, now)) for part in review.agenda)
