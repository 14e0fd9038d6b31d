"""What the editable fields of a task hold, as values that can be compared, whatever side they come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import PersonId
from launchpad.domain.task import Task
from launchpad.interchange.audience import Audience, view_of
from launchpad.interchange.homecoming.cells import (
    Cell,
    is_nothing,
    known,
    plain,
    read_date,
    read_percent,
    read_text,
    tidy,
)
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.statuses import read_status
from launchpad.interchange.workbook.base_sheet import FIELDS
from launchpad.interchange.workbook.columns import evidence_text

__all__ = ["FIELDS", "Names", "Reader", "Stranger", "Value", "alike", "spelled", "values_of"]


@dataclass(frozen=True, slots=True)
class Stranger:
    """An owner whose name nobody in the plan has any more."""

    name: str


Value = TaskStatus | int | float | date | str | Stranger | None
"""A status, a percentage, a day, a person's id or a text; None for nothing. Other numbers are never editable."""


class Names:
    """Whom the names in a workbook stand for: as labels had it at the export, else as the plan has it now."""

    def __init__(self, plans: Iterable[Document], audience: Audience) -> None:
        """`plans` are the plan at the export, where it is known, and the plan now."""
        self._people: dict[str, PersonId] = {}
        plans = tuple(plans)
        now = {person.id for person in plans[-1].people}
        for plan in plans:
            for person, label in view_of(plan, audience).people.items():
                self._learn(label, person, now)
        for plan in reversed(plans):
            for each in plan.people:
                for name in (each.name, each.key, each.email, each.id):
                    self._learn(name, each.id, now)

    def _learn(self, name: str, person: PersonId, now: set[PersonId]) -> None:
        if name and person in now:
            self._people.setdefault(_folded(name), person)

    def find(self, name: str) -> PersonId | Stranger | None:
        """The person of that name; a stranger if there is none, None for no name."""
        if is_nothing(name):
            return None
        return self._people.get(_folded(name)) or Stranger(name)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads editable cells of one workbook. `near` settles dates without a year."""

    names: Names
    epoch: date
    near: date
    order: DayOrder

    def read(self, field: str, cell: Cell) -> Value:
        """The value in a cell; raise Unreadable for what the field cannot hold."""
        match field:
            case "status":
                return read_status(cell)
            case "progress":
                return read_percent(cell)
            case "expected_finish":
                return read_date(cell, self.epoch, self.near, self.order)
            case "owner":
                return self.names.find(plain(known(cell)))
        if field == "evidence" and cell.link:
            return cell.link
        text = read_text(cell)
        return None if not text or (field == "evidence" and is_nothing(text)) else text

    def spelled(self, field: str, text: str) -> Value:
        """The value that a text of the hidden sheet stands for; raise Unreadable or ValueError for none."""
        if field == "progress":
            return int(text) if text else None
        if field == "expected_finish":
            return date.fromisoformat(text) if text else None
        if field == "status":
            return TaskStatus(text)
        return self.read(field, Cell(text, ""))


def values_of(task: Task) -> dict[str, Value]:
    """What a plan holds for the editable cells of a task."""
    return {
        "owner": task.owner,
        "status": task.status,
        "progress": task.progress,
        "expected_finish": task.expected_finish,
        "evidence": tidy(evidence_text(task.evidence)) or None,
        "note": tidy(task.note) or None,
    }


def spelled(value: Value) -> str:
    """A value as the hidden sheet spells it; a person as their id."""
    match value:
        case None:
            return ""
        case TaskStatus():
            return value.value
        case Stranger():
            return value.name
        case date():
            return value.isoformat()
    return str(value)


def alike(one: Value, other: Value) -> bool:
    """Whether two values are the same, but for blanks in texts."""
    if isinstance(one, Stranger) and isinstance(other, Stranger):
        return _folded(one.name) == _folded(other.name)
    if isinstance(one, str) and isinstance(other, str) and not isinstance(one, TaskStatus):
        return one == other or one.split() == other.split()
    return one == other
