"""What proves a task: adding and removing evidence and approval."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from launchpad.app.commands.task_fields import set_fields, tasks_of
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Evidence

LONGEST_REF = 2000


def evidence_of(ref: str, today: date, label: str = "") -> Evidence:
    """Evidence for a file or link, called by its last part unless it has a label; raise PlanError for none at all."""
    trimmed = ref.strip()
    if not trimmed:
        raise PlanError("Name a file or a link.")
    if len(trimmed) > LONGEST_REF or any(ord(sign) < 32 for sign in trimmed):
        raise PlanError("This is neither a file nor a link.")
    last = trimmed.rstrip("/").replace("\\", "/").rpartition("/")[2]
    return Evidence(label.strip() or last or trimmed, trimmed, today)


def add_evidence(document: Document, task_id: str, refs: Iterable[str], today: date) -> Edit:
    """Add files or links to what proves a task; those it has already are left as they are."""
    (task,) = tasks_of(document, (task_id,))
    known = {proof.ref for proof in task.evidence}
    fresh = tuple(evidence_of(ref, today) for ref in dict.fromkeys(refs) if ref.strip() not in known)
    return set_fields(document, (task_id,), {"evidence": (*task.evidence, *fresh)}, today)


def remove_evidence(document: Document, task_id: str, proof: Evidence, today: date) -> Edit:
    """Take one piece of evidence away."""
    (task,) = tasks_of(document, (task_id,))
    left = tuple(each for each in task.evidence if each != proof)
    return set_fields(document, (task_id,), {"evidence": left}, today)


def rename_evidence(document: Document, task_id: str, proof: Evidence, label: str, today: date) -> Edit:
    """Call a piece of evidence something else; an empty name gives it its file's again."""
    (task,) = tasks_of(document, (task_id,))
    renamed = replace(proof, label=evidence_of(proof.ref, today, label).label)
    kept = tuple(renamed if each == proof else each for each in task.evidence)
    return set_fields(document, (task_id,), {"evidence": kept}, today)


def approve(document: Document, task_id: str, given: bool, today: date) -> Edit:
    """Record that a task's approver has approved it, or take that back."""
    (task,) = tasks_of(document, (task_id,))
    fields = {"approved_by": task.approver if given else None, "approved_on": today if given else None}
    return set_fields(document, (task_id,), fields, today)
