"""The plan as it was: any earlier document from today's and the journal."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.journal.entry import Entry


def plan_at(document: Document, entries: Sequence[Entry], number: int) -> Document:
    """Return the plan as it stood right after entry `number`.

    `document` is the plan now; `entries` are at least those after `number`, oldest first. Raise PlanError when there
    is no such entry or the journal does not lead there.
    """
    later = [entry for entry in entries if entry.number > number]
    last = entries[-1].number if entries else number
    if not 1 <= number <= last or len(later) != last - number:
        raise PlanError(f"There is no edit {number} in this file's history.")
    for entry in reversed(later):
        document = document.apply(entry.edit.inverse())
    return document


def last_number_before(entries: Iterable[Entry], day: date) -> int:
    """Return the number of the last entry before `day` began (UTC), or 1, the making of the file, if all came later."""
    midnight = datetime.combine(day, time(), tzinfo=UTC)
    return max((entry.number for entry in entries if entry.when < midnight), default=1)
