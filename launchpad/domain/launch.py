"""The launch itself and its working calendar: one row of each in a plan."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import LaunchStatus, LaunchType
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import AudienceId, CalendarId, HolidayId, LaunchId, PersonId, PortfolioEntryId, RegionId
from launchpad.domain.row import Row, require_range, require_text
from launchpad.domain.values import (
    DEFAULT_THRESHOLDS,
    DEFAULT_WEIGHTS,
    Budget,
    Cadence,
    CriticalityWeights,
    Embargo,
    QuestionAnswer,
    Thresholds,
    When,
    checked_date,
    checked_when,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch(Row):
    """What is launched, when, and how its readiness is judged. Launch day is a field here, not a task.

    `start` is the plan's first day (None: the earliest anchor). `as_of` makes a file keep its own “today”
    (only the sample has one). `critical_slack` is the slack, in working days, at or below which a task is
    critical. `seed` drives the date confidence, so that the same file gives the same answer.
    """

    id: LaunchId
    name: str
    launch_date: date
    product: str = ""
    product_line: str = ""
    company: str = ""
    launch_type: LaunchType = LaunchType.PRODUCT
    tier: int = 2
    status: LaunchStatus = LaunchStatus.PLANNED
    phase: str = ""
    launch_time: str = ""
    timezone: str = ""
    lead: PersonId | None = None
    sponsor: PersonId | None = None
    summary: str = ""
    why_now: str = ""
    one_sentence: str = ""
    template: str = ""
    template_version: int | None = None
    start: When | None = None
    as_of: date | None = None
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    weights: CriticalityWeights = DEFAULT_WEIGHTS
    answers: tuple[QuestionAnswer, ...] = ()
    review_cadence: tuple[Cadence, ...] = ()
    budget: Budget | None = None
    embargo: Embargo | None = None
    critical_slack: int = 0
    seed: int = 1

    def __post_init__(self) -> None:
        require_text(self.name, "The launch's name")
        checked_date(self.launch_date)
        if self.start is not None:
            checked_when(self.start)
        if self.tier not in (1, 2, 3):
            raise PlanError(f"A launch's tier is 1, 2 or 3, not {self.tier}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Row):
    """Which days are worked. `workdays` are ISO weekdays (1 Monday … 7 Sunday).

    `holiday_region` (``US`` or ``US-CA``) only remembers where the holidays were proposed from; the
    holidays that count are the `Holiday` rows. `extra_workdays` are worked although the week says no.
    """

    id: CalendarId
    workdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    holiday_region: str = ""
    extra_workdays: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not self.workdays or any(day not in range(1, 8) for day in self.workdays):
            raise PlanError("A working week has at least one day, from 1 (Monday) to 7 (Sunday).")
        if list(self.workdays) != sorted(set(self.workdays)):
            raise PlanError("The days of a working week are listed once each, Monday first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Row):
    """A day on which nobody works; `region` says which list proposed it, empty when a person added it."""

    id: HolidayId
    day: date
    name: str = ""
    region: str = ""

    def __post_init__(self) -> None:
        checked_date(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Row):
    """A group of customers the launch speaks to. `size` counts people or accounts; None is unknown."""

    id: AudienceId
    key: str
    name: str
    size: int | None = None
    message: str = ""
    channel: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "An audience's name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Row):
    """A part of the market and the wave in which it launches."""

    id: RegionId
    key: str
    name: str
    wave: int = 1
    launch_date: date | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "A region's name")


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioEntry(Row):
    """Another launch that shares people or dates with this one. `readiness` is 0–100."""

    id: PortfolioEntryId
    key: str
    name: str
    product_line: str = ""
    tier: int = 2
    launch_type: LaunchType = LaunchType.PRODUCT
    launch_date: date
    status: LaunchStatus = LaunchStatus.PLANNED
    readiness: float | None = None
    lead: PersonId | None = None
    shares: tuple[PersonId, ...] = ()
    lessons: tuple[str, ...] = ()
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "A launch's name")
        require_range(self.readiness, 0, 100, "Readiness")
