"""Three-way merge of a row: what theirs changed since a common base, laid onto mine, field by field.

The rule per field: changed on one side only, take that side; changed alike, nothing to do; changed differently,
a conflict, in which mine stands. A row removed on one side and changed on the other is a conflict as a whole.
"""

from dataclasses import replace
from typing import Any

from launchpad.domain.fields import fields_of
from launchpad.domain.row import Row

WHOLE_ROW = ""
"""Stands among the fields in conflict where a whole row is at stake."""


def merge_row(base: Row | None, mine: Row | None, theirs: Row | None) -> tuple[Row | None, tuple[str, ...]]:
    """Return the merged row (None: no such row) and the names of the fields in conflict."""
    if mine == theirs or base == theirs:
        return mine, ()
    if base == mine:
        return theirs, ()
    if base is None or mine is None or theirs is None:
        return mine, (WHOLE_ROW,)
    return _merge_fields(base, mine, theirs)


def _merge_fields(base: Row, mine: Row, theirs: Row) -> tuple[Row, tuple[str, ...]]:
    taken: dict[str, Any] = {}
    conflicts: list[str] = []
    for field in fields_of(type(base)):
        was, ours, other = (getattr(row, field.name) for row in (base, mine, theirs))
        if other in (was, ours):
            continue
        if ours == was:
            taken[field.name] = other
        else:
            conflicts.append(field.name)
    return (replace(mine, **taken) if taken else mine), tuple(conflicts)
