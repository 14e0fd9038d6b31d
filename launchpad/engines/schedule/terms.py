"""What a task asks of its dates, in whole offsets: from its anchor, deadline, gate, owner and actual dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from launchpad.domain.enums import PASSED_OVER, AnchorKind, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.ids import GateId, PersonId
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, When
from launchpad.engines.calendar import WorkingCalendar
from launchpad.engines.schedule.days_off import OwnerDays

FAR = 1 << 40
"""Later than any offset: a cap nobody set."""


class Standing(StrEnum):
    """What decides where a node of the network stands."""

    FREE = "free"  # its links and anchor
    PINNED = "pinned"  # must start or finish on a day, whatever its links say
    STARTED = "started"  # its actual start
    DONE = "done"  # its actual dates
    PASSED = "passed"  # nothing: it passes its links through
    GATE = "gate"  # its own day


_FREE, _STARTED, _DONE, _TASK_DONE = Standing.FREE, Standing.STARTED, Standing.DONE, TaskStatus.DONE
"""Read once for each task: a member reached through its class costs several times a global."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all tasks of a plan are measured against; `start` is the plan's first offset."""

    calendar: WorkingCalendar
    start: int
    gates: Mapping[GateId, int]  # offset of each gate
    owners: Mapping[PersonId, OwnerDays]  # only people with days off


class Terms(NamedTuple):
    """A node's wishes as half-open offsets. `span` is fixed for a node that stands somewhere, None for a free one."""

    standing: Standing
    duration: int  # working days of the owner
    days: OwnerDays | None  # None: every working day of the plan
    earliest_start: int
    earliest_finish: int
    latest_start: int
    latest_finish: int
    span: tuple[int, int] | None
    open_ended: bool  # runs back from the plan's finish
    at_end_of_day: bool  # its anchor means the end of a day
    as_late: bool  # placed at its late dates


def no_earlier(when: When, calendar: WorkingCalendar) -> int:
    """The offset of a day, or of the next working day."""
    return calendar.offset_at_or_after(when) if isinstance(when, date) else when


def no_later(when: When, calendar: WorkingCalendar) -> int:
    """The offset of a day, or of the working day before it."""
    return calendar.offset_at_or_before(when) if isinstance(when, date) else when


_NO_LATER = (AnchorKind.SNLT, AnchorKind.FNLT, AnchorKind.MFO)
_FINISHES = (AnchorKind.FNET, AnchorKind.FNLT, AnchorKind.MFO)


def anchor_day(anchor: Anchor | None, calendar: WorkingCalendar) -> int | None:
    """The offset of the working day an anchor names; None when it names none."""
    if anchor is None or anchor.at is None:
        return None
    return (no_later if anchor.kind in _NO_LATER else no_earlier)(anchor.at, calendar)


def anchored_start(task: Task, calendar: WorkingCalendar) -> int | None:
    """The offset at which a task would start if it stood at its anchor; None without a day."""
    day = anchor_day(task.anchor, calendar)
    if day is None or task.anchor is None:
        return None
    return day + 1 - task.duration if task.anchor.kind in _FINISHES else day


def is_after_launch(task: Task, frame: Frame) -> bool:
    """Whether a task's own gate or anchor puts it after launch; a task that follows such a task is, too."""
    if task.gate is not None and frame.gates[task.gate] > 0:
        return not task.is_passed_over
    day = None if task.anchor is None else anchor_day(task.anchor, frame.calendar)
    return day is not None and day >= 0 and not task.is_passed_over


def span_from(start: int, duration: int, days: OwnerDays | None) -> tuple[int, int]:
    """Where `duration` working days of an owner lie from an offset on."""
    return (start, start + duration) if days is None else days.from_start(start, duration)


def span_to(finish: int, duration: int, days: OwnerDays | None) -> tuple[int, int]:
    """Where `duration` working days of an owner lie up to an offset."""
    return (finish - duration, finish) if days is None else days.to_finish(finish, duration)


def actual_span(task: Task, days: OwnerDays | None, calendar: WorkingCalendar) -> tuple[int, int] | None:
    """Where finished work happened, or None when it has no actual date. A milestone stands at the start of its day."""
    start, finish = task.actual_start, task.actual_finish
    if finish is None:
        return None if start is None else span_from(calendar.offset_at_or_after(start), task.duration, days)
    if task.is_milestone:
        return (calendar.offset_at_or_after(finish),) * 2
    end = calendar.offset_at_or_before(finish) + 1
    begin = span_to(end, task.duration, days)[0] if start is None else calendar.offset_at_or_after(start)
    return min(begin, end), end


def owner_days_of(task: Task, frame: Frame) -> OwnerDays | None:
    """The owner's days where they matter: a milestone takes none, so days off do not move it."""
    return None if task.owner is None or not task.duration else frame.owners.get(task.owner)


def terms_of(task: Task, frame: Frame, after_launch: bool, *, as_promised: bool = False) -> Terms:
    """A task in offsets. `after_launch`: it, or a task it follows, belongs after launch day.

    `as_promised`: whatever has happened to it so far is left out.
    """
    if task.status in PASSED_OVER:
        return Terms(Standing.PASSED, 0, None, frame.start, -FAR, FAR, FAR, None, False, False, False)
    days = owner_days_of(task, frame)
    kind = None if task.anchor is None else task.anchor.kind
    day = anchor_day(task.anchor, frame.calendar)
    standing, span = (_FREE, None) if as_promised else _happened(task, days, frame.calendar)
    if span is None:
        standing, span = _pinned(task.duration, kind, day, days)
    earliest_start, earliest_finish, latest_start, latest_finish = _bounds(kind, day, frame.start)
    if task.deadline is not None:
        latest_finish = min(latest_finish, no_later(task.deadline, frame.calendar) + 1)
    open_ended = task.gate is None and after_launch
    if not open_ended:
        latest_finish = min(latest_finish, 0 if task.gate is None else frame.gates[task.gate])
    return Terms(
        standing,
        task.duration,
        days,
        earliest_start,
        earliest_finish,
        latest_start,
        latest_finish,
        span,
        open_ended,
        kind in _FINISHES,
        kind is AnchorKind.ALAP,
    )


def all_terms(nodes: Sequence[Task | Gate], after_launch: Sequence[bool], frame: Frame) -> list[Terms]:
    """What each node asks for. Most tasks ask for nothing of their own, and share their terms with others."""
    terms: list[Terms] = []
    shared: dict[tuple[object, ...], Terms] = {}
    for node, after in zip(nodes, after_launch, strict=True):
        if isinstance(node, Gate):
            found = gate_terms(frame.gates[node.id])
        elif node.anchor or node.deadline is not None or node.actual_start or node.actual_finish:
            found = terms_of(node, frame, after)
        else:
            alike = node.duration, node.gate, node.status in PASSED_OVER, owner_days_of(node, frame), after
            found = shared.get(alike) or shared.setdefault(alike, terms_of(node, frame, after))
        terms.append(found)
    return terms


def gate_terms(offset: int) -> Terms:
    """A gate in offsets: it stands still."""
    return Terms(Standing.GATE, 0, None, offset, -FAR, offset, offset, (offset, offset), False, False, False)


def _happened(task: Task, days: OwnerDays | None, calendar: WorkingCalendar) -> tuple[Standing, tuple[int, int] | None]:
    """Where a task stands because it was begun or done there."""
    if task.status is _TASK_DONE:
        return _DONE, actual_span(task, days, calendar)
    if task.actual_start is None:
        return _FREE, None
    return _STARTED, span_from(calendar.offset_at_or_after(task.actual_start), task.duration, days)


def _pinned(
    duration: int, kind: AnchorKind | None, day: int | None, days: OwnerDays | None
) -> tuple[Standing, tuple[int, int] | None]:
    """Where a task stands because its anchor, which is on `day`, pins it there."""
    if day is not None:
        if kind is AnchorKind.MSO:
            return Standing.PINNED, span_from(day, duration, days)
        if kind is AnchorKind.MFO:
            return Standing.PINNED, span_to(day + 1, duration, days)
    return _FREE, None


def _bounds(kind: AnchorKind | None, day: int | None, start: int) -> tuple[int, int, int, int]:
    """Earliest start and finish, latest start and finish, from the plan's start and the anchor's day."""
    if day is not None:
        if kind is AnchorKind.SNET:
            return max(start, day), -FAR, FAR, FAR
        if kind is AnchorKind.FNET:
            return start, day + 1, FAR, FAR
        if kind is AnchorKind.SNLT:
            return start, -FAR, day, FAR
        if kind is AnchorKind.FNLT:
            return start, -FAR, FAR, day + 1
    return start, -FAR, FAR, FAR
