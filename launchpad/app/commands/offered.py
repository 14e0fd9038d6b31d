"""Taking an edit that was offered and looked at before: a plan planned back, a repair."""

from dataclasses import replace
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.row import Row
from launchpad.domain.task import Task


def take_offered(document: Document, edit: Edit, today: date) -> Edit:
    """The same edit, with `updated` set on the tasks it changes; refused when the plan has changed since."""
    document.apply(edit)
    return replace(edit, changes=tuple(Change(each.before, _updated(each.after, today)) for each in edit.changes))


def _updated(row: Row | None, today: date) -> Row | None:
    return replace(row, updated=today) if isinstance(row, Task) else row
