"""Changing fields of one row of any kind."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.row import Row
from launchpad.journal.difference import label_of, name_of


def change_row(document: Document, row: Row, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a row. The edit is empty when they already have these values."""
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed:
        return Edit(label_for(document, row, fields), ())
    return Edit(label_for(document, row, changed), (Change(row, replace(row, **changed)),))


def label_for(document: Document, row: Row, fields: Mapping[str, Any]) -> str:
    """What the undo menu says: ``Set status and progress of Battlecards``."""
    names = [label_of(name) for name in fields]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nothing"
    name = getattr(row, "title", "") or getattr(row, "name", "") or name_of(row, document)
    return f"Set {listed} of {name}"
