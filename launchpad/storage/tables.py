"""The tables of a document: one for each kind of row, the journal, and the document's own facts.

A row's fields are its columns, in the order they are declared. A new field needs a migration too; a test says so.
"""

from sqlalchemy import Column, Integer, MetaData, Table, Text

from launchpad.domain.fields import fields_of
from launchpad.domain.kinds import KINDS
from launchpad.domain.row import Row
from launchpad.storage.columns import Flag, Moment, type_for

METADATA = MetaData()


def _table_of(name: str, kind: type[Row]) -> Table:
    columns = []
    for field in fields_of(kind):
        type_, optional = type_for(field.hint)
        columns.append(Column(field.name, type_, primary_key=field.name == "id", nullable=optional))
    return Table(name, METADATA, *columns, sqlite_strict=True)


ROWS: dict[type[Row], Table] = {kind: _table_of(name, kind) for name, kind in KINDS.items()}
"""Kind of row → its table."""

JOURNAL = Table(
    "journal",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("moment", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("undoes", Integer),
    Column("permanent", Flag, nullable=False),
    Column("changes", Text, nullable=False),
    sqlite_strict=True,
)
"""One line per edit; `changes` is JSON."""

FACTS = Table(
    "facts",
    METADATA,
    Column("plan", Text, primary_key=True),
    Column("journal", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("app_version", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("stamp", Text, nullable=False),
    sqlite_strict=True,
)
"""One row about the document: who it is, which Launchpad wrote it last, and after which edit."""
