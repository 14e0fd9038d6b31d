"""Circles of links: what no schedule can satisfy."""

from collections.abc import Mapping, Sequence

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId
from launchpad.domain.task import Dependency, Task

_LONGEST_SHOWN = 12
"""Keys of a circle written out in an error."""


def find_cycle(document: Document) -> tuple[NodeId, ...]:
    """Tasks and gates that wait for each other, each linked to the next and the last to the first; empty if none do."""
    return document.once("cycle", lambda: _find_cycle(document))


def _find_cycle(document: Document) -> tuple[NodeId, ...]:
    predecessors: dict[NodeId, list[NodeId]] = {}
    waiting: dict[NodeId, int] = {}
    followers: dict[NodeId, list[NodeId]] = {}
    for link in sorted(document.table(Dependency).values(), key=lambda link: (link.predecessor, link.successor)):
        predecessors.setdefault(link.successor, []).append(link.predecessor)
        followers.setdefault(link.predecessor, []).append(link.successor)
        waiting[link.successor] = waiting.get(link.successor, 0) + 1
    ready = [node for node in followers if node not in waiting]
    while ready:
        for follower in followers.get(ready.pop(), ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                del waiting[follower]
                ready.append(follower)
    return cycle_among(waiting, predecessors) if waiting else ()


def cycle_among(
    waiting: Mapping[NodeId, object], predecessors: Mapping[NodeId, Sequence[NodeId]]
) -> tuple[NodeId, ...]:
    """One circle among nodes of which each waits for another of them, in the direction of the links."""
    node = min(waiting)
    seen: dict[NodeId, int] = {}
    path: list[NodeId] = []
    while node not in seen:
        seen[node] = len(path)
        path.append(node)
        node = next(before for before in predecessors[node] if before in waiting)
    circle = path[seen[node] :]
    circle.reverse()
    first = circle.index(min(circle))
    return tuple(circle[first:] + circle[:first])


def path_between(document: Document, first: NodeId, last: NodeId) -> tuple[NodeId, ...]:
    """The shortest chain of links from one task or gate to another, both included; empty if there is none."""
    followers: dict[NodeId, list[NodeId]] = {}
    for link in document.table(Dependency).values():
        followers.setdefault(link.predecessor, []).append(link.successor)
    came_from: dict[NodeId, NodeId] = {first: first}
    front = [first]
    while front and last not in came_from:
        reached: list[NodeId] = []
        for node in front:
            for follower in followers.get(node, ()):
                if follower not in came_from:
                    came_from[follower] = node
                    reached.append(follower)
        front = reached
    if last not in came_from:
        return ()
    path = [last]
    while path[-1] != first:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def refuse_cycle(document: Document, predecessor: NodeId, successor: NodeId) -> None:
    """Raise PlanError naming the path if a link from `predecessor` to `successor` would close a circle."""
    path = path_between(document, successor, predecessor)
    if path:
        raise PlanError(cycle_sentence(document, path))


def cycle_sentence(document: Document, circle: Sequence[NodeId]) -> str:
    """What is wrong with a circle, naming its path by keys."""
    keys = [key_of(document, node) for node in circle]
    if len(keys) > _LONGEST_SHOWN:
        keys = [*keys[: _LONGEST_SHOWN - 1], f"{len(keys) - _LONGEST_SHOWN + 1} more"]
    return f"These wait for each other in a circle: {' → '.join([*keys, key_of(document, circle[0])])}."


def key_of(document: Document, node: NodeId) -> str:
    """The key of a task or gate."""
    found = document.table(Task).get(node) or document.table(Gate)[node]
    return found.key
