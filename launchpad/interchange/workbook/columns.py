"""The columns of every task sheet: what they show, how they calculate, which ones people fill in.

A formula names the cells of its own row by column key in braces ({status}); ranges and rules have workbook names.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.engines.credit import WHOLE, lacking_proof
from launchpad.engines.expected import EXPECTED
from launchpad.engines.moment import FRESH
from launchpad.engines.must_stops import kind_of
from launchpad.engines.reasons import StopKind
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Cell, serial
from launchpad.interchange.workbook.material import STAGES, STATUS_LABELS, Material

Reader = Callable[[Task, Material], Cell]

WRAPPED = {"text_wrap": True}
SET_OFF = {"text_wrap": True, "indent": 1}
DAY = {"num_format": look.DAY, "align": "left"}
QUIET = {"font_color": look.TEXT_2}
CENTERED = {"align": "center"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a task sheet. `read` gives a cell's value, for a formula the value it has today.

    `live` says for which tasks the cell calculates; elsewhere it holds the value. Folded columns start hidden.
    """

    key: str
    header: str
    width: float
    read: Reader
    form: dict[str, Any] = field(default_factory=dict)
    formula: str = ""
    live: Callable[[Task, Material], bool] = lambda task, material: True
    by_row: bool = False  # the formula adds a millionth of its row number, to keep ties apart
    editable: bool = False
    folded: bool = False
    note: str = ""


def evidence_text(evidence: tuple[Evidence, ...]) -> str:
    """All proof of a task in one cell."""
    return "; ".join(_one_evidence(each) for each in evidence)


def _one_evidence(each: Evidence) -> str:
    if each.label and each.ref and each.label != each.ref:
        return f"{each.label} ({each.ref})"
    return each.label or each.ref or "attached"


STOP_NUMBERS = {
    StopKind.MUST_BLOCKED: 1,
    StopKind.MUST_LATE: 2,
    StopKind.MUST_UNPROVEN: 3,
    StopKind.MUST_OPEN: 4,
}
WAIVED_MUST = 5
"""How the column Stops now counts the kinds of musts that stop a Go or make it conditional."""
STATUS_RULES = (
    ("✓", {"font_color": look.OK_TEXT, "bg_color": look.OK_TINT}),
    ("◐◍", {"font_color": look.INFO_TEXT, "bg_color": look.INFO_TINT}),
    ("⊘", {"font_color": look.BAD_TEXT, "bg_color": look.BAD_TINT, "bold": True}),
    ("–", {"font_color": look.TEXT_2, "italic": True}),
)
"""Signs of statuses and the colors of their cells."""
SOON = timedelta(days=14)


def _percent(task: Task) -> float | None:
    return None if task.progress is None else task.progress / 100


def _proof_expires(task: Task, material: Material) -> Cell:
    return material.proof_expires.get(task.id)


def _is_proven(task: Task, material: Material) -> int:
    return int(lacking_proof(task, material.expired) is None)


def _age(task: Task, material: Material) -> Cell:
    return None if task.updated is None else material.workdays_since(task.updated)


def _counts(task: Task, material: Material) -> float:
    """The weight a task puts in the scales today."""
    item = material.item(task)
    if item.shelf not in material.scope.items or task.status is TaskStatus.NOT_APPLICABLE:
        return 0
    return float(item.weight)


def _points(task: Task, material: Material) -> Cell:
    return _counts(task, material) * material.item(task).credit.earned / WHOLE


def _open_must(task: Task, material: Material) -> int:
    item = material.item(task)
    if task.criticality is Criticality.MUST and task.status is TaskStatus.WAIVED:
        return WAIVED_MUST
    return STOP_NUMBERS[kind_of(item)] if item.is_open_must else 0


def _stop(task: Task, material: Material) -> int:
    return _open_must(task, material) if material.item(task).shelf in material.scope.musts else 0


def _urgent(task: Task, material: Material) -> Cell:
    stop = _stop(task, material)
    return stop * 1_000_000 + serial(material.item(task).due) if 0 < stop < 4 else None


def _coming(task: Task, material: Material) -> Cell:
    finish = material.dates(task).finish
    return serial(finish) if task.is_open and material.today <= finish <= material.today + SOON else None


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

FOLDED = {"folded": True, "form": QUIET}
DURATION = Column(key="duration", header="Days", width=6, read=lambda task, material: task.duration, **FOLDED)
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
    **FOLDED,
)
APPROVED = Column(
    key="approved_by",
    header="Approved",
    width=14,
    read=lambda task, material: material.view.person(task.approved_by),
    note="Who approved the result; it proves the task only if it is the approver.",
    **FOLDED,
)
WEIGHT = Column(
    key="weight",
    header="Weight",
    width=7,
    read=lambda task, material: float(material.item(task).weight),
    formula="INDEX(PriorityWeights,MATCH({criticality},Priorities,0))",
    live=lambda task, material: task.weight is None,
    **FOLDED,
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
"""The columns above are the plan; those below are the steps from status to points, for whoever wants to look."""

PLACE = Column(
    key="place",
    header="Gate row",
    width=7,
    read=lambda task, material: material.place(task),
    note="The row of the gate list (sheet Lists) in which the task counts.",
    **FOLDED,
)
PROOF_EXPIRES = Column(
    key="proof_expires",
    header="Proof expires",
    width=12,
    read=_proof_expires,
    folded=True,
    form=DAY,
    note="The first day on which an asset made by this task may no longer be used is the day after.",
)
NA_CONFIRMED = Column(
    key="na_confirmed",
    header="N/a agreed",
    width=8,
    read=lambda task, material: int(task.na_approved_by is not None),
    note="1 where somebody confirmed that the task does not apply.",
    **FOLDED,
)
STAGE = Column(
    key="stage",
    header="Status no.",
    width=7,
    read=lambda task, material: STAGES[task.status],
    formula="IFERROR(MATCH({status},Statuses,0),1)",
    **FOLDED,
)
SCORE_DUE = Column(
    key="score_due",
    header="Scored due",
    width=12,
    read=lambda task, material: material.item(task).due,
    formula='IF({baseline_finish}="",{due},{baseline_finish})',
    folded=True,
    form=DAY,
    note="Scoring holds a task to its baseline where it has one.",
)
SCORE_START = Column(
    key="score_start",
    header="Scored start",
    width=12,
    read=lambda task, material: material.score_start(task),
    formula='IF({baseline_start}="",{start},{baseline_start})',
    folded=True,
    form=DAY,
)
LATE_DAYS = Column(
    key="late_days",
    header="Days late",
    width=7,
    read=lambda task, material: material.item(task).credit.days_over,
    formula="IF(AND({stage}<5,{score_due}<AsOf),WORKDAYS({score_due},AsOf-1),0)",
    **FOLDED,
)
AGE = Column(
    key="age",
    header="Days since update",
    width=8,
    read=_age,
    formula='IF({updated}="","",IF({updated}<AsOf,WORKDAYS({updated},AsOf-1),0))',
    **FOLDED,
)
FRESHNESS = Column(
    key="fresh",
    header="Freshness",
    width=8,
    read=lambda task, material: material.item(task).credit.quarters / FRESH,
    formula='IF(OR({stage}<2,{stage}>4),1,IF({age}="",StaleTwice,'
    "IF({age}<=FreshDays,1,IF({age}<=2*FreshDays,StaleOnce,StaleTwice))))",
    **FOLDED,
)
PROVEN = Column(
    key="proven",
    header="Proven",
    width=7,
    read=_is_proven,
    formula='IF(AND({evidence}<>"",OR({approver}="",{approved_by}={approver}),'
    'OR({proof_expires}="",{proof_expires}>=AsOf)),1,0)',
    live=lambda task, material: material.is_own(task),
    **FOLDED,
)
CREDIT = Column(
    key="credit",
    header="Credit",
    width=7,
    read=lambda task, material: material.item(task).credit.earned / WHOLE,
    formula="CHOOSE({stage},0,"
    'IF({progress}="",0.5,{progress})*ProgressCredit,ReviewCredit,IF({progress}="",0.5,{progress})*ProgressCredit/2,'
    "IF({proven}=1,1,ReviewCredit),0,0)"
    "*IF(OR({stage}<2,{stage}>4),1,MAX(LateFloor,1-LatePerDay*{late_days})*{fresh})",
    folded=True,
    form={"num_format": look.POINTS, **QUIET},
)
SCORED = Column(
    key="scored",
    header="In scope",
    width=7,
    read=lambda task, material: int(material.item(task).shelf in material.scope.items),
    formula="INDEX(GateScored,{place})",
    note="1 when the task's gate is part of what is decided next.",
    **FOLDED,
)
COUNTS = Column(
    key="counts",
    header="Counts",
    width=7,
    read=_counts,
    formula="IF({stage}=7,0,{weight}*{scored})",
    note="The weight that counts in the score today: 0 when not applicable or out of scope.",
    **FOLDED,
)
EXPECTATION = Column(
    key="expected",
    header="Expected",
    width=8,
    read=lambda task, material: material.item(task).expected / EXPECTED,
    formula="IF(AsOf>{score_due},1,IF(AsOf<={score_start},0,"
    "IFERROR(0.6*WORKDAYS({score_start},AsOf-1)/WORKDAYS({score_start},{score_due}),0)))",
    note="The share of the task that should be earned by today: 0.6 of the elapsed time, and all once it is due.",
    folded=True,
    form={"num_format": look.POINTS, **QUIET},
)
MET = Column(
    key="met",
    header="Met",
    width=6,
    read=lambda task, material: int(task.is_passed_over or material.item(task).is_proven),
    formula="IF(OR({stage}>5,AND({stage}=5,{proven}=1)),1,0)",
    note="1 when nothing is left to do: done and proven, waived or not applicable.",
    **FOLDED,
)
OPEN_MUST = Column(
    key="open_must",
    header="Open must",
    width=7,
    read=_open_must,
    formula='IF({criticality}<>"Must",0,IF({stage}=6,5,IF({met}=1,0,IF({stage}=4,1,IF({stage}=5,3,IF({late_days}>0,2,4))))))',
    note="Why a must stops its gate: 1 blocked, 2 late, 3 done but not proven, 4 still open; 5 waived, a condition.",
    **FOLDED,
)
STOP = Column(
    key="stop",
    header="Stops now",
    width=7,
    read=_stop,
    formula="{open_must}*INDEX(GateMusts,{place})",
    note="The same, for the musts that count in the decision that comes next.",
    **FOLDED,
)
URGENT = Column(
    key="urgent",
    header="Urgent order",
    width=9,
    read=_urgent,
    formula='IF(AND({stop}>0,{stop}<4),{stop}*1000000+{score_due}+ROW()/1000000,"")',
    by_row=True,
    note="Puts the musts that stop a Go in the order in which the Summary lists them.",
    folded=True,
    form={"num_format": "0", **QUIET},
)
COMING = Column(
    key="coming",
    header="Coming order",
    width=9,
    read=_coming,
    formula='IF(AND({stage}<5,{finish}>=AsOf,{finish}<=AsOf+14),{finish}+ROW()/1000000,"")',
    by_row=True,
    note="Puts what is to be finished within two weeks in the order in which the Summary lists it.",
    folded=True,
    form={"num_format": "0", **QUIET},
)

SHOWN = (
    *(ID, KEY, TITLE, TRACK, OWNER, STATUS, PROGRESS, START, FINISH, EXPECTED_FINISH, T_OFFSET, SLACK),
    *(CRITICALITY, GATE, ACCEPTANCE, EVIDENCE, NOTE, LATE, POINTS),
)
PLAN_DETAILS = (DURATION, DUE, UPDATED, APPROVER, APPROVED, WEIGHT, BASELINE_START, BASELINE_FINISH)
STEPS = (
    *(PLACE, PROOF_EXPIRES, NA_CONFIRMED, STAGE, SCORE_START, SCORE_DUE, LATE_DAYS, AGE, FRESHNESS, PROVEN),
    *(CREDIT, SCORED, COUNTS, EXPECTATION, MET, OPEN_MUST, STOP, URGENT, COMING),
)
CHECKLIST = (*SHOWN, *PLAN_DETAILS, *STEPS)
"""Plan, and the checklist a team fills in."""
SCORED_FROM = (DURATION, DUE, UPDATED, WEIGHT, BASELINE_START, BASELINE_FINISH)
"""The details that a score needs, without those that say how a task was proven."""
BY_KEY = {column.key: column for column in CHECKLIST}
