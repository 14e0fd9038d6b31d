"""What rows of a plan lack, whatever the dates: owners, proofs, reasons."""

from collections.abc import Iterator
from dataclasses import replace

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import CriterionStatus, Criticality, PersonStatus, TaskStatus
from launchpad.domain.gate import Criterion, Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.engines.findings.finding import Finding, FindingKind
from launchpad.engines.readiness.credit import Proof, lacking_proof


def gaps(document: Document) -> Iterator[Finding]:
    """Every gap, task by task, then gate by gate."""
    for task in document.tasks:
        yield from _of_owner(document, task)
        yield from _of_proof(task)
        yield from _of_reason(task)
    yield from _of_gates(document)
    for criterion in document.rows(Criterion):
        yield from _of_criterion(document, criterion)


def _of_owner(document: Document, task: Task) -> Iterator[Finding]:
    owner = document.find(Person, task.owner)
    if owner is not None and owner.status is PersonStatus.LEFT and task.is_open:
        text = f"“{task.title}” is owned by {owner.name}, who has left."
        yield Finding(FindingKind.OWNER_LEFT, text, (task.id, owner.id), _give_to_lead(document, task))
    if owner is None and task.criticality is Criticality.MUST and task.is_open:
        text = f"“{task.title}” is a must and nobody owns it."
        yield Finding(FindingKind.NO_OWNER, text, (task.id,), _give_to_lead(document, task))


def _give_to_lead(document: Document, task: Task) -> Edit | None:
    lead = document.find(Person, document.table(Track)[task.track].lead)
    if lead is None or lead.id == task.owner or lead.status is PersonStatus.LEFT:
        return None
    return Edit(f"Give “{task.title}” to {lead.name}", (Change(task, replace(task, owner=lead.id)),))


def _of_proof(task: Task) -> Iterator[Finding]:
    if task.status is not TaskStatus.DONE:
        return
    lacking = lacking_proof(task, ())
    if lacking is Proof.EVIDENCE:
        yield Finding(FindingKind.NOT_PROVEN, f"“{task.title}” is done, but has no evidence.", (task.id,))
    elif lacking is Proof.APPROVAL:
        yield Finding(FindingKind.NOT_PROVEN, f"“{task.title}” is done, but not approved.", (task.id,))


def _of_reason(task: Task) -> Iterator[Finding]:
    lacks: list[str] = []
    if task.status is TaskStatus.BLOCKED:
        lacks += [] if task.blocked_reason else ["a reason"]
        lacks += [] if task.unblock_by else ["a date by which it is unblocked"]
        text = f"“{task.title}” is blocked without {' and '.join(lacks)}."
    elif task.status is TaskStatus.NOT_APPLICABLE:
        lacks += [] if task.na_reason else ["a reason"]
        text = f"“{task.title}” is not applicable without a reason."
    elif task.status is TaskStatus.WAIVED:
        lacks += [] if task.waived_by else ["a decision"]
        text = f"“{task.title}” is waived without a decision."
    if lacks:
        yield Finding(FindingKind.NO_REASON, text, (task.id,))


def _of_gates(document: Document) -> Iterator[Finding]:
    with_must = {task.gate for task in document.tasks if task.criticality is Criticality.MUST}
    for gate in document.gates:
        if gate.id not in with_must:
            yield Finding(FindingKind.GATE_UNPROVEN, f"No must is due at {gate.key}, so nothing proves it.", (gate.id,))


def _of_criterion(document: Document, criterion: Criterion) -> Iterator[Finding]:
    if criterion.status is not CriterionStatus.OPEN:
        return
    if not criterion.proven_by:
        text = f"No task proves “{criterion.text}”."
        yield Finding(FindingKind.CRITERION_UNPROVEN, text, (criterion.id, criterion.gate))
    places = {gate.id: place for place, gate in enumerate(document.gates)}
    for proof in criterion.proven_by:
        task, gate = document.table(Task)[proof], document.table(Gate)[criterion.gate]
        if task.gate is not None and places[task.gate] > places[gate.id]:
            later = document.table(Gate)[task.gate]
            text = f"“{task.title}” is to prove “{criterion.text}” at {gate.key}, but is due at {later.key}."
            repair = Edit(f"Make “{task.title}” due at {gate.key}", (Change(task, replace(task, gate=gate.id)),))
            yield Finding(FindingKind.PROOF_TOO_LATE, text, (task.id, criterion.id), repair)
