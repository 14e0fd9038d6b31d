"""What changed since the last recorded review, in words, track by track."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.app.commands.reviews.room_changes import OF_REVIEWS, UNTOLD
from launchpad.app.past_plan import past_plan
from launchpad.app.review_room import frozen_plan
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.people import Track
from launchpad.domain.task import Comment, Dependency, Task
from launchpad.engines.review import last_recorded
from launchpad.journal.difference import Difference, differences
from launchpad.journal.history import last_number_before

WORSE, DONE, MOVED, BORN, GONE = "▲", "✓", "→", "+", "–"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One row that changed: a sign, what people call it, and what became of it.

    `sign` is ``+`` added, ``✓`` done, ``▲`` worse, ``–`` removed or ``→`` anything else.
    """

    sign: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TrackChanges:
    """What changed in one track; None is what belongs to no track."""

    track: Track | None
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What changed since a day. `number` is the edit it is compared with; `notice` says why nothing can be told."""

    day: date | None
    number: int | None
    tracks: tuple[TrackChanges, ...]
    notice: str = ""


def changes_since(session: Session, review: Review | None, frozen: Document | None = None) -> ChangesSince:
    """What changed from the last recorded review to the plan that `review` looks at (None: the plan now).

    `frozen` is what `frozen_plan` says of it, if the caller has it.
    """
    if frozen is None and review is not None:
        frozen = frozen_plan(session, review)
    live = frozen or session.document
    last = last_recorded(session.document, review)
    if last is None:
        return ChangesSince(None, None, (), "No review was recorded before.")
    day, number = last.day, _number_at(session, last)
    if number is None:
        return ChangesSince(day, None, (), "The history of this file begins after the last review.")
    try:
        before = past_plan(session, number)
    except PlanError as error:
        return ChangesSince(day, None, (), str(error))
    return ChangesSince(day, number, tuple(_by_track(before, live)))


def _number_at(session: Session, last: Review) -> int | None:
    """The edit that stood when a review was recorded; None when the journal began later."""
    if last.seal is not None and last.seal.journal == session.file.facts.journal:
        return last.seal.edit
    day = last.day
    first = session.file.entry(1, changes=False)
    if day is None or day < first.when.date():
        return None
    return last_number_before(session.file.entries(changes=False), day)


def _by_track(before: Document, live: Document) -> Iterator[TrackChanges]:
    lines: dict[str | None, list[ChangeLine]] = {}
    for each in differences(before, live):
        line = None if isinstance(each.row, (*OF_REVIEWS, Comment)) else _line(each)
        if line is not None:
            lines.setdefault(_track_of(each, live), []).append(line)
    for track in (*live.tracks, None):
        found = lines.get(track.id if track is not None else None)
        if found:
            yield TrackChanges(track, tuple(sorted(found, key=lambda line: line.sign != WORSE)))


def _track_of(difference: Difference, live: Document) -> str | None:
    row = difference.row
    if isinstance(row, Dependency):
        end = live.find(Task, row.successor)
        return end.track if end is not None else None
    track = live.find(Track, getattr(row, "track", None))
    return track.id if track is not None else None


def _line(difference: Difference) -> ChangeLine | None:
    name = getattr(difference.row, "title", "") or difference.name
    if difference.change == "added":
        return ChangeLine(BORN, name, "added")
    if difference.change == "removed":
        return ChangeLine(GONE, name, "removed")
    told = [field for field in difference.fields if field.field not in UNTOLD]
    if not told:
        return None
    status = next((field for field in told if field.field == "status"), None)
    if status is not None and status.after is TaskStatus.DONE:
        return ChangeLine(DONE, name, "done")
    text = "; ".join(field.sentence for field in told)
    return ChangeLine(WORSE if _is_worse(difference) else MOVED, name, text)


def _is_worse(difference: Difference) -> bool:
    """Whether a task got blocked, was reopened, or is expected later."""
    before, after = difference.before, difference.after
    if not isinstance(before, Task) or not isinstance(after, Task):
        return False
    if before.status is TaskStatus.DONE and after.is_open:
        return True
    if after.status is TaskStatus.BLOCKED and before.status is not TaskStatus.BLOCKED:
        return True
    said = before.expected_finish
    return said is not None and after.expected_finish is not None and after.expected_finish > said
