"""What open work is heading past: gates, launch day, deadlines, anchors, and tasks that are pinned to a day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.enums import DECIDED_GATES, AnchorKind, Word
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId, TaskId
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from launchpad.engines.schedule.drivers import reached_by
from launchpad.engines.schedule.network import FINISH
from launchpad.engines.schedule.solver import Solution
from launchpad.engines.schedule.terms import Standing, no_later


class CapKind(Word):
    """What a task must not go past."""

    LAUNCH = "launch"
    GATE = "gate"
    DEADLINE = "deadline"
    ANCHOR = "anchor"
    PIN = "pin"


class Cap(NamedTuple):
    """One thing not to go past: the launch, the gate or pinned task `node`, or a date of the task `node` itself."""

    kind: CapKind
    node: NodeId | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A cap that open work is heading past: by so many working days at worst, which is `task`'s doing.

    `day` is the day of the gate, the launch or the pin, else the last day allowed. `tasks` counts who is late for it.
    """

    cap: Cap
    task: TaskId
    days: int
    day: date
    tasks: int = 1


def misses(document: Document, solution: Solution) -> tuple[Miss, ...]:
    """Every cap that is missed with the task that misses it most, the farthest missed first.

    Begun work is judged by what is left of it, work not begun by the days it can still have from today on; both are
    the schedule's forecast. A gate that was decided caps nothing any more; its stragglers are measured by launch day.
    """
    worst: dict[Cap, _Passed] = {}
    tasks: Counter[Cap] = Counter()
    caps, network, late, forecast = _Caps(document, solution), solution.network, solution.late, solution.forecast
    ends = zip(forecast[::2], forecast[1::2], late[::2], late[1::2], strict=False)  # `late` ends with the plan's finish
    for number, (node, terms, (start, finish, latest_start, latest_finish)) in enumerate(
        zip(network.nodes, network.terms, ends, strict=False)
    ):
        # A pinned task's late dates are its pin; those of any other keep all that caps it.
        if start <= latest_start and finish <= latest_finish and terms.standing is not _PINNED:
            continue
        if isinstance(node, Task) and node.is_open:
            for cap, passed in caps.passed_by(number, node).items():
                tasks[cap] += 1
                if cap not in worst or passed.days > worst[cap].days:
                    worst[cap] = passed
    day_at = network.frame.calendar.date_at
    found = [Miss(cap, each.task, each.days, day_at(each.offset), tasks[cap]) for cap, each in worst.items()]
    return tuple(sorted(found, key=lambda miss: -miss.days))


_PINNED = Standing.PINNED


class _Passed(NamedTuple):
    """A cap that a task goes past: by how many working days, and the offset of the cap's day."""

    task: TaskId
    days: int
    offset: int


_Held = tuple[Cap, int, int]
"""A cap, the working days past it, and the offset of its day."""


class _Caps:
    """What caps the tasks of a plan, for whoever asks it of many."""

    def __init__(self, document: Document, solution: Solution) -> None:
        self._solution = solution
        self._network = solution.network
        open_gates = [gate for gate in document.gates if gate.status not in DECIDED_GATES]
        self._gates = {
            gate.id: (Cap(CapKind.GATE, gate.id), solution.network.frame.gates[gate.id]) for gate in open_gates
        }

    def passed_by(self, number: int, task: Task) -> dict[Cap, _Passed]:
        """Each cap that a task goes past, at its worst."""
        found: dict[Cap, _Passed] = {}
        for cap, late, offset in self._own(number, task) + self._others(number):
            if late > 0 and (cap not in found or late > found[cap].days):
                found[cap] = _Passed(task.id, late, offset)
        return found

    def _own(self, number: int, task: Task) -> list[_Held]:
        """What a task itself may not go past."""
        network, finish = self._network, self._solution.forecast[2 * number + 1]
        held: list[_Held] = []
        gate = None if task.gate is None else self._gates.get(task.gate)
        if gate is not None:
            held.append((gate[0], finish - gate[1], gate[1]))
        elif not network.after_launch[number]:
            held.append((_LAUNCH, finish, 0))
        if task.deadline is not None:
            last = no_later(task.deadline, network.frame.calendar)
            held.append((Cap(CapKind.DEADLINE, task.id), finish - (last + 1), last))
        return held if task.anchor is None else [*held, *self._anchored(number, task, task.anchor)]

    def _anchored(self, number: int, task: Task, anchor: Anchor) -> Iterator[_Held]:
        """What its anchor asks of a task."""
        terms, at = self._network.terms[number], 2 * number
        start, finish = self._solution.forecast[at], self._solution.forecast[at + 1]
        if terms.standing is _PINNED and terms.span is not None:
            yield Cap(CapKind.PIN, task.id), start - terms.span[0], terms.span[0]
        elif anchor.at is not None:
            last = no_later(anchor.at, self._network.frame.calendar)
            if anchor.kind is AnchorKind.FNLT:
                yield Cap(CapKind.ANCHOR, task.id), finish - (last + 1), last
            elif anchor.kind is AnchorKind.SNLT and terms.standing is Standing.FREE:
                yield Cap(CapKind.ANCHOR, task.id), start - last, last

    def _others(self, number: int) -> list[_Held]:
        """The gates and pinned tasks that wait for a task and will not wait so long."""
        network = self._network
        held: list[_Held] = []
        for link in network.graph.outgoing[number]:
            terms, node = network.terms[link.target], network.nodes[link.target]
            if terms.span is not None and (terms.standing is _PINNED or node.id in self._gates):
                stands = terms.span[1 if link.target_end == FINISH else 0]
                kind = CapKind.GATE if isinstance(node, Gate) else CapKind.PIN
                held.append(
                    (Cap(kind, node.id), reached_by(link, network, self._solution.forecast) - stands, terms.span[0])
                )
        return held


_LAUNCH = Cap(CapKind.LAUNCH, None)
