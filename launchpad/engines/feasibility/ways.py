"""The ways out: how each task and link of a driving chain, and launch day, could give."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, Criticality, LinkType, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor, When
from launchpad.domain.wording import counted, short_day
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.feasibility.chain import Step
from launchpad.engines.feasibility.costs import (
    Points,
    launch_cost,
    leave_out_cost,
    overlap_cost,
    shorten_cost,
    sooner_cost,
    wait_cost,
)
from launchpad.engines.schedule.forecast import expected_end, has_started, now_at
from launchpad.engines.schedule.launch_day import launch_moved

REASON = "Left out so that the plan fits"
SOME_MORE = 5
"""Working days beyond those missing by which launch day may have to move, since real dates do not move with it."""


class RepairKind(Enum):
    """How a plan can give."""

    SOONER = "sooner"
    WAIT = "wait"
    OVERLAP = "overlap"
    SHORTEN = "shorten"
    LEAVE_OUT = "leave_out"
    LAUNCH = "launch"


@dataclass(frozen=True, slots=True)
class Way:
    """A repair of any size from 1 to `most` working days, and its cost; leaving out has one size only."""

    kind: RepairKind
    about: tuple[NodeId, ...]
    most: int
    edit: Callable[[int], Edit]
    cost: Callable[[int], Points]


def ways_out(document: Document, steps: Sequence[Step], days: int, today: date) -> tuple[Way, ...]:
    """All ways along a chain that is `days` working days too long, in its order; launch day last."""
    ways: list[Way] = []
    for place, step in enumerate(steps):
        task = document.find(Task, step.node)
        if task is not None and task.is_open:
            if step.hold == "anchor":
                ways += _sooner(document, task, step, today)
            if step.link is not None:
                ways += _at_link(document, document.table(Dependency)[step.link], steps[place - 1].node, task)
            ways += _shorter(document, task, today)
    ways += _left_out(document, steps)
    later = partial(_launch_later, document, calendar_of(document))
    return (*ways, Way(RepairKind.LAUNCH, (), days + SOME_MORE, later, launch_cost))


def _sooner(document: Document, task: Task, step: Step, today: date) -> Iterator[Way]:
    """A task that waits for a date it was given, though for no pin, begins sooner: at the soonest today."""
    calendar, anchor = calendar_of(document), task.anchor
    most = calendar.workdays_between(today, step.start)
    if most > 0 and anchor is not None and anchor.kind in (AnchorKind.SNET, AnchorKind.FNET) and anchor.at is not None:
        edit = partial(_sooner_edit, task, anchor.kind, anchor.at, calendar)
        yield Way(RepairKind.SOONER, (task.id,), most, edit, sooner_cost)


def _sooner_edit(task: Task, kind: AnchorKind, at: When, calendar: WorkingCalendar, days: int) -> Edit:
    when = calendar.date_at(calendar.offset_at_or_after(at) - days) if isinstance(at, date) else at - days
    change = Change(task, replace(task, anchor=Anchor(kind, when)))
    return Edit(f"Start “{task.title}” {counted(days, 'working day')} sooner", (change,))


def _at_link(document: Document, link: Dependency, source: NodeId, task: Task) -> Iterator[Way]:
    """A wait gets shorter; where there is none, two tasks overlap by up to half of the shorter one.

    A wait in calendar days is a notice period or the like, which nobody can cut.
    """
    before = document.find(Task, source)
    if link.elapsed:
        return
    if link.lag > 0:
        edit = partial(_wait_edit, link, f"between “{_name(document, source)}” and “{task.title}”")
        yield Way(RepairKind.WAIT, (source, task.id), link.lag, edit, wait_cost)
    elif link.type is LinkType.FS and before is not None and before.is_open and not has_started(task):
        shorter = min(before.duration, task.duration)
        if shorter // 2 + link.lag > 0:
            edit = partial(_overlap_edit, link, before.title, task.title)
            cost = partial(overlap_cost, shorter=shorter)
            yield Way(RepairKind.OVERLAP, (source, task.id), shorter // 2 + link.lag, edit, cost)


def _wait_edit(link: Dependency, where: str, days: int) -> Edit:
    change = Change(link, replace(link, lag=link.lag - days))
    return Edit(f"Wait {counted(days, 'working day')} less {where}", (change,))


def _overlap_edit(link: Dependency, before: str, title: str, days: int) -> Edit:
    lag = link.lag - days
    text = f"Begin “{title}” {counted(-lag, 'working day')} before “{before}” is done"
    return Edit(text, (Change(link, replace(link, lag=lag)),))


def _shorter(document: Document, task: Task, today: date) -> Iterator[Way]:
    """Work gets shorter by up to half, or to what its owner called optimistic; not where the owner named a day."""
    if expected_end(task, now_at(today, calendar_of(document))) is not None:
        return
    half = -(-task.duration // 2)
    least = max(1, half if task.optimistic is None else min(half, task.optimistic))
    if task.duration > least:
        cost = partial(shorten_cost, task)
        yield Way(RepairKind.SHORTEN, (task.id,), task.duration - least, partial(_shorter_edit, task), cost)


def _shorter_edit(task: Task, days: int) -> Edit:
    left = task.duration - days
    text = f"Shorten “{task.title}” from {task.duration} to {counted(left, 'day')}"
    return Edit(text, (Change(task, replace(task, duration=left)),))


def _left_out(document: Document, steps: Sequence[Step]) -> Iterator[Way]:
    """Each should or could of the chain is left out, and all its coulds at once where there are several."""
    found = [document.find(Task, step.node) for step in steps]
    tasks = [task for task in found if task is not None and task.is_open and task.criticality is not Criticality.MUST]
    coulds = [task for task in tasks if task.criticality is Criticality.COULD]
    for group in [*([task] for task in tasks), *([coulds] if len(coulds) > 1 else [])]:
        cost = sum((leave_out_cost(document, task) for task in group), Points(0))
        edit = Edit(_left_out_text(group), tuple(Change(task, _not_applicable(task)) for task in group))
        yield Way(RepairKind.LEAVE_OUT, tuple(t.id for t in group), 1, partial(_always, edit), partial(_at_once, cost))


def _left_out_text(tasks: Sequence[Task]) -> str:
    if len(tasks) > 1:
        return f"Leave out the {len(tasks)} could-haves on the way"
    return f"Leave out “{tasks[0].title}”, a {tasks[0].criticality.value}-have"


def _not_applicable(task: Task) -> Task:
    return replace(
        task,
        status=TaskStatus.NOT_APPLICABLE,
        na_reason=REASON,
        review_since=None,
        blocked_since=None,
        blocked_reason="",
        unblocked_by=None,
        unblock_by=None,
    )


def _always(edit: Edit, days: int) -> Edit:
    return edit


def _at_once(cost: Points, days: int) -> Points:
    return cost


def _launch_later(document: Document, calendar: WorkingCalendar, days: int) -> Edit:
    day = calendar.date_at(days)
    text = f"Move launch day {counted(days, 'working day')}, to {short_day(day)} {day.year}"
    return replace(launch_moved(document, day), label=text)


def _name(document: Document, node: NodeId) -> str:
    task, gate = document.find(Task, node), document.find(Gate, node)
    return task.title if task is not None else gate.name if gate is not None else ""
