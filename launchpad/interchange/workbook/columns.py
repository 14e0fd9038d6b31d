"""The columns that people read and fill in: the plan, task by task."""

from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.engines.readiness.credit import WHOLE
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Cell
from launchpad.interchange.workbook.column import CENTERED, DAY, QUIET, Column
from launchpad.interchange.workbook.material import STATUS_LABELS, Material

WRAPPED = {"text_wrap": True}
SET_OFF = {"text_wrap": True, "indent": 1}
STATUS_RULES = (
    ("✓", {"font_color": look.OK_TEXT, "bg_color": look.OK_TINT}),
    ("◐◍", {"font_color": look.INFO_TEXT, "bg_color": look.INFO_TINT}),
    ("⊘", {"font_color": look.BAD_TEXT, "bg_color": look.BAD_TINT, "bold": True}),
    ("–", {"font_color": look.TEXT_2, "italic": True}),
)
"""Signs of statuses and the colors of their cells."""


def evidence_text(evidence: tuple[Evidence, ...]) -> str:
    """All proof of a task in one cell."""
    return "; ".join(_one_evidence(each) for each in evidence)


def _one_evidence(each: Evidence) -> str:
    if each.label and each.ref and each.label != each.ref:
        return f"{each.label} ({each.ref})"
    return each.label or each.ref or "attached"


def _percent(task: Task) -> float | None:
    return None if task.progress is None else task.progress / 100


def _points(task: Task, material: Material) -> Cell:
    return material.counted(task) * material.item(task).credit.earned / WHOLE


def _finish_is_live(task: Task, material: Material) -> bool:
    return material.finish_follows_start(task)


ID = Column(key="id", header="Row id", width=4, read=lambda task, material: task.id)
KEY = Column(key="key", header="Key", width=20, read=lambda task, material: task.key, form=QUIET)
TITLE = Column(key="title", header="Task", width=38, read=lambda task, material: task.title, form=WRAPPED)
TRACK = Column(key="track", header="Track", width=19, read=lambda task, material: material.tracks[task.track])
OWNER = Column(
    key="owner", header="Owner*", width=14, read=lambda task, material: material.view.person(task.owner), editable=True
)
STATUS = Column(
    key="status", header="Status*", width=15, read=lambda task, material: STATUS_LABELS[task.status], editable=True
)
PROGRESS = Column(
    key="progress",
    header="Progress*",
    width=9.5,
    read=lambda task, material: _percent(task),
    form={"num_format": look.PERCENT, **CENTERED},
    editable=True,
)
START = Column(key="start", header="Start", width=12, read=lambda task, material: material.dates(task).start, form=DAY)
FINISH = Column(
    key="finish",
    header="Finish",
    width=12,
    read=lambda task, material: material.dates(task).finish,
    form=DAY,
    formula="WORKDAY.INTL({start}-1,{duration},WorkWeek,Holidays)",
    live=_finish_is_live,
    note="The last working day. It follows Start and Days where nothing else sets it; a finish that follows from links "
    "to other tasks, from an owner's days off or from a milestone is a value that Launchpad worked out.",
)
EXPECTED_FINISH = Column(
    key="expected_finish",
    header="Expected finish*",
    width=12,
    read=lambda task, material: task.expected_finish,
    form=DAY,
    editable=True,
    note="The owner's own forecast. It never moves the plan by itself: Launchpad shows it against the plan.",
)
T_OFFSET = Column(
    key="t_offset",
    header="T±",
    width=7,
    read=lambda task, material: material.t_offset(task),
    form={"num_format": look.OFFSET, **CENTERED},
    formula="IF({finish}<=LaunchDate,1-WORKDAYS({finish},LaunchDate),WORKDAYS(LaunchDate,{finish})-1)",
    note="Working days from launch day to the finish: T−12 is twelve working days before.",
)
SLACK = Column(
    key="slack",
    header="Slack",
    width=6.5,
    read=lambda task, material: material.dates(task).slack,
    form={"num_format": "0;−0;0", **CENTERED},
    note="Working days the task can slip before something else must. Worked out by Launchpad.",
)
CRITICALITY = Column(
    key="criticality",
    header="Must/Should/Could",
    width=9,
    read=lambda task, material: task.criticality.label,
)
GATE = Column(key="gate", header="Gate", width=7, read=lambda task, material: material.gate(task))
ACCEPTANCE = Column(
    key="acceptance", header="Done when", width=46, read=lambda task, material: task.acceptance, form=SET_OFF | QUIET
)
EVIDENCE = Column(
    key="evidence",
    header="Evidence*",
    width=34,
    read=lambda task, material: evidence_text(task.evidence) if material.is_own(task) else "",
    form=SET_OFF,
    editable=True,
    note="A link or a file name that proves the task is done. Done without proof earns 0.8 and stops a Go for a must.",
)
NOTE = Column(
    key="note",
    header="Note*",
    width=36,
    read=lambda task, material: task.note if material.is_own(task) else "",
    form=SET_OFF,
    editable=True,
)
LATE = Column(
    key="late",
    header="Late?",
    width=7,
    read=lambda task, material: "late" if material.item(task).is_late else "",
    form=CENTERED,
    formula='IF(AND({stage}<4,{late_days}>0),"late","")',
    note="Open, not blocked, and past its due day on the day in the cell AsOf (sheet Summary).",
)
POINTS = Column(
    key="points",
    header="Points",
    width=8,
    read=_points,
    form={"num_format": look.POINTS, **CENTERED},
    formula="{counts}*{credit}",
    note="Weight times credit: what the task earns for its track today. The folded columns to the right show how.",
)

DURATION = Column(
    key="duration", header="Days", width=6, read=lambda task, material: task.duration, folded=True, form=QUIET
)
DUE = Column(
    key="due", header="Due", width=12, read=lambda task, material: material.dates(task).due, folded=True, form=DAY
)
UPDATED = Column(
    key="updated", header="Updated", width=12, read=lambda task, material: task.updated, folded=True, form=DAY
)
APPROVER = Column(
    key="approver",
    header="Approver",
    width=14,
    read=lambda task, material: material.view.person(task.approver),
    folded=True,
    form=QUIET,
)
APPROVED = Column(
    key="approved_by",
    header="Approved",
    width=14,
    read=lambda task, material: material.view.person(task.approved_by),
    note="Who approved the result; it proves the task only if it is the approver.",
    folded=True,
    form=QUIET,
)
WEIGHT = Column(
    key="weight",
    header="Weight",
    width=7,
    read=lambda task, material: float(material.item(task).weight),
    formula="INDEX(PriorityWeights,MATCH({criticality},Priorities,0))",
    live=lambda task, material: task.weight is None,
    folded=True,
    form=QUIET,
)
BASELINE_START = Column(
    key="baseline_start",
    header="Baseline start",
    width=12,
    read=lambda task, material: task.baseline_start,
    folded=True,
    form=DAY,
)
BASELINE_FINISH = Column(
    key="baseline_finish",
    header="Baseline finish",
    width=12,
    read=lambda task, material: task.baseline_finish,
    folded=True,
    form=DAY,
)
SHOWN = (
    *(ID, KEY, TITLE, TRACK, OWNER, STATUS, PROGRESS, START, FINISH, EXPECTED_FINISH, T_OFFSET, SLACK),
    *(CRITICALITY, GATE, ACCEPTANCE, EVIDENCE, NOTE, LATE, POINTS),
)
PLAN_DETAILS = (DURATION, DUE, UPDATED, APPROVER, APPROVED, WEIGHT, BASELINE_START, BASELINE_FINISH)
SCORED_FROM = (DURATION, DUE, UPDATED, WEIGHT, BASELINE_START, BASELINE_FINISH)
"""The details that a score needs, without those that say how a task was proven."""
