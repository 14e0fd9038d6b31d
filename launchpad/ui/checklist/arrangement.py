"""Which tasks stand in which group, and in what order: the shape of the checklist, without any Qt."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from launchpad.app.commands.task_weeks import monday_of
from launchpad.app.day_text import day_text
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import TaskStatus, Word
from launchpad.domain.task import Task
from launchpad.engines.readiness.credit import WHOLE


class Grouping(Word):
    """What the groups of the checklist are."""

    TRACK = "track"
    GATE = "gate"
    OWNER = "owner"
    STATUS = "status"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Group:
    """A group with the tasks that are shown in it.

    `key` is what it stands for: the id of a track, gate or person, a status, or the Monday of a week; empty for none.
    `done` and `total` count all its applicable tasks, shown or not; `score` is 0–100, None without data.
    """

    key: str
    title: str
    tasks: tuple[Task, ...]
    done: int
    total: int
    count: int  # with those not applicable
    score: float | None
    place: int = -1  # of a track, for its color


Accepts = Callable[[Task, TaskFacts], bool]
SortKey = Callable[[Task, TaskFacts], Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What was asked for: groups, which tasks, and an order other than the plan's (None: the plan's)."""

    grouping: Grouping
    accepts: Accepts
    sort: SortKey | None = None
    is_descending: bool = False
    is_filtered: bool = False


def arrange(facts: TaskFacts, shape: Shape) -> tuple[Group, ...]:
    """The groups in their order. Tracks and gates without a task are there when nothing is filtered."""
    found: dict[str, list[Task]] = {key: [] for key in _known_keys(facts, shape)}
    key_of = _KEYS[shape.grouping]
    for task in facts.document.tasks:
        found.setdefault(key_of(task, facts), []).append(task)
    keys = sorted(found) if shape.grouping is Grouping.WEEK else _last_nobody(found)
    groups = (_group(facts, shape, key, found[key]) for key in keys)
    return tuple(group for group in groups if group.tasks or (not shape.is_filtered and _is_shown_empty(shape, group)))


def _is_shown_empty(shape: Shape, group: Group) -> bool:
    return shape.grouping is Grouping.TRACK


def _last_nobody(keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: key == "")


def _known_keys(facts: TaskFacts, shape: Shape) -> Iterator[str]:
    document = facts.document
    match shape.grouping:
        case Grouping.TRACK:
            yield from (track.id for track in document.tracks)
        case Grouping.GATE:
            yield from (gate.id for gate in sorted(document.gates, key=lambda gate: facts.calendar.day_of(gate.when)))
        case Grouping.OWNER:
            yield from (person.id for person in sorted(document.people, key=lambda person: person.name.casefold()))
        case Grouping.STATUS:
            yield from (status.value for status in _STATUS_ORDER)


_STATUS_ORDER = (
    TaskStatus.BLOCKED,
    TaskStatus.IN_REVIEW,
    TaskStatus.IN_PROGRESS,
    TaskStatus.NOT_STARTED,
    TaskStatus.DONE,
    TaskStatus.WAIVED,
    TaskStatus.NOT_APPLICABLE,
)


def _week(task: Task, facts: TaskFacts) -> str:
    due = facts.due(task)
    return "" if due is None else monday_of(due).isoformat()


_KEYS: dict[Grouping, Callable[[Task, TaskFacts], str]] = {
    Grouping.TRACK: lambda task, facts: task.track,
    Grouping.GATE: lambda task, facts: task.gate or "",
    Grouping.OWNER: lambda task, facts: task.owner or "",
    Grouping.STATUS: lambda task, facts: task.status.value,
    Grouping.WEEK: _week,
}


def _group(facts: TaskFacts, shape: Shape, key: str, tasks: list[Task]) -> Group:
    applicable = [task for task in tasks if task.status is not TaskStatus.NOT_APPLICABLE]
    shown: Iterable[Task] = tasks
    if shape.is_filtered:
        shown = [task for task in tasks if shape.accepts(task, facts)]
    if shape.sort is not None:
        shown = _sorted(shown, facts, shape.sort, shape.is_descending)
    return Group(
        key,
        _title(facts, shape.grouping, key),
        tuple(shown),
        sum(task.status is TaskStatus.DONE for task in applicable),
        len(applicable),
        len(tasks),
        _score(facts, shape.grouping, key, applicable),
        _place(facts, key) if shape.grouping is Grouping.TRACK else -1,
    )


def _sorted(tasks: Iterable[Task], facts: TaskFacts, key: SortKey, is_descending: bool) -> list[Task]:
    """In order of a key; tasks without a value come last, whichever way."""
    keyed = [(key(task, facts), task) for task in tasks]
    known = sorted((each for each in keyed if each[0] is not None), key=lambda each: each[0], reverse=is_descending)
    return [task for _, task in known] + [task for value, task in keyed if value is None]


def _title(facts: TaskFacts, grouping: Grouping, key: str) -> str:
    if grouping is Grouping.STATUS:
        return TaskStatus(key).label
    if grouping is Grouping.WEEK:
        return _week_title(facts, key)
    if not key:
        return "Nobody" if grouping is Grouping.OWNER else "No gate"
    if grouping is Grouping.GATE:
        gate = next(gate for gate in facts.document.gates if gate.id == key)
        return f"{gate.key} · {gate.name} · {day_text(facts.calendar.day_of(gate.when), facts.today)}"
    rows = facts.document.tracks if grouping is Grouping.TRACK else facts.document.people
    return next(row.name for row in rows if row.id == key)


def _week_title(facts: TaskFacts, key: str) -> str:
    if not key:
        return "Without dates"
    monday = date.fromisoformat(key)
    words = {0: "this week", 7: "next week", -7: "last week"}.get((monday - monday_of(facts.today)).days)
    return f"Week of {day_text(monday, facts.today)}" + (f" · {words}" if words else "")


def _place(facts: TaskFacts, key: str) -> int:
    return next((number for number, track in enumerate(facts.document.tracks) if track.id == key), -1)


def _score(facts: TaskFacts, grouping: Grouping, key: str, tasks: list[Task]) -> float | None:
    answer = facts.readiness
    if answer is None:
        return None
    if grouping is Grouping.TRACK:
        return next((each.score for each in answer.tracks if each.track.id == key), None)
    found = answer.items
    items = [found[task.id] for task in tasks]
    weight = sum(item.weight for item in items)
    return float(100 * sum(item.weight * item.credit.earned for item in items) / (weight * WHOLE)) if weight else None
