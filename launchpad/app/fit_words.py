"""Whether a plan fits, in words: what is missed and by how much, what holds each step, what a repair would do."""

from launchpad.app.day_text import day_text
from launchpad.app.fit_answers import FitAnswer, Offer
from launchpad.app.moved_words import span_text
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_words import anchor_words, link_words
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.domain.wording import counted
from launchpad.engines.feasibility import CapKind, Miss, Step
from launchpad.engines.feasibility.repairs import Repair


def verdict_sentence(answer: FitAnswer, facts: TaskFacts) -> str:
    """The plan's fit in one line."""
    launch = answer.fit.schedule
    heading = ""
    if launch.forecast_launch > launch.launch_date:
        heading = f" Must-haves are heading for {day_text(launch.forecast_launch, facts.today)}."
    if answer.fit.fits:
        return "The plan fits: all open work can be done by its gate, its deadline and launch day."
    return f"The plan does not fit by {counted(answer.fit.days, 'working day')}.{heading}"


def miss_text(miss: Miss, facts: TaskFacts) -> str:
    """What is missed: ``Gate G3 on 23 Oct, by 8 working days (32 tasks)``."""
    day = day_text(miss.day, facts.today)
    tasks = f" ({counted(miss.tasks, 'task')})" if miss.tasks > 1 else ""
    return f"{_cap_text(miss, facts)}, {day}, by {counted(miss.days, 'working day')}{tasks}"


def cap_texts(miss: Miss, facts: TaskFacts) -> tuple[str, str, str, str]:
    """The last line below a chain: what it goes past, its day, and by how much."""
    return _cap_text(miss, facts), day_text(miss.day, facts.today), "", f"{counted(miss.days, 'working day')} missing"


def _cap_text(miss: Miss, facts: TaskFacts) -> str:
    kind, node = miss.cap
    task, gate = facts.document.find(Task, node), facts.document.find(Gate, node)
    if gate is not None:
        return f"Gate {gate.key}, {gate.name}"
    if kind is CapKind.LAUNCH or task is None:
        return "Launch day"
    if kind is CapKind.DEADLINE:
        return f"The deadline of “{task.title}”"
    if kind is CapKind.PIN:
        return f"The pin of “{task.title}”"
    return f"The latest day of “{task.title}”"


def node_text(node: str, facts: TaskFacts) -> str:
    """A task or gate by name and key."""
    task, gate = facts.document.find(Task, node), facts.document.find(Gate, node)
    if task is not None:
        return f"{task.title} ({task.key})"
    return "" if gate is None else f"Gate {gate.name} ({gate.key})"


def step_days(step: Step, facts: TaskFacts) -> tuple[str, str]:
    """When a step is heading for, and how long it takes."""
    task = facts.document.find(Task, step.node)
    when = span_text(step.start, step.finish, facts.today)
    return when, "" if task is None or task.is_passed_over else f"{task.duration}d"


def hold_text(step: Step, facts: TaskFacts) -> str:
    """What holds a step where it is."""
    task = facts.document.find(Task, step.node)
    if step.hold == "link":
        link = facts.document.find(Dependency, step.link)
        return "" if link is None else f"after the one above, {link_words(link)}"
    if step.hold == "anchor" and task is not None:
        return anchor_words(task.anchor, facts)
    return _HOLDS[step.hold]


_HOLDS = {
    "link": "",
    "anchor": "its anchor",
    "today": "cannot begin sooner than today",
    "begun": "has begun; what is left of it starts today",
    "expected": "its owner expects it then",
    "late": "goes as late as possible",
    "start": "the plan's first day",
    "gate": "gates stand still",
    "done": "done; it stands where it happened",
}


def effect_text(offer: Offer) -> str:
    """What a repair would do: ``Gains 4 working days; everything fits then. Costs 12 points.``"""
    repair = offer.repair
    parts = [f"Gains {counted(repair.gained, 'working day')}; {_left_text(repair)}."]
    moves = len(offer.moved.moves)
    parts.append(f"{counted(moves, 'task')} would move." if moves else "Nothing else moves.")
    before, after = offer.score_before, offer.score_after
    if before is not None and after is not None:
        same = f"{before:.1f}" == f"{after:.1f}"
        parts.append(f"Readiness stays {before:.1f}." if same else f"Readiness {before:.1f} → {after:.1f}.")
    parts.append(f"Costs {float(repair.cost):.3g} points.")
    return " ".join(parts)


def _left_text(repair: Repair) -> str:
    if repair.fits:
        return "everything fits then"
    if repair.clears:
        return f"this fits then, something else is still missed by {counted(repair.other, 'day')}"
    return f"{counted(repair.left, 'day')} still missing"
