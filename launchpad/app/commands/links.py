"""Making, changing and removing dependencies."""

from dataclasses import replace

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import DependencyId, NodeId, new_id
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule.cycle import refuse_cycle


def set_link(
    document: Document, predecessor: Task | Gate, successor: Task | Gate, type: LinkType, lag: int, elapsed: bool
) -> Edit:
    """Make `successor` wait for `predecessor`, or change the link they have; a cycle is refused naming its path."""
    old = find_link(document, predecessor, successor)
    if old is not None:
        new = replace(old, type=type, lag=lag, elapsed=elapsed)
        return Edit(f"Change link {_ends(predecessor, successor)}", (Change(old, new),) if new != old else ())
    link = Dependency(
        id=DependencyId(new_id()),
        predecessor=predecessor.id,
        successor=successor.id,
        type=type,
        lag=lag,
        elapsed=elapsed,
    )
    refuse_cycle(document, predecessor.id, successor.id)
    return Edit(f"Link {_ends(predecessor, successor)}", (Change(None, link),))


def change_link(document: Document, link_id: str, type: LinkType, lag: int, elapsed: bool) -> Edit:
    """Give a link another type or lag."""
    link = document.table(Dependency)[link_id]
    return set_link(document, _node(document, link.predecessor), _node(document, link.successor), type, lag, elapsed)


def retarget_link(document: Document, link_id: str, predecessor: NodeId, successor: NodeId) -> Edit:
    """Let a link begin or end elsewhere, with its type and lag; a circle is refused naming its path."""
    old = document.table(Dependency)[link_id]
    new = replace(old, predecessor=predecessor, successor=successor)
    one, other = _node(document, predecessor), _node(document, successor)
    label = f"Link {_ends(one, other)} instead"
    if new == old:
        return Edit(label, ())
    if one.id == other.id:
        raise PlanError(f"“{_name(one)}” cannot wait for itself.")
    if find_link(document, one, other) is not None:
        raise PlanError(f"“{_name(other)}” already waits for “{_name(one)}”.")
    refuse_cycle(document.apply(Edit(label, (Change(old, None),))), predecessor, successor)
    return Edit(label, (Change(old, new),))


def _ends(predecessor: Task | Gate, successor: Task | Gate) -> str:
    return f"{_name(predecessor)} → {_name(successor)}"


def _name(node: Task | Gate) -> str:
    return node.title if isinstance(node, Task) else node.name


def _node(document: Document, node: NodeId) -> Task | Gate:
    return document.find(Task, node) or document.table(Gate)[node]


def remove_link(document: Document, predecessor: Task | Gate, successor: Task | Gate) -> Edit:
    """Let `successor` no longer wait for `predecessor`."""
    link = find_link(document, predecessor, successor)
    if link is None:
        raise PlanError(f"“{successor.key}” does not depend on “{predecessor.key}”.")
    return Edit(f"Unlink {_ends(predecessor, successor)}", (Change(link, None),))


def find_link(document: Document, predecessor: Task | Gate, successor: Task | Gate) -> Dependency | None:
    """The dependency between two tasks or gates, or None."""
    for link in document.dependencies:
        if link.predecessor == predecessor.id and link.successor == successor.id:
            return link
    return None
