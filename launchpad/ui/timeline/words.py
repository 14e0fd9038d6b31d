"""What the timeline says: of a bar, of a link, and of a drag under way."""

from datetime import date

from launchpad.app.day_text import day_text, offset_text
from launchpad.app.rehearsal import Rehearsal
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_words import held_words, link_words, slack_words
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.gate import Gate
from launchpad.domain.link_ends import links_into, links_out_of
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.domain.wording import counted
from launchpad.engines.schedule import Driver

MOST_NAMED = 3
"""Tasks named of those a task waits for or holds up."""


def anchor_text(anchor: Anchor | None, today: date) -> str:
    """An anchor in a few letters: ``T−21``; pins and limits with their sign."""
    if anchor is None or anchor.kind is AnchorKind.ASAP:
        return ""
    if anchor.at is None:
        return "late"
    when = day_text(anchor.at, today) if isinstance(anchor.at, date) else offset_text(anchor.at)
    return f"{_SIGNS.get(anchor.kind, '')}{when}"


_SIGNS = {
    AnchorKind.MSO: "=",
    AnchorKind.MFO: "=",
    AnchorKind.SNLT: "≤",
    AnchorKind.FNLT: "≤",
}


def task_tip(task: Task, facts: TaskFacts) -> str:
    """All that a bar says when it is asked, line by line."""
    dates = facts.dates(task)
    if dates is None:
        return task.title
    owner = facts.owner(task)
    lines = [
        task.title,
        f"{span_text(dates.start, dates.finish, facts.today)} · {_work(task)} · "
        f"{owner.name if owner else 'no owner'} · {_status(task)}",
    ]
    if task.is_open and dates.forecast_finish != dates.finish:
        lines.append(f"Forecast: done {day_text(dates.forecast_finish, facts.today)}")
    lines.append(f"Start: {held_words(task, facts)}")
    if waits := waits_for(task.id, facts.document):
        lines.append(f"Waits for {waits}")
    if holds := holds_up(task.id, facts.document):
        lines.append(f"Holds up {holds}")
    if task.is_open:
        lines.append(f"Slack: {slack_words(task, facts)}")
    if task.blocked_reason:
        lines.append(f"Blocked: {task.blocked_reason}")
    return "\n".join(lines)


def spoken(task: Task, facts: TaskFacts) -> str:
    """A bar as a screen reader says it: name, dates, status, slack, what it waits for."""
    return ", ".join(task_tip(task, facts).split("\n")).replace(" · ", ", ")


def gates_spoken(facts: TaskFacts) -> str:
    """All gates as a screen reader says them: name, day and status, in the order of their days."""
    gates = sorted(facts.document.gates, key=lambda gate: facts.calendar.day_of(gate.when))
    days = [day_text(facts.calendar.day_of(gate.when), facts.today) for gate in gates]
    return "; ".join(f"{gate.name}, {day}, {gate.status.label.lower()}" for gate, day in zip(gates, days, strict=True))


def span_text(start: date, finish: date, today: date) -> str:
    """Two days in a few letters: ``9 Feb to 16 Feb``."""
    if start == finish:
        return day_text(start, today)
    return f"{day_text(start, today)} to {day_text(finish, today)}"


def _work(task: Task) -> str:
    return "milestone" if task.is_milestone else days_text(task.duration)


def days_text(count: int) -> str:
    """Working days in words."""
    return counted(count, "day")


def _status(task: Task) -> str:
    words = task.status.label.lower()
    return f"{words} {task.progress} %" if task.progress and task.is_open else words


def waits_for(node: str, document: Document) -> str:
    """The names of what a task or gate waits for."""
    return _listed([name_of(link.predecessor, document) for link in links_into(document, node)])


def holds_up(node: str, document: Document) -> str:
    """The names of what waits for a task or gate."""
    return _listed([name_of(link.successor, document) for link in links_out_of(document, node)])


def name_of(node: str, document: Document) -> str:
    """The name of a task or gate."""
    task = document.find(Task, node)
    if task is not None:
        return task.title
    gate = document.find(Gate, node)
    return "" if gate is None else gate.name


def _listed(names: list[str]) -> str:
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return ", ".join(names)


def link_tip(link: Dependency, document: Document) -> str:
    """What a link says."""
    return f"{name_of(link.predecessor, document)} → {name_of(link.successor, document)}\n{link_words(link)}"


def launch_tip(facts: TaskFacts, *, can_move: bool) -> str:
    """What the line of launch day says."""
    day = f"Launch day, {day_text(facts.document.launch.launch_date, facts.today)}"
    return f"{day}\nDrag it to see what another day would do" if can_move else day


def gate_tip(gate: Gate, facts: TaskFacts) -> str:
    """What a gate says."""
    day = facts.calendar.day_of(gate.when)
    offset = offset_text(facts.calendar.offset_of(gate.when))
    lines = [f"{gate.key} · {gate.name}", f"{day_text(day, facts.today)} · {offset} · {gate.status.label.lower()}"]
    if gate.question:
        lines.append(gate.question)
    return "\n".join(lines)


def held_at(driver: Driver, rehearsal: Rehearsal, today: date) -> str:
    """What holds a task at its first allowed day: ``held by Pricing page until 5 Jan``."""
    task = rehearsal.plan.find(Task, driver.source)
    if task is not None:
        return f"held by {task.title} until {day_text(rehearsal.stand(task.id).finish, today)}"
    gate = rehearsal.plan.find(Gate, driver.source)
    if gate is not None:
        return f"held by the gate {gate.name}"
    return "this is the plan's first day" if driver.kind == "start" else "held by days off of its owner"
