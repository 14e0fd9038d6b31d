"""The filters that are one click away, each with how many tasks it would show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.task import Task

SOON = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class QuickFilter:
    """A filter by name; one that can `count` says how many tasks it would show."""

    name: str
    title: str
    accepts: Callable[[Task, TaskFacts], bool]
    count: Callable[[TaskFacts], int] | None = None


def _is_soon(task: Task, facts: TaskFacts) -> bool:
    due = facts.due(task) if task.is_open else None
    return due is not None and due <= facts.today + SOON


def _is_mine(task: Task, facts: TaskFacts) -> bool:
    return facts.me is not None and task.owner == facts.me.id


def _count_blocked(facts: TaskFacts) -> int:
    return sum([task.status is TaskStatus.BLOCKED for task in facts.document.tasks])


ALL = QuickFilter("all", "All", lambda task, facts: True)
QUICK_FILTERS = (
    ALL,
    QuickFilter("mine", "Mine", _is_mine),
    QuickFilter("soon", "Due in 2 weeks", _is_soon),
    QuickFilter("overdue", "Overdue", lambda task, facts: facts.is_late(task), TaskFacts.count_late),
    QuickFilter("blocked", "Blocked", lambda task, facts: task.status is TaskStatus.BLOCKED, _count_blocked),
    QuickFilter("must", "Must-have", lambda task, facts: task.criticality is Criticality.MUST),
)
BY_NAME = {each.name: each for each in QUICK_FILTERS}
