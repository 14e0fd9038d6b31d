"""Adding, copying and removing several tasks at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from launchpad.app.commands.task_fields import tasks_of
from launchpad.app.commands.task_order import keys_between
from launchpad.app.commands.tasks import removal
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId, new_id
from launchpad.domain.people import Track
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule

LONGEST_KEY = 24


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to be: its title, the id of its track (None: where it is put) and the fields that were given."""

    title: str
    track: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


def add_tasks(
    document: Document, drafts: Sequence[NewTask], track: str | None, before: str | None, today: date
) -> Edit:
    """Add tasks as one edit, in a track before another task (None: at its end); a draft's own track wins.

    A task that is given no date starts today at the earliest: nothing new lies in the past.
    """
    if not drafts:
        return Edit("Add nothing", ())
    home = track or _first_track(document)
    keys = {task.key for task in document.tasks} | {gate.key for gate in document.gates}
    rows: list[Task] = []
    for place in dict.fromkeys(draft.track or home for draft in drafts):
        here = [draft for draft in drafts if (draft.track or home) == place]
        orders = _orders(document, place, before if place == home else None, len(here))
        rows += [_row(document, each, place, order, keys, today) for each, order in zip(here, orders, strict=True)]
    label = f"Add {drafts[0].title}" if len(drafts) == 1 else f"Add {counted(len(drafts), 'task')}"
    return Edit(label, tuple(Change(None, row) for row in rows))


def _first_track(document: Document) -> str:
    if not document.tracks:
        raise PlanError("A task needs a track; this plan has none.")
    return document.tracks[0].id


def _orders(document: Document, track: str, before: str | None, count: int) -> list[str]:
    tasks = [task for task in document.tasks if task.track == track]
    place = next((number for number, task in enumerate(tasks) if task.id == before), len(tasks))
    low = tasks[place - 1].order if place else None
    high = tasks[place].order if place < len(tasks) else None
    if high is not None and (low or "") >= high:
        low, high = max(task.order for task in tasks), None  # no room where rows have no place of their own
    return keys_between(low or None, high, count)


def _row(document: Document, draft: NewTask, track: str, order: str, keys: set[str], today: date) -> Task:
    fields = {"updated": today, **draft.fields}
    if "anchor" not in fields:
        fields["anchor"] = _not_in_the_past(document, today)
    key = fields.pop("key", "") or fresh_key(document, track, draft.title, keys)
    keys.add(key)
    return Task(**{"id": TaskId(new_id()), "key": key, "title": draft.title, **fields, "track": track, "order": order})


def _not_in_the_past(document: Document, today: date) -> Anchor | None:
    try:
        start = schedule(document, today).start
    except PlanError:
        return None
    return Anchor(AnchorKind.SNET, calendar_of(document).offset_at_or_after(today)) if today > start else None


def fresh_key(document: Document, track: str, title: str, taken: set[str]) -> str:
    """A fresh key in the manner of the track's others: numbered on, or a word of the title after their prefix."""
    known = [task.key for task in document.tasks if task.track == track]
    numbered = [match for key in known if (match := re.fullmatch(r"(.*?)(\d{1,6})", key))]
    if numbered and len(numbered) * 2 > len(known):
        prefix, digits = numbered[-1][1], len(numbered[-1][2])
        return _free((f"{prefix}{number:0{digits}}" for number in range(1, 1_000_000)), taken)
    stem = f"{_prefix(document, track, known)}{_slug(title)}"[:LONGEST_KEY].rstrip("-.")
    return _free((stem if number == 1 else f"{stem}-{number}" for number in range(1, 1_000_000)), taken)


def _free(candidates: Iterable[str], taken: set[str]) -> str:
    return next(key for key in candidates if key not in taken)


def _prefix(document: Document, track: str, known: Sequence[str]) -> str:
    dotted = [key.partition(".")[0] for key in known if "." in key]
    if dotted:
        return max(set(dotted), key=dotted.count) + "."
    return re.sub(r"[^a-z0-9]", "", document.table(Track)[track].key.casefold())[:3] + "."


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.casefold())
    long = [word for word in words if len(word) > 3] or words or ["task"]
    return "-".join(long[:2])


# --- copies --------------------------------------------------------------------------------------------------------

AFRESH = (
    "status",
    "progress",
    "updated",
    "actual_start",
    "actual_finish",
    "expected_finish",
    "baseline_start",
    "baseline_finish",
    "review_since",
    "blocked_since",
    "blocked_reason",
    "unblocked_by",
    "unblock_by",
    "evidence",
    "approved_by",
    "approved_on",
    "na_reason",
    "na_approved_by",
    "waived_by",
)
"""Fields a copy of a task does not take over: it has a life of its own."""

_OWN = ("id", "key", "title", "track", "order", *AFRESH)


def copied(task: Task, names: Sequence[str]) -> NewTask:
    """A task to be that is like another; `names` are the fields a task has."""
    return NewTask(task.title, task.track, {name: getattr(task, name) for name in names if name not in _OWN})


# --- removing ------------------------------------------------------------------------------------------------------


def remove_tasks(document: Document, ids: Sequence[str]) -> Edit:
    """Remove tasks with all that names them, as one edit."""
    tasks = tasks_of(document, ids)
    label = f"Remove {tasks[0].title}" if len(tasks) == 1 else f"Remove {counted(len(tasks), 'task')}"
    return Edit(label, removal(document, tasks))


def held_up_by(document: Document, ids: Sequence[str]) -> tuple[Row, ...]:
    """The other tasks and gates that wait for one of these tasks."""
    gone = set(ids)
    waiting = dict.fromkeys(
        link.successor for link in document.dependencies if link.predecessor in gone and link.successor not in gone
    )
    found = (document.find(Task, each) or document.find(Gate, each) for each in waiting)
    return tuple(row for row in found if row is not None)


def links_of(document: Document, task: str) -> tuple[tuple[Dependency, ...], tuple[Dependency, ...]]:
    """The links a task waits by, and those by which others wait for it."""
    links = document.table(Dependency).values()
    before = [link for link in links if link.successor == task]
    after = [link for link in links if link.predecessor == task]
    return tuple(sorted(before, key=lambda link: link.id)), tuple(sorted(after, key=lambda link: link.id))
