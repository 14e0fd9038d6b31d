"""The steps from a task's status to its points, for formulas and for whoever wants to look."""

from datetime import timedelta

from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.task import Task
from launchpad.engines.readiness.credit import WHOLE, lacking_proof
from launchpad.engines.readiness.expected import EXPECTED
from launchpad.engines.readiness.moment import FRESH
from launchpad.engines.readiness.must_stops import kind_of
from launchpad.engines.readiness.reasons import StopKind
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Cell, serial
from launchpad.interchange.workbook.column import DAY, QUIET, Column
from launchpad.interchange.workbook.columns import PLAN_DETAILS, SHOWN
from launchpad.interchange.workbook.material import STAGES, Material

STOP_NUMBERS = {
    StopKind.MUST_BLOCKED: 1,
    StopKind.MUST_LATE: 2,
    StopKind.MUST_UNPROVEN: 3,
    StopKind.MUST_OPEN: 4,
}
WAIVED_MUST = 5
"""How the column Stops now counts the kinds of musts that stop a Go or make it conditional."""
SOON = timedelta(days=14)


def _proof_expires(task: Task, material: Material) -> Cell:
    return material.proof_expires.get(task.id)


def _is_proven(task: Task, material: Material) -> int:
    return int(lacking_proof(task, material.expired) is None)


def _age(task: Task, material: Material) -> Cell:
    return None if task.updated is None else material.workdays_since(task.updated)


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


PLACE = Column(
    key="place",
    header="Gate row",
    width=7,
    read=lambda task, material: material.place(task),
    note="The row of the gate list (sheet Lists) in which the task counts.",
    folded=True,
    form=QUIET,
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
    folded=True,
    form=QUIET,
)
STAGE = Column(
    key="stage",
    header="Status no.",
    width=7,
    read=lambda task, material: STAGES[task.status],
    formula="IFERROR(MATCH({status},Statuses,0),1)",
    folded=True,
    form=QUIET,
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
    folded=True,
    form=QUIET,
)
AGE = Column(
    key="age",
    header="Days since update",
    width=8,
    read=_age,
    formula='IF({updated}="","",IF({updated}<AsOf,WORKDAYS({updated},AsOf-1),0))',
    folded=True,
    form=QUIET,
)
FRESHNESS = Column(
    key="fresh",
    header="Freshness",
    width=8,
    read=lambda task, material: material.item(task).credit.quarters / FRESH,
    formula='IF(OR({stage}<2,{stage}>4),1,IF({age}="",StaleTwice,'
    "IF({age}<=FreshDays,1,IF({age}<=2*FreshDays,StaleOnce,StaleTwice))))",
    folded=True,
    form=QUIET,
)
PROVEN = Column(
    key="proven",
    header="Proven",
    width=7,
    read=_is_proven,
    formula='IF(AND({evidence}<>"",OR({approver}="",{approved_by}={approver}),'
    'OR({proof_expires}="",{proof_expires}>=AsOf)),1,0)',
    live=lambda task, material: material.is_own(task),
    folded=True,
    form=QUIET,
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
    folded=True,
    form=QUIET,
)
COUNTS = Column(
    key="counts",
    header="Counts",
    width=7,
    read=lambda task, material: material.counted(task),
    formula="IF({stage}=7,0,{weight}*{scored})",
    note="The weight that counts in the score today: 0 when not applicable or out of scope.",
    folded=True,
    form=QUIET,
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
    folded=True,
    form=QUIET,
)
OPEN_MUST = Column(
    key="open_must",
    header="Open must",
    width=7,
    read=_open_must,
    formula='IF({criticality}<>"Must",0,IF({stage}=6,5,IF({met}=1,0,IF({stage}=4,1,IF({stage}=5,3,IF({late_days}>0,2,4))))))',
    note="Why a must stops its gate: 1 blocked, 2 late, 3 done but not proven, 4 still open; 5 waived, a condition.",
    folded=True,
    form=QUIET,
)
STOP = Column(
    key="stop",
    header="Stops now",
    width=7,
    read=_stop,
    formula="{open_must}*INDEX(GateMusts,{place})",
    note="The same, for the musts that count in the decision that comes next.",
    folded=True,
    form=QUIET,
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

STEPS = (
    *(PLACE, PROOF_EXPIRES, NA_CONFIRMED, STAGE, SCORE_START, SCORE_DUE, LATE_DAYS, AGE, FRESHNESS, PROVEN),
    *(CREDIT, SCORED, COUNTS, EXPECTATION, MET, OPEN_MUST, STOP, URGENT, COMING),
)
CHECKLIST = (*SHOWN, *PLAN_DETAILS, *STEPS)
"""Plan, and the checklist a team fills in."""
BY_KEY = {column.key: column for column in CHECKLIST}
