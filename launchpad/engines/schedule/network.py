"""The plan's graph, compiled once per change of links: nodes in an order in which every link points forward."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule.cycle import cycle_among, cycle_sentence

START, FINISH = 0, 1
"""The ends of a node. End `e` of node `n` has number 2n + e in every list of ends."""

_ENDS = {
    LinkType.FS: (FINISH, START),
    LinkType.SS: (START, START),
    LinkType.FF: (FINISH, FINISH),
    LinkType.SF: (START, FINISH),
}


class Link(NamedTuple):
    """A dependency between numbered nodes. `lag` is in working days, or calendar days when `elapsed`."""

    source: int
    source_end: int
    target: int
    target_end: int
    lag: int
    elapsed: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Tasks and gates numbered so that links lead from lower to higher numbers, and the links at each."""

    nodes: tuple[NodeId, ...]
    numbers: Mapping[NodeId, int]
    incoming: tuple[tuple[Link, ...], ...]
    outgoing: tuple[tuple[Link, ...], ...]


def graph_of(document: Document) -> Graph:
    """Number a plan's tasks and gates; raise PlanError naming the path if links form a circle."""
    rows: dict[NodeId, Task | Gate] = {}
    for task in document.tasks:
        rows[task.id] = task
    for gate in document.gates:
        rows[gate.id] = gate
    dependencies = document.table(Dependency).values()
    order = _in_order(document, rows, dependencies)
    numbers = {node: number for number, node in enumerate(order)}
    incoming: list[list[Link]] = [[] for _ in order]
    outgoing: list[list[Link]] = [[] for _ in order]
    for link in sorted(_link(row, numbers, rows) for row in dependencies):
        incoming[link.target].append(link)
        outgoing[link.source].append(link)
    return Graph(tuple(order), numbers, tuple(map(tuple, incoming)), tuple(map(tuple, outgoing)))


def _link(row: Dependency, numbers: Mapping[NodeId, int], rows: Mapping[NodeId, Task | Gate]) -> Link:
    source_end, target_end = _ENDS[row.type]
    if row.elapsed and isinstance(rows[row.predecessor], Gate):
        source_end = START  # a gate covers no day: calendar days count from its own
    return Link(numbers[row.predecessor], source_end, numbers[row.successor], target_end, row.lag, row.elapsed)


def _in_order(
    document: Document, rows: Mapping[NodeId, Task | Gate], dependencies: Iterable[Dependency]
) -> list[NodeId]:
    """Nodes by the length of the longest chain that leads to them, then by their place in the plan."""
    place = {node: number for number, node in enumerate(rows)}
    waiting: dict[NodeId, int] = {}
    followers: dict[NodeId, list[NodeId]] = {}
    for row in dependencies:
        followers.setdefault(row.predecessor, []).append(row.successor)
        waiting[row.successor] = waiting.get(row.successor, 0) + 1
    level = [node for node in rows if node not in waiting]
    order: list[NodeId] = []
    while level:
        order += level
        reached: list[NodeId] = []
        for node in level:
            for follower in followers.get(node, ()):
                waiting[follower] -= 1
                if not waiting[follower]:
                    reached.append(follower)
        reached.sort(key=place.__getitem__)
        level = reached
    if len(order) < len(rows):
        raise PlanError(cycle_sentence(document, _circle(rows.keys() - set(order), dependencies)))
    return order


def _circle(left: Iterable[NodeId], dependencies: Iterable[Dependency]) -> tuple[NodeId, ...]:
    waiting = dict.fromkeys(left)
    predecessors: dict[NodeId, list[NodeId]] = {}
    for row in dependencies:
        predecessors.setdefault(row.successor, []).append(row.predecessor)
    return cycle_among(waiting, predecessors)
