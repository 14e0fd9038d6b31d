"""What would raise the score most, among what can be worked on now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from launchpad.domain.document import Document
from launchpad.domain.enums import DECIDED_GATES, OPEN_STATUSES, PASSED_OVER, LinkType, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId, TrackId
from launchpad.domain.register import Issue, Risk
from launchpad.domain.task import Dependency, Task
from launchpad.engines.by_need import ListByNeed
from launchpad.engines.readiness.board import Board, Item
from launchpad.engines.readiness.credit import WHOLE
from launchpad.engines.readiness.deductions import deductions, points_of
from launchpad.engines.readiness.scope import Scope
from launchpad.engines.readiness.scores import Scores, scores_of
from launchpad.engines.schedule.forecast import remaining_days

_DONE, _NOT_STARTED = TaskStatus.DONE, TaskStatus.NOT_STARTED
_WORKED_ON = OPEN_STATUSES - {TaskStatus.BLOCKED}
_FROM_START = frozenset({LinkType.SS, LinkType.SF})


@dataclass(frozen=True, slots=True)
class Gain:
    """The points that finishing and proving a task adds to the score, and the working days it still takes (0: only
    its proof is missing)."""

    task: Task
    points: float
    days: int

    @property
    def is_proof_only(self) -> bool:
        """Whether the work is done and only its proof is missing."""
        return self.task.status is TaskStatus.DONE


@dataclass(frozen=True, slots=True)
class RelievedPoints:
    """The points that closing a risk or issue gives back to the score."""

    row: Risk | Issue
    points: float


def gains_of(board: Board, scope: Scope) -> Sequence[Gain]:
    """Gains from tasks in scope that can be worked on now, best per remaining day first. Of many, few are ever read."""
    shares = _track_shares(scores_of(board, scope))
    held = waiting_nodes(board.document)
    rate = cache(_rate)  # many are alike
    found = []
    for item in board.on(scope.items):
        task = item.task
        share = shares.get(task.track)
        if share is not None and _is_workable(item, held):
            points = share * float(item.weight * (WHOLE - item.credit.earned)) / WHOLE
            days = 0 if task.status is _DONE else remaining_days(task)
            found.append((-rate(points, days), task.key, task, points, days))
    found.sort()
    return ListByNeed(found, lambda each: Gain(*each[2:]))


def _rate(points: float, days: int) -> float:
    """Points for each remaining day, as far as they can be told apart."""
    return round(points / max(1, days), 9)


def _is_workable(item: Item, held: frozenset[NodeId]) -> bool:
    """Whether somebody could raise this item today: its proof is missing, or it is open and nothing holds it up."""
    task = item.task
    if task.status is _DONE:
        return not item.is_proven
    return task.status in _WORKED_ON and task.id not in held


def _track_shares(scores: Scores) -> Mapping[TrackId, float]:
    """Points of the overall score for each whole credit of weight 1, by track."""
    total = sum(each.track.weight for each in scores.tracks if each.score is not None)
    known = (each for each in scores.tracks if each.score is not None and total)
    return {each.track.id: 100 * each.track.weight / total / each.weight for each in known}


def relief_of(board: Board, scope: Scope) -> tuple[RelievedPoints, ...]:
    """What closing each open risk or issue gives back while the caps hold the rest, most first."""
    found = deductions(board.document, board.today)
    tracks = scores_of(board, scope).tracks
    total = sum(each.track.weight for each in tracks if each.score is not None)
    shares = {each.track.id: each.track.weight / total for each in tracks if each.score is not None and total}
    relieved = []
    for one in found:
        track = one.row.track
        rest = [other for other in found if other is not one]
        points = points_of(found, track) - points_of(rest, track)
        relieved.append(RelievedPoints(one.row, points * (1.0 if track is None else shares.get(track, 0.0))))
    return tuple(sorted(relieved, key=lambda each: (-each.points, each.row.key)))


def waiting_nodes(document: Document) -> frozenset[NodeId]:
    """Tasks and gates that a predecessor still holds up; a waived or not-applicable one passes its own wait on."""
    tasks, gates = document.table(Task), document.table(Gate)
    after_passed_over: dict[NodeId, list[NodeId]] = {}
    held: set[NodeId] = set()
    for link in document.table(Dependency).values():
        task = tasks.get(link.predecessor)
        if task is None:
            if gates[link.predecessor].status not in DECIDED_GATES:
                held.add(link.successor)
        elif task.status is _NOT_STARTED:
            held.add(link.successor)
        elif task.status in PASSED_OVER:
            after_passed_over.setdefault(task.id, []).append(link.successor)
        elif task.status is not _DONE and link.type not in _FROM_START:
            held.add(link.successor)
    return _spread(held, after_passed_over)


def _spread(held: set[NodeId], after_passed_over: Mapping[NodeId, list[NodeId]]) -> frozenset[NodeId]:
    waiting = list(held)
    while waiting:
        for successor in after_passed_over.get(waiting.pop(), ()):
            if successor not in held:
                held.add(successor)
                waiting.append(successor)
    return frozenset(held)
