"""What sales fills in feeds two goals: accounts the pipeline, once its owner confirms; certificates their metric."""

from collections.abc import Iterable, Iterator

from launchpad.domain.document import Document
from launchpad.domain.enums import CertificationResult
from launchpad.domain.kinds import NAMES
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.sales import Account, Certification
from launchpad.interchange.homecoming.proposals import Kind, NewEntry, Proposal
from launchpad.interchange.homecoming.values import Value

LOST = frozenset({"lost", "closed lost", "verloren", "no interest"})
"""Stages in which an account brings nothing any more."""
_ACCOUNTS, _GOALS = NAMES[Account], NAMES[Goal]
_COUNTED = frozenset({"value", "stage"})
CONFIRM = "Do the accounts count toward this goal now?"


def goals_to_confirm(proposals: Iterable[Proposal], plan: Document) -> Iterator[Proposal]:
    """Yield the pipeline's goal where what sales says about accounts would change its value."""
    goal = goal_about(plan, "pipeline")
    if goal is None or not any(_moves_pipeline(each) for each in proposals):
        return
    mine, theirs = _latest(plan, goal), _pipeline_with(plan, proposals)
    if mine == theirs:
        return
    yield Proposal(
        kind=Kind.CONFIRM,
        row=goal.id,
        key=goal.key,
        title=goal.name,
        field="value",
        mine=mine,
        theirs=theirs,
        question=CONFIRM,
        table=_GOALS,
    )


def goal_about(plan: Document, word: str) -> Goal | None:
    """The goal that a word is in: in its key, its name or what it measures."""
    goals = plan.rows(Goal)
    parts = ((goal, getattr(goal, name).casefold()) for name in ("key", "name", "metric") for goal in goals)
    return next((goal for goal, text in parts if word in text), None)


def pipeline_of(plan: Document) -> float:
    """What all accounts that are not lost may bring."""
    return sum(row.value or 0 for row in plan.rows(Account) if row.stage.strip().casefold() not in LOST)


def certified_of(plan: Document, goal: Goal) -> float | None:
    """How many passed; percent where the goal is a share, of all it is about or else of all who are listed."""
    rows = plan.rows(Certification)
    passed = sum(1 for row in rows if row.result is CertificationResult.PASSED)
    if "%" not in goal.unit:
        return float(passed)
    whole = goal.of or len(rows)
    return round(100 * passed / whole, 1) if whole else None


def _moves_pipeline(proposal: Proposal) -> bool:
    if proposal.table != _ACCOUNTS or proposal.kind not in (Kind.TAKE, Kind.NEW, Kind.CONFLICT):
        return False
    if isinstance(proposal.new, NewEntry):
        return "value" in proposal.new.values
    return proposal.field in _COUNTED


def _pipeline_with(plan: Document, proposals: Iterable[Proposal]) -> float:
    """What the pipeline would be with all of theirs taken."""
    accounts: dict[str, dict[str, Value]] = {
        row.id: {"value": row.value, "stage": row.stage} for row in plan.rows(Account)
    }
    for number, each in enumerate(proposals):
        if each.table != _ACCOUNTS or each.kind not in (Kind.TAKE, Kind.NEW, Kind.CONFLICT):
            continue
        if isinstance(each.new, NewEntry):
            accounts[f"new {number}"] = dict(each.new.values)
        elif each.row in accounts:
            accounts[each.row][each.field] = each.theirs
    counted = [row for row in accounts.values() if str(row.get("stage") or "").strip().casefold() not in LOST]
    return sum(value for row in counted if isinstance(value := row.get("value"), int | float))


def _latest(plan: Document, goal: Goal) -> float | None:
    values = [(row.day, row.value) for row in plan.rows(Measurement) if row.goal == goal.id]
    return max(values)[1] if values else None
