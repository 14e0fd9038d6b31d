"""Ballots that came home, compared with the answers in the plan."""

from collections.abc import Iterator
from datetime import datetime

from launchpad.app.commands.reviews.finding import review_of
from launchpad.app.commands.reviews.signoffs import sign
from launchpad.app.homecoming.arrival import Arrival
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review, SignOff
from launchpad.domain.people import Track
from launchpad.engines.review.moments import clock_text
from launchpad.interchange.ballot.returned import ReturnedBallot, ReturnedBallots
from launchpad.interchange.ballot.vote import TABLE, Vote, answer_words
from launchpad.interchange.homecoming.compare import Comparison
from launchpad.interchange.homecoming.proposals import Kind, UnreadableCell, judge
from launchpad.journal.entry import FileRead


def compare_ballots(arrival: Arrival, ballots: ReturnedBallots) -> Comparison:
    """Compare ballots with the plan; raise PlanError when their review does not take answers any more."""
    plan, returned = arrival.plan, arrival.returned
    review = _open_review(plan, ballots)
    notices = [] if ballots.is_whole else ["What the file says about its export was changed; decide about each answer."]
    votes: list[Vote] = []
    unreadable: list[UnreadableCell] = []
    for ballot in ballots.ballots:
        track = plan.find(Track, ballot.track)
        if track is None:
            notices.append(f"{ballot.place}: this track is no longer in the plan; its answer is left out.")
        elif ballot.fault:
            unreadable.append(UnreadableCell(track.key, track.name, "answer", ballot.shown, ballot.place, ballot.fault))
        elif ballot.answer is None:
            notices.append(f"{ballot.place}: {track.name} has not answered.")
        else:
            votes += _vote(plan, review, track, ballot, ballots.is_whole, clock_text(returned.saved.astimezone()))
    refusals = [refusal for vote in votes if (refusal := refusal_of(plan, vote))]
    taken = tuple(vote for vote in votes if not refusal_of(plan, vote))
    read = FileRead("", returned.digest, (), returned.who, returned.saved.isoformat())
    return Comparison(taken, tuple(unreadable), (*notices, *refusals), read, None)


def _open_review(plan: Document, ballots: ReturnedBallots) -> Review:
    review = review_of(plan, ballots.review)
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
    if vote.kind is Kind.KEEP or vote.answer is Answer.MISSING:
        return ""
    try:
        sign(plan, vote.review, vote.track, vote.answer, vote.comment, vote.person or None, _moment(vote))
    except PlanError as error:
        return f"{vote.cell}: {error}"
    return ""


def _moment(vote: Vote) -> datetime:
    return datetime.fromisoformat(vote.at)
