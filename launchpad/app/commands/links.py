"""Making, changing and removing dependencies."""

from dataclasses import replace

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import DependencyId, new_id
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule.cycle import refuse_cycle


def set_link(
    document: Document, predecessor: Task | Gate, successor: Task | Gate, type: LinkType, lag: int, elapsed: bool
) -> Edit:
    """Make `successor` wait for `predecessor`, or change the link they have; a cycle is refused naming its path."""
    old = find_link(document, predecessor, successor)
    if old is not None:
        new = replace(old, type=type, lag=lag, elapsed=elapsed)
        return Edit(f"Change link {predecessor.key} → {successor.key}", (Change(old, new),) if new != old else ())
    link = Dependency(
        id=DependencyId(new_id()),
        predecessor=predecessor.id,
        successor=successor.id,
        type=type,
        lag=lag,
        elapsed=elapsed,
    )
    refuse_cycle(document, predecessor.id, successor.id)
    return Edit(f"Link {predecessor.key} → {successor.key}", (Change(None, link),))


def remove_link(document: Document, predecessor: Task | Gate, successor: Task | Gate) -> Edit:
    """Let `successor` no longer wait for `predecessor`."""
    link = find_link(document, predecessor, successor)
    if link is None:
        raise PlanError(f"“{successor.key}” does not depend on “{predecessor.key}”.")
    return Edit(f"Unlink {predecessor.key} → {successor.key}", (Change(link, None),))


def find_link(document: Document, predecessor: Task | Gate, successor: Task | Gate) -> Dependency | None:
    """The dependency between two tasks or gates, or None."""
    for link in document.dependencies:
        if link.predecessor == predecessor.id and link.successor == successor.id:
            return link
    return None
