"""Track leads answer at a gate: approve, refuse or abstain."""

from dataclasses import replace
from datetime import datetime

from launchpad.app.commands.reviews.finding import open_review, required_person
from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review, SignOff
from launchpad.domain.ids import PersonId, SignOffId, new_id
from launchpad.domain.people import Person, Track
from launchpad.engines.review.moments import clock_text
from launchpad.engines.review.voters import voter_for

WORDS = {Answer.APPROVE: "approves", Answer.REFUSE: "refuses", Answer.ABSTAIN: "abstains"}


def sign(
    document: Document,
    review_id: str,
    track_id: str,
    answer: Answer,
    comment: str,
    person: str | None,
    at: datetime,
) -> Edit:
    """Give a track's answer before or in a review; `person` None: its lead, or the deputy while the lead is away."""
    review = open_review(document, review_id)
    gate, track = _gate(document, review), existing(document, Track, track_id)
    if answer not in WORDS:
        return _unsigned(document, gate, track)
    who = _signer(document, track, person, at)
    row = signoff_at(document, gate, track)
    before = None if row.id not in document.table(SignOff) else row
    after = replace(row, person=who, answer=answer, comment=comment.strip(), at=clock_text(at))
    return Edit(f"{track.name} {WORDS[answer]} {gate.key}", (Change(before, after),) if before != after else ())


def signoff_at(document: Document, gate: Gate, track: Track) -> SignOff:
    """The row of a track's answer at a gate, a new one if there is none."""
    rows = (row for row in document.rows(SignOff) if row.gate == gate.id and row.track == track.id)
    return next(rows, SignOff(id=SignOffId(new_id()), gate=gate.id, track=track.id))


def _gate(document: Document, review: Review) -> Gate:
    gate = document.find(Gate, review.gate)
    if gate is None:
        raise PlanError("A status review asks for no answers.")
    return gate


def _signer(document: Document, track: Track, person: str | None, at: datetime) -> PersonId:
    """Who signs; raise PlanError for somebody who cannot answer for this track."""
    lead = document.find(Person, track.lead)
    able = [each for each in (track.lead, track.deputy, lead.deputy if lead else None) if each is not None]
    if person is None:
        voter = voter_for(document, track, at.date()) or lead
        if voter is None:
            raise PlanError(f"{track.name} has no lead; say who answers for it.")
        return voter.id
    who = required_person(document, person)
    if able and who not in able:
        names = " or ".join(document.table(Person)[each].name for each in dict.fromkeys(able))
        raise PlanError(f"{document.table(Person)[who].name} cannot sign for {track.name}; {names} can.")
    return who


def _unsigned(document: Document, gate: Gate, track: Track) -> Edit:
    """Take an answer back before it is recorded."""
    row = signoff_at(document, gate, track)
    after = replace(row, answer=Answer.MISSING, comment="", at="")
    known = row.id in document.table(SignOff)
    return Edit(f"{track.name} has not answered", (Change(row, after),) if known and after != row else ())
