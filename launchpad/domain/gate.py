"""Decision points: gates, their criteria and the answers given at them."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import (
    ActionStatus,
    Answer,
    ConditionStatus,
    CriterionStatus,
    DecisionStatus,
    GateStatus,
    ReviewKind,
    ReviewStatus,
)
from launchpad.domain.ids import (
    ActionId,
    ConditionId,
    CriterionId,
    DecisionId,
    GateId,
    PersonId,
    ReadinessPointId,
    ReviewId,
    SignOffId,
    TaskId,
    TrackId,
)
from launchpad.domain.record import AgendaPart, Agreed, RecordedName, RiskNote, RoomChange, Seal
from launchpad.domain.row import Row, require_range, require_text
from launchpad.domain.values import Attendance, CriterionResult, Dissent, SignOffRecord, Snapshot, When, checked_when


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Row):
    """A decision point at the start of its day. It stands still: lateness is a finding, never a push."""

    id: GateId
    key: str
    name: str
    when: When
    decider: PersonId | None = None
    question: str = ""
    required_signoffs: tuple[TrackId, ...] = ()
    status: GateStatus = GateStatus.UPCOMING
    decision: DecisionId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.key, "A gate's key")
        require_text(self.name, "A gate's name")
        checked_when(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Row):
    """A sentence a gate asks for and the tasks that prove it."""

    id: CriterionId
    key: str
    gate: GateId
    text: str
    proven_by: tuple[TaskId, ...] = ()
    status: CriterionStatus = CriterionStatus.OPEN
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "A criterion")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff(Row):
    """A track lead's answer at a gate. `at` is local ISO time; void when the evidence changed since."""

    id: SignOffId
    gate: GateId
    track: TrackId
    person: PersonId | None = None
    answer: Answer = Answer.MISSING
    comment: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """What was decided, by whom and why."""

    id: DecisionId
    key: str
    title: str
    day: date | None = None
    decided_by: PersonId | None = None
    context: str = ""
    options: tuple[str, ...] = ()
    choice: str = ""
    rationale: str = ""
    reversible: bool = True
    gate: GateId | None = None
    supersedes: DecisionId | None = None
    status: DecisionStatus = DecisionStatus.DECIDED
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.title, "A decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Row):
    """A review meeting and, once recorded, what it found and decided. Times are local ISO text.

    `edit` is the edit of the journal after which the review looks at the plan, `plan` the SHA-256 of the plan then and
    `snapshot` its scores; `closing` are those when it was decided. `part` is the part of the agenda that is up, since
    `part_since` unless it is paused. `verdict` and `recommended` (the model's) are spelled as `Outcome`. `private_note`
    is the facilitator's own and never leaves the file. A record without a `seal` was made elsewhere.
    """

    id: ReviewId
    key: str
    title: str
    gate: GateId | None = None
    kind: ReviewKind = ReviewKind.GATE
    mode: str = ""
    status: ReviewStatus = ReviewStatus.PLANNED
    planned: date | None = None
    started: str = ""
    ended: str = ""
    facilitator: PersonId | None = None
    scribe: PersonId | None = None
    decider: PersonId | None = None
    attendees: tuple[Attendance, ...] = ()
    quorum_met: bool | None = None
    quorum_note: str = ""
    snapshot: Snapshot | None = None
    criteria: tuple[CriterionResult, ...] = ()
    signoffs: tuple[SignOffRecord, ...] = ()
    verdict: str = ""
    recommended: str = ""
    rationale: str = ""
    dissent: tuple[Dissent, ...] = ()
    parking_lot: tuple[str, ...] = ()
    signed_by: PersonId | None = None
    signed_at: str = ""
    next_review: date | None = None
    edit: int | None = None
    plan: str = ""
    agenda: tuple[AgendaPart, ...] = ()
    part: str = ""
    part_since: str = ""
    hide_answers: bool = False
    private_note: str = ""
    risk_notes: tuple[RiskNote, ...] = ()
    hold_until: date | None = None
    back_to: GateId | None = None
    closing: Snapshot | None = None
    room_changes: tuple[RoomChange, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    names: tuple[RecordedName, ...] = ()
    decision: DecisionId | None = None
    point: ReadinessPointId | None = None
    seal: Seal | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.title, "A review's title")

    @property
    def day(self) -> date | None:
        """The day it was held, else the one it is planned for."""
        return date.fromisoformat(self.started[:10]) if self.started else self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """A promise attached to a go: who, by when, and what happens otherwise."""

    id: ConditionId
    key: str
    text: str
    review: ReviewId | None = None
    owner: PersonId | None = None
    due: date | None = None
    fallback: str = ""
    status: ConditionStatus = ConditionStatus.OPEN
    closed_on: date | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "A condition")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """Something a review asked somebody to do, and the `task` it became."""

    id: ActionId
    key: str
    text: str
    review: ReviewId | None = None
    owner: PersonId | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    done_on: date | None = None
    task: TaskId | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "An action")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessPoint(Row):
    """A recorded point of the readiness trend (0–100); it is never recomputed when weights change."""

    id: ReadinessPointId
    day: date
    readiness: float | None = None
    work: float | None = None
    expected: float | None = None
    source: str = ""

    def __post_init__(self) -> None:
        require_range(self.readiness, 0, 100, "Readiness")
        require_range(self.work, 0, 100, "The work score")
        require_range(self.expected, 0, 100, "The expected score")
