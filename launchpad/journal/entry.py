"""One line of the journal: an edit, when it happened, who did it and how it came in."""

from dataclasses import dataclass
from datetime import datetime

from launchpad.domain.edit import Edit

UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded edit.

    `number` counts from 1 without gaps. `when` is the real clock in UTC, to the second. `source` is ``app``, ``cli``,
    ``workbook:NAME``, ``import:NAME``, ``review:ID``, ``undo`` or ``redo``. `undoes` is the number of the entry whose
    inverse this is: for an undo the edit taken back, for a redo the undo taken back. A `permanent` entry (a sealed
    review, an addendum, a merge record) cannot be undone; undo steps over it.
    """

    number: int
    when: datetime
    who: str
    source: str
    edit: Edit
    undoes: int | None = None
    permanent: bool = False
