"""The few numbers about a plan that stand around every screen."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import OPEN_STATUSES, RiskStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Risk
from launchpad.engines.calendar import calendar_of
from launchpad.engines.feasibility import feasibility
from launchpad.engines.load import load
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True)
class Standing:
    """What the chip says: the outlook of the next gate or, with no gate ahead, the verdict."""

    text: str
    explanation: str
    grade: str  # ok, warn or bad


@dataclass(frozen=True, slots=True)
class Counts:
    """What can be counted without a schedule."""

    tasks: int
    done: int
    open: int
    open_risks: int
    working_days_left: int  # to launch day; negative after it


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Counts and scores of one plan on one day. Scores are 0–100; what needs a schedule is None without one."""

    counts: Counts
    trouble: str = ""  # why there is no schedule
    score: float | None = None
    work: float | None = None
    expected: float | None = None
    standing: Standing | None = None  # also None while nothing is to be done
    critical: int | None = None
    least_slack: int | None = None  # working days, over open tasks
    short: int = 0  # working days by which the plan does not fit
    overloaded: int | None = None  # people


def plan_facts(document: Document, today: date) -> PlanFacts:
    """Work out the facts, kept while the plan lives; a plan that cannot be scheduled says why."""
    return document.once(_question(today), lambda: _facts(document, today))


def has_plan_facts(document: Document, today: date) -> bool:
    """Whether they were worked out already."""
    return document.knows(_question(today))


def _question(today: date) -> tuple[object, ...]:
    return ("facts", today)


def _facts(document: Document, today: date) -> PlanFacts:
    counted = _counts(document, today)
    try:
        dates, answer = schedule(document, today), readiness(document, today)
        return _with_schedule(counted, document, dates, answer)
    except PlanError as error:
        return PlanFacts(counted, trouble=str(error))


def _counts(document: Document, today: date) -> Counts:
    risks = sum(1 for risk in document.rows(Risk) if risk.status is RiskStatus.OPEN)
    calendar, found = calendar_of(document), Counter(task.status for task in document.tasks)
    return Counts(
        tasks=len(document.tasks),
        done=found[TaskStatus.DONE],
        open=sum(map(found.__getitem__, OPEN_STATUSES)),
        open_risks=risks,
        working_days_left=-calendar.offset_at_or_after(today),
    )


def _with_schedule(counts: Counts, document: Document, dates: Schedule, answer: Readiness) -> PlanFacts:
    slacks = [*dates.open_slacks()]
    return PlanFacts(
        counts,
        score=answer.score,
        work=answer.work,
        expected=answer.expected,
        standing=_standing(answer) if answer.items else None,
        critical=sum(slack <= document.launch.critical_slack for slack in slacks),
        least_slack=min(slacks, default=None),
        short=feasibility(document, dates.today).days,
        overloaded=sum(1 for each in load(document, dates) if each.overloaded),
    )


GRADES = {
    Outlook.ON_COURSE: "ok",
    Outlook.AT_RISK: "warn",
    Outlook.OFF_COURSE: "bad",
    Verdict.GO: "ok",
    Verdict.CONDITIONAL: "warn",
    Verdict.NO_GO: "bad",
}


def _standing(answer: Readiness) -> Standing:
    forecast = answer.forecast
    if forecast is None:
        return Standing(answer.verdict.label, answer.sentence, GRADES[answer.verdict])
    return Standing(f"{forecast.gate.key} {forecast.outlook.label.lower()}", answer.sentence, GRADES[forecast.outlook])
