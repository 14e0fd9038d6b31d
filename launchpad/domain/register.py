"""The registers beside the checklist: risks, issues, goals, assets and the market around the date."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import (
    AssetAudience,
    AssetStatus,
    BlackoutKind,
    GoalDirection,
    GoalStatus,
    GoalType,
    IssueStatus,
    Readiness,
    RiskResponse,
    RiskStatus,
    RivalConfidence,
)
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import (
    AssetId,
    BlackoutId,
    DecisionId,
    GoalId,
    IssueId,
    MeasurementId,
    PersonId,
    RegionFeedbackId,
    RiskId,
    RivalEventId,
    TaskId,
    TrackId,
)
from launchpad.domain.row import Row, require_range, require_text
from launchpad.domain.values import Checkpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Row):
    """What may happen. `probability` and `impact` run 1–5 and are the present ones; `first_score` keeps the first
    rating and `residual` the target (both 1–25). No `track` means the whole launch."""

    id: RiskId
    key: str
    title: str
    track: TrackId | None = None
    probability: int = 3
    impact: int = 3
    first_score: int | None = None
    residual: int | None = None
    owner: PersonId | None = None
    response: RiskResponse | None = None
    plan: str = ""
    trigger: str = ""
    opened: date | None = None
    review: date | None = None
    closed: date | None = None
    status: RiskStatus = RiskStatus.OPEN
    closing_note: str = ""
    linked: tuple[TaskId, ...] = ()
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.title, "A risk's title")
        require_range(self.probability, 1, 5, "A risk's probability")
        require_range(self.impact, 1, 5, "A risk's impact")

    @property
    def score(self) -> int:
        """Probability times impact, 1–25."""
        return self.probability * self.impact


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Row):
    """What has happened. `severity` 1 is the worst of 3; `risk` is the risk it grew from."""

    id: IssueId
    key: str
    title: str
    track: TrackId | None = None
    severity: int = 3
    owner: PersonId | None = None
    opened: date | None = None
    closed: date | None = None
    status: IssueStatus = IssueStatus.OPEN
    action: str = ""
    due: date | None = None
    risk: RiskId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.title, "An issue's title")
        require_range(self.severity, 1, 3, "An issue's severity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """What the launch is for, in one number: `unit`, from `baseline` to `target` by `due`."""

    id: GoalId
    key: str
    name: str
    metric: str = ""
    unit: str = ""
    direction: GoalDirection = GoalDirection.UP
    type: GoalType = GoalType.LEADING
    status: GoalStatus = GoalStatus.ACTIVE
    owner: PersonId | None = None
    baseline: float | None = None
    target: float | None = None
    due: date | None = None
    of: float | None = None
    source: str = ""
    checkpoints: tuple[Checkpoint, ...] = ()
    hint: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "A goal's name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Row):
    """An actual value of a goal on a day, in the goal's unit."""

    id: MeasurementId
    goal: GoalId
    day: date
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blackout(Row):
    """Days, both ends included, on which something may not happen. A soft one is settled by a `decision`."""

    id: BlackoutId
    key: str
    name: str
    first: date
    last: date
    kind: BlackoutKind = BlackoutKind.SOFT
    scope: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    reason: str = ""
    decision: DecisionId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "A blackout's name")
        if self.last < self.first:
            raise PlanError(f"“{self.name}” ends before it begins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalEvent(Row):
    """What a rival does near the date; within five working days it needs a `decision`."""

    id: RivalEventId
    key: str
    rival: str
    event: str
    first: date
    last: date
    confidence: RivalConfidence = RivalConfidence.RUMOUR
    source: str = ""
    impact: str = ""
    response: str = ""
    owner: PersonId | None = None
    decision: DecisionId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.event, "A rival's event")
        if self.last < self.first:
            raise PlanError(f"“{self.event}” ends before it begins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Row):
    """Something others reuse: a deck, a page, an article. `task` makes it."""

    id: AssetId
    key: str
    name: str
    type: str = ""
    audience: AssetAudience = AssetAudience.INTERNAL
    owner: PersonId | None = None
    status: AssetStatus = AssetStatus.PLANNED
    version: str = ""
    task: TaskId | None = None
    updated: date | None = None
    expires: date | None = None
    languages: tuple[str, ...] = ()
    embargo: bool = False
    link: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "An asset's name")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionFeedback(Row):
    """What sales in one region answered. `confidence` is 1–5; None until they answer."""

    id: RegionFeedbackId
    region: str
    by: PersonId | None = None
    returned: date | None = None
    ready_to_sell: Readiness | None = None
    confidence: int | None = None
    missing: str = ""
    accounts: int | None = None
    pipeline: float | None = None
    question: str = ""
    merged: bool = False
    conflicts: int = 0
    conflict_note: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.region, "A region's name")
        require_range(self.confidence, 1, 5, "A region's confidence")
