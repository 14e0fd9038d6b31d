"""Tasks as Launchpad's windows hand them to each other, by clipboard or drag."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from launchpad.app.commands.task_rows import NewTask, copied
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of, from_values, reference_fields, to_values
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task

MIME = "application/x-launchpad-tasks"
LONGEST = 32 * 1024 * 1024
"""Characters of a clip that are read."""

_NAMED = (Person, Track, Gate)
_NAMES = tuple(field.name for field in fields_of(Task))


@dataclass(frozen=True, slots=True)
class Clip:
    """Tasks on their way: where they are from, whether they are to be moved, their rows, and what the rows name."""

    launch: str
    is_cut: bool
    tasks: tuple[Task, ...]
    keys: dict[str, str]

    def is_move_in(self, document: Document) -> bool:
        """Whether pasting them here moves them: they were cut in this plan and are still there."""
        table = document.table(Task)
        return self.is_cut and self.launch == document.launch.id and all(task.id in table for task in self.tasks)

    def drafts(self, document: Document) -> tuple[NewTask, ...]:
        """The tasks as new ones of a plan; whom and what that plan does not know is left out."""
        return tuple(self._draft(document, task) for task in self.tasks)

    def _draft(self, document: Document, task: Task) -> NewTask:
        draft = copied(task, _NAMES)
        named = {field.name: field.refers_to for field in reference_fields(Task)}
        fields = {
            name: self._known(document, value, named[name]) if name in named else value
            for name, value in draft.fields.items()
        }
        return NewTask(draft.title, self._known(document, task.track, (Track,)), fields)

    def _known(self, document: Document, value: Any, kinds: Sequence[type]) -> Any:
        if value is None or any(value in document.table(kind) for kind in kinds):
            return value
        found = (document.by_key(kind, self.keys.get(value, "")) for kind in kinds if kind in _NAMED)
        return next((row.id for row in found if row is not None), None)


def clip_text(document: Document, tasks: Sequence[Task], *, is_cut: bool) -> str:
    """Tasks as text for the clipboard of Launchpad. Private notes never leave the file."""
    rows = [to_values(task) | {"private_note": ""} for task in tasks]
    named = {getattr(task, field.name) for task in tasks for field in reference_fields(Task)}
    keys: dict[str, str] = {person.id: person.key for person in document.people if person.id in named}
    keys |= {track.id: track.key for track in document.tracks if track.id in named}
    keys |= {gate.id: gate.key for gate in document.gates if gate.id in named}
    return json.dumps({"launch": document.launch.id, "cut": is_cut, "tasks": rows, "keys": keys})


def read_clip(text: str) -> Clip:
    """Read what `clip_text` wrote; raise PlanError for anything else."""
    try:
        found = json.loads(text[:LONGEST])
        keys = {str(name): str(key) for name, key in found["keys"].items()}
        tasks = tuple(from_values(Task, row) for row in found["tasks"])
        return Clip(str(found["launch"]), found["cut"] is True, tasks, keys)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise PlanError("There are no tasks on the clipboard that can be read.") from None
