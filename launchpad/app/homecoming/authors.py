"""Who changed what since a workbook was exported, and when: the plan's side of every difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from launchpad.domain.fields import fields_of
from launchpad.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change, when (UTC), and how it came in (an entry's source)."""

    who: str
    when: datetime
    source: str


Authors = Mapping[tuple[str, str], Author]
"""Row id and field → who changed it last."""


def authors_in(entries: Iterable[Entry]) -> Authors:
    """Who changed each field last, by these entries, oldest first."""
    found: dict[tuple[str, str], Author] = {}
    for entry in entries:
        for change in entry.edit.changes:
            if change.before is not None and change.after is not None:
                author = Author(entry.who, entry.when, entry.source)
                for field in fields_of(type(change.after)):
                    if getattr(change.before, field.name) != getattr(change.after, field.name):
                        found[change.after.id, field.name] = author
    return found
