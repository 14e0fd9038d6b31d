"""Three-way merge of plans: what theirs changed since a common base, laid onto mine, field by field.

The rule per field: changed on one side only, take that side; changed alike, nothing to do; changed differently,
a conflict that a person decides. Until they do, mine stands. A row removed on one side and changed on the other
is a conflict as a whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.domain.fields import fields_of
from launchpad.domain.kinds import KINDS
from launchpad.domain.row import Row

WHOLE_ROW = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that mine and theirs changed differently; `field` is empty when a whole row is at stake."""

    kind: type[Row]
    id: str
    field: str
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merge:
    """What to change in mine, and what only a person can decide."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


Decide = Callable[[Conflict], bool]
"""Whether theirs wins a conflict."""


def keep_mine(_conflict: Conflict) -> bool:
    """Let mine stand in every conflict."""
    return False


def take_theirs(_conflict: Conflict) -> bool:
    """Let theirs win every conflict."""
    return True


def merge_rows(base: Document, mine: Document, theirs: Document, theirs_wins: Decide = keep_mine) -> Merge:
    """Merge three plans. Applying the changes to `mine` gives the merged plan."""
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for kind in KINDS.values():
        tables = base.table(kind), mine.table(kind), theirs.table(kind)
        if tables[0] is tables[2]:
            continue
        for row_id in _ids(tables):
            before = tables[1].get(row_id)
            after, found = merge_row(tables[0].get(row_id), before, tables[2].get(row_id), theirs_wins)
            conflicts.extend(found)
            if after != before:
                changes.append(Change(before, after))
    return Merge(tuple(changes), tuple(conflicts))


def _ids(tables: Iterable[Any]) -> Iterator[str]:
    return iter(dict.fromkeys(row_id for table in tables for row_id in table))


def merge_row(
    base: Row | None, mine: Row | None, theirs: Row | None, theirs_wins: Decide = keep_mine
) -> tuple[Row | None, tuple[Conflict, ...]]:
    """Return the merged row (None: no such row) and the conflicts in it."""
    if mine == theirs or base == theirs:
        return mine, ()
    if base == mine:
        return theirs, ()
    if base is None or mine is None or theirs is None:
        some = mine or theirs or base
        assert some is not None, "the three sides cannot all be missing here"
        conflict = Conflict(type(some), some.id, WHOLE_ROW, base, mine, theirs)
        return (theirs if theirs_wins(conflict) else mine), (conflict,)
    return _merge_fields(base, mine, theirs, theirs_wins)


def _merge_fields(base: Row, mine: Row, theirs: Row, theirs_wins: Decide) -> tuple[Row, tuple[Conflict, ...]]:
    taken: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for field in fields_of(type(base)):
        was, ours, other = (getattr(row, field.name) for row in (base, mine, theirs))
        if other in (was, ours):
            continue
        if ours == was:
            taken[field.name] = other
            continue
        conflict = Conflict(type(base), base.id, field.name, was, ours, other)
        conflicts.append(conflict)
        if theirs_wins(conflict):
            taken[field.name] = other
    return (replace(mine, **taken) if taken else mine), tuple(conflicts)
