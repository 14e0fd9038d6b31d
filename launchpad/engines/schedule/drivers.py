"""What sets a date: the link, anchor or calendar day that holds each task where it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from launchpad.domain.enums import AnchorKind
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId
from launchpad.engines.schedule.compiled import Compiled
from launchpad.engines.schedule.network import FINISH, START, Link
from launchpad.engines.schedule.rows import earliest_span, elapsed_from
from launchpad.engines.schedule.terms import FAR, Standing, Terms

DriverKind = Literal["link", "anchor", "calendar", "today", "start"]


@dataclass(frozen=True, slots=True)
class Driver:
    """What sets a task's early start.

    `anchor`: its anchor. `link`: the predecessor `source`. `calendar`: a day off of its owner pushed it past what
    `source` (None: anchor or plan start) asks. `today`: it began where it really did. `start`: the plan's first day.
    """

    kind: DriverKind
    source: NodeId | None = None


class Push(NamedTuple):
    """What asks a node's start or finish to be at an offset or later."""

    kind: DriverKind
    end: int  # START or FINISH: which end of the node is pushed
    offset: int
    link: Link | None


def driver_of(number: int, network: Compiled, early: Sequence[int]) -> Driver:
    """What sets the early start of a task, by its number: of several, the anchor, then the first link."""
    terms = network.terms[number]
    if terms.standing in (Standing.DONE, Standing.STARTED):
        return Driver("today")
    if terms.standing is Standing.PINNED:
        return Driver("anchor")
    holding = [push for push in pushes(number, network, early) if lands(push, terms) == early[2 * number]]
    straight = [push for push in holding if not _is_moved(push, terms)]
    push = (straight or holding)[0]
    source = None if push.link is None else network.nodes[push.link.source].id
    return Driver(push.kind if straight else "calendar", source)


def pushes(number: int, network: Compiled, ends: Sequence[int]) -> Iterator[Push]:
    """All that pushes a task by its number, given the ends of all before it: its anchor, links, the plan's start."""
    node, terms = network.nodes[number], network.terms[number]
    anchor = None if isinstance(node, Gate) or terms.standing is Standing.PASSED else node.anchor
    if anchor is not None and anchor.kind is AnchorKind.SNET:
        day = network.frame.calendar.offset_of(anchor.at or 0)
        if day == terms.earliest_start:
            yield Push("anchor", START, day, None)
    if terms.earliest_finish > -FAR:
        yield Push("anchor", FINISH, terms.earliest_finish, None)
    for link in network.graph.incoming[number]:
        yield Push("link", link.target_end, reached_by(link, network, ends), link)
    yield Push("start", START, network.frame.start, None)


def reached_by(link: Link, network: Compiled, ends: Sequence[int]) -> int:
    """The offset that a link asks its target's end to reach."""
    end = ends[2 * link.source + link.source_end]
    return elapsed_from(link, end, network.frame.calendar) if link.elapsed else end + link.lag


def lands(push: Push, terms: Terms) -> int:
    """The offset at which a task starts if nothing else pushes it."""
    bounds = (push.offset, -FAR) if push.end == START else (-FAR, push.offset)
    if terms.days is not None and push.end == FINISH:
        return terms.days.day(terms.days.number(push.offset - 1) - terms.duration + 1)
    return earliest_span(*bounds, terms.duration, terms.days)[0]


def _is_moved(push: Push, terms: Terms) -> bool:
    if terms.days is None:
        return False
    worked = push.offset if push.end == START else push.offset - 1
    return terms.days.day(terms.days.number(worked)) != worked


class Evenings:
    """The milestones that are shown on the day before their instant, because a finish on that day sets them.

    A milestone set by its own anchor, the plan's start or `today` stands on that day itself, unless the anchor
    means the end of a day. Each is looked at when somebody asks; the ends must stay what they are.
    """

    __slots__ = ("_ends", "_known", "_network", "_today")

    def __init__(self, network: Compiled, ends: Sequence[int], today: int | None) -> None:
        self._network, self._ends, self._today = network, ends, today
        self._known: dict[int, bool] = {}

    def __contains__(self, number: int) -> bool:
        if number not in self._known:
            if not self._is_instant(number):
                return False
            self._find(number)
        return self._known[number]

    def _find(self, number: int) -> None:
        """Look at a milestone after those that lead to it, which may be many in a row."""
        waiting = [number]
        while waiting:
            incoming = self._network.graph.incoming[waiting[-1]]
            missing = [k.source for k in incoming if k.source not in self._known and self._is_instant(k.source)]
            if missing:
                waiting += missing
            else:
                at = waiting.pop()
                self._known[at] = _at_end(at, self._network, self._ends, self._today, self)

    def _is_instant(self, number: int) -> bool:
        terms = self._network.terms[number]
        return not terms.duration and terms.standing is not Standing.GATE


def _at_end(number: int, network: Compiled, ends: Sequence[int], today: int | None, evening: Evenings) -> bool:
    terms, at = network.terms[number], ends[2 * number]
    if terms.span is not None:
        return terms.standing is Standing.PINNED and terms.at_end_of_day and terms.span[0] == at
    if at in (terms.earliest_start, today):
        return False
    if at == terms.earliest_finish:
        return True
    return any(_finishes_at(link, at, network, ends, evening) for link in network.graph.incoming[number])


def _finishes_at(link: Link, at: int, network: Compiled, ends: Sequence[int], evening: Evenings) -> bool:
    if reached_by(link, network, ends) != at:
        return False
    is_instant = network.terms[link.source].duration == 0
    if is_instant and link.source not in evening:
        return False
    if link.elapsed:
        first = network.frame.calendar.ordinal_at(ends[2 * link.source + FINISH] - 1) + 1
        return link.source_end == FINISH and first + link.lag == network.frame.calendar.ordinal_at(at - 1) + 1
    return is_instant or link.source_end == FINISH
