"""Stops that are tasks: musts of a gate, or of an earlier one, that are not done and proven."""

from collections.abc import Iterable
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.people import Person
from launchpad.domain.register import Asset
from launchpad.domain.task import Task
from launchpad.domain.wording import counted, short_day
from launchpad.engines.readiness.board import Board, Item
from launchpad.engines.readiness.credit import Proof, has_expired, lacking_proof
from launchpad.engines.readiness.reasons import Reason, StopKind

_BLOCKED, _DONE = TaskStatus.BLOCKED, TaskStatus.DONE
_LATE, _OPEN = StopKind.MUST_LATE, StopKind.MUST_OPEN
_ORDER = {kind: place for place, kind in enumerate(StopKind)}


MustStop = tuple[StopKind, Item]
"""A stop before it is put in words."""


def must_stops(board: Board, shelves: range) -> list[MustStop]:
    """One stop for each open must on these shelves: blocked ones first, then late, unproven, still open."""
    found = [(kind_of(item), item) for item in board.open_musts if item.shelf in shelves]
    found.sort(key=lambda each: (_ORDER[each[0]], each[1].due, each[1].task.key))
    return found


def kind_of(item: Item) -> StopKind:
    """What kind of stop an open must is."""
    status = item.task.status
    if status is _BLOCKED:
        return StopKind.MUST_BLOCKED
    if status is _DONE:
        return StopKind.MUST_UNPROVEN
    return _LATE if item.credit.days_over > 0 else _OPEN


def in_words(board: Board, stop: MustStop) -> Reason:
    """A stop with what is the matter, and what would settle it."""
    kind, item = stop
    task, document = item.task, board.document
    if kind is StopKind.MUST_BLOCKED:
        said, step = _blocked_words(document, task)
    elif kind is StopKind.MUST_UNPROVEN:
        said, step = _unproven_words(document, task, board.today)
    elif kind is StopKind.MUST_LATE:
        late = counted(item.credit.days_over, "working day")
        said, step = f"is {late} late", f"Finish it; it was due on {short_day(item.due)}."
    else:
        said, step = f"is not done; it is due on {short_day(item.due)}", "Finish and prove it."
    text = f"“{task.title}” ({task.key}) {said}."
    return Reason(kind=kind, text=text, next_step=step, rows=(task.id,), owner=task.owner)


def _blocked_words(document: Document, task: Task) -> tuple[str, str]:
    until = f" until {short_day(task.unblock_by)}" if task.unblock_by else ""
    why = f": {task.blocked_reason.strip().rstrip('.')}" if task.blocked_reason.strip() else ""
    helper = document.find(Person, task.unblocked_by)
    step = f"{helper.name} is to unblock it." if helper else "Say who unblocks it."
    return f"is blocked{until}{why}", step if until else f"{step} Agree a date."


def _unproven_words(document: Document, task: Task, today: date) -> tuple[str, str]:
    expired = [asset for asset in _assets(document, task) if has_expired(asset, today)]
    lacking = lacking_proof(task, {task.id} if expired else ())
    if lacking is Proof.APPROVAL:
        approver = document.find(Person, task.approver)
        name = approver.name if approver else "the approver"
        return f"is done but not approved by {name}", f"Ask {name} to approve it."
    if lacking is Proof.CURRENT_ASSET:
        return f"is done but “{expired[0].name}” has expired", "Renew it, or move its expiry date."
    return "is done but has no evidence", "Attach the evidence."


def _assets(document: Document, task: Task) -> Iterable[Asset]:
    return (asset for asset in document.rows(Asset) if asset.task == task.id)
