"""Finds, in a sheet that people may have changed, the columns of tasks and the rows under them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from launchpad.interchange.homecoming.cells import tidy
from launchpad.interchange.workbook.columns import PLAN_DETAILS, SHOWN

HEAD_ROWS = 40
"""The head of a table is looked for in so many rows."""
HEADERS = {column.header.rstrip("*").casefold(): column.key for column in (*SHOWN, *PLAN_DETAILS)}
KEYS = frozenset(HEADERS.values())
_NEEDED = frozenset({"title", "status"})


@dataclass(frozen=True, slots=True)
class Head:
    """Where a table's columns are: key → number from 0. Its tasks begin at row `first`, counted from 1."""

    columns: Mapping[str, int]
    first: int
    is_open: bool  # headers end in a star: people fill it in


def find_head(rows: Iterable[Sequence[object]]) -> Head | None:
    """Find the head in the first rows of a sheet; None when it has no table of tasks."""
    machine: dict[str, int] = {}
    last = 0
    head: Head | None = None
    for number, row in enumerate(rows, 1):
        texts = [tidy(value) if isinstance(value, str) else "" for value in row]
        names = _places(texts, KEYS)
        if not machine and names.keys() >= _NEEDED and len(names) >= 4:
            machine, last = names, number
            continue
        head = head or _labeled(texts, number, machine, last)
    return head or (Head(machine, last + 2, True) if machine else None)


def _places(texts: Sequence[str], known: Iterable[str]) -> dict[str, int]:
    """Where each known word stands; of two alike the first."""
    wanted = set(known)
    found: dict[str, int] = {}
    for column, text in enumerate(texts):
        if text in wanted:
            found.setdefault(text, column)
    return found


def _labeled(texts: Sequence[str], number: int, machine: Mapping[str, int], last: int) -> Head | None:
    """The head in a row of headers: known headers say what a column is, else the hidden names above them do."""
    labels: dict[str, int] = {}
    for column, text in enumerate(texts):
        key = HEADERS.get(text.rstrip("*").strip().casefold())
        if key is not None and (key not in labels or machine.get(key) == column):
            labels[key] = column
    directly_below = bool(machine) and number == last + 1
    if not directly_below and not (labels.keys() >= _NEEDED and len(labels) >= 4):
        return None
    taken = set(labels.values())
    hidden = {key: column for key, column in machine.items() if key not in labels and column not in taken}
    is_open = any(text.endswith("*") for text in texts)
    return Head({**hidden, **labels}, number + 1, is_open)
