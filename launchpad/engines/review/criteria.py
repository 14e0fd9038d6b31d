"""The criteria of a gate by what proves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import CriterionStatus, TaskStatus
from launchpad.domain.gate import Criterion, Gate
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.board import Item

SETTLED = frozenset({CriterionStatus.MET, CriterionStatus.WAIVED, CriterionStatus.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Proof:
    """A task that is to prove a criterion, and how it stands in words."""

    task: Task
    is_proven: bool
    text: str


@dataclass(frozen=True, slots=True)
class CriterionState:
    """A criterion as its proof stands (`state`) and as somebody said it stands (`said`)."""

    criterion: Criterion
    state: CriterionStatus
    said: CriterionStatus
    proofs: tuple[Proof, ...]
    is_late: bool  # a proof is overdue or blocked

    @property
    def is_red(self) -> bool:
        """Whether the room has to talk about it."""
        return self.state not in SETTLED


def criteria_of(document: Document, today: date, gate: Gate | None) -> tuple[CriterionState, ...]:
    """The criteria of a gate, those not met first and late ones before all; none without a gate."""
    if gate is None:
        return ()
    items = readiness(document, today, gate).items
    states = [_state(row, items) for row in document.rows(Criterion) if row.gate == gate.id]
    return tuple(sorted(states, key=lambda each: (not each.is_late, not each.is_red)))


def _state(criterion: Criterion, items: Mapping[TaskId, Item]) -> CriterionState:
    found = [items[task] for task in criterion.proven_by]
    proofs = tuple(Proof(item.task, item.is_proven, standing_text(item)) for item in found)
    late = any(not item.is_proven and (item.is_late or item.task.status is TaskStatus.BLOCKED) for item in found)
    return CriterionState(criterion, _shown(criterion, found), criterion.status, proofs, late)


def _shown(criterion: Criterion, items: list[Item]) -> CriterionStatus:
    """What the proof says; what people said stands where there is no proof, and where they let it go."""
    if not items or criterion.status in (CriterionStatus.WAIVED, CriterionStatus.NOT_APPLICABLE):
        return criterion.status
    counted = [item for item in items if item.task.status is not TaskStatus.NOT_APPLICABLE]
    if not counted:
        return CriterionStatus.NOT_APPLICABLE
    if all(item.is_proven or item.task.status is TaskStatus.WAIVED for item in counted):
        waived = any(item.task.status is TaskStatus.WAIVED for item in counted)
        return CriterionStatus.WAIVED if waived else CriterionStatus.MET
    return CriterionStatus.NOT_MET if criterion.status is CriterionStatus.NOT_MET else CriterionStatus.OPEN


def standing_text(item: Item) -> str:
    """How a task stands, in a few words: ``In progress · 60 % · was due 11 Feb``."""
    task = item.task
    if task.is_passed_over:
        return task.status.label
    if task.status is TaskStatus.DONE:
        return "Done and proven" if item.is_proven else "Done, not proven"
    due = f"{'was due' if item.credit.days_over else 'due'} {short_day(item.due)}"
    progress = f" · {task.progress} %" if task.progress is not None else ""
    return f"{task.status.label} · {due}{progress}"
