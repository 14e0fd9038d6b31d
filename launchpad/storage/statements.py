"""Statements that Core writes and the driver runs, which for the one row of an edit is three times as quick."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.sql.dml import UpdateBase

from launchpad.storage.columns import Coded

Values = dict[str, Any]


def fetch_all(connection: Connection, text: str) -> Sequence[tuple[Any, ...]]:
    """Run a select and return its rows as the driver gives them."""
    cursor = connection.connection.cursor()
    cursor.execute(text)
    return cursor.fetchall()


class Statement:
    """An insert, update or delete in one table. Values go through the column types, as they would in Core."""

    def __init__(self, table: Table, core: UpdateBase) -> None:
        self._core = core
        self._coded = [(each.name, each.type.encode) for each in table.columns if isinstance(each.type, Coded)]
        self._texts: dict[str, tuple[str, Sequence[str] | None]] = {}

    def run(self, connection: Connection, lines: list[Values]) -> int:
        """Run it for each line of values by column or parameter, and return how many rows it touched."""
        if connection.dialect.name not in self._texts:
            compiled: Any = self._core.compile(dialect=connection.dialect)
            self._texts[connection.dialect.name] = str(compiled), compiled.positiontup
        text, places = self._texts[connection.dialect.name]
        for line in lines:
            for name, encode in self._coded:
                if line.get(name) is not None:
                    line[name] = encode(line[name])
        given: Any = lines if places is None else [tuple(line[name] for name in places) for line in lines]
        cursor = connection.connection.cursor()
        cursor.executemany(text, given)
        return cursor.rowcount
