"""What one checklist item earns, from nothing to whole, and why."""

from collections.abc import Container
from datetime import date
from functools import cache
from typing import NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.enums import AssetStatus, TaskStatus, Word
from launchpad.domain.ids import TaskId
from launchpad.domain.register import Asset
from launchpad.domain.task import Task
from launchpad.engines.readiness.moment import FRESH, Moment

WHOLE = 80_000
"""A whole credit in the units credits are counted in: every factor divides it, so sums are exact in any order."""

MADE = WHOLE * 8 // 10
"""Made, not proven: in review, or done without its proof."""

STARTED = WHOLE * 3 // 10
"""Started, and nobody said how far."""

PER_PERCENT = WHOLE * 6 // 1000
"""Each percent of progress of started work."""


class Credit(NamedTuple):
    """What an item earns, in parts of WHOLE, with the factors that led there."""

    earned: int
    base: int  # before the factors
    days_over: int  # working days past due, for every open item
    quarters: int  # of the credit kept for the last update; FRESH when it is not stale


class Proof(Word):
    """What a done item still lacks to be proven."""

    EVIDENCE = "evidence"
    APPROVAL = "approval"
    CURRENT_ASSET = "current_asset"


# Read ten thousand times a pass; a member reached through its class costs ten times a global.
_NOT_STARTED, _IN_REVIEW, _BLOCKED = TaskStatus.NOT_STARTED, TaskStatus.IN_REVIEW, TaskStatus.BLOCKED
_DONE, _WAIVED, _NOT_APPLICABLE = TaskStatus.DONE, TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE

NOTHING = Credit(0, 0, 0, FRESH)
DONE_PROVEN = Credit(WHOLE, WHOLE, 0, FRESH)
DONE_UNPROVEN = Credit(MADE, MADE, 0, FRESH)


def credit_of(task: Task, due: date, moment: Moment, expired: Container[TaskId]) -> Credit:
    """The credit of a task that was due on `due`; `expired` names the tasks with an asset past its date.

    Open work loses a twentieth of it for each working day past due, at most half, and quarters as its last update ages.
    """
    status = task.status
    if status is _NOT_STARTED:
        return _not_begun(moment.workdays_since(due)) if due < moment.today else NOTHING
    if status is _DONE:
        return DONE_PROVEN if lacking_proof(task, expired) is None else DONE_UNPROVEN
    if status is _WAIVED or status is _NOT_APPLICABLE:
        return NOTHING
    days_over = moment.workdays_since(due) if due < moment.today else 0
    base = _base_of_open(task)
    quarters = moment.freshness(task.updated)
    return Credit(base * max(10, 20 - days_over) * quarters // (20 * FRESH), base, days_over, quarters)


@cache
def _not_begun(days_over: int) -> Credit:
    return Credit(0, 0, days_over, FRESH)


def _base_of_open(task: Task) -> int:
    if task.status is _IN_REVIEW:
        return MADE
    base = STARTED if task.progress is None else PER_PERCENT * task.progress
    return base // 2 if task.status is _BLOCKED else base


def lacking_proof(task: Task, expired: Container[TaskId]) -> Proof | None:
    """What a done task lacks: evidence, its approver's own approval, or an asset that is still current."""
    if not task.evidence:
        return Proof.EVIDENCE
    if task.approver is not None and task.approved_by != task.approver:
        return Proof.APPROVAL
    return Proof.CURRENT_ASSET if task.id in expired else None


def expired_tasks(document: Document, today: date) -> frozenset[TaskId]:
    """Tasks that made an asset which has expired by `today`."""
    return frozenset(
        asset.task for asset in document.table(Asset).values() if asset.task is not None and has_expired(asset, today)
    )


def has_expired(asset: Asset, today: date) -> bool:
    """Whether an asset may no longer be used; its last day is the day it expires."""
    return asset.status is AssetStatus.EXPIRED or (asset.expires is not None and asset.expires < today)
