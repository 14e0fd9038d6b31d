"""Moving tasks within their track and from track to track."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from launchpad.app.commands.task_fields import tasks_of
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import TrackId
from launchpad.domain.order import between, spread
from launchpad.domain.task import Task
from launchpad.domain.wording import counted


def move_tasks(document: Document, ids: Sequence[str], track: str, before: str | None, today: date) -> Edit:
    """Put tasks, in the order given, into a track before another task (None: at its end), as one edit."""
    moving = tasks_of(document, ids)
    gone = {task.id for task in moving}
    here = [task for task in document.tasks if task.track == track]
    rest = [task for task in here if task.id not in gone]
    place = _place(here, rest, before)
    wanted = [*rest[:place], *moving, *rest[place:]]
    if [task.id for task in wanted] == [task.id for task in here]:
        return Edit(_label(moving), ())
    return Edit(_label(moving), tuple(_placed(wanted, gone, TrackId(track), today)))


def _place(here: Sequence[Task], rest: Sequence[Task], before: str | None) -> int:
    """Where in `rest` the task `before` is or, when it is moved itself, the first after it that stays."""
    start = next((number for number, task in enumerate(here) if task.id == before), len(here))
    numbers = {task.id: number for number, task in enumerate(rest)}
    return next((numbers[task.id] for task in here[start:] if task.id in numbers), len(rest))


def _label(tasks: Sequence[Task]) -> str:
    return f"Move {tasks[0].title}" if len(tasks) == 1 else f"Move {counted(len(tasks), 'task')}"


def _placed(wanted: Sequence[Task], moving: Iterable[str], track: TrackId, today: date) -> Iterable[Change]:
    """Keys for the moved rows only; where there is no room between their neighbors, for the whole track."""
    keys = places_among(wanted, set(moving))
    for task, key in zip(wanted, keys, strict=True):
        after = replace(task, order=key, track=track)
        if task.track != track:
            after = replace(after, updated=today)
        if after != task:
            yield Change(task, after)


def places_among(wanted: Sequence[Task], moving: set[str]) -> list[str]:
    """Order keys that put tasks in the wanted order, changing only those of `moving` if their neighbors allow."""
    settled = [task.order for task in wanted if task.id not in moving]
    if not all(settled) or any(low >= high for low, high in pairwise(settled)):
        return list(spread(len(wanted)))
    keys: list[str] = []
    for is_moving, group in groupby(wanted, lambda task: task.id in moving):
        run = list(group)
        if not is_moving:
            keys += [task.order for task in run]
            continue
        place = len(keys)
        high = wanted[place + len(run)].order if place + len(run) < len(wanted) else None
        keys += keys_between(keys[-1] if keys else None, high, len(run))
    return keys


def keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """Increasing order keys between two (None: open end), short however many there are."""
    if count == 0:
        return []
    middle = between(low, high)
    left = count // 2
    return [*keys_between(low, middle, left), middle, *keys_between(middle, high, count - left - 1)]
