"""The rows of the timeline: what stands in each, and where; the tree beside the bars reads the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from launchpad.domain.task import Task

ROW = 30
"""Pixels of a row."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of tasks. `place` is that of its track, −1 for groups that are none; `score` is 0–100 or None."""

    key: str
    title: str
    tasks: tuple[Task, ...]
    is_open: bool = True
    place: int = -1
    score: float | None = None


@dataclass(frozen=True, slots=True)
class GateLine:
    """The row in which all gates stand."""

    key: str = "gates"
    title: str = "Gates"


Row = Task | Heading | GateLine


def key_of(row: Row) -> str:
    """What a row is known by while the plan changes."""
    return row.id if isinstance(row, Task) else f"heading:{row.key}"


@dataclass(slots=True)
class Rows:
    """All rows from top to bottom, and where each task is."""

    rows: Sequence[Row]
    _places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = {key_of(row): number for number, row in enumerate(self.rows)}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, number: int) -> Row:
        return self.rows[number]

    def place_of(self, key: str) -> int | None:
        """The number of the row of a task (or heading, by `key_of`); None when it is not shown."""
        return self._places.get(key)

    @property
    def places(self) -> Mapping[str, int]:
        """The numbers of all rows, by `key_of`."""
        return self._places

    @property
    def height(self) -> int:
        """Pixels of all rows."""
        return len(self.rows) * ROW

    def between(self, top: float, bottom: float) -> range:
        """The rows that touch a stretch of pixels."""
        return range(max(0, int(top // ROW)), min(len(self.rows), max(0, -int(-bottom // ROW))))

    def at(self, y: float) -> int | None:
        """The row at a height."""
        number = int(y // ROW)
        return number if 0 <= number < len(self.rows) else None


def rows_of(headings: Sequence[Heading], *, with_gates: bool) -> Rows:
    """Headings with the tasks of those that are open, and the gates below."""
    rows: list[Row] = []
    for heading in headings:
        rows.append(heading)
        if heading.is_open:
            rows += heading.tasks
    return Rows([*rows, GateLine()] if with_gates else rows)
