"""What a ballot shows a track lead: the question, the criteria, how the own track stands. No notes, no other track."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review
from launchpad.engines.review import (
    CriterionState,
    TrackPage,
    Voter,
    criteria_of,
    gate_of,
    pages,
    review_readiness,
    voters_of,
)

GIVEN = {Answer.APPROVE: "Approve", Answer.REFUSE: "Refuse", Answer.ABSTAIN: "Abstain"}
"""The answers to choose from."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's sheet. `page` is None where the track has no work in scope."""

    voter: Voter
    page: TrackPage | None


@dataclass(frozen=True, slots=True)
class Ballots:
    """The ballots of one review, and what all of them show."""

    launch: str
    review: Review
    gate: Gate
    criteria: tuple[CriterionState, ...]
    verdict: str  # what the model recommends, in words
    sheets: tuple[Ballot, ...]


def ballots_of(document: Document, today: date, review: Review, tracks: tuple[str, ...] = ()) -> Ballots:
    """The ballots for these tracks by key; for none named, of the required tracks that have not answered."""
    gate = gate_of(document, review)
    if gate is None:
        raise PlanError("A status review asks for no answers, so there is no ballot.")
    by_track = {page.track.id: page for page in pages(document, today, review)}
    chosen = [voter for voter in voters_of(document, today, gate) if _is_asked(voter, tracks)]
    unknown = set(tracks) - {voter.track.key for voter in chosen}
    if unknown:
        raise PlanError(f"There is no track “{min(unknown)[:80]}” in this plan.")
    if not chosen:
        raise PlanError(f"Everybody who is asked at {gate.key} has answered; there is no ballot to send.")
    return Ballots(
        launch=document.launch.name,
        review=review,
        gate=gate,
        criteria=criteria_of(document, today, gate),
        verdict=review_readiness(document, today, review).verdict.label,
        sheets=tuple(Ballot(voter, by_track.get(voter.track.id)) for voter in chosen),
    )


def _is_asked(voter: Voter, tracks: tuple[str, ...]) -> bool:
    if tracks:
        return voter.track.key in tracks
    return voter.is_required and voter.answer in (Answer.MISSING, Answer.VOID)
