"""What happens in the room. Beginning, pausing and going from part to part is the clock's: it is not undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from launchpad.app.commands.reviews.finding import (
    changed,
    open_review,
    person_in,
    required_person,
    review_in_session,
)
from launchpad.app.commands.reviews.snapshots import snapshot_of
from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, CriterionStatus, Presence, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Criterion, Review, SignOff
from launchpad.domain.people import Person, Track
from launchpad.domain.record import RiskNote
from launchpad.domain.register import Risk
from launchpad.domain.values import Attendance, CriterionResult, Dissent
from launchpad.engines.review import current_review, part_title, recorded_reviews, settled, usual_agenda
from launchpad.engines.review.moments import clock_text, exact_text
from launchpad.journal.seals import plan_digest

# --- the clock -----------------------------------------------------------------------------------------------------


def begin(document: Document, review_id: str, edit: int, at: datetime, today: date) -> Edit:
    """Begin a review on the plan as it stands, which is that after edit `edit` of the journal."""
    review = open_review(document, review_id)
    other = current_review(document)
    if other is not None:
        raise PlanError(f"Review {other.key} is in session; finish or cancel it first.")
    snapshot = snapshot_of(document, today, review)
    agenda = usual_agenda(document, today, review)
    after = replace(
        review,
        status=ReviewStatus.IN_SESSION,
        edit=edit,
        plan=plan_digest(document),
        started=clock_text(at),
        snapshot=snapshot,
        recommended=snapshot.recommended,
        agenda=agenda,
        part=agenda[0].key,
        part_since=exact_text(at),
    )
    return Edit(f"Begin review {review.title}", (Change(review, after), *_asked_anew(document, review)))


def _asked_anew(document: Document, review: Review) -> Iterator[Change]:
    """Answers that an earlier review of the gate has recorded count for that one only."""
    recorded = {
        (record.track, record.answer, record.at)
        for earlier in recorded_reviews(document)
        if earlier.gate == review.gate
        for record in earlier.signoffs
    }
    for row in document.rows(SignOff):
        track = document.table(Track)[row.track]
        known = {(name, row.answer, row.at) for name in (track.key, track.id)} & recorded
        if row.gate == review.gate and known and row.answer is not Answer.MISSING:
            yield Change(row, replace(row, answer=Answer.MISSING, comment="", at="", person=None))


def go_to(document: Document, review_id: str, part: str, at: datetime) -> Edit:
    """Turn to a part of the agenda; the clock goes on there."""
    review = review_in_session(document, review_id)
    if part not in {each.key for each in review.agenda}:
        raise PlanError("This is not on the agenda.")
    label = f"Review {review.title}: {part_title(document, part)}"
    return Edit(label, changed(review, agenda=settled(review, at), part=part, part_since=exact_text(at)))


def pause(document: Document, review_id: str, at: datetime) -> Edit:
    """Stop the clock."""
    review = review_in_session(document, review_id)
    return Edit(f"Pause review {review.title}", changed(review, agenda=settled(review, at), part_since=""))


def resume(document: Document, review_id: str, at: datetime) -> Edit:
    """Let the clock go on."""
    review = review_in_session(document, review_id)
    if review.part_since:
        return Edit(f"Resume review {review.title}", ())
    return Edit(f"Resume review {review.title}", changed(review, part_since=exact_text(at)))


# --- what is said --------------------------------------------------------------------------------------------------


def attend(
    document: Document, review_id: str, person: str, presence: Presence, stands_in_for: str | None = None
) -> Edit:
    """Say who is there, who is not, and who is there for somebody else."""
    review = open_review(document, review_id)
    who = document.table(Person)[required_person(document, person)]
    if (presence is Presence.DEPUTY) is (stands_in_for is None):
        raise PlanError("Say for whom the deputy is there." if stands_in_for is None else "Only a deputy stands in.")
    entry = Attendance(who.id, presence.value, person_in(document, stands_in_for))
    others = tuple(each for each in review.attendees if each.person != who.id)
    known = [each.person for each in review.attendees]
    place = known.index(who.id) if who.id in known else len(others)
    attendees = (*others[:place], entry, *others[place:])
    return Edit(f"{who.name}: {presence.label.lower()}", changed(review, attendees=attendees))


def find(document: Document, review_id: str, criterion: str, result: CriterionStatus, note: str = "") -> Edit:
    """Say what the room found for a criterion of the gate."""
    review = review_in_session(document, review_id)
    row = document.find(Criterion, criterion)
    if row is None or row.gate != review.gate:
        raise PlanError("This criterion is not one of this gate.")
    results = tuple(each for each in review.criteria if each.criterion != row.id)
    said = changed(review, criteria=(*results, CriterionResult(row.id, result, note.strip())))
    stands = (Change(row, replace(row, status=result)),) if row.status is not result else ()
    return Edit(f"{row.key}: {result.label.lower()}", (*said, *stands))


def note_risk(document: Document, review_id: str, risk: str, text: str) -> Edit:
    """Keep what was said about a risk; nothing removes the note."""
    review = review_in_session(document, review_id)
    row = existing(document, Risk, risk)
    others = tuple(each for each in review.risk_notes if each.risk != row.id)
    notes = (*others, RiskNote(row.id, text.strip())) if text.strip() else others
    return Edit(f"Note on risk {row.title}", changed(review, risk_notes=notes))


def park(document: Document, review_id: str, text: str) -> Edit:
    """Put a topic aside for another day."""
    review = review_in_session(document, review_id)
    if not text.strip():
        raise PlanError("Say what is put aside.")
    return Edit(f"Park {text.strip()[:60]}", changed(review, parking_lot=(*review.parking_lot, text.strip())))


def unpark(document: Document, review_id: str, index: int) -> Edit:
    """Take a topic off the list of what was put aside."""
    review = review_in_session(document, review_id)
    if not 0 <= index < len(review.parking_lot):
        raise PlanError("This topic is not on the list any more.")
    left = review.parking_lot[:index] + review.parking_lot[index + 1 :]
    return Edit(f"Unpark {review.parking_lot[index][:60]}", changed(review, parking_lot=left))


def dissent(document: Document, review_id: str, person: str, text: str) -> Edit:
    """Keep a disagreement in the person's own words; no words remove it."""
    review = review_in_session(document, review_id)
    who = document.table(Person)[required_person(document, person)]
    others = tuple(each for each in review.dissent if each.person != who.id)
    words = (*others, Dissent(who.id, text.strip())) if text.strip() else others
    return Edit(f"{who.name} disagrees" if text.strip() else f"{who.name} agrees", changed(review, dissent=words))
