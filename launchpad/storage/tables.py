"""The tables as SQLAlchemy knows them: what migrations lead to, and what statements that write are made from.

Importing it brings in SQLAlchemy; reading a document needs none of it.
"""

from typing import Any

from sqlalchemy import REAL, Column, Double, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from launchpad.storage.shapes import FACTS, JOURNAL, ROWS, Shape

METADATA = MetaData()

_TYPES: dict[type, TypeEngine[Any]] = {
    str: Text(),
    int: Integer(),
    float: Double().with_variant(REAL(), "sqlite"),
}


def _table_of(shape: Shape) -> Table:
    first = shape.names[0]
    columns = [
        Column(each.name, _TYPES[each.codec.stores], primary_key=each.name == first, nullable=each.optional)
        for each in shape.columns
    ]
    return Table(shape.name, METADATA, *columns, sqlite_strict=True)


TABLES: dict[Shape, Table] = {shape: _table_of(shape) for shape in (*ROWS.values(), JOURNAL, FACTS)}
"""A table's shape → the table."""
