"""Changing the register of people."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from launchpad.app.commands.keys import last_place
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import GoalStatus, IssueStatus, RiskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import references
from launchpad.domain.ids import PersonId, new_id
from launchpad.domain.kinds import NAMES
from launchpad.domain.people import Person
from launchpad.domain.register import Goal, Issue, Risk
from launchpad.domain.row import Row, require_text
from launchpad.domain.task import Task
from launchpad.domain.values import DateRange
from launchpad.domain.wording import counted

OWNED = (Task, Risk, Issue, Goal)
"""What has one owner who answers for it."""
SOLE = {"people": "person's deputy", "dependencies": "dependency", "criteria": "criterion", "launch": "launch itself"}
"""What one of a kind is called where dropping an s would not do."""


def add_person(document: Document, name: str, fields: Mapping[str, Any] | None = None) -> Edit:
    """Add somebody at the end of the register, with a short key made of their name."""
    name = name.strip()
    require_text(name, "A person's name")
    taken = {person.name.casefold() for person in document.people}
    if name.casefold() in taken:
        raise PlanError(f"“{name[:80]}” is already among the people of this plan.")
    person = Person(
        id=PersonId(new_id()),
        key=_free_key(document, name),
        name=name,
        order=last_place(document, Person),
        **fields or {},
    )
    return Edit(f"Add {name}", (Change(None, person),))


def _free_key(document: Document, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.split()[0]).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "", plain.casefold()) or "person"
    key, number = stem, 2
    while document.by_key(Person, key) is not None:
        key, number = f"{stem}{number}", number + 1
    return key


def change_person(document: Document, person_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a person. Nobody is their own deputy, and two people do not share a name."""
    person = existing(document, Person, person_id)
    values = dict(fields)
    if "name" in values:
        values["name"] = str(values["name"]).strip()
        if any(_same(each.name, values["name"]) and each.id != person.id for each in document.people):
            raise PlanError(f"“{values['name'][:80]}” is already among the people of this plan.")
    if values.get("deputy") == person.id:
        raise PlanError("Nobody can be their own deputy.")
    return change_row(document, person, values)


def set_days_off(document: Document, person_id: str, ranges: Iterable[DateRange]) -> Edit:
    """Replace a person's days off; ranges that touch become one. The tasks they own move."""
    return change_row(document, existing(document, Person, person_id), {"days_off": joined(ranges)})


def joined(ranges: Iterable[DateRange]) -> tuple[DateRange, ...]:
    """The same days in as few ranges as possible, in order."""
    found: list[DateRange] = []
    for days in sorted(ranges, key=lambda each: (each.first, each.last)):
        if found and days.first.toordinal() <= found[-1].last.toordinal() + 1:
            found[-1] = DateRange(found[-1].first, max(found[-1].last, days.last))
        else:
            found.append(days)
    return tuple(found)


def hand_over(document: Document, person_id: str, to_id: str) -> Edit:
    """Give what somebody still answers for to another: open tasks, risks and issues, and goals that are measured.

    What is finished keeps its owner, for that is what happened.
    """
    person, other = existing(document, Person, person_id), existing(document, Person, to_id)
    given = [row for row in document if isinstance(row, OWNED) and row.owner == person.id and _is_open(row)]
    label = f"Hand over {counted(len(given), 'open item')} of {person.name} to {other.name}"
    return Edit(label, tuple(Change(row, replace(row, owner=other.id)) for row in given))


def _is_open(row: Task | Risk | Issue | Goal) -> bool:
    match row:
        case Task():
            return row.is_open
        case Risk():
            return row.status is RiskStatus.OPEN
        case Issue():
            return row.status is IssueStatus.OPEN
    return row.status in (GoalStatus.ACTIVE, GoalStatus.DRAFT)


def remove_person(document: Document, person_id: str) -> Edit:
    """Remove somebody nothing names any more; raise PlanError saying what still does."""
    person = existing(document, Person, person_id)
    named: dict[type[Row], int] = {}
    for row in document:
        if any(other == person.id for _, other in references(row)):
            named[type(row)] = named.get(type(row), 0) + 1
    if named:
        listed = ", ".join(_counted(kind, count) for kind, count in named.items())
        raise PlanError(
            f"{person.name} is still named by {listed}. Name somebody else there, or set the status to Left."
        )
    return Edit(f"Remove {person.name}", (Change(person, None),))


def _counted(kind: type[Row], count: int) -> str:
    many = NAMES[kind].replace("_", " ")
    if count == 1:
        return f"1 {SOLE.get(NAMES[kind], many.removesuffix('s'))}"
    return f"{count} {many}"


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
