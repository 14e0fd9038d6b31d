"""Statements that Core writes and the driver runs, which for the one row of an edit is three times as quick.

Importing it brings in SQLAlchemy, so it is imported when something is to be written, or shortly before.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, insert, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import UpdateBase

from launchpad.storage.shapes import FACTS, Shape
from launchpad.storage.tables import TABLES

THIS = "this_id"
"""The parameter that says which row is meant; no column is called so."""
SEEN = "seen_"
"""Before the name of a fact: the parameter that says what it was when last looked at."""

_THIS: BindParameter[str] = bindparam(THIS)


class Statement:
    """An insert, update or delete in one table, with values by column or parameter."""

    def __init__(self, shape: Shape, core: UpdateBase) -> None:
        compiled: Any = core.compile(dialect=sqlite.dialect())
        self._shape = shape
        self._text = str(compiled)
        self._places: tuple[str, ...] = tuple(compiled.positiontup)

    def run(self, connection: sqlite3.Connection, lines: Iterable[Mapping[str, Any]]) -> int:
        """Run it for each line of values, and return how many rows it touched."""
        stored = map(self._shape.stored, lines)
        given = [tuple(line[name] for name in self._places) for line in stored]
        return connection.executemany(self._text, given).rowcount


@cache
def inserting(shape: Shape) -> Statement:
    """Adds a line."""
    return Statement(shape, insert(TABLES[shape]))


@cache
def updating(shape: Shape) -> Statement:
    """Sets all columns of the row `THIS` but its id, or SQLite would write the index anew."""
    table = TABLES[shape]
    names = dict.fromkeys(shape.names[1:])  # `values` only needs the names
    return Statement(shape, update(table).where(table.c.id == _THIS).values(names))


@cache
def deleting(shape: Shape) -> Statement:
    """Removes the row `THIS`."""
    table = TABLES[shape]
    return Statement(shape, delete(table).where(table.c.id == _THIS))


@cache
def advancing() -> Statement:
    """Sets what changes among the facts with every edit, if they are those that were `SEEN`."""
    table = TABLES[FACTS]
    seen = [table.c[name] == bindparam(f"{SEEN}{name}") for name in ("plan", "rev", "stamp")]
    changing: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in ("rev", "stamp", "app_version")}
    return Statement(FACTS, update(table).where(*seen).values(changing))
