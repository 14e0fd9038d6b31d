"""Tables, migrations and the texts a document may hold say the same."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, Table, Text

from launchpad.storage import migrations, schemas, sqlite
from launchpad.storage.core import core_over
from launchpad.storage.errors import Unsound
from launchpad.storage.sqlite import Connection
from launchpad.storage.tables import METADATA


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Connection]:
    """A document with tables and nothing in them."""
    connection = sqlite.connect(tmp_path / "new.launch", new=True)
    migrations.migrate(connection, 0)
    yield connection
    connection.close()


def drift(connection: Connection, metadata: MetaData) -> Any:
    with core_over(connection) as core:
        return compare_metadata(MigrationContext.configure(core, opts={"compare_type": True}), metadata)


def as_module(objects: Mapping[str, str | None]) -> str:
    lines = ['"""Generated from the migrations by `pytest tests/storage --update-golden`; not edited by hand."""', ""]
    lines += ["OBJECTS: dict[str, str | None] = {"]
    for key, text in objects.items():
        if text is None:
            lines.append(f'    "{key}": None,')
        else:
            shown = [line.rstrip().replace("\t", "    ") for line in text.strip().splitlines()]
            lines += [f'    "{key}": """', *shown, '""",']
    return "\n".join([*lines, "}", ""])


def test_the_allowed_texts_are_what_the_migrations_make(empty: Connection, pytestconfig: pytest.Config) -> None:
    generated = Path(schemas.__file__).with_name(f"version_{max(migrations.STEPS)}.py")
    module = as_module(sqlite.schema(empty))
    if pytestconfig.getoption("update_golden"):
        generated.write_text(module)

    assert generated.read_text() == module
    assert schemas.newest() == max(migrations.STEPS)


def test_the_migrations_lead_to_the_tables(empty: Connection) -> None:
    assert drift(empty, METADATA) == []


def test_a_row_is_found_by_its_first_column(empty: Connection) -> None:
    def keys(name: str) -> list[str]:
        return [column[1] for column in empty.execute(f'pragma table_info("{name}")') if column[5]]

    assert {table.name: list(table.primary_key.columns.keys()) for table in METADATA.sorted_tables} == {
        table.name: keys(table.name) for table in METADATA.sorted_tables
    }


def test_a_field_without_a_migration_is_noticed(empty: Connection) -> None:
    metadata = MetaData()
    for table in METADATA.tables.values():
        table.to_metadata(metadata)
    metadata.tables["tasks"].append_column(Column("mood", Text))
    Table("moods", metadata, Column("id", Text, primary_key=True))

    assert {(name, str(getattr(what, "name", what))) for name, *_, what in drift(empty, metadata)} == {
        ("add_table", "moods"),
        ("add_column", "mood"),
    }


def test_every_table_is_strict_and_knows_four_types_only(empty: Connection) -> None:
    tables = empty.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    types = {type_ for table in METADATA.tables for _, _, type_, *_ in empty.execute(f"PRAGMA table_info({table})")}

    assert {name for name, strict in tables if not strict} == {"sqlite_schema"}
    assert types == {"TEXT", "INTEGER", "REAL"}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (id TEXT)",
        "CREATE VIEW extra AS SELECT * FROM tasks",
        "CREATE TRIGGER extra AFTER INSERT ON tasks BEGIN DELETE FROM tasks; END",
        "CREATE INDEX extra ON tasks (title)",
        "CREATE VIRTUAL TABLE extra USING fts5(title)",
        "DROP TABLE comments",
        "ALTER TABLE tasks ADD COLUMN extra TEXT",
        "ALTER TABLE tasks ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(zeroblob(9)))",
    ],
)
def test_nothing_may_be_added_or_missing(empty: Connection, statement: str) -> None:
    schemas.require_our_schema(empty)
    empty.execute(statement)

    with pytest.raises(Unsound, match="did not put there"):
        schemas.require_our_schema(empty)
