"""Changing fields of one row of any kind."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Measurement
from launchpad.domain.review import RetroNote
from launchpad.domain.row import Row
from launchpad.domain.wording import listed
from launchpad.journal.difference import label_of, name_of

R = TypeVar("R", bound=Row)
CALLED: dict[type[Row], str] = {Measurement: "value", RetroNote: "note"}
"""What people call a row whose kind has another name."""


def existing(document: Document, kind: type[R], row_id: str | None) -> R:
    """The row with that id; raise PlanError when it is gone."""
    row = document.find(kind, row_id)
    if row is None:
        raise PlanError(f"This {CALLED.get(kind, kind.__name__.lower())} is no longer in the plan.")
    return row


def change_row(document: Document, row: Row, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a row. The edit is empty when they already have these values."""
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed:
        return Edit(label_for(document, row, fields), ())
    return Edit(label_for(document, row, changed), (Change(row, replace(row, **changed)),))


def squashed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes that came one after another, each row's as one; a row that was born and removed again leaves none."""
    whole: dict[str, Change] = {}
    for change in changes:
        first = whole.get(change.row.id)
        whole[change.row.id] = change if first is None else replace(first, after=change.after)
    return tuple(change for change in whole.values() if change.before is not change.after)


def label_for(document: Document, row: Row, fields: Mapping[str, Any]) -> str:
    """What the undo menu says: ``Set status and progress of Battlecards``."""
    names = [label_of(name) for name in fields]
    what = listed(names) if names else "nothing"
    name = getattr(row, "title", "") or getattr(row, "name", "") or name_of(row, document)
    return f"Set {what} of {name}"
