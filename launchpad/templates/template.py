"""A launch template: what its file says, checked and typed. Offsets are working days from day 0, launch day."""

from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.enums import (
    Criticality,
    EvidenceKind,
    GoalDirection,
    GoalType,
    LaunchType,
    LinkType,
    RiskResponse,
)
from launchpad.domain.values import Anchor, Cadence, CriticalityWeights, Thresholds, When

SCHEMA = "launchpad.template/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayZero:
    """What day 0 is: general availability, the effective date, the first cohort."""

    label: str = "Launch day"
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Asked when the launch is made; no leaves out the tasks whose `applies_if` names it."""

    id: str
    ask: str
    default: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingWeek:
    """The calendar a template brings: ISO weekdays worked, days off and days worked all the same."""

    workdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    holidays: tuple[date, ...] = ()
    extra_workdays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTrack:
    """A track by key; `lead` is a role."""

    key: str
    name: str
    lead: str | None = None
    weight: float = 1
    core: bool = False
    strict_signoff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateCriterion:
    """A sentence a gate asks for and the keys of the tasks that prove it."""

    id: str
    text: str
    proven_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateGate:
    """A gate by key; `decider` is a role and `required_signoffs` are tracks."""

    key: str
    name: str
    when: When
    decider: str | None = None
    question: str = ""
    required_signoffs: tuple[str, ...] = ()
    criteria: tuple[TemplateCriterion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateGoal:
    """A goal without numbers yet; `checkpoints` are offsets."""

    key: str
    name: str
    metric: str = ""
    unit: str = ""
    direction: GoalDirection = GoalDirection.UP
    type: GoalType = GoalType.LEADING
    owner: str | None = None
    checkpoints: tuple[int, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRisk:
    """A risk such launches usually have, on scales of 1 to 5; no track means the whole launch."""

    title: str
    track: str | None = None
    probability: int = 3
    impact: int = 3
    owner: str | None = None
    response: RiskResponse | None = None
    plan: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What a task waits for: a task or gate by key. `lag` is in working days, or calendar days when `elapsed`."""

    pred: str
    type: LinkType = LinkType.FS
    lag: int = 0
    elapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """A task by key. An `offset` in the file has become the anchor “start no earlier than”."""

    key: str
    title: str
    duration: int
    track: str
    owner: str | None = None
    approver: str | None = None
    anchor: Anchor | None = None
    deadline: When | None = None
    criticality: Criticality = Criticality.SHOULD
    gate: str | None = None
    links: tuple[Link, ...] = ()
    deliverable: str = ""
    evidence: EvidenceKind | None = None
    acceptance: str = ""
    help: str = ""
    applies_if: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A whole template. `roles` maps every role's key to its title; `thresholds` of None are those of the tier."""

    id: str
    name: str
    tasks: tuple[TemplateTask, ...]
    tracks: tuple[TemplateTrack, ...]
    version: int = 1
    launch_type: LaunchType = LaunchType.PRODUCT
    tier: int = 2
    summary: str = ""
    use_when: tuple[str, ...] = ()
    avoid_when: tuple[str, ...] = ()
    day_zero: DayZero = DayZero()
    horizon: tuple[int, int] | None = None  # working days the author says the plan needs before and after day 0
    start: When | None = None
    week: WorkingWeek = WorkingWeek()
    weights: CriticalityWeights = field(default_factory=CriticalityWeights)
    thresholds: Thresholds | None = None
    review_cadence: tuple[Cadence, ...] = ()
    questions: tuple[Question, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    gates: tuple[TemplateGate, ...] = ()
    goals: tuple[TemplateGoal, ...] = ()
    risks: tuple[TemplateRisk, ...] = ()

    @property
    def window(self) -> tuple[int, int]:
        """First and last working day of the plan, from day 0, as far as offsets tell."""
        starts = [(task.anchor.at, task.duration) for task in self.tasks if task.anchor is not None]
        spans = [(at, at + length) for at, length in starts if isinstance(at, int)]
        spans += [(gate.when, gate.when) for gate in self.gates if isinstance(gate.when, int)]
        if isinstance(self.start, int):
            spans.append((self.start, self.start))
        return min((first for first, _ in spans), default=0), max((last for _, last in spans), default=0)
