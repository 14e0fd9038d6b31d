"""Both passes of the schedule over compiled rows, whole or only as far as a change reaches."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from launchpad.engines.schedule.days_off import OwnerDays
from launchpad.engines.schedule.network import Link
from launchpad.engines.schedule.rows import Ends, Row


def forward(rows: Sequence[Row], ends: Ends) -> None:
    """Write every node's early start and finish to `ends`; rows come in link order."""
    at = 0
    for bound, span, links, how in rows:
        for source, lag in links:
            reached = ends[source] + lag
            if reached > bound:
                bound = reached
        if how is None:
            ends[at] = bound
            ends[at + 1] = bound + span
        elif type(how) is OwnerDays:
            ends[at], ends[at + 1] = how.from_start(bound, span)
        else:
            ends[at], ends[at + 1] = how.place(ends)
        at += 2


def backward(rows: Sequence[Row], ends: Ends) -> None:
    """Write every node's late start and finish to `ends`; the plan's finish is read from behind the last node."""
    at = 2 * len(rows)
    for bound, span, links, how in reversed(rows):
        at -= 2
        for target, lag in links:
            reached = ends[target] + lag
            if reached < bound:
                bound = reached
        if how is None:
            ends[at] = bound
            ends[at + 1] = bound + span
        elif type(how) is OwnerDays:
            ends[at], ends[at + 1] = how.to_finish(bound, span)
        else:
            ends[at], ends[at + 1] = how.place(ends)


def place_forward(row: Row, ends: Sequence[int]) -> tuple[int, int]:
    """Where a row of the forward pass stands, given the ends of all nodes before it."""
    bound, span, links, how = row
    for source, lag in links:
        reached = ends[source] + lag
        if reached > bound:
            bound = reached
    if how is None:
        return bound, bound + span
    return how.from_start(bound, span) if type(how) is OwnerDays else how.place(ends)


def place_backward(row: Row, ends: Sequence[int]) -> tuple[int, int]:
    """Where a row of the backward pass stands, given the ends of all nodes after it."""
    bound, span, links, how = row
    for target, lag in links:
        reached = ends[target] + lag
        if reached < bound:
            bound = reached
    if how is None:
        return bound, bound + span
    return how.to_finish(bound, span) if type(how) is OwnerDays else how.place(ends)


def forward_from(
    changed: Iterable[int], rows: Sequence[Row], ends: Ends, outgoing: Sequence[Sequence[Link]]
) -> list[int]:
    """Bring `ends` up to date after the rows of some nodes changed; return the nodes that moved, in link order."""
    waiting = list(changed)
    heapify(waiting)
    known = set(waiting)
    moved: list[int] = []
    while waiting:
        node = heappop(waiting)
        start, finish = place_forward(rows[node], ends)
        at = 2 * node
        if ends[at] != start or ends[at + 1] != finish:
            ends[at] = start
            ends[at + 1] = finish
            moved.append(node)
            for link in outgoing[node]:
                follower = link.target
                if follower not in known:
                    known.add(follower)
                    heappush(waiting, follower)
    return moved


def backward_from(
    changed: Iterable[int], rows: Sequence[Row], ends: Ends, incoming: Sequence[Sequence[Link]]
) -> list[int]:
    """As `forward_from`, for late dates, which move the nodes before a node."""
    waiting = [-node for node in changed]
    heapify(waiting)
    known = set(waiting)
    moved: list[int] = []
    while waiting:
        node = -heappop(waiting)
        start, finish = place_backward(rows[node], ends)
        at = 2 * node
        if ends[at] != start or ends[at + 1] != finish:
            ends[at] = start
            ends[at + 1] = finish
            moved.append(node)
            for link in incoming[node]:
                leader = link.source
                if -leader not in known:
                    known.add(-leader)
                    heappush(waiting, -leader)
    return moved
