"""Finds, in a sheet that people may have changed, the columns of tasks and the rows under them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from launchpad.interchange.homecoming.cells import tidy
from launchpad.interchange.workbook.base_sheet import FIELDS
from launchpad.interchange.workbook.columns import PLAN_DETAILS, SHOWN

HEAD_ROWS = 40
"""The head of a table is looked for in so many rows."""
HEADERS = {column.header.rstrip("*").casefold(): column.key for column in (*SHOWN, *PLAN_DETAILS)}
KEYS = frozenset(HEADERS.values())
_NAMED, _FILLED = frozenset({"key", "title"}), frozenset(FIELDS)
"""A table of tasks says which task a row is about, and has at least one column that people fill in."""
_FEWEST = 4
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a table's columns are: key → number from 0. Its tasks begin at row `first`, counted from 1."""

    columns: Mapping[str, int]
    first: int
    is_open: bool  # headers end in a star: people fill it in
    doubled: tuple[str, ...] = ()  # keys of columns that are there more than once


def find_head(rows: Iterable[Sequence[object]]) -> Head | None:
    """Find the head in the first rows of a sheet; None when it has no table of tasks.

    People insert rows anywhere, also between the hidden names of the columns and the headers below them.
    """
    lines = {
        number: [tidy(value) if isinstance(value, str) else "" for value in row] for number, row in enumerate(rows, 1)
    }
    named = next((number for number, texts in lines.items() if _is_table(_places(texts, KEYS))), None)
    machine = {} if named is None else _places(lines[named], KEYS)
    head = _head_in(lines, named, machine)
    if head is None:
        return None
    told = [key for key, _ in _labels(lines[head.first - 1])] if named is None else lines[named]
    return replace(head, doubled=tuple(field for field in FIELDS if told.count(field) > 1))


def _head_in(lines: Mapping[int, Sequence[str]], named: int | None, machine: Mapping[str, int]) -> Head | None:
    for number, texts in lines.items():
        if number != named and _is_headed(texts):
            return _head(texts, number, machine)
    if named is None:
        return None
    below = next((number for number, texts in lines.items() if number > named and any(texts)), named)
    if below == named or _is_task(lines[below], machine):
        return Head(machine, named + 1, True)
    return _head(lines[below], below, machine)


def _is_table(names: Mapping[str, int]) -> bool:
    return len(names) >= _FEWEST and bool(names.keys() & _NAMED) and bool(names.keys() & _FILLED)


def _is_headed(texts: Sequence[str]) -> bool:
    keys = {key for key, _ in _labels(texts)}
    return len(keys) >= _FEWEST and keys >= {"title", "status"}


def _is_task(texts: Sequence[str], machine: Mapping[str, int]) -> bool:
    column = machine.get("id", len(texts))
    return column < len(texts) and _ID.fullmatch(texts[column]) is not None


def _places(texts: Sequence[str], known: Iterable[str]) -> dict[str, int]:
    """Where each known word stands; of two alike the first."""
    wanted = set(known)
    found: dict[str, int] = {}
    for column, text in enumerate(texts):
        if text in wanted:
            found.setdefault(text, column)
    return found


def _labels(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The headers we know: the key of each, and its column."""
    for column, text in enumerate(texts):
        key = HEADERS.get(text.rstrip("*").strip().casefold())
        if key is not None:
            yield key, column


def _head(texts: Sequence[str], number: int, machine: Mapping[str, int]) -> Head:
    """The head in a row of headers: known headers say what a column is, else the hidden names above them do."""
    labels: dict[str, int] = {}
    for key, column in _labels(texts):
        if key not in labels or machine.get(key) == column:
            labels[key] = column
    taken = set(labels.values())
    hidden = {key: column for key, column in machine.items() if key not in labels and column not in taken}
    is_open = any(text.endswith("*") for text in texts)
    return Head({**hidden, **labels}, number + 1, is_open)
