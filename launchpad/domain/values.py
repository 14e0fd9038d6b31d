"""Small values that rows hold: when, anchors, ranges, evidence, thresholds."""

import re
from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import AnchorKind, Answer, CriterionStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import CriterionId, PersonId, TaskId

When = date | int
"""A calendar date, or an offset in working days from launch day (T−21 is −21)."""

FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2199, 12, 31)
LONGEST = 20_000
"""The longest duration, lag or offset accepted, in working days (some eighty years)."""

_OFFSET = re.compile(r"T\s*([+\-−–]\s*\d{1,6})?", re.IGNORECASE)


def parse_when(text: str) -> When:
    """Read ``2026-11-10``, ``T-21``, ``T+3`` or ``T``; raise PlanError for anything else."""
    trimmed = text.strip()
    offset = _OFFSET.fullmatch(trimmed)
    if offset:
        digits = (offset[1] or "0").replace("−", "-").replace("–", "-").replace(" ", "")
        return checked_when(int(digits))
    return checked_when(parse_date(trimmed))


def format_when(when: When) -> str:
    """Write a date as ISO text and an offset as ``T-21``; `parse_when` reads both."""
    return when.isoformat() if isinstance(when, date) else f"T{when:+d}"


def parse_date(text: str) -> date:
    """Read an ISO date; raise PlanError naming the text otherwise."""
    try:
        if len(text) != 10:
            raise ValueError
        return checked_date(date.fromisoformat(text))
    except ValueError:
        raise PlanError(f"“{text[:40]}” is not a date; write it as 2026-11-10.") from None


def checked_date(day: date) -> date:
    """Return `day`, or raise PlanError when it is outside the years Launchpad plans in."""
    if not FIRST_DATE <= day <= LAST_DATE:
        raise PlanError(f"{day.isoformat()} is outside the years 1900 to 2199.")
    return day


def checked_when(when: When) -> When:
    """Return `when`, or raise PlanError when it is out of range."""
    if isinstance(when, date):
        return checked_date(when)
    if abs(when) > LONGEST:
        raise PlanError(f"T{when:+d} is more than {LONGEST} working days from launch day.")
    return when


@dataclass(frozen=True, slots=True)
class Anchor:
    """A constraint on a task's dates. `at` is None for ASAP and ALAP, and only for them."""

    kind: AnchorKind
    at: When | None = None

    def __post_init__(self) -> None:
        free = self.kind in (AnchorKind.ASAP, AnchorKind.ALAP)
        if free != (self.at is None):
            raise PlanError(f"{self.kind.value} takes {'no date' if free else 'a date or an offset such as T-21'}.")
        if self.at is not None:
            checked_when(self.at)


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PlanError(f"{self.first.isoformat()}..{self.last.isoformat()} ends before it begins.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a task: a label, where it is (path or link), and the day it was added."""

    label: str
    ref: str
    added: date | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores out of 100 that the verdict compares with."""

    go: float = 85
    conditional: float = 70
    core_floor_go: float = 75
    core_floor_conditional: float = 60

    def __post_init__(self) -> None:
        if not (
            0 <= self.conditional <= self.go <= 100 and 0 <= self.core_floor_conditional <= self.core_floor_go <= 100
        ):
            raise PlanError("Thresholds run from 0 to 100, and the conditional ones stay at or below those for a go.")


DEFAULT_THRESHOLDS = Thresholds()

TIER_THRESHOLDS = {1: Thresholds(85, 70, 75, 60), 2: Thresholds(80, 65, 70, 55), 3: Thresholds(75, 60, 65, 50)}
"""What a launch compares with unless it says otherwise, by its tier (1 is the largest)."""


@dataclass(frozen=True, slots=True)
class CriticalityWeights:
    """What a must, a should and a could count in a track's score."""

    must: float = 5
    should: float = 3
    could: float = 1

    def __post_init__(self) -> None:
        if min(self.must, self.should, self.could) <= 0 or max(self.must, self.should, self.could) > 100:
            raise PlanError("Criticality weights are above 0 and at most 100.")


DEFAULT_WEIGHTS = CriticalityWeights()


@dataclass(frozen=True, slots=True)
class Budget:
    """Money for a launch, in whole units of `currency`."""

    currency: str
    approved: float
    committed: float
    spent: float


@dataclass(frozen=True, slots=True)
class Embargo:
    """The agreed hour before which briefed people stay silent, local time in `timezone`."""

    lifts: str
    timezone: str
    briefed: int = 0
    agreed: int = 0


@dataclass(frozen=True, slots=True)
class Cadence:
    """Status reviews every `every` working days between two launch offsets."""

    first: int
    last: int
    every: int


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """One question of the template and whether it was answered yes."""

    question: str
    yes: bool


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A goal's expected value on a day; None until somebody sets it."""

    at: When
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class BaselineDates:
    """A task's dates in a baseline, finish included."""

    task: TaskId
    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was in the room: present, absent, or deputy for somebody (spelled as `Presence`)."""

    person: PersonId
    attended: str
    stands_in_for: PersonId | None = None


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """What a review found for one criterion."""

    criterion: CriterionId
    result: CriterionStatus
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignOffRecord:
    """A sign-off as a review recorded it."""

    track: str
    person: PersonId | None
    answer: Answer
    comment: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class TrackScore:
    """A track's score in a snapshot; None where it had no data."""

    track: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The scores a review looked at, as they stood: 0–100, confidence 0–1."""

    readiness: float | None
    gate_readiness: float | None
    expected: float | None
    work: float | None
    confidence: float | None
    tracks: tuple[TrackScore, ...] = ()
    recommended: str = ""
    stops: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dissent:
    """Disagreement in the person's own words."""

    person: PersonId
    text: str
