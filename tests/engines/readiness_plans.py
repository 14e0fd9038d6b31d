"""Rows for tests of readiness: items in every state, and what the registers hold against them."""

from datetime import date
from typing import Any

from launchpad.domain.enums import Answer, BlackoutKind, Criticality, TaskStatus
from launchpad.domain.gate import Condition, Decision, SignOff
from launchpad.domain.ids import (
    AssetId,
    BlackoutId,
    ConditionId,
    DecisionId,
    GateId,
    IssueId,
    PersonId,
    RiskId,
    RivalEventId,
    SignOffId,
    TaskId,
    TrackId,
)
from launchpad.domain.register import Asset, Blackout, Issue, Risk, RivalEvent
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from tests.builders import a_task

TODAY = date(2026, 10, 12)  # a Monday, 21 working days before launch day
PROOF = (Evidence("Report", "evidence/report.pdf", TODAY),)
SHOULD, COULD = Criticality.SHOULD, Criticality.COULD


def an_item(key: str, status: TaskStatus = TaskStatus.NOT_STARTED, **fields: Any) -> Task:
    """A must promised for the first week of November, updated today."""
    dates = {"baseline_start": date(2026, 11, 2), "baseline_finish": date(2026, 11, 6), "updated": TODAY}
    return a_task(key, **{"status": status, **dates, **fields})


def done(key: str, **fields: Any) -> Task:
    """Done and proven."""
    return an_item(key, TaskStatus.DONE, **{"evidence": PROOF, **fields})


def unproven(key: str, **fields: Any) -> Task:
    """Done, and nobody showed that it is."""
    return an_item(key, TaskStatus.DONE, **fields)


def started(key: str, progress: int | None = None, **fields: Any) -> Task:
    """In progress."""
    return an_item(key, TaskStatus.IN_PROGRESS, progress=progress, **fields)


def in_review(key: str, **fields: Any) -> Task:
    """Made, and waiting for somebody to look."""
    return an_item(key, TaskStatus.IN_REVIEW, **fields)


def blocked(key: str, progress: int | None = None, **fields: Any) -> Task:
    """Blocked, with a day on which that should end."""
    return an_item(key, TaskStatus.BLOCKED, **{"progress": progress, "unblock_by": date(2026, 10, 14), **fields})


def waived(key: str, **fields: Any) -> Task:
    """Passed over by a decision."""
    return an_item(key, TaskStatus.WAIVED, **fields)


def not_applicable(key: str, confirmed: bool = True, **fields: Any) -> Task:
    """Left out, with or without somebody's word for it."""
    return an_item(key, TaskStatus.NOT_APPLICABLE, **{"na_approved_by": "lead" if confirmed else None, **fields})


def a_risk(key: str, probability: int, impact: int, track: str | None = None, **fields: Any) -> Risk:
    """An open, managed risk."""
    managed = {"owner": PersonId("person:owner"), "plan": "Watch it.", "review": date(2026, 11, 2)}
    return Risk(
        **{
            "id": RiskId(f"risk:{key}"),
            "key": key,
            "title": f"Risk {key}",
            "track": _track(track),
            "probability": probability,
            "impact": impact,
            **managed,
            **fields,
        }
    )


def an_issue(key: str, severity: int, track: str | None = None, **fields: Any) -> Issue:
    """An open issue."""
    base = {"id": IssueId(f"issue:{key}"), "key": key, "title": f"Issue {key}", "severity": severity}
    return Issue(**{**base, "track": _track(track), **fields})


def a_signoff(gate: str, track: str, answer: Answer = Answer.APPROVE) -> SignOff:
    """A track's answer at a gate."""
    return SignOff(
        id=SignOffId(f"signoff:{gate}:{track}"),
        gate=GateId(f"gate:{gate}"),
        track=TrackId(f"track:{track}"),
        answer=answer,
    )


def a_decision(key: str, **fields: Any) -> Decision:
    """A decision that was made."""
    return Decision(**{"id": DecisionId(f"decision:{key}"), "key": key, "title": f"Decision {key}", **fields})


def a_blackout(key: str, first: date, last: date, kind: BlackoutKind, **fields: Any) -> Blackout:
    """A blackout nobody decided about."""
    base = {"id": BlackoutId(f"blackout:{key}"), "key": key, "name": f"Blackout {key}", "kind": kind}
    return Blackout(**{**base, "first": first, "last": last, **fields})


def a_rival(key: str, first: date, last: date, **fields: Any) -> RivalEvent:
    """A rival's event nobody decided about."""
    base = {"id": RivalEventId(f"rival:{key}"), "key": key, "rival": "Brightmill", "event": f"Event {key}"}
    return RivalEvent(**{**base, "first": first, "last": last, **fields})


def a_condition(key: str, due: date | None, **fields: Any) -> Condition:
    """An open condition of an earlier go."""
    return Condition(**{"id": ConditionId(f"condition:{key}"), "key": key, "text": f"Do {key}", "due": due, **fields})


def an_asset(key: str, task: str, **fields: Any) -> Asset:
    """Something a task made."""
    base = {"id": AssetId(f"asset:{key}"), "key": key, "name": f"Asset {key}", "task": TaskId(f"task:{task}")}
    return Asset(**{**base, **fields})


def _track(key: str | None) -> TrackId | None:
    return None if key is None else TrackId(f"track:{key}")
