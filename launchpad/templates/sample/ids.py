"""The ids of everything a launch file names by key; given first, so that rows can name each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from launchpad.domain import ids
from launchpad.templates.fields import Fields

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids by key, kind by kind."""

    people: dict[str, ids.PersonId]
    tracks: dict[str, ids.TrackId]
    gates: dict[str, ids.GateId]
    criteria: dict[str, ids.CriterionId]
    tasks: dict[str, ids.TaskId]
    decisions: dict[str, ids.DecisionId]

    @property
    def nodes(self) -> dict[str, ids.NodeId]:
        """Tasks and gates: what a link may join."""
        return {**self.tasks, **self.gates}

    def person(self, fields: Fields, name: str) -> ids.PersonId | None:
        """The person a field names, or None when it is left out."""
        return fields.reference(name, self.people, "person")


def give_ids(fields: Fields) -> Ids:
    """Give an id to every key of a launch file; raise TemplateError for a key that is used twice."""

    def fresh(part: str, field: str, kind: str, make: Callable[[str], Id]) -> dict[str, Id]:
        return {key: make(ids.new_id()) for key in fields.keys_of(part, field, kind)}

    return Ids(
        people=fresh("people", "id", "person", ids.PersonId),
        tracks=fresh("tracks", "key", "track", ids.TrackId),
        gates=fresh("gates", "key", "gate", ids.GateId),
        criteria={
            key: ids.CriterionId(ids.new_id())
            for gate in fields.each("gates", GATE)
            for key in gate.keys_of("criteria", "id", "criterion")
        },
        tasks=fresh("tasks", "key", "task", ids.TaskId),
        decisions=fresh("decisions", "id", "decision", ids.DecisionId),
    )


GATE = ("key", "name", "offset", "decider", "question", "required_signoffs", "status", "decision", "criteria")
"""Fields of a gate in a launch file."""
