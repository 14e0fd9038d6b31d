"""What the dates of a plan break: pins, gates, deadlines, launch day, and what people can carry."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId, TaskId
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, format_when
from launchpad.domain.wording import counted, short_day
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.findings.finding import Finding, FindingKind
from launchpad.engines.load import load
from launchpad.engines.schedule import Schedule, TaskDates, schedule
from launchpad.engines.schedule.cycle import key_of
from launchpad.engines.schedule.drivers import reached_by
from launchpad.engines.schedule.network import Link
from launchpad.engines.schedule.solver import Solution, solved
from launchpad.engines.schedule.terms import Standing, no_later

_CHAIN = 6
"""Links of a driving chain that a sentence shows."""


def date_findings(document: Document, today: date) -> Iterator[Finding]:
    """What the plan's dates break; the plan can be scheduled."""
    dates = schedule(document, today)
    yield from _broken_links(solved(document, today))
    for task in document.tasks:
        if task.is_open:
            yield from _too_late(document, dates, task)
            yield from _overdue(task, dates.tasks[task.id], calendar_of(document), today)
    yield from _overloads(document, dates)


def _broken_links(solution: Solution) -> Iterator[Finding]:
    network = solution.network
    for number, terms in enumerate(network.terms):
        if terms.standing is not Standing.PINNED:
            continue
        for link in network.graph.incoming[number]:
            short = reached_by(link, network, solution.early) - solution.early[2 * number + link.target_end]
            if short > 0:
                yield _broken_link(solution, link, short)


def _broken_link(solution: Solution, link: Link, short: int) -> Finding:
    source, target = solution.network.nodes[link.source], solution.network.nodes[link.target]
    assert isinstance(target, Task), "only tasks are pinned"
    assert target.anchor is not None, "a pin is an anchor"
    pin = f"{target.anchor.kind.label.lower()} {format_when(target.anchor.at or 0)}"
    text = f"“{target.title}” {pin}, {counted(short, 'working day')} before {source.key} lets it."
    return Finding(FindingKind.BROKEN_LINK, text, (target.id, source.id), _unpin(target, target.anchor))


def _unpin(task: Task, anchor: Anchor) -> Edit:
    kind = AnchorKind.SNET if anchor.kind is AnchorKind.MSO else AnchorKind.FNET
    return Edit(
        f"Let “{task.title}” move with its links", (Change(task, replace(task, anchor=Anchor(kind, anchor.at))),)
    )


def _too_late(document: Document, dates: Schedule, task: Task) -> Iterator[Finding]:
    """A task that is planned past what caps it, or is heading past its gate."""
    planned, calendar = dates.tasks[task.id], calendar_of(document)
    gate = document.find(Gate, task.gate)
    over = False
    for kind, cap, what in _caps(task, gate, planned, calendar):
        late = planned.early_finish - cap
        if late > 0:
            over = over or kind is FindingKind.AFTER_GATE
            chain = _driving_chain(dates, task)
            why = "" if len(chain) < 2 else f" ({' → '.join(key_of(document, node) for node in chain)})"
            text = f"“{task.title}” is planned to finish {counted(late, 'working day')} too late for {what}{why}."
            yield Finding(kind, text, (task.id, *chain[-2::-1]))
    if gate is not None and not over:
        late = planned.forecast_early_finish - dates.gates[gate.id].offset
        if late > 0:
            text = f"“{task.title}” is heading for {counted(late, 'working day')} too late for {gate.key}."
            yield Finding(FindingKind.FORECAST_AFTER_GATE, text, (task.id, gate.id))


def _caps(
    task: Task, gate: Gate | None, planned: TaskDates, calendar: WorkingCalendar
) -> Iterator[tuple[FindingKind, int, str]]:
    """What caps a task's finish, as offsets."""
    if task.deadline is not None:
        day = short_day(calendar.day_of(task.deadline))
        yield FindingKind.AFTER_DEADLINE, no_later(task.deadline, calendar) + 1, f"its deadline on {day}"
    if gate is not None:
        yield FindingKind.AFTER_GATE, calendar.offset_of(gate.when), gate.key
    elif planned.pre_launch:
        yield FindingKind.AFTER_LAUNCH, 0, "launch day"
    anchor = task.anchor
    if anchor is not None and anchor.at is not None:
        day = short_day(calendar.day_of(anchor.at))
        if anchor.kind is AnchorKind.FNLT:
            yield FindingKind.AFTER_ANCHOR, no_later(anchor.at, calendar) + 1, f"“finish no later than {day}”"
        elif anchor.kind is AnchorKind.SNLT:
            taken = planned.early_finish - planned.early_start
            yield FindingKind.AFTER_ANCHOR, no_later(anchor.at, calendar) + taken, f"“start no later than {day}”"


def _driving_chain(dates: Schedule, task: Task) -> tuple[NodeId, ...]:
    """The last tasks of the chain of links that sets a task's early start, that task at the end."""
    chain: list[NodeId] = [task.id]
    while len(chain) < _CHAIN:
        first = dates.tasks.get(TaskId(chain[0]))
        if first is None or first.driver.source is None:
            break
        chain.insert(0, first.driver.source)
    return tuple(chain)


def _overdue(task: Task, planned: TaskDates, calendar: WorkingCalendar, today: date) -> Iterator[Finding]:
    due = task.baseline_finish or planned.due
    if due < today:
        days = calendar.workdays_between(due, today)
        text = f"“{task.title}” was due on {short_day(due)}, {counted(days, 'working day')} ago."
        yield Finding(FindingKind.OVERDUE, text, (task.id,))


def _overloads(document: Document, dates: Schedule) -> Iterator[Finding]:
    for busy in load(document, dates):
        days = busy.overloaded
        if days:
            text = (
                f"{busy.person.name} has up to {busy.peak} tasks a day, {busy.person.capacity:g} at most, on "
                f"{counted(len(days), 'day')} from {short_day(days[0])}."
            )
            worst = max(days, key=lambda day: (busy.days[day], -day.toordinal()))
            yield Finding(FindingKind.OVERLOAD, text, (busy.person.id, *busy.tasks.get(worst, ())))
