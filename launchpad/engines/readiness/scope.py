"""Which items a question about readiness counts: everything up to launch day, up to a gate, or of the open gate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import DECIDED_GATES
from launchpad.domain.gate import Gate
from launchpad.domain.ids import GateId, NodeId, TaskId
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule.terms import anchor_day


@dataclass(frozen=True, slots=True)
class Places:
    """The shelves items stand on, in the order of time: one for each gate, one for the launch, one for the rest.

    Pre-launch tasks without a gate stand on the launch's shelf, between the last gate at or before launch day and the
    first one after it; other tasks without a gate stand on the last shelf, which no gate reaches.
    """

    gates: tuple[Gate, ...]  # in the order of time
    positions: Mapping[GateId, int]  # working-day offsets from launch day
    shelves: Mapping[GateId, int]
    launch: int
    loose: Mapping[TaskId, int]  # tasks without a gate

    @property
    def last(self) -> int:
        """The shelf of post-launch tasks without a gate."""
        return len(self.gates) + 1


@dataclass(frozen=True, slots=True)
class Scope:
    """The shelves whose items are scored, those whose musts must be done, and the gate whose sign-offs are asked."""

    items: range
    musts: range
    gate: Gate | None


def places_of(document: Document) -> Places:
    """Where the items of a plan stand, kept while the document lives."""
    return document.once("places", lambda: _places(document))


def _places(document: Document) -> Places:
    calendar = calendar_of(document)
    positions = {gate.id: calendar.offset_of(gate.when) for gate in document.gates}
    gates = tuple(sorted(document.gates, key=lambda gate: positions[gate.id]))
    launch = sum(position <= 0 for position in positions.values())
    shelves = {gate.id: number + (number >= launch) for number, gate in enumerate(gates)}
    later = {gate.id for gate in gates if positions[gate.id] > 0}
    return Places(gates, positions, shelves, launch, _loose(document, later, launch, len(gates) + 1))


def _loose(document: Document, later_gates: set[GateId], launch: int, last: int) -> Mapping[TaskId, int]:
    """The shelves of tasks without a gate: post-launch if anchored there or if they follow what is."""
    tasks = document.table(Task).values()
    loose = [task.id for task in tasks if task.gate is None]
    if not loose:
        return {}
    after = {task.id for task in tasks if task.gate in later_gates or _is_anchored_after(task, calendar_of(document))}
    followers = _followers(document, [*later_gates, *after])
    return {task: last if task in after or task in followers else launch for task in loose}


def _is_anchored_after(task: Task, calendar: WorkingCalendar) -> bool:
    day = anchor_day(task.anchor, calendar)
    return day is not None and day >= 0


def _followers(document: Document, sources: Iterable[NodeId]) -> set[NodeId]:
    """Everything that hangs on `sources`, however far down."""
    successors: dict[NodeId, list[NodeId]] = {}
    for link in document.dependencies:
        successors.setdefault(link.predecessor, []).append(link.successor)
    found: set[NodeId] = set()
    waiting = list(sources)
    while waiting:
        for successor in successors.get(waiting.pop(), ()):
            if successor not in found:
                found.add(successor)
                waiting.append(successor)
    return found


def launch_scope(document: Document, today: date) -> Scope:
    """What launch readiness counts: all up to launch day and, once that is past, the items of the open gate."""
    places = places_of(document)
    if today > document.launch.launch_date:
        gate = _first_open(gate for gate in places.gates if places.positions[gate.id] > 0)
        if gate is not None:
            shelf = places.shelves[gate.id]
            return Scope(range(shelf, shelf + 1), range(shelf + 1), gate)
    gate = _first_open(gate for gate in places.gates if places.positions[gate.id] <= 0)
    return Scope(range(places.launch + 1), range(places.launch + 1), gate)


def gate_scope(document: Document, gate: Gate) -> Scope:
    """What the readiness for one gate counts: its own items and those of every earlier gate."""
    shelves = range(places_of(document).shelves[gate.id] + 1)
    return Scope(shelves, shelves, gate)


def _first_open(gates: Iterable[Gate]) -> Gate | None:
    return next((gate for gate in gates if gate.status not in DECIDED_GATES), None)
