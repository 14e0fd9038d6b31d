"""What a review keeps besides its fields: its agenda, what happened in the room, what was agreed, and the seal."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.errors import PlanError
from launchpad.domain.ids import RiskId


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One part of a review's agenda: `minutes` it may take and `seconds` it has taken.

    `key` is ``promises``, ``changes``, ``track:KEY``, ``criteria``, ``risks``, ``decision`` or ``next``.
    """

    key: str
    minutes: int
    seconds: int = 0

    def __post_init__(self) -> None:
        if self.minutes < 0 or self.seconds < 0:
            raise PlanError("A part of an agenda cannot last less than no time.")


@dataclass(frozen=True, slots=True)
class RiskNote:
    """What was said about a risk in the room."""

    risk: RiskId
    text: str


@dataclass(frozen=True, slots=True)
class RoomChange:
    """A field changed live in the room, in words: the value the review began with and the one it ended with.

    `name` is what people call the row, `track` the key of its track, empty when it has none. A row that was added or
    removed has no `field`.
    """

    name: str
    track: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A condition or an action as it was agreed; the row of that `key` lives on and may be extended or closed.

    `kind` is ``condition`` or ``action``, `owner` a name, `task` the key of the task an action became.
    """

    kind: str
    key: str
    text: str
    owner: str
    due: date | None
    fallback: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class RecordedName:
    """What a row that the record names was called when it was sealed: people, tracks, criteria, risks."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Seal:
    """What makes a record permanent.

    `edit`, `moment` (UTC) and `who` are those of the entry that sealed it in the journal called `journal`. `previous`
    is the digest of the record sealed before this one, empty for the first; `digest` is the SHA-256 of all this and
    the record.
    """

    edit: int
    moment: str
    who: str
    journal: str
    previous: str
    digest: str
