"""Work and how it hangs together: tasks, dependencies, baselines, comments."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import OPEN_STATUSES, PASSED_OVER, Criticality, EvidenceKind, LinkType, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import (
    BaselineId,
    CommentId,
    DecisionId,
    DependencyId,
    GateId,
    NodeId,
    PersonId,
    TaskId,
    TrackId,
)
from launchpad.domain.row import Row, require_range, require_text
from launchpad.domain.values import LONGEST, Anchor, BaselineDates, Evidence, When, checked_when


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Row):
    """The smallest owned piece of launch work, with a sentence that decides “done”.

    `duration` counts working days; 0 makes it a milestone. `optimistic` and `pessimistic` are durations
    in working days for the date confidence (None: from the likely one). `progress` is 0–100, None when
    nobody said. `weight` 1–10 replaces the weight of the criticality. `expected_finish` is the owner's own
    forecast. `private_note` never leaves the file.
    """

    id: TaskId
    key: str
    title: str
    track: TrackId
    owner: PersonId | None = None
    approver: PersonId | None = None
    criticality: Criticality = Criticality.SHOULD
    weight: float | None = None
    gate: GateId | None = None
    duration: int = 1
    anchor: Anchor | None = None
    deadline: When | None = None
    optimistic: int | None = None
    pessimistic: int | None = None
    status: TaskStatus = TaskStatus.NOT_STARTED
    progress: int | None = None
    updated: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    expected_finish: date | None = None
    baseline_start: date | None = None
    baseline_finish: date | None = None
    review_since: date | None = None
    blocked_since: date | None = None
    blocked_reason: str = ""
    unblocked_by: PersonId | None = None
    unblock_by: date | None = None
    evidence: tuple[Evidence, ...] = ()
    evidence_kind: EvidenceKind | None = None
    approved_by: PersonId | None = None
    approved_on: date | None = None
    na_reason: str = ""
    na_approved_by: PersonId | None = None
    waived_by: DecisionId | None = None
    deliverable: str = ""
    acceptance: str = ""
    help: str = ""
    applies_if: str = ""
    note: str = ""
    private_note: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.key, "A task's key")
        require_text(self.title, "A task's title")
        if not 0 <= self.duration <= LONGEST:
            raise PlanError(f"“{self.title}” cannot last {self.duration} working days.")
        if self.progress is not None and not 0 <= self.progress <= 100:
            raise PlanError(f"Progress is from 0 to 100 percent, not {self.progress}.")
        require_range(self.weight, 1, 10, "A task's own weight")
        require_range(self.optimistic, 0, LONGEST, "The optimistic duration")
        require_range(self.pessimistic, 0, LONGEST, "The pessimistic duration")
        if self.deadline is not None:
            checked_when(self.deadline)

    @property
    def is_milestone(self) -> bool:
        """Whether the task is an instant rather than work."""
        return self.duration == 0

    @property
    def is_open(self) -> bool:
        """Whether work on the task is still to be finished."""
        return self.status in OPEN_STATUSES

    @property
    def is_passed_over(self) -> bool:
        """Whether the task is waived or not applicable, and so passes its links through."""
        return self.status in PASSED_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Row):
    """`successor` waits for `predecessor`.

    `lag` is in working days, or in calendar days when `elapsed`; negative is a lead.
    """

    id: DependencyId
    predecessor: NodeId
    successor: NodeId
    type: LinkType = LinkType.FS
    lag: int = 0
    elapsed: bool = False

    def __post_init__(self) -> None:
        if self.predecessor == self.successor:
            raise PlanError("A task cannot depend on itself.")
        require_range(self.lag, -LONGEST, LONGEST, "A lag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Row):
    """The plan's dates frozen on a day, by name; the active one is also on the tasks and is what scoring uses."""

    id: BaselineId
    name: str
    taken_on: date
    launch_date: date
    dates: tuple[BaselineDates, ...] = ()
    active: bool = False

    def __post_init__(self) -> None:
        require_text(self.name, "A baseline's name")

    @property
    def days(self) -> dict[TaskId, tuple[date, date]]:
        """The first and last day of each task."""
        return {each.task: (each.start, each.finish) for each in self.dates}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Row):
    """A dated remark about the launch or one task."""

    id: CommentId
    day: date
    who: PersonId | None = None
    text: str
    task: TaskId | None = None

    def __post_init__(self) -> None:
        require_text(self.text, "A comment")
