"""What a workbook proposes, cell by cell: the table of the three-way merge and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import PersonId
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.values import Value, alike


class Kind(StrEnum):
    """What is proposed."""

    TAKE = "take"
    KEEP = "keep"
    CONFLICT = "conflict"
    NEW = "new"
    NOT_IN_FILE = "not-in-file"
    NOT_YOURS = "not-yours-to-change"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Blocking:
    """What a person says of a task that the file calls blocked; what is not known is empty."""

    reason: str = ""
    by: PersonId | None = None  # who can unblock it
    until: date | None = None  # by when that is expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One cell, or one row, that differs. `row` is its id, None for a new one; `field` is empty for a row that is gone.

    `base`, `mine` and `theirs` are what was exported, what the plan holds and what the file holds. `question` is what
    a person has to answer before it can be taken, `blocking` what was answered. `table` names the kind of row as files
    do.
    """

    kind: Kind
    row: str | None
    key: str
    title: str
    field: str
    base: Value = None
    mine: Value = None
    theirs: Value = None
    cell: str = ""
    question: str = ""
    new: "NewRow | NewEntry | None" = None
    table: str = "tasks"
    is_base_known: bool = True
    blocking: Blocking | None = None

    @property
    def asks_why_blocked(self) -> bool:
        """Whether a task would become blocked without a reason."""
        return bool(self.question) and self.theirs is TaskStatus.BLOCKED

    @property
    def cell_name(self) -> str:
        """The field as the hidden sheet and the journal name it."""
        return self.field if self.table == "tasks" else f"{self.table}.{self.field}"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A row to be of another kind than a task: its table as files name it, and what its fields hold."""

    table: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class UnreadableCell:
    """A cell that is left alone because nobody can tell what it means."""

    key: str
    title: str
    field: str
    text: str
    cell: str
    reason: str

    @property
    def sentence(self) -> str:
        """Where it is and what is wrong with it."""
        return f"{self.cell}: “{self.text}” was left alone, {self.reason}."


Base = Mapping[str, Value]
"""Field → what the file held when it was exported; a field that is missing is not known."""


def judge(field: str, base: Base | None, mine: Value, theirs: Value) -> Kind | None:
    """Return what becomes of a cell; None when both sides hold the same already.

    Without a base nobody can tell who changed a cell, so a difference is for a person to decide.
    """
    if alike(mine, theirs):
        return None
    if base is None or field not in base:
        return Kind.CONFLICT
    if alike(theirs, base[field]):
        return Kind.KEEP
    return Kind.TAKE if alike(mine, base[field]) else Kind.CONFLICT
