"""Track leads' answers at a gate."""

from collections.abc import Mapping

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, ReviewStatus
from launchpad.domain.gate import Gate, Review, SignOff
from launchpad.domain.ids import TrackId
from launchpad.domain.people import Track


def answers_at(document: Document, gate: Gate) -> Mapping[TrackId, Answer]:
    """Each track's answer at a gate: its sign-off, or else what the gate's last recorded review wrote down."""
    answers: dict[TrackId, Answer] = {}
    for review in document.rows(Review):
        if review.gate == gate.id and review.status is ReviewStatus.RECORDED:
            for record in review.signoffs:
                track = document.by_key(Track, record.track) or document.find(Track, record.track)
                if track is not None:
                    answers[track.id] = record.answer
    answers.update({row.track: row.answer for row in document.rows(SignOff) if row.gate == gate.id})
    return answers


def missing_signoffs(document: Document, gate: Gate) -> tuple[Track, ...]:
    """Required tracks without a valid answer at a gate; a void answer is none, an abstention is one."""
    answers = answers_at(document, gate)
    missing = (Answer.MISSING, Answer.VOID)
    return tuple(
        track
        for track in document.tracks
        if track.id in gate.required_signoffs and answers.get(track.id, Answer.MISSING) in missing
    )


def refused_signoffs(document: Document, gate: Gate) -> tuple[Track, ...]:
    """Tracks, required or not, whose lead refuses at a gate."""
    answers = answers_at(document, gate)
    return tuple(track for track in document.tracks if answers.get(track.id) is Answer.REFUSE)
