"""Ballots that came home, compared with the answers in the plan."""

from collections.abc import Iterator

from launchpad.app.commands.reviews.ballots import take_votes
from launchpad.app.commands.rows import existing
from launchpad.app.homecoming.arrival import Arrival
from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review, SignOff
from launchpad.domain.people import Track
from launchpad.engines.review.moments import clock_text
from launchpad.interchange.ballot.returned import ReturnedBallot, ReturnedBallots
from launchpad.interchange.ballot.vote import TABLE, Vote, answer_words
from launchpad.interchange.homecoming.compare import Comparison
from launchpad.interchange.homecoming.proposals import UnreadableCell, judge
from launchpad.journal.entry import FileRead

CHANGED = "What the file says about its export was changed; decide about each answer."


def compare_ballots(arrival: Arrival, ballots: ReturnedBallots) -> Comparison:
    """Compare ballots with the plan; raise PlanError when their review does not take answers any more."""
    plan, returned = arrival.plan, arrival.returned
    review = _open_review(plan, ballots)
    votes: list[Vote] = []
    unreadable: list[UnreadableCell] = []
    notices = [] if ballots.is_whole else [CHANGED]
    for ballot in ballots.ballots:
        track = plan.find(Track, ballot.track)
        if track is not None and ballot.fault:
            unreadable.append(UnreadableCell(track.key, track.name, "answer", ballot.shown, ballot.place, ballot.fault))
        elif track is None or ballot.answer is None:
            said = "this track is no longer in the plan" if track is None else f"{track.name} has not answered"
            notices.append(f"{ballot.place}: {said}.")
        else:
            votes += _vote(plan, review, track, ballot, ballots.is_whole, clock_text(returned.saved.astimezone()))
    refusals = {vote.cell: refusal for vote in votes if (refusal := refusal_of(plan, vote))}
    taken = tuple(vote for vote in votes if vote.cell not in refusals)
    read = FileRead("", returned.digest, (), returned.who, returned.saved.isoformat())
    return Comparison(taken, tuple(unreadable), (*notices, *refusals.values()), read, None)


def _open_review(plan: Document, ballots: ReturnedBallots) -> Review:
    review = existing(plan, Review, ballots.review)
    if review.status is ReviewStatus.RECORDED:
        raise PlanError(
            f"Review {review.key} is recorded, so answers that come after it are not taken. Add them to the record as "
            "an addendum. Nothing was changed."
        )
    if review.status is ReviewStatus.CANCELLED:
        raise PlanError(f"Review {review.key} was cancelled, so no answers are taken. Nothing was changed.")
    return review


def _vote(
    plan: Document, review: Review, track: Track, ballot: ReturnedBallot, is_whole: bool, at: str
) -> Iterator[Vote]:
    row = next((row for row in plan.rows(SignOff) if (row.gate, row.track) == (review.gate, track.id)), None)
    mine = None if row is None else answer_words(row.answer, row.comment)
    theirs = answer_words(ballot.answer, ballot.comment)
    base = {"answer": answer_words(*ballot.base)} if is_whole else None
    kind = judge("answer", base, mine, theirs)
    if kind is None or ballot.answer is None:
        return
    gate = plan.find(Gate, review.gate)
    yield Vote(
        kind=kind,
        row=track.id if row is None else row.id,
        key=track.key,
        title=f"{gate.key if gate else review.title}: {track.name}",
        field="answer",
        base=answer_words(*ballot.base),
        mine=mine,
        theirs=theirs,
        cell=ballot.place,
        table=TABLE,
        is_base_known=is_whole,
        review=review.id,
        track=track.id,
        person=ballot.person,
        answer=ballot.answer,
        comment=ballot.comment,
        at=at,
    )


def refusal_of(plan: Document, vote: Vote) -> str:
    """Why an answer cannot be taken, with the cell it stands in; empty when it can be."""
    try:
        take_votes(plan, (vote,))
    except PlanError as error:
        return f"{vote.cell}: {error}"
    return ""
