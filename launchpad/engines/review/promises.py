"""Conditions and actions of earlier reviews that are still open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import ActionStatus, ConditionStatus
from launchpad.domain.gate import Action, Condition, Review
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.engines.readiness.gate_forecast import is_overdue

STANDING = (ConditionStatus.OPEN, ConditionStatus.OVERDUE, ConditionStatus.EXTENDED)


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A condition or an action that somebody still owes."""

    row: Condition | Action
    owner: Person | None
    is_overdue: bool
    text: str  # “Certify 12 account executives · Gil · was due 27 Feb”


def open_conditions(document: Document, today: date, besides: Review | None = None) -> tuple[OpenPromise, ...]:
    """The conditions that stand, overdue ones first; those of one review left out."""
    rows = (row for row in document.rows(Condition) if row.status in STANDING and not _is_of(row, besides))
    return _sorted(_promise(document, row, is_overdue(row, today)) for row in rows)


def open_actions(document: Document, today: date, besides: Review | None = None) -> tuple[OpenPromise, ...]:
    """The actions that are not done, nor the tasks they became; overdue ones first, those of one review left out."""
    rows = (row for row in document.rows(Action) if _is_open(document, row) and not _is_of(row, besides))
    return _sorted(_promise(document, row, row.due is not None and row.due < today) for row in rows)


def _is_open(document: Document, action: Action) -> bool:
    task = document.find(Task, action.task)
    return action.status is ActionStatus.OPEN and (task is None or task.is_open)


def _is_of(row: Condition | Action, review: Review | None) -> bool:
    return review is not None and row.review == review.id


def _promise(document: Document, row: Condition | Action, overdue: bool) -> OpenPromise:
    owner = document.find(Person, row.owner)
    due = f"{'was due' if overdue else 'due'} {short_day(row.due)}" if row.due else "no date"
    text = " · ".join([row.text, owner.name if owner else "nobody", due])
    return OpenPromise(row, owner, overdue, text)


def _sorted(promises: Iterator[OpenPromise]) -> tuple[OpenPromise, ...]:
    return tuple(sorted(promises, key=lambda each: (not each.is_overdue, each.row.due or date.max)))
