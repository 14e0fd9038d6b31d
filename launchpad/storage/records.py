"""Rows of a plan read from their tables by position, and changes written to them."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, Text, bindparam, delete, insert, update
from sqlalchemy.engine.default import DefaultDialect

from launchpad.domain.edit import Change
from launchpad.domain.errors import PlanError
from launchpad.domain.kinds import NAMES
from launchpad.domain.row import LONGEST_TEXT, Row
from launchpad.storage.columns import Coded
from launchpad.storage.errors import Unsound
from launchpad.storage.statements import Statement, Values, fetch_all
from launchpad.storage.tables import ROWS

_THIS: BindParameter[str] = bindparam("this_id")  # no column is called so
_NAMES = {kind: tuple(column.name for column in table.columns) for kind, table in ROWS.items()}
_QUOTED = DefaultDialect().identifier_preparer.quote_identifier
_SELECTS = {kind: f"SELECT {', '.join(map(_QUOTED, _NAMES[kind]))} FROM {_QUOTED(ROWS[kind].name)}" for kind in ROWS}
_INSERTS = {kind: Statement(table, insert(table)) for kind, table in ROWS.items()}
# `id` is left out of what is set: SQLite would write the index anew. (`values` only needs the names.)
_UPDATES = {
    kind: Statement(table, update(table).where(table.c.id == _THIS).values(dict.fromkeys(_NAMES[kind][1:])))
    for kind, table in ROWS.items()
}
_DELETES = {kind: Statement(table, delete(table).where(table.c.id == _THIS)) for kind, table in ROWS.items()}


def read_rows(connection: Connection) -> list[Row]:
    """Read every row of a plan; raise PlanError naming the table and field that holds what it cannot."""
    rows: list[Row] = []
    for kind in ROWS:
        rows += _rows(kind, fetch_all(connection, _SELECTS[kind]))
    return rows


def _rows(kind: type[Row], records: Sequence[tuple[Any, ...]]) -> list[Row]:
    if not records:
        return []
    names, columns = _NAMES[kind], ROWS[kind].columns
    stored = zip(*records, strict=True)
    decoded = [_decoded(column, values) for column, values in zip(columns, stored, strict=True)]
    try:
        return [kind(**dict(zip(names, values, strict=True))) for values in zip(*decoded, strict=True)]
    except PlanError as error:
        raise PlanError(f"{NAMES[kind]}: {error}") from None


def _decoded(column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of a column; each that needs reading is read once, however often it is there."""
    try:
        if isinstance(column.type, Coded):
            meanings = {stored: column.type.decode(stored) for stored in {*values} - {None}}
            meanings[None] = None
            return [meanings[stored] for stored in values]
        if isinstance(column.type, Text):
            _check_texts(values)
        return values
    except PlanError as error:
        raise PlanError(f"{column.table.name}.{column.name}: {error}") from None


def _check_texts(values: Iterable[str | None]) -> None:
    texts = [*filter(None, values)]
    if "\0" in "".join(texts):
        raise PlanError("A text holds a NUL character.")
    if max(map(len, texts), default=0) > LONGEST_TEXT:
        raise PlanError(f"A text is longer than {LONGEST_TEXT:,} characters.")


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Write what an edit did to the rows; raise Unsound if a row to be changed is not there."""
    born: dict[type[Row], list[Row]] = {}
    changed: dict[type[Row], list[Row]] = {}
    removed: dict[type[Row], list[Row]] = {}
    for change in _net(changes):
        fate = born if change.before is None else removed if change.after is None else changed
        fate.setdefault(type(change.row), []).append(change.row)
    for kind, rows in removed.items():
        _run(connection, _DELETES[kind], [{_THIS.key: row.id} for row in rows])
    for kind, rows in changed.items():
        _run(connection, _UPDATES[kind], [{**_values(row), _THIS.key: row.id} for row in rows])
    for kind, rows in born.items():
        _run(connection, _INSERTS[kind], [_values(row) for row in rows])


def _run(connection: Connection, statement: Statement, lines: list[Values]) -> None:
    if statement.run(connection, lines) != len(lines):
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
    names = _NAMES[type(row)]
    return dict(zip(names, attrgetter(*names)(row), strict=True))
