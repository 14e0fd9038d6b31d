"""What a launch taught about its template: durations as they were, tasks that were added, tasks nobody needed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.review import RetroNote
from launchpad.domain.task import Task
from launchpad.engines.calendar import calendar_of


@dataclass(frozen=True, slots=True)
class DurationLesson:
    """A finished task that took another time than the template says, in working days of the plan's calendar."""

    task: Task
    planned: int
    actual: int


@dataclass(frozen=True, slots=True)
class Lessons:
    """What to take into the next version of a template. `unused` are keys of its tasks."""

    durations: tuple[DurationLesson, ...]
    added: tuple[Task, ...]
    unused: tuple[str, ...]
    notes: tuple[RetroNote, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to change in the template."""
        return bool(self.durations or self.added or self.unused)


def lessons_of(document: Document, planned: Mapping[str, int], known: Collection[str]) -> Lessons:
    """Compare a plan with its template.

    `planned` are the working days of each task that the template put into this plan, by key; `known` are the keys of
    all its tasks, also of those that the answers left out.
    """
    return Lessons(
        durations=tuple(_durations(document, planned)),
        added=tuple(task for task in document.tasks if task.key not in known and not task.is_passed_over),
        unused=tuple(key for key in planned if _is_unused(document.by_key(Task, key))),
        notes=document.rows(RetroNote),
    )


def _is_unused(task: Task | None) -> bool:
    return task is None or task.status is TaskStatus.NOT_APPLICABLE


def _durations(document: Document, planned: Mapping[str, int]) -> Iterator[DurationLesson]:
    for task in document.tasks:
        days = planned.get(task.key, 0)
        actual = actual_days(document, task)
        if days and actual is not None and actual != days:
            yield DurationLesson(task, days, actual)


def actual_days(document: Document, task: Task) -> int | None:
    """Working days from a finished task's first day to its last, both counted; None when they are not known."""
    first, last = task.actual_start, task.actual_finish
    if task.status is not TaskStatus.DONE or first is None or last is None or last < first:
        return None
    return max(1, calendar_of(document).workdays_between(first, last + timedelta(days=1)))
