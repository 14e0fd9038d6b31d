"""Where a gate is heading, so that work not yet due is not punished."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import DECIDED_GATES, ConditionStatus, TaskStatus, Word
from launchpad.domain.gate import Condition, Gate
from launchpad.domain.ids import ConditionId, GateId, RiskId, TaskId
from launchpad.domain.task import Task
from launchpad.engines.readiness.board import Board, Item, board_of
from launchpad.engines.readiness.deductions import severe_risks
from launchpad.engines.readiness.gap import GapClass, gap_class
from launchpad.engines.readiness.moment import Moment
from launchpad.engines.readiness.scope import launch_scope
from launchpad.engines.readiness.scores import scores_of
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.forecast import remaining_days

_DONE, _BLOCKED = TaskStatus.DONE, TaskStatus.BLOCKED


class Outlook(Word):
    """The forecast of a gate, and the color of everything drawn from it."""

    ON_COURSE = "on_course"
    AT_RISK = "at_risk"
    OFF_COURSE = "off_course"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateForecast:
    """A gate's outlook and what it rests on: the musts of this and earlier gates, and the state of the launch."""

    gate: Gate
    gap: float | None  # of the whole launch, in points
    cannot_finish: tuple[TaskId, ...]  # musts that will not be finished before the gate's day
    undated: tuple[TaskId, ...]  # blocked musts without a date that lies ahead
    blocked: tuple[TaskId, ...]  # all blocked musts
    late: tuple[TaskId, ...]  # musts past due and not blocked
    unproven: tuple[TaskId, ...]  # musts done without their proof
    overdue_conditions: tuple[ConditionId, ...]
    severe: tuple[RiskId, ...]  # severe risks with a plan
    unplanned: tuple[RiskId, ...]  # severe risks without one

    @property
    def outlook(self) -> Outlook:
        """The worst that any of it means."""
        gap = gap_class(self.gap)
        if self.cannot_finish or self.undated or self.unplanned or gap is GapClass.FAR_BEHIND:
            return Outlook.OFF_COURSE
        troubles = self.late or self.blocked or self.unproven or self.overdue_conditions or self.severe
        return Outlook.AT_RISK if troubles or gap is GapClass.BEHIND else Outlook.ON_COURSE


def forecasts(document: Document, today: date) -> Mapping[GateId, GateForecast]:
    """The forecast of every gate that is still to be passed, kept while the document lives."""
    return document.once(("gate forecasts", today), lambda: _forecasts(document, today))


def _forecasts(document: Document, today: date) -> Mapping[GateId, GateForecast]:
    board = board_of(document, today)
    musts = _musts_by_shelf(board)
    gap = scores_of(board, launch_scope(document, today)).gap
    conditions = tuple(row.id for row in document.rows(Condition) if is_overdue(row, today))
    severe = severe_risks(document)
    return {
        gate.id: GateForecast(
            gate=gate,
            gap=gap,
            cannot_finish=_cannot_finish(musts[: board.places.shelves[gate.id] + 1], board.places.positions[gate.id]),
            undated=_joined(musts, board, gate, lambda shelf: shelf.undated),
            blocked=_joined(musts, board, gate, lambda shelf: shelf.blocked),
            late=_joined(musts, board, gate, lambda shelf: shelf.late),
            unproven=_joined(musts, board, gate, lambda shelf: shelf.unproven),
            overdue_conditions=conditions,
            severe=tuple(risk.id for risk in severe if risk.plan.strip()),
            unplanned=tuple(risk.id for risk in severe if not risk.plan.strip()),
        )
        for gate in board.places.gates
        if gate.status not in DECIDED_GATES
    }


@dataclass(slots=True)
class _Musts:
    """The open musts of one shelf, sorted by their trouble. `finishes` are half-open working-day offsets."""

    finishes: list[tuple[int, TaskId]] = field(default_factory=list)
    blocked: list[TaskId] = field(default_factory=list)
    undated: list[TaskId] = field(default_factory=list)
    late: list[TaskId] = field(default_factory=list)
    unproven: list[TaskId] = field(default_factory=list)


def _musts_by_shelf(board: Board) -> list[_Musts]:
    shelves = [_Musts() for _ in range(board.places.last + 1)]
    finish_of = _finishes(board)
    for item in board.open_musts:
        _sort(item, shelves[item.shelf], finish_of, board.today)
    return shelves


def _sort(item: Item, musts: _Musts, finish_of: Callable[[Task], int], today: date) -> None:
    task = item.task
    if task.status is _DONE:
        musts.unproven.append(task.id)
        return
    musts.finishes.append((finish_of(task), task.id))
    if task.status is _BLOCKED:
        musts.blocked.append(task.id)
        if not is_dated(task, today):
            musts.undated.append(task.id)
    elif item.is_late:
        musts.late.append(task.id)


def is_dated(task: Task, today: date) -> bool:
    """Whether a blocked task has a day that still lies ahead: when it is unblocked or finished."""
    return any(day is not None and day >= today for day in (task.expected_finish, task.unblock_by))


def _finishes(board: Board) -> Callable[[Task], int]:
    """When an open task will be finished: as its owner says, else after what remains, else after its block is gone."""
    span_of = schedule(board.document, board.today).forecast_spans()
    calendar = Moment(board.document, board.today).calendar

    def finish_of(task: Task) -> int:
        finish = span_of(task.id)[1]
        said = task.expected_finish is not None and task.expected_finish >= board.today
        if task.status is _BLOCKED and task.unblock_by is not None and not said:
            finish = max(finish, calendar.offset_at_or_after(task.unblock_by) + remaining_days(task))
        return finish

    return finish_of


def _cannot_finish(shelves: list[_Musts], position: int) -> tuple[TaskId, ...]:
    return tuple(task for shelf in shelves for finish, task in shelf.finishes if finish > position)


def _joined(
    shelves: list[_Musts], board: Board, gate: Gate, pick: Callable[[_Musts], list[TaskId]]
) -> tuple[TaskId, ...]:
    return tuple(task for shelf in shelves[: board.places.shelves[gate.id] + 1] for task in pick(shelf))


def is_overdue(condition: Condition, today: date) -> bool:
    """Whether a condition of an earlier go should have been met by now."""
    if condition.status is ConditionStatus.OVERDUE:
        return True
    waiting = condition.status in (ConditionStatus.OPEN, ConditionStatus.EXTENDED)
    return waiting and condition.due is not None and condition.due < today
