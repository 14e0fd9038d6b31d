"""Rows of a plan read from their tables a column at a time, and changes written to them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from launchpad.domain.edit import Change
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of
from launchpad.domain.row import LONGEST_TEXT, Row
from launchpad.domain.row_columns import rows_from_columns
from launchpad.storage.errors import Unsound
from launchpad.storage.shapes import ROWS, Column, Shape, Values

if TYPE_CHECKING:
    from launchpad.storage.statements import Statement

AT_ONCE = 5_000
"""Lines held as they are stored while their rows are made."""
REMEMBERED = 2_000
"""Values of a column remembered from some lines to the next."""

_Known = dict[Any, Any]
"""What is stored → the value it is in memory."""


def read_rows(connection: Connection) -> list[Row]:
    """Read every row of a plan; raise PlanError naming the table and field that holds what it cannot."""
    ids: _Known = {None: None}
    return [*chain.from_iterable(_rows(connection, kind, shape, ids) for kind, shape in ROWS.items())]


def _rows(connection: Connection, kind: type[Row], shape: Shape, ids: _Known) -> Iterator[Row]:
    reader = _Reader(kind, shape, ids)
    lines = connection.execute(shape.select)
    while found := lines.fetchmany(AT_ONCE):
        yield from reader.rows(found)


_NAMED = frozenset(kind for each in ROWS for field in fields_of(each) for kind in field.refers_to)
"""Kinds of row that others name."""


class _Reader:
    """Makes rows of one kind from lines of their table. What is equal in them is one value in memory."""

    def __init__(self, kind: type[Row], shape: Shape, ids: _Known) -> None:
        """`ids` are those of the rows read so far, whatever their kind, that others may name."""
        self._kind = kind
        self._shape = shape
        self._ids = ids
        shared = {field.name for field in fields_of(kind) if field.refers_to}
        if kind in _NAMED:
            shared.add("id")
        self._known: list[_Known] = [
            ids if column.name in shared and column.codec.decode is None else {None: None} for column in shape.columns
        ]

    def rows(self, lines: Sequence[Sequence[Any]]) -> list[Row]:
        """Return the rows of some lines."""
        stored = zip(*lines, strict=True)
        shape = self._shape
        columns = [self._values(*each) for each in zip(shape.columns, stored, self._known, strict=True)]
        try:
            return rows_from_columns(self._kind, columns)
        except PlanError as error:
            raise PlanError(f"{shape.name}: {error}") from None

    def _values(self, column: Column, stored: Sequence[Any], known: _Known) -> Sequence[Any]:
        """Return the values of a column; each that needs reading or checking is looked at once."""
        only = stored[0]
        if only == stored[-1] and stored.count(only) == len(stored):  # most columns are empty from top to bottom
            return [*self._values_of(column, (only,), known)] * len(stored)
        return self._values_of(column, stored, known)

    def _values_of(self, column: Column, stored: Sequence[Any], known: _Known) -> Sequence[Any]:
        new = {*stored}.difference(known)
        try:
            if column.codec.decode is not None:
                known.update((each, column.codec.decode(each)) for each in new)
            else:
                if column.codec.stores is str:
                    _check_texts(new)
                if len(new) > len(stored) // 2 and known is not self._ids:
                    return stored
                known.update(zip(new, new, strict=True))
        except PlanError as error:
            raise PlanError(f"{self._shape.name}.{column.name}: {error}") from None
        values = [*map(known.__getitem__, stored)]
        if len(known) > REMEMBERED and known is not self._ids:
            known.clear()
            known[None] = None
        return values


def _check_texts(texts: Iterable[str]) -> None:
    if "\0" in "".join(texts):
        raise PlanError("A text holds a NUL character.")
    if max(map(len, texts), default=0) > LONGEST_TEXT:
        raise PlanError(f"A text is longer than {LONGEST_TEXT:,} characters.")


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Write what an edit did to the rows; raise Unsound if a row to be changed is not there."""
    from launchpad.storage.statements import THIS, deleting, inserting, updating

    born: dict[type[Row], list[Row]] = {}
    changed: dict[type[Row], list[Row]] = {}
    removed: dict[type[Row], list[Row]] = {}
    for change in _net(changes):
        fate = born if change.before is None else removed if change.after is None else changed
        fate.setdefault(type(change.row), []).append(change.row)
    _run(connection, deleting, removed, lambda row: {THIS: row.id})
    _run(connection, updating, changed, lambda row: {**_values(row), THIS: row.id})
    _run(connection, inserting, born, _values)


def _run(
    connection: Connection,
    statement: "Callable[[Shape], Statement]",
    rows: dict[type[Row], list[Row]],
    line: Callable[[Row], Values],
) -> None:
    for kind, each in rows.items():
        if statement(ROWS[kind]).run(connection, map(line, each)) != len(each):
            raise Unsound("Its rows are not those that were opened.")


def _net(changes: Iterable[Change]) -> list[Change]:
    """Join what an edit does to one row step by step into one change."""
    net: dict[tuple[type[Row], str], Change] = {}
    for change in changes:
        place = (type(change.row), change.row.id)
        before = net[place].before if place in net else change.before
        net[place] = Change(before, change.after)
    return [change for change in net.values() if change.before != change.after]


def _values(row: Row) -> Values:
    names = ROWS[type(row)].names
    return dict(zip(names, attrgetter(*names)(row), strict=True))
