"""Taking back one old edit while what came after it stays."""

from collections.abc import Iterator
from dataclasses import replace

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.row import Row
from launchpad.domain.wording import listed
from launchpad.journal.difference import label_of, name_of
from launchpad.journal.entry import Entry
from launchpad.journal.merge import WHOLE_ROW, merge_row

MOOT = frozenset({"updated"})
"""Fields every edit sets along with others; the newer value stays."""


def take_back(document: Document, entry: Entry) -> Edit:
    """Undo what `entry` did, field by field; raise PlanError where something newer stands on it."""
    if entry.permanent:
        raise PlanError("This edit is part of the record and stays; it cannot be taken back.")
    return replace(undoing(document, entry.edit), label=f"Take back “{entry.edit.label}” (edit {entry.number})")


def undoing(document: Document, done: Edit) -> Edit:
    """The inverse of an edit on which newer ones stand, field by field; raise PlanError where they changed the same."""
    edit = Edit(done.label, tuple(_changes(document, done)))
    if not edit:
        raise PlanError("There is nothing left of this edit to take back.")
    return edit


def _changes(document: Document, done: Edit) -> Iterator[Change]:
    for change in done.inverse().changes:
        now = document.table(type(change.row)).get(change.row.id)
        after, conflicts = merge_row(change.before, now, change.after)
        hard = [field for field in conflicts if field not in MOOT]
        if hard:
            raise PlanError(_refusal(document, now or change.row, hard, now is None))
        if after != now:
            yield Change(now, after)


def _refusal(document: Document, row: Row, conflicts: list[str], is_gone: bool) -> str:
    name = name_of(row, document)
    if is_gone:
        return f"{name} was removed since; bring it back first."
    fields = [label_of(field) for field in conflicts if field != WHOLE_ROW]
    if not fields:
        return f"{name} was changed since; take back the newer edits first."
    return f"{listed(fields).capitalize()} of {name} was changed again since; take back the newer edit first."
