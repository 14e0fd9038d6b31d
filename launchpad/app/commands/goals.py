"""Changing goals, their checkpoints and what was measured."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import GoalId, MeasurementId, new_id
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.values import Checkpoint, When
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A value on a day, as somebody typed or pasted it."""

    day: date
    value: float
    note: str = ""


def add_goal(document: Document, name: str, fields: Mapping[str, Any] | None = None) -> Edit:
    """Add a goal at the end of the register."""
    taken = {goal.key for goal in document.rows(Goal)}
    base = "".join(letter if letter.isalnum() else "-" for letter in name.strip().casefold()).strip("-")[:24] or "goal"
    key = next(
        key for number in range(len(taken) + 2) if (key := base if not number else f"{base}-{number + 1}") not in taken
    )
    goal = Goal(id=GoalId(new_id()), key=key, name=name.strip(), order=last_place(document, Goal), **(fields or {}))
    return Edit(f"Add goal {goal.name}", (Change(None, goal),))


def change_goal(document: Document, goal_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a goal."""
    return change_row(document, existing(document, Goal, goal_id), fields)


def remove_goals(document: Document, goal_ids: Iterable[str]) -> Edit:
    """Remove goals with all that was measured for them."""
    goals = [existing(document, Goal, each) for each in goal_ids]
    measured = (Change(row, None) for goal in goals for row in measurements_of(document, goal.id))
    label = f"Remove goal {goals[0].name}" if len(goals) == 1 else f"Remove {counted(len(goals), 'goal')}"
    return Edit(label, (*measured, *(Change(goal, None) for goal in goals)))


def measurements_of(document: Document, goal_id: str) -> tuple[Measurement, ...]:
    """What was measured for a goal, oldest first."""
    found = (row for row in document.table(Measurement).values() if row.goal == goal_id)
    return tuple(sorted(found, key=lambda row: (row.day, row.id)))


def record(document: Document, goal_id: str, readings: Iterable[Reading]) -> Edit:
    """Write down values of a goal; a day that has one already gets the new one, and an empty note keeps the old."""
    goal = existing(document, Goal, goal_id)
    wanted = {reading.day: reading for reading in readings}
    known = {row.day: row for row in measurements_of(document, goal_id)}
    changes = tuple(_changes(goal, wanted, known))
    return Edit(f"Record {counted(len(changes), 'value')} of {goal.name}", changes)


def _changes(goal: Goal, wanted: Mapping[date, Reading], known: Mapping[date, Measurement]) -> Iterator[Change]:
    for day, reading in sorted(wanted.items()):
        old = known.get(day)
        if old is None:
            new = Measurement(id=MeasurementId(new_id()), goal=goal.id, day=day, value=reading.value, note=reading.note)
            yield Change(None, new)
            continue
        after = replace(old, value=reading.value, note=reading.note or old.note)
        if after != old:
            yield Change(old, after)


def change_measurement(document: Document, measurement_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a measurement; two of one goal on one day are refused."""
    row = existing(document, Measurement, measurement_id)
    goal = document.table(Goal)[row.goal]
    day = fields.get("day", row.day)
    if any(other.day == day and other.id != row.id for other in measurements_of(document, row.goal)):
        raise PlanError(f"“{goal.name}” already has a value on {day.day} {day:%b %Y}.")
    edit = change_row(document, row, fields)
    return Edit(f"Change a value of {goal.name}", edit.changes)


def remove_measurements(document: Document, measurement_ids: Iterable[str]) -> Edit:
    """Remove values."""
    rows = [existing(document, Measurement, each) for each in measurement_ids]
    names = {document.table(Goal)[row.goal].name for row in rows}
    label = f"Remove {counted(len(rows), 'value')} of {', '.join(sorted(names))}"
    return Edit(label, tuple(Change(row, None) for row in rows))


def remove_checkpoints(document: Document, goal_id: str, checkpoints: Collection[Checkpoint]) -> Edit:
    """Take checkpoints away from a goal."""
    goal = existing(document, Goal, goal_id)
    kept = tuple(each for each in goal.checkpoints if each not in checkpoints)
    edit = change_row(document, goal, {"checkpoints": kept})
    return Edit(f"Remove {counted(len(checkpoints), 'checkpoint')} of {goal.name}", edit.changes)


def set_checkpoint(document: Document, goal_id: str, old: Checkpoint | None, at: When, expected: float | None) -> Edit:
    """Put a checkpoint in place of `old` (None: a new one). They stay in the order of days; two on one day are
    refused."""
    goal = existing(document, Goal, goal_id)
    kept = [*(each for each in goal.checkpoints if each != old), Checkpoint(at, expected)]
    calendar = calendar_of(document)
    days = [calendar.day_of(each.at) for each in kept]
    if len(set(days)) < len(days):
        raise PlanError(f"“{goal.name}” already has a checkpoint on that day.")
    ordered = tuple(each for _, each in sorted(zip(days, kept, strict=True), key=lambda pair: pair[0]))
    edit = change_row(document, goal, {"checkpoints": ordered})
    return Edit(f"Set checkpoints of {goal.name}", edit.changes)
