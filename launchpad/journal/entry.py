"""One line of the journal: an edit, when it happened, who did it and how it came in."""

from dataclasses import dataclass
from datetime import datetime

from launchpad.domain.edit import Edit

UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class CellRead:
    """A field of a row, by its id, as a workbook had it; spelled as the workbook's hidden sheet spells it."""

    row: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a merge found in a workbook, so that the next version of the same export is compared with that.

    `export` and `digest` (SHA-256) name the export and the very file. `cells` are those that no longer held what was
    exported. `who` saved the file, empty when it does not say, at `saved` (UTC, ISO).
    """

    export: str
    digest: str
    cells: tuple[CellRead, ...] = ()
    who: str = ""
    saved: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded edit.

    `number` counts from 1 without gaps. `when` is the real clock in UTC, to the second. `source` is ``app``, ``cli``,
    ``workbook:NAME``, ``import:NAME``, ``review:ID``, ``undo`` or ``redo``. `undoes` is the number of the entry whose
    inverse this is: for an undo the edit taken back, for a redo the undo taken back. A `permanent` entry (a sealed
    review, an addendum, a merge that took nothing) cannot be undone; undo steps over it. `read` is there for a merge.
    """

    number: int
    when: datetime
    who: str
    source: str
    edit: Edit
    undoes: int | None = None
    permanent: bool = False
    read: FileRead | None = None
