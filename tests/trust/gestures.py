"""What people do to a plan, at random: edits of every size, undo and redo, each through the session like any other."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.links import remove_link, set_link
from launchpad.app.commands.people import set_days_off
from launchpad.app.commands.risks import add_risk
from launchpad.app.commands.task_fields import set_fields
from launchpad.app.commands.task_order import move_tasks
from launchpad.app.commands.task_rows import NewTask, add_tasks, remove_tasks
from launchpad.app.commands.task_status import set_status
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import LinkType, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Risk
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import DateRange
from tests.builders import a_person, a_plan, a_task, a_track, link

TODAY = date(2026, 10, 12)
MOST_TASKS = 120
"""So that a plan that is worked on for hours stays a plan."""

Chance = random.Random
Gesture = Callable[[Document, Chance], Edit]


def a_busy_plan() -> Document:
    """A plan large enough that an edit touches several pages of its file."""
    tasks = [a_task(f"task.{n}", note=f"Note {n} " * 50, owner=("mara", "joon")[n % 2]) for n in range(60)]
    links = [link(f"task.{n}", f"task.{n + 7}") for n in range(0, 50, 3)]
    return a_plan(a_track(), a_person("mara"), a_person("joon"), *tasks, *links)


def _some(plan: Document, chance: Chance, most: int) -> list[str]:
    return [task.id for task in chance.sample(plan.tasks, min(len(plan.tasks), chance.randint(1, most)))]


def rename(plan: Document, chance: Chance) -> Edit:
    """New titles, long and short."""
    return set_fields(plan, _some(plan, chance, 3), {"title": f"Do {chance.randrange(10**9)} “Ærø” 💥"}, TODAY)


def annotate(plan: Document, chance: Chance) -> Edit:
    """A note that may need pages of its own."""
    note = f"Note {chance.randrange(10**9)} " * chance.choice([1, 10, 900])
    return set_fields(plan, _some(plan, chance, 2), {"note": note}, TODAY)


def replan(plan: Document, chance: Chance) -> Edit:
    """Another length for many tasks at once."""
    return set_fields(plan, _some(plan, chance, 40), {"duration": chance.randint(0, 9)}, TODAY)


def report(plan: Document, chance: Chance) -> Edit:
    """Work begun, finished, or not."""
    states = [TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DONE, TaskStatus.BLOCKED]
    return set_status(plan, _some(plan, chance, 3), chance.choice(states), TODAY)


def add(plan: Document, chance: Chance) -> Edit:
    """A few tasks more."""
    drafts = [NewTask(f"New {chance.randrange(10**9)}") for _ in range(chance.randint(1, 5))]
    return add_tasks(plan, drafts, None, None, TODAY)


def remove(plan: Document, chance: Chance) -> Edit:
    """A few tasks fewer, with all that refers to them."""
    most = 20 if len(plan.tasks) > MOST_TASKS else 3
    wanted = _some(plan, chance, most)
    return remove_tasks(plan, wanted if len(plan.tasks) > 20 else [])


def connect(plan: Document, chance: Chance) -> Edit:
    """A link more or fewer; circles are refused."""
    links = plan.rows(Dependency)
    if links and chance.random() < 0.4:
        old = chance.choice(links)
        nodes = plan.table(Task)
        return remove_link(plan, nodes[old.predecessor], nodes[old.successor])
    first, second = chance.sample(plan.tasks, 2)
    return set_link(plan, first, second, chance.choice(list(LinkType)), chance.randint(-2, 5), chance.random() < 0.2)


def move(plan: Document, chance: Chance) -> Edit:
    """Tasks elsewhere in the list."""
    return move_tasks(plan, _some(plan, chance, 4), plan.tasks[0].track, chance.choice(plan.tasks).id, TODAY)


def take_leave(plan: Document, chance: Chance) -> Edit:
    """Days on which somebody is away."""
    first = TODAY + timedelta(chance.randint(0, 60))
    ranges = [DateRange(first, first + timedelta(chance.randint(0, 9)))]
    return set_days_off(plan, chance.choice(plan.people).id, ranges)


def postpone(plan: Document, chance: Chance) -> Edit:
    """Another launch day; some are refused, for nobody works then."""
    return change_launch(plan, {"launch_date": date(2026, 11, 10) + timedelta(chance.randint(-9, 60))})


def worry(plan: Document, chance: Chance) -> Edit:
    """A risk more, while there are few."""
    return (
        add_risk(plan, f"Risk {chance.randrange(10**9)}", TODAY) if len(plan.rows(Risk)) < 20 else rename(plan, chance)
    )


GESTURES: tuple[Gesture, ...] = (
    *(rename, annotate, replan, report, add, remove, connect, move, take_leave, postpone, worry),
)


def do_something(session: Session, chance: Chance) -> Applied:
    """One edit that is on disk now: a gesture, an undo or a redo. What the plan refuses is tried differently."""
    while True:
        with suppress(PlanError):
            applied = _one(session, chance)
            if applied.edit:
                return applied


def _one(session: Session, chance: Chance) -> Applied:
    what = chance.random()
    if what < 0.15:
        return session.undo()
    if what < 0.25:
        return session.redo()
    return session.run(chance.choice(GESTURES), chance)
