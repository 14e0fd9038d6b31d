"""The plan's graph, compiled once per change of links: nodes in an order in which every link points forward."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
    """Tasks and gates numbered so that links lead from lower to higher numbers, and the links at each, in order."""

    numbers: Mapping[NodeId, int]
    order: Sequence[int]
    """By number the place of each among `nodes_of` the plan."""
    incoming: Sequence[tuple[Link, ...]]
    outgoing: Sequence[tuple[Link, ...]]


def nodes_of(document: Document) -> list[Task | Gate]:
    """All that links can tie together, in the order of the plan."""
    tasks = document.table(Task)
    return [*document.tasks, *[gate for gate in document.gates if gate.id not in tasks]]


def graph_of(document: Document) -> Graph:
    """Number a plan's tasks and gates; raise PlanError naming the path if links form a circle."""
    nodes = [node.id for node in nodes_of(document)]
    places = dict(zip(nodes, range(len(nodes)), strict=True))
    rows = document.table(Dependency).values()
    sources, targets = [places[row.predecessor] for row in rows], [places[row.successor] for row in rows]
    order = _in_order(len(nodes), sources, targets)
    if len(order) < len(nodes):
        left = {nodes[place] for place in set(range(len(nodes))).difference(order)}
        raise PlanError(cycle_sentence(document, _circle(left, rows)))
    numbers = [0] * len(nodes)
    for number, place in enumerate(order):
        numbers[place] = number
    links = _links(document, map(numbers.__getitem__, sources), map(numbers.__getitem__, targets))
    incoming, outgoing = _by_end(links, 2, len(nodes)), _by_end(links, 0, len(nodes))
    return Graph(dict(zip(nodes, numbers, strict=True)), order, incoming, outgoing)


def _links(document: Document, sources: Iterable[int], targets: Iterable[int]) -> list[Link]:
    """The dependencies between numbered nodes, in their order; made in it too, so that neighbors lie side by side."""
    rows, gates = document.table(Dependency).values(), document.table(Gate)
    fields = [
        (source, source_end, target, target_end, row.lag, row.elapsed)
        for row, source, target, (source_end, target_end) in zip(
            rows, sources, targets, [_ends_of(row, gates) for row in rows], strict=True
        )
    ]
    fields.sort()
    return [*map(_LINK, fields)]


_LINK: Callable[[tuple[int, ...]], Link] = partial(tuple.__new__, Link)


def _ends_of(row: Dependency, gates: Container[str]) -> tuple[int, int]:
    """Which ends a link ties together; a gate covers no day, so calendar days count from its own."""
    if row.elapsed and row.predecessor in gates:
        return START, _ENDS[row.type][1]
    return _ENDS[row.type]


def _by_end(links: Iterable[Link], end: int, count: int) -> tuple[tuple[Link, ...], ...]:
    """The links of each node, in order; `end` is the field of a link that holds the node."""
    found: list[list[Link]] = [[] for _ in range(count)]
    for link in links:
        found[link[end]].append(link)
    return tuple(map(tuple, found))


def _in_order(count: int, sources: Iterable[int], targets: Iterable[int]) -> list[int]:
    """The places of nodes by the length of the longest chain that leads to them; those in a circle are left out."""
    waiting = [0] * count
    followers: list[list[int]] = [[] for _ in waiting]
    for source, target in zip(sources, targets, strict=True):
        followers[source].append(target)
        waiting[target] += 1
    level = [place for place, number in enumerate(waiting) if not number]
    order: list[int] = []
    while level:
        order += level
        reached: list[int] = []
        for place in level:
            for follower in followers[place]:
                waiting[follower] -= 1
                if not waiting[follower]:
                    reached.append(follower)
        reached.sort()
        level = reached
    return order


def _circle(left: Iterable[NodeId], dependencies: Iterable[Dependency]) -> tuple[NodeId, ...]:
    waiting = dict.fromkeys(left)
    predecessors: dict[NodeId, list[NodeId]] = {}
    for row in dependencies:
        predecessors.setdefault(row.successor, []).append(row.predecessor)
    return cycle_among(waiting, predecessors)
