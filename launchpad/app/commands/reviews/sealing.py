"""Sealing: the record is complete, what follows from the decision is done, and from now on it stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from launchpad.app.commands.baselines import set_baseline
from launchpad.app.commands.reviews.consequences import decision_of, gate_results, point_of
from launchpad.app.commands.reviews.finding import person_in, required_person, review_in_session
from launchpad.app.commands.reviews.room_changes import room_changes
from launchpad.app.commands.reviews.snapshots import snapshot_of
from launchpad.app.commands.reviews.verdict import gates_after, what_is_missing
from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import references
from launchpad.domain.gate import Action, Condition, Review, SignOff
from launchpad.domain.ids import AddendumId, PersonId, new_id
from launchpad.domain.kinds import KINDS
from launchpad.domain.people import Person
from launchpad.domain.record import Agreed, RecordedName
from launchpad.domain.review import Addendum
from launchpad.domain.task import Task
from launchpad.domain.values import CriterionResult, SignOffRecord
from launchpad.engines.review import criteria_of, gate_of, quorum_of, settled
from launchpad.engines.review.moments import clock_text
from launchpad.journal.difference import name_of
from launchpad.journal.seal_check import sealing_label
from launchpad.journal.seals import Stamp, seal_for


def seal_review(
    document: Document,
    stamp: Stamp,
    review_id: str,
    *,
    signed_by: str,
    at: datetime,
    today: date,
    frozen: Document | None,
) -> Edit:
    """Seal a review in session. `frozen` is the plan it began with (None: its history does not reach so far back)."""
    lacks = what_is_missing(document, review_id, today)
    if lacks:
        raise PlanError(" ".join(lacks))
    review = review_in_session(document, review_id)
    signer = _signer(document, review, signed_by)
    complete = replace(_complete(document, review, at, today, frozen), signed_by=signer, signed_at=clock_text(at))
    decision, point = decision_of(document, review, today), point_of(complete, today)
    complete = replace(complete, decision=decision.id if decision is not None else None, point=point.id)
    complete = replace(complete, names=tuple(_names(document, complete)))
    parts = [part for part in (decision, point) if part is not None]
    record = replace(complete, seal=seal_for(document, complete, parts, stamp))
    baseline = set_baseline(document, f"{review.key} {review.title}", today)
    gates = gates_after(document, gate_results(document, review), record.decision)
    born = (Change(None, part) for part in parts)
    return Edit(sealing_label(record), (*born, Change(review, record), *gates, *baseline.changes))


def _signer(document: Document, review: Review, signed_by: str) -> PersonId:
    """Who confirms the record: the decider or their deputy, where somebody decides."""
    who = required_person(document, signed_by)
    decider = document.find(Person, review.decider)
    if decider is not None and who not in (decider.id, decider.deputy):
        name = document.table(Person)[who].name
        raise PlanError(f"{name} cannot confirm the record; {decider.name} decides.")
    return who


def _complete(document: Document, review: Review, at: datetime, today: date, frozen: Document | None) -> Review:
    closing = snapshot_of(document, today, review)
    return replace(
        review,
        status=ReviewStatus.RECORDED,
        ended=clock_text(at),
        agenda=settled(review, at),
        part="",
        part_since="",
        quorum_met=quorum_of(document, review).is_met,
        closing=closing,
        recommended=closing.recommended,
        criteria=tuple(_results(document, review, today)),
        signoffs=tuple(_signoffs(document, review)),
        room_changes=room_changes(frozen, document) if frozen is not None else (),
        agreed=tuple(_agreed(document, review)),
    )


def _results(document: Document, review: Review, today: date) -> Iterator[CriterionResult]:
    """What the room found for each criterion, else what its proof says."""
    said = {each.criterion: each for each in review.criteria}
    for each in criteria_of(document, today, gate_of(document, review)):
        yield said.get(each.criterion.id, CriterionResult(each.criterion.id, each.state))


def _signoffs(document: Document, review: Review) -> Iterator[SignOffRecord]:
    gate = gate_of(document, review)
    rows = {row.track: row for row in document.rows(SignOff) if gate is not None and row.gate == gate.id}
    for track in document.tracks:
        row = rows.get(track.id)
        if row is not None:
            yield SignOffRecord(track.key, row.person, row.answer, row.comment, row.at)
        elif gate is not None and track.id in gate.required_signoffs:
            yield SignOffRecord(track.key, None, Answer.MISSING)


def _agreed(document: Document, review: Review) -> Iterator[Agreed]:
    for row in document.rows(Condition):
        if row.review == review.id:
            yield Agreed("condition", row.key, row.text, _name(document, row.owner), row.due, row.fallback)
    for action in document.rows(Action):
        if action.review == review.id:
            task = document.find(Task, action.task)
            key = task.key if task is not None else ""
            yield Agreed("action", action.key, action.text, _name(document, action.owner), action.due, task=key)


def _name(document: Document, person: str | None) -> str:
    found = document.find(Person, person)
    return found.name if found is not None else ""


def _names(document: Document, review: Review) -> Iterator[RecordedName]:
    """What everything the record names is called now; tracks of answers and scores by their keys."""
    known = {named for _, named in references(review)}
    rows = (document.table(kind).get(each) for each in sorted(known) for kind in KINDS.values())
    for row in rows:
        if row is not None:
            yield RecordedName(row.id, row.name if isinstance(row, Person) else name_of(row, document))
    for track in document.tracks:
        yield RecordedName(track.key, track.name)


# --- corrections ---------------------------------------------------------------------------------------------------


def add_addendum(document: Document, stamp: Stamp, review_id: str, *, by: str | None, text: str, day: date) -> Edit:
    """Correct a record without touching it: a dated sentence with a seal of its own."""
    review = existing(document, Review, review_id)
    if review.status is not ReviewStatus.RECORDED:
        raise PlanError(f"Review {review.key} is not recorded yet; change it instead.")
    row = Addendum(id=AddendumId(new_id()), review=review.id, day=day, by=person_in(document, by), text=text.strip())
    sealed = replace(row, seal=seal_for(document, row, (), stamp))
    return Edit(sealing_label(sealed), (Change(None, sealed),))
