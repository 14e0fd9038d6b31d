"""What the dates of a task mean, in words."""

from launchpad.app.day_text import day_text, offset_text
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.domain.wording import counted


def slack_words(task: Task, facts: TaskFacts) -> str:
    """How far a task can slip: ``3 days before it moves Go / no-go``."""
    dates = facts.dates(task)
    if dates is None:
        return "Unknown while the plan has no dates"
    if not task.is_open:
        return "None needed any more"
    what = _what_it_moves(task, facts)
    if dates.slack < 0:
        return f"{counted(-dates.slack, 'day')} too late for {what}"
    if dates.slack == 0:
        return f"None: every day late moves {what}"
    return f"{counted(dates.slack, 'day')} before it moves {what}"


def _what_it_moves(task: Task, facts: TaskFacts) -> str:
    if task.deadline is not None:
        return "its deadline"
    gate = facts.gate(task)
    dates = facts.dates(task)
    if gate is not None:
        return f"the gate {gate.name}"
    return "launch day" if dates is not None and dates.pre_launch else "the plan's end"


def held_words(task: Task, facts: TaskFacts) -> str:
    """What sets the start of a task: ``held by Pricing page until 5 Jan``."""
    dates = facts.dates(task)
    if dates is None:
        return ""
    driver = dates.driver
    match driver.kind:
        case "link":
            return _held_by(driver.source, facts)
        case "calendar":
            after = _held_by(driver.source, facts)
            return "moved by days off of its owner" + (f", {after}" if after else "")
        case "anchor":
            return anchor_words(task.anchor, facts)
        case "today":
            return "where it really began"
    return "at the plan's first day"


def _held_by(source: str | None, facts: TaskFacts) -> str:
    gate = facts.document.find(Gate, source)
    if gate is not None:
        return f"held by the gate {gate.name}, {day_text(facts.calendar.day_of(gate.when), facts.today)}"
    task = facts.document.find(Task, source)
    dates = facts.dates(task) if task is not None else None
    if task is None or dates is None:
        return ""
    return f"held by {task.title} until {day_text(dates.finish, facts.today)}"


def anchor_words(anchor: Anchor | None, facts: TaskFacts) -> str:
    """A constraint in words, with its day: ``start no earlier than T−21 (9 Oct)``."""
    if anchor is None:
        return "as soon as possible"
    words = anchor.kind.label
    words = words[0].lower() + words[1:]
    if anchor.at is None:
        return words
    day = day_text(facts.calendar.day_of(anchor.at), facts.today).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{words} {offset_text(anchor.at)} ({day})" if isinstance(anchor.at, int) else f"{words} {day}"


def link_words(link: Dependency) -> str:
    """A link's type and lag: ``finish to start, +2 days``."""
    if not link.lag:
        return link.type.label
    unit = "calendar day" if link.elapsed else "day"
    return f"{link.type.label} {'+' if link.lag > 0 else '−'}{abs(link.lag)} {unit}{'' if abs(link.lag) == 1 else 's'}"
