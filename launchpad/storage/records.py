"""Rows of a plan read from their tables a column at a time, and changes written to them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from launchpad.domain.edit import Change
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import Field, fields_of
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

_Reading = Callable[[Sequence[Any]], Sequence[Any]]
"""What some lines store in a column → the values they have in memory."""


class _Known(dict[Any, Any]):
    """What is stored → the value it is in memory, which is read when it is first met."""

    def __init__(self, decode: Callable[[Any], Any]) -> None:
        super().__init__({None: None})
        self._decode = decode

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = self._decode(stored)
        return value

    def values_of(self, stored: Sequence[Any]) -> Sequence[Any]:
        """Return the values; what is equal in them is one value."""
        if len(self) > REMEMBERED:
            self.clear()
            self[None] = None
        return [*map(self.__getitem__, stored)]


class _Ids(dict[str, str]):
    """The ids read so far, whatever the kind of their row: each is one text in memory wherever it is named."""

    def add(self, stored: Sequence[str]) -> Sequence[str]:
        """Return ids that others may name."""
        self.update(zip(_checked(stored), stored, strict=True))
        return stored

    def named(self, stored: Sequence[Any]) -> Sequence[Any]:
        """Return ids that name others; one of a row that is not there is no plan's, and so need not be checked."""
        return [*map(self.get, stored, stored)]


def read_rows(connection: Connection) -> list[Row]:
    """Read every row of a plan; raise PlanError naming the table and field that holds what it cannot."""
    ids = _Ids()
    return [*chain.from_iterable(_rows(connection, kind, shape, ids) for kind, shape in ROWS.items())]


def _rows(connection: Connection, kind: type[Row], shape: Shape, ids: _Ids) -> Iterator[Row]:
    readings = [
        _reading(kind, field, column, ids) for field, column in zip(fields_of(kind), shape.columns, strict=True)
    ]
    lines = connection.execute(shape.select)
    while found := lines.fetchmany(AT_ONCE):
        yield from _rows_of(kind, shape, readings, found)


def _rows_of(kind: type[Row], shape: Shape, readings: Iterable[_Reading], lines: Sequence[Sequence[Any]]) -> list[Row]:
    stored = zip(*lines, strict=True)
    columns = [_read(shape, *each) for each in zip(shape.columns, readings, stored, strict=True)]
    try:
        return rows_from_columns(kind, columns)
    except PlanError as error:
        raise PlanError(f"{shape.name}: {error}") from None


_NAMED = frozenset(kind for each in ROWS for field in fields_of(each) for kind in field.refers_to)
"""Kinds of row that others name."""


def _reading(kind: type[Row], field: Field, column: Column, ids: _Ids) -> _Reading:
    """How a column is read."""
    if column.codec.decode is not None:
        return _Known(column.codec.decode).values_of
    if field.refers_to:
        return ids.named
    if field.name == "id" and kind in _NAMED:
        return ids.add
    return _checked if column.codec.stores is str else _as_stored


def _read(shape: Shape, column: Column, reading: _Reading, stored: Sequence[Any]) -> Sequence[Any]:
    """Return the values that some lines have in a column."""
    only = stored[0]
    try:
        if only == stored[-1] and stored.count(only) == len(stored):  # most columns are empty from top to bottom
            return [*reading((only,))] * len(stored)
        return reading(stored)
    except PlanError as error:
        raise PlanError(f"{shape.name}.{column.name}: {error}") from None


def _as_stored(stored: Sequence[Any]) -> Sequence[Any]:
    return stored


def _checked(texts: Sequence[str | None]) -> Sequence[Any]:
    """Return texts as they are stored; raise PlanError when one of them cannot be."""
    said = [*filter(None, texts)]
    if "\0" in "".join(said):
        raise PlanError("A text holds a NUL character.")
    if max(map(len, said), default=0) > LONGEST_TEXT:
        raise PlanError(f"A text is longer than {LONGEST_TEXT:,} characters.")
    return texts


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
