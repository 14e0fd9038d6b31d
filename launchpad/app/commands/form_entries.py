"""What people filled in beside the checklist of a workbook, as changes of the plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.goals import Reading, record
from launchpad.app.commands.task_order import keys_between
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import new_id
from launchpad.domain.kinds import KINDS, NAMES
from launchpad.domain.people import Person
from launchpad.domain.register import Goal
from launchpad.domain.row import Row
from launchpad.domain.sales import Certification
from launchpad.interchange.homecoming.goal_feed import certified_of, goal_about, pipeline_of
from launchpad.interchange.homecoming.proposals import NewEntry, Proposal
from launchpad.interchange.workbook.forms import Form
from launchpad.interchange.workbook.sales_forms import SALES_FORMS

_FORMS: Mapping[str, Form] = {form.table: form for form in SALES_FORMS}


def take_forms(document: Document, taken: Iterable[Proposal], day: date) -> tuple[Change, ...]:
    """Take over rows of forms, then what they mean for goals: certificates at once, the pipeline if confirmed."""
    taken = [each for each in taken if each.table != "tasks"]
    rows = (*_changed(document, taken, day), *_added(document, taken, day))
    after = document.apply(Edit("Forms", rows))
    return (*rows, *_measured(after, taken, day))


def _changed(document: Document, taken: Iterable[Proposal], day: date) -> Iterator[Change]:
    by_row: dict[tuple[str, str], dict[str, Any]] = {}
    for each in taken:
        if each.row is not None and each.table in _FORMS:
            by_row.setdefault((each.table, each.row), {})[each.field] = each.theirs
    for (table, row_id), values in by_row.items():
        row = document.table(KINDS[table])[row_id]
        yield Change(row, replace(row, **_fields(document, _FORMS[table], values, day)))


def _fields(document: Document, form: Form, values: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The values as the row holds them, with the day on which they came and whom they name."""
    fields = {name: _plain(form, name, value) for name, value in values.items()}
    if form.dated:
        fields[form.dated] = day
    if form.kind is Certification and "name" in fields:
        fields["person"] = _person(document, fields["name"])
    return fields


def _plain(form: Form, name: str, value: Any) -> Any:
    """Nothing is an empty text where the row holds text."""
    default = next(item.default for item in form.kind.__dataclass_fields__.values() if item.name == name)
    return "" if value is None and default == "" else value


def _person(document: Document, name: str) -> str | None:
    folded = " ".join(name.split()).casefold()
    people = document.rows(Person)
    return next((row.id for row in people if folded in (row.name.casefold(), row.key.casefold())), None)


def _added(document: Document, taken: Iterable[Proposal], day: date) -> Iterator[Change]:
    entries = [each.new for each in taken if isinstance(each.new, NewEntry)]
    for table in dict.fromkeys(entry.table for entry in entries):
        kind, form = KINDS[table], _FORMS[table]
        mine = [entry for entry in entries if entry.table == table]
        last = max((getattr(row, "order", "") for row in document.rows(kind)), default="")
        for entry, order in zip(mine, keys_between(last, None, len(mine)), strict=True):
            fields = _fields(document, form, entry.values, day)
            made: Any = kind
            yield Change(None, made(id=new_id(), order=order, **fields))


def _measured(document: Document, taken: Iterable[Proposal], day: date) -> Iterator[Change]:
    tables = {each.table for each in taken}
    confirmed = [each.row for each in taken if each.table == NAMES[Goal] and each.row is not None]
    for goal_id in confirmed:
        yield from record(document, goal_id, [Reading(day, pipeline_of(document), "accounts")]).changes
    goal = goal_about(document, "certif")
    if NAMES[Certification] in tables and goal is not None:
        share = certified_of(document, goal)
        if share is not None:
            yield from record(document, goal.id, [Reading(day, share, "certified")]).changes


def is_made_of(row: Row, entry: NewEntry) -> bool:
    """Whether a row is what became of an entry."""
    form = _FORMS[entry.table]
    return type(row) is form.kind and getattr(row, form.natural) == entry.values.get(form.natural)
