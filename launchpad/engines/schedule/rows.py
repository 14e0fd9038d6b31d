"""The compiled rows that the passes read: per node a bound, a span and the links that may push the bound.

A row is (bound, span, links, how). Going forward, a node starts at the latest of `bound` and `ends[source] + lag` of
its links; going backward, at the earliest. Then it takes `span` working days. Every kind of link becomes such a pair,
because the span of the node itself is known: a link to its finish pushes its start by the span less.

`how` is None for that. An owner with days off turns the latest start bound (going backward: the earliest finish bound)
into a span by their tables. Where one bound does not do (days off and links at both ends, lags in calendar days) a
Placement places the node instead, and the row has no links.
"""

from collections.abc import MutableSequence, Sequence
from typing import NamedTuple, Protocol

from launchpad.engines.calendar import WorkingCalendar
from launchpad.engines.schedule.days_off import OwnerDays
from launchpad.engines.schedule.network import FINISH, START, Link
from launchpad.engines.schedule.terms import FAR, Standing, Terms, span_from

Ends = MutableSequence[int]
"""The offsets of all ends, by their numbers."""

Pull = tuple[int, int]
"""The number of another node's end, and what to add to its offset."""


class Placement(Protocol):
    """Finds where a node stands that one bound and one span cannot describe."""

    def place(self, ends: Sequence[int]) -> tuple[int, int]:
        """Start and finish, given the ends of all nodes before it (going backward: after it)."""


Row = tuple[int, int, tuple[Pull, ...], OwnerDays | Placement | None]


class Earliest(NamedTuple):
    """Places a node as early as its links allow, on its owner's days."""

    start: int
    finish: int
    starts: tuple[Pull, ...]  # push the start
    finishes: tuple[Pull, ...]  # push the finish
    elapsed: tuple[Link, ...]
    duration: int
    days: OwnerDays | None
    calendar: WorkingCalendar

    def place(self, ends: Sequence[int]) -> tuple[int, int]:
        """Start and finish, given the ends of all predecessors."""
        start, finish = self.start, self.finish
        for source, lag in self.starts:
            start = max(start, ends[source] + lag)
        for source, lag in self.finishes:
            finish = max(finish, ends[source] + lag)
        for link in self.elapsed:
            reached = elapsed_from(link, ends[2 * link.source + link.source_end], self.calendar)
            if link.target_end == START:
                start = max(start, reached)
            else:
                finish = max(finish, reached)
        return earliest_span(start, finish, self.duration, self.days)


class Latest(NamedTuple):
    """Places a node as late as its links allow, on its owner's days."""

    start: int
    finish: int
    starts: tuple[Pull, ...]  # cap the start
    finishes: tuple[Pull, ...]  # cap the finish
    elapsed: tuple[Link, ...]
    duration: int
    days: OwnerDays | None
    calendar: WorkingCalendar

    def place(self, ends: Sequence[int]) -> tuple[int, int]:
        """Start and finish, given the ends of all successors."""
        start, finish = self.start, self.finish
        for target, lag in self.starts:
            start = min(start, ends[target] + lag)
        for target, lag in self.finishes:
            finish = min(finish, ends[target] + lag)
        for link in self.elapsed:
            allowed = elapsed_before(link, ends[2 * link.target + link.target_end], self.calendar)
            if link.source_end == START:
                start = min(start, allowed)
            else:
                finish = min(finish, allowed)
        return latest_span(start, finish, self.duration, self.days)


def earliest_span(start: int, finish: int, duration: int, days: OwnerDays | None) -> tuple[int, int]:
    """The earliest span that neither starts before `start` nor finishes before `finish`."""
    if days is None:
        start = max(start, finish - duration)
        return start, start + duration
    number = days.number(start)
    if finish > -FAR:
        number = max(number, days.number(finish - 1) - duration + 1)
    return days.span(number, duration)


def latest_span(start: int, finish: int, duration: int, days: OwnerDays | None) -> tuple[int, int]:
    """The latest span that neither starts after `start` nor finishes after `finish`."""
    if days is None:
        start = min(start, finish - duration)
        return start, start + duration
    return days.span(min(days.number(start + 1) - 1, days.number(finish) - duration), duration)


def elapsed_from(link: Link, end: int, calendar: WorkingCalendar) -> int:
    """The offset a calendar-day lag reaches: from the day after the last day covered, or from the first (a start)."""
    first = calendar.ordinal_at(end - 1) + 1 if link.source_end == FINISH else calendar.ordinal_at(end)
    return calendar.offset_from_ordinal(first + link.lag)


def elapsed_before(link: Link, end: int, calendar: WorkingCalendar) -> int:
    """The latest offset of the predecessor's end from which a calendar-day lag reaches no further than `end`."""
    if end >= FAR // 2:
        return FAR
    last = calendar.ordinal_at(end) - link.lag
    if link.source_end == FINISH:
        return calendar.offset_from_ordinal(last)
    return calendar.offset_from_ordinal(last + 1) - 1


def forward_row(terms: Terms, links: Sequence[Link], calendar: WorkingCalendar) -> Row:
    """The row that finds a node's early dates; a node that stands somewhere has no links."""
    span, duration, days = terms.span, terms.duration, terms.days
    if span is not None:
        return span[0], span[1] - span[0], (), None
    pulls: list[Pull] = []
    for source, source_end, _, target_end, lag, elapsed in links:
        if elapsed or (target_end and days is not None):
            return _odd_forward(terms, links, calendar)
        pulls.append((2 * source + source_end, lag - duration if target_end else lag))
    if days is None:
        return max(terms.earliest_start, terms.earliest_finish - duration), duration, tuple(pulls), None
    if terms.earliest_finish == -FAR:
        return terms.earliest_start, duration, tuple(pulls), days
    return _odd_forward(terms, links, calendar)


def _odd_forward(terms: Terms, links: Sequence[Link], calendar: WorkingCalendar) -> Row:
    placement = Earliest(
        terms.earliest_start,
        terms.earliest_finish,
        tuple([(2 * k.source + k.source_end, k.lag) for k in links if k.target_end == START and not k.elapsed]),
        tuple([(2 * k.source + k.source_end, k.lag) for k in links if k.target_end == FINISH and not k.elapsed]),
        tuple([link for link in links if link.elapsed]),
        terms.duration,
        terms.days,
        calendar,
    )
    return terms.earliest_start, terms.duration, (), placement


def backward_row(terms: Terms, links: Sequence[Link], plan_finish: int, calendar: WorkingCalendar) -> Row:
    """The row that finds a node's late dates. `links` are those that still bind; `plan_finish` is that end's number."""
    span, duration, days = terms.span, terms.duration, terms.days
    if span is not None:
        if terms.standing is Standing.PINNED or terms.standing is Standing.GATE:
            return span[0], span[1] - span[0], (), None
        if terms.standing is Standing.DONE:
            duration, days = span[1] - span[0], None
    pulls: list[Pull] = []
    for _, source_end, target, target_end, lag, elapsed in links:
        if elapsed or not (source_end or days is None):
            return _odd_backward(terms, links, plan_finish, duration, days, calendar)
        pulls.append((2 * target + target_end, -lag - duration if source_end and days is None else -lag))
    if terms.open_ended:
        pulls.append((plan_finish, -duration if days is None else 0))
    if days is None:
        return min(terms.latest_start, terms.latest_finish - duration), duration, tuple(pulls), None
    if terms.latest_start == FAR:
        return terms.latest_finish, duration, tuple(pulls), days
    return _odd_backward(terms, links, plan_finish, duration, days, calendar)


def _odd_backward(
    terms: Terms,
    links: Sequence[Link],
    plan_finish: int,
    duration: int,
    days: OwnerDays | None,
    calendar: WorkingCalendar,
) -> Row:
    finishes = [(2 * k.target + k.target_end, -k.lag) for k in links if k.source_end == FINISH and not k.elapsed]
    if terms.open_ended:
        finishes.append((plan_finish, 0))
    placement = Latest(
        terms.latest_start,
        terms.latest_finish,
        tuple([(2 * k.target + k.target_end, -k.lag) for k in links if k.source_end == START and not k.elapsed]),
        tuple(finishes),
        tuple([link for link in links if link.elapsed]),
        duration,
        days,
        calendar,
    )
    return terms.latest_start, duration, (), placement


def binding_links(links: Sequence[Link], terms: Sequence[Terms]) -> list[Link]:
    """Outgoing links that still cap a node: none to finished work, none to the start of started work."""
    binding = []
    for link in links:
        standing = terms[link.target].standing
        if standing is not _DONE and (standing is not _STARTED or link.target_end == FINISH):
            binding.append(link)
    return binding


_DONE, _STARTED = Standing.DONE, Standing.STARTED
"""Read once for each link: a member reached through its class costs several times a global."""


def row_standing_at(start: int, terms: Terms) -> Row:
    """The row of a node that takes its full duration from an offset."""
    begin, end = span_from(start, terms.duration, terms.days)
    return begin, end - begin, (), None
