"""Who answers for the work."""

from dataclasses import dataclass

from launchpad.domain.enums import PersonStatus
from launchpad.domain.ids import PersonId, TrackId
from launchpad.domain.row import Row, require_range, require_text
from launchpad.domain.values import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """One accountable person; never a team.

    `key` is the short handle people and files use (``mara``; a template's role key until it is renamed).
    `days_off` move the tasks the person owns. `capacity` is the tasks they can carry on one day.
    """

    id: PersonId
    key: str
    name: str
    role: str = ""
    email: str = ""
    status: PersonStatus = PersonStatus.ACTIVE
    deputy: PersonId | None = None
    days_off: tuple[DateRange, ...] = ()
    capacity: float = 6
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.key, "A person's id")
        require_text(self.name, "A person's name")
        require_range(self.capacity, 0, 1000, f"The capacity of {self.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Row):
    """A function's share of the plan. `weight` is its share of the overall score, in points of about 100.

    `core` tracks have a score floor; a missing `strict_signoff` stops a go.
    """

    id: TrackId
    key: str
    name: str
    lead: PersonId | None = None
    deputy: PersonId | None = None
    weight: float = 1
    core: bool = False
    strict_signoff: bool = False
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.key, "A track's key")
        require_text(self.name, "A track's name")
        require_range(self.weight, 0, 1000, f"The weight of {self.name}")
