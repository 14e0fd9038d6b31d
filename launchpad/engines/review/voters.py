"""Who is asked for an answer at a gate, who stands in for whom, and whether enough are there to decide."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, PersonStatus, Presence
from launchpad.domain.gate import Gate, Review, SignOff
from launchpad.domain.ids import PersonId
from launchpad.domain.people import Person, Track
from launchpad.engines.readiness.signoffs import answers_at


@dataclass(frozen=True, slots=True)
class Voter:
    """A track's answer at a gate and who gives it: `voter` is the lead, or a deputy while the lead is away."""

    track: Track
    lead: Person | None
    voter: Person | None
    is_strict: bool  # without this answer there is no go
    is_required: bool
    answer: Answer
    comment: str
    signed_by: Person | None
    at: str  # local ISO time


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether those are there without whom nothing is decided: the decider and each core track's lead or deputy."""

    is_met: bool
    missing: tuple[Person, ...]
    text: str


def voters_of(document: Document, today: date, gate: Gate | None) -> tuple[Voter, ...]:
    """Every track's voter, in the order of tracks; nobody is required without a gate."""
    signoffs = {row.track: row for row in document.rows(SignOff) if gate is not None and row.gate == gate.id}
    answers = answers_at(document, gate) if gate is not None else {}
    return tuple(
        Voter(
            track=track,
            lead=document.find(Person, track.lead),
            voter=voter_for(document, track, today),
            is_strict=track.strict_signoff,
            is_required=gate is not None and track.id in gate.required_signoffs,
            answer=answers.get(track.id, Answer.MISSING),
            comment=signoffs[track.id].comment if track.id in signoffs else "",
            signed_by=document.find(Person, signoffs[track.id].person) if track.id in signoffs else None,
            at=signoffs[track.id].at if track.id in signoffs else "",
        )
        for track in document.tracks
    )


def voter_for(document: Document, track: Track, today: date) -> Person | None:
    """Who answers for a track today: its lead, else the track's deputy, else the lead's; None when all are away."""
    lead = document.find(Person, track.lead)
    deputies = (document.find(Person, track.deputy), document.find(Person, lead.deputy if lead else None))
    return next((each for each in (lead, *deputies) if each is not None and not is_away(each, today)), None)


def is_away(person: Person | None, today: date) -> bool:
    """Whether somebody cannot be asked today."""
    if person is None:
        return False
    return person.status is not PersonStatus.ACTIVE or any(today in days for days in person.days_off)


def quorum_of(document: Document, review: Review) -> Quorum:
    """Whether enough people are in the room, by who was marked as there."""
    there = {each.person for each in review.attendees if each.attended != Presence.ABSENT}
    there |= {each.stands_in_for for each in review.attendees if each.person in there and each.stands_in_for}
    wanted = dict.fromkeys(each for each in _wanted(document, review, there) if each is not None)
    missing = tuple(document.table(Person)[each] for each in wanted if each not in there)
    names = ", ".join(person.name for person in missing)
    return Quorum(
        not missing, missing, f"Needed to decide, but not here yet: {names}." if missing else "Enough are here."
    )


def _wanted(document: Document, review: Review, there: set[PersonId]) -> list[PersonId | None]:
    """The decider, and for each core track whoever of its lead and deputies is there, else the lead."""
    wanted: list[PersonId | None] = [review.decider]
    for track in document.tracks:
        lead = document.find(Person, track.lead)
        able = (track.lead, track.deputy, lead.deputy if lead else None)
        if track.core and not there.intersection(each for each in able if each):
            wanted.append(track.lead)
    return wanted
