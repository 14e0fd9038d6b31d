"""What a review needs before it begins: state of the criteria, who votes, what is missing, whom to ask for what."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.gate import Gate, Review
from launchpad.domain.ids import TaskId
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.credit import expired_tasks, lacking_proof
from launchpad.engines.review.chases import Chase, Missing, chases_of
from launchpad.engines.review.criteria import CriterionState, criteria_of
from launchpad.engines.review.promises import OpenPromise, open_actions, open_conditions
from launchpad.engines.review.voters import Quorum, Voter, quorum_of, voters_of
from launchpad.engines.review.which import gate_of, review_readiness, titled


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything to look at before a review."""

    review: Review
    gate: Gate | None
    readiness: Readiness
    criteria: tuple[CriterionState, ...]
    voters: tuple[Voter, ...]
    missing_evidence: tuple[Task, ...]
    ownerless_musts: tuple[Task, ...]
    conditions: tuple[OpenPromise, ...]
    actions: tuple[OpenPromise, ...]
    chases: tuple[Chase, ...]
    quorum: Quorum


def preparation(document: Document, today: date, review: Review) -> Preparation:
    """What a planned review, or one in session, has before it; kept while the document lives."""
    return document.once(("review preparation", today, review), lambda: _prepare(document, today, review))


def _prepare(document: Document, today: date, review: Review) -> Preparation:
    gate, answer = gate_of(document, review), review_readiness(document, today, review)
    voters = voters_of(document, today, gate)
    ownerless = ownerless_musts(document, answer)
    unproven = missing_evidence(document, answer)
    conditions = open_conditions(document, today, review)
    actions = open_actions(document, today, review)
    missing = Missing(ownerless, unproven, voters, (*conditions, *actions))
    return Preparation(
        review=review,
        gate=gate,
        readiness=answer,
        criteria=criteria_of(document, today, gate),
        voters=voters,
        missing_evidence=unproven,
        ownerless_musts=ownerless,
        conditions=conditions,
        actions=actions,
        chases=chases_of(document, answer, titled(review), missing),
        quorum=quorum_of(document, review),
    )


def missing_evidence(document: Document, answer: Readiness) -> tuple[Task, ...]:
    """Tasks in scope that are done and not proven, and musts in review that have nothing to show."""
    expired = expired_tasks(document, answer.today)
    return tuple(task for task in _in_scope(document, answer) if _lacks_evidence(task, expired))


def _lacks_evidence(task: Task, expired: frozenset[TaskId]) -> bool:
    if task.status is TaskStatus.DONE:
        return lacking_proof(task, expired) is not None
    return task.status is TaskStatus.IN_REVIEW and task.criticality is Criticality.MUST and not task.evidence


def ownerless_musts(document: Document, answer: Readiness) -> tuple[Task, ...]:
    """Open must-haves in scope that nobody owns."""
    return tuple(
        task
        for task in _in_scope(document, answer)
        if task.is_open and task.criticality is Criticality.MUST and document.find(Person, task.owner) is None
    )


def _in_scope(document: Document, answer: Readiness) -> tuple[Task, ...]:
    return tuple(task for task in document.tasks if answer.items[task.id].shelf in answer.scope.items)
