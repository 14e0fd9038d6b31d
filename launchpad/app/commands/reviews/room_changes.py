"""What was changed live in the room: both values, in words, private notes left out."""

from collections.abc import Iterator

from launchpad.domain.document import Document
from launchpad.domain.gate import Action, Condition, Decision, ReadinessPoint, Review, SignOff
from launchpad.domain.people import Track
from launchpad.domain.record import RoomChange
from launchpad.domain.review import Addendum, RetroNote
from launchpad.domain.row import Row
from launchpad.domain.task import Baseline
from launchpad.journal.difference import QUIET_FIELDS, Difference, differences, label_of

OF_REVIEWS = (Review, SignOff, Condition, Action, Decision, ReadinessPoint, Baseline, Addendum, RetroNote)
"""Rows that a review itself writes."""

UNTOLD = QUIET_FIELDS | {"private_note", "email"}


def room_changes(frozen: Document, live: Document) -> tuple[RoomChange, ...]:
    """Every field that differs between the plan a review began with and the plan now."""
    found = (each for each in differences(frozen, live) if not isinstance(each.row, OF_REVIEWS))
    return tuple(change for each in found for change in _told(each, live))


def _told(difference: Difference, live: Document) -> Iterator[RoomChange]:
    track = track_key(difference.row, live)
    if difference.change != "changed":
        added = difference.change == "added"
        yield RoomChange(difference.name, track, "", "" if added else "there", "there" if added else "")
    for field in difference.fields:
        if field.field not in UNTOLD:
            yield RoomChange(difference.name, track, label_of(field.field), field.before_text, field.after_text)


def track_key(row: Row, document: Document) -> str:
    """The key of the track a row belongs to; empty when it belongs to none."""
    track = document.find(Track, getattr(row, "track", None))
    return track.key if track is not None else ""
