"""What a drag would do: the plan after an edit that has not been made, scheduled from the last one tried."""

from collections.abc import Mapping
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import TaskId
from launchpad.engines.schedule import TaskDates
from launchpad.engines.schedule.scheduler import Scheduler


class Rehearsal:
    """Tries edits of one plan. Nothing is written; only what an edit reaches is scheduled again."""

    def __init__(self, document: Document, today: date) -> None:
        self._document = document
        self._scheduler = Scheduler(document, today)
        self._before = self._scheduler.schedule()
        self._tried = Edit("", ())
        self._touched: set[TaskId] = set()
        self.moved: Mapping[TaskId, TaskDates] = {}

    def play(self, edit: Edit) -> None:
        """Show the plan after an edit of the document, instead of the one tried before it."""
        step = _from_one_to(self._tried, edit)
        if not step:
            return
        self._touched |= self._scheduler.follow(self._document.apply(edit), step)
        self._tried = edit
        now, before = self._scheduler.schedule().tasks, self._before.tasks
        self.moved = {each: now[each] for each in self._touched if _shown(now[each]) != _shown(before[each])}

    def dates(self, task_id: TaskId) -> TaskDates:
        """The dates of a task as tried."""
        return self._scheduler.schedule().tasks[task_id]


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


def _shown(dates: TaskDates) -> tuple[date, date]:
    return dates.start, dates.finish
