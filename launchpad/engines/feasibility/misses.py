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
    late, forecast = solution.late, solution.forecast
    for number, node in enumerate(solution.network.nodes):
        at = 2 * number
        is_pinned = solution.network.terms[number].standing is Standing.PINNED  # its late dates are its pin
        if not is_pinned and forecast[at] <= late[at] and forecast[at + 1] <= late[at + 1]:
            continue  # its late dates keep all that caps it
        if isinstance(node, Task) and node.is_open:
            for cap, passed in _passed_by(document, solution, number, node).items():
                tasks[cap] += 1
                if cap not in worst or passed.days > worst[cap].days:
                    worst[cap] = passed
    calendar = solution.network.frame.calendar
    found = [Miss(cap, each.task, each.days, calendar.date_at(each.offset), tasks[cap]) for cap, each in worst.items()]
    return tuple(sorted(found, key=lambda miss: -miss.days))


class _Passed(NamedTuple):
    """A cap that a task goes past: by how many working days, and the offset of the cap's day."""

    task: TaskId
    days: int
    offset: int


def _passed_by(document: Document, solution: Solution, number: int, task: Task) -> dict[Cap, _Passed]:
    start, finish = solution.forecast[2 * number : 2 * number + 2]
    found: dict[Cap, _Passed] = {}
    for cap, late, offset in (
        *_own_caps(document, solution, number, task, start, finish),
        *_held_by_others(solution, number),
    ):
        if late > 0 and (cap not in found or late > found[cap].days):
            found[cap] = _Passed(task.id, late, offset)
    return found


def _own_caps(
    document: Document, solution: Solution, number: int, task: Task, start: int, finish: int
) -> Iterator[tuple[Cap, int, int]]:
    """Each cap, the working days past it, and the offset of its day."""
    network = solution.network
    frame, terms = network.frame, network.terms[number]
    gate = None if task.gate is None else document.table(Gate)[task.gate]
    if gate is not None and gate.status not in DECIDED_GATES:
        yield Cap(CapKind.GATE, gate.id), finish - frame.gates[gate.id], frame.gates[gate.id]
    elif not network.after_launch[number]:
        yield Cap(CapKind.LAUNCH, None), finish, 0
    if task.deadline is not None:
        last = no_later(task.deadline, frame.calendar)
        yield Cap(CapKind.DEADLINE, task.id), finish - (last + 1), last
    if terms.standing is Standing.PINNED and terms.span is not None:
        yield Cap(CapKind.PIN, task.id), start - terms.span[0], terms.span[0]
    elif task.anchor is not None and task.anchor.at is not None:
        last = no_later(task.anchor.at, frame.calendar)
        if task.anchor.kind is AnchorKind.FNLT:
            yield Cap(CapKind.ANCHOR, task.id), finish - (last + 1), last
        elif task.anchor.kind is AnchorKind.SNLT and terms.standing is Standing.FREE:
            yield Cap(CapKind.ANCHOR, task.id), start - last, last


def _held_by_others(solution: Solution, number: int) -> Iterator[tuple[Cap, int, int]]:
    """The gates and pinned tasks that wait for a task and will not wait so long."""
    network = solution.network
    for link in network.graph.outgoing[number]:
        terms, node = network.terms[link.target], network.nodes[link.target]
        if terms.span is None or not _stands_firm(node, terms.standing):
            continue
        stands = terms.span[1 if link.target_end == FINISH else 0]
        kind = CapKind.GATE if isinstance(node, Gate) else CapKind.PIN
        yield Cap(kind, node.id), reached_by(link, network, solution.forecast) - stands, terms.span[0]


def _stands_firm(node: Task | Gate, standing: Standing) -> bool:
    if isinstance(node, Gate):
        return node.status not in DECIDED_GATES
    return standing is Standing.PINNED
