"""The tables of a document: one for each kind of row, the journal, and the document's own facts.

A row's fields are its columns, in the order they are declared. A new field needs a migration too; a test says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from launchpad.domain.fields import fields_of
from launchpad.domain.kinds import KINDS
from launchpad.domain.row import Row
from launchpad.storage.codecs import FLAG, MOMENT, TEXT, WHOLE, Codec, codec_for

Values = dict[str, Any]
"""Values, or what is stored of them, by column."""


class Column(NamedTuple):
    """A column by name: how its values are kept, and whether it may be empty."""

    name: str
    codec: Codec
    optional: bool = False


class Shape:
    """A table by name, and its columns in their order; the first one says which line it is."""

    def __init__(self, name: str, columns: Iterable[Column]) -> None:
        self.name = name
        self.columns = tuple(columns)
        self.names = tuple(column.name for column in self.columns)
        self.select = self.selecting(self.names)
        self._encoders = [(each.name, each.codec.encode) for each in self.columns if each.codec.encode]

    def selecting(self, names: Iterable[str]) -> str:
        """The statement that reads these columns of every line, in words that any database knows."""
        listed = ", ".join(f'"{name}"' for name in names)
        return f'SELECT {listed} FROM "{self.name}"'

    def stored(self, values: Mapping[str, Any]) -> Values:
        """Return what is kept of values by column; what is no column's stays as it is."""
        found = dict(values)
        for name, encode in self._encoders:
            if found.get(name) is not None:
                found[name] = encode(found[name])
        return found

    def values(self, stored: Sequence[Any]) -> Values:
        """Return the values of a line by column; `stored` are its first columns, or all."""
        return {
            column.name: each if each is None or column.codec.decode is None else column.codec.decode(each)
            for column, each in zip(self.columns, stored, strict=False)
        }


ROWS: dict[type[Row], Shape] = {
    kind: Shape(name, (Column(field.name, *codec_for(field.hint)) for field in fields_of(kind)))
    for name, kind in KINDS.items()
}
"""Kind of row → its table."""

JOURNAL = Shape(
    "journal",
    [
        Column("number", WHOLE),
        Column("moment", MOMENT),
        Column("who", TEXT),
        Column("source", TEXT),
        Column("label", TEXT),
        Column("undoes", WHOLE, optional=True),
        Column("permanent", FLAG),
        Column("changes", TEXT),
    ],
)
"""One line per edit; `changes` is JSON."""

FACTS = Shape(
    "facts",
    [
        Column("plan", TEXT),
        Column("journal", TEXT),
        Column("created", MOMENT),
        Column("app_version", TEXT),
        Column("rev", WHOLE),
        Column("stamp", TEXT),
    ],
)
"""One row about the document: who it is, which Launchpad wrote it last, and after which edit."""
