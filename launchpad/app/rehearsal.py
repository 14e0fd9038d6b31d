"""What an edit would do: the plan after edits that are only tried, scheduled from the last one tried."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.engines.schedule import Driver
from launchpad.engines.schedule.scheduler import Scheduler


class Stand(NamedTuple):
    """Where a task would stand: its first and last day, and its slack in working days."""

    start: date
    finish: date
    slack: int


class Rehearsal:
    """Tries edits of one plan. Nothing is written; only what an edit reaches is scheduled again."""

    def __init__(self, scheduler: Scheduler) -> None:
        """`scheduler` knows the plan; nobody else goes on with it."""
        self._now = scheduler
        self._plan, self._before = scheduler.document, scheduler.copy()
        self._tried = Edit("", ())
        self._touched: set[TaskId] = set()
        self.moved: Mapping[TaskId, Stand] = _Moved(self, set())
        """The tasks that would stand elsewhere."""

    @property
    def plan(self) -> Document:
        """The plan as it is."""
        return self._plan

    @property
    def document(self) -> Document:
        """The plan as tried."""
        return self._now.document

    def play(self, edit: Edit) -> None:
        """Try an edit of the plan, instead of the one tried before it; raise PlanError if the plan cannot be so."""
        step = _from_one_to(self._tried, edit)
        if not step:
            return
        self._touched |= self._now.follow(self.plan.apply(edit), step)
        self._touched |= {TaskId(change.row.id) for change in step.changes if isinstance(change.row, Task)}
        self._tried = edit
        touched = self._touched | self._now.milestones_after(self._touched)
        self.moved = _Moved(self, {task for task in touched if self._has_moved(task)})

    def _has_moved(self, task: TaskId) -> bool:
        if task not in self._plan.table(Task) or task not in self.document.table(Task):
            return False  # only in one of them
        start, finish = self._now.placed(task)
        if (start, finish) != self._before.placed(task):
            return True
        return start == finish and self._now.shown(task) != self._before.shown(task)

    def stand(self, task: TaskId) -> Stand:
        """Where a task would stand."""
        return Stand(*self._now.shown(task), self._now.slack(task))

    def held(self, task: TaskId) -> tuple[int, Driver]:
        """The offset at which a task would start at the earliest, and what holds it there."""
        return self._now.held(task)


class _Moved(Mapping[TaskId, Stand]):
    """Tasks by id; where they would stand is worked out for those that are looked at."""

    def __init__(self, rehearsal: Rehearsal, tasks: set[TaskId]) -> None:
        self._rehearsal, self._tasks = rehearsal, tasks

    def __getitem__(self, task: TaskId) -> Stand:
        if task not in self._tasks:
            raise KeyError(task)
        return self._rehearsal.stand(task)

    def __contains__(self, task: object) -> bool:
        return task in self._tasks

    def __iter__(self) -> Iterator[TaskId]:
        return iter(self._tasks)

    def __len__(self) -> int:
        return len(self._tasks)


def _from_one_to(old: Edit, new: Edit) -> Edit:
    """The step from the plan after one edit to the plan after another of the same plan."""
    was = {(type(each.row), each.row.id): each for each in old.changes}
    steps = []
    for change in new.changes:
        before = was.pop((type(change.row), change.row.id), None)
        start = change.before if before is None else before.after
        if start != change.after:
            steps.append(Change(start, change.after))
    steps += [Change(each.after, each.before) for each in was.values()]
    return Edit(new.label, tuple(steps))
