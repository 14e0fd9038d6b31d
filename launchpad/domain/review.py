"""What follows a review: corrections to its record, and what the launch teaches the next one."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import RetroKind
from launchpad.domain.ids import AddendumId, PersonId, RetroNoteId, ReviewId, TaskId
from launchpad.domain.record import Seal
from launchpad.domain.row import Row, require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum(Row):
    """A dated correction to a recorded review, sealed like the record itself."""

    id: AddendumId
    review: ReviewId
    day: date
    by: PersonId | None = None
    text: str
    seal: Seal | None = None

    def __post_init__(self) -> None:
        require_text(self.text, "An addendum")


@dataclass(frozen=True, slots=True, kw_only=True)
class RetroNote(Row):
    """Something learned from the launch, about one `task` or the whole."""

    id: RetroNoteId
    day: date
    kind: RetroKind = RetroKind.CHANGE
    text: str
    who: PersonId | None = None
    task: TaskId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "A note")
