"""A Launchpad that writes one version more than this one: in it tasks have a mood."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import Column, Text

from launchpad.storage import migrations, schemas

NEXT = max(migrations.STEPS) + 1


def add_mood(op: Operations) -> None:
    op.add_column("tasks", Column("mood", Text, nullable=False, server_default="calm"))


def objects_with_mood() -> Mapping[str, str | None]:
    """The objects that a document of the next version may hold."""
    with closing(sqlite3.connect(":memory:")) as driver:
        for text in schemas.ALLOWED[NEXT - 1].values():
            if text:
                driver.execute(text)
        driver.execute("ALTER TABLE tasks ADD COLUMN mood TEXT DEFAULT 'calm' NOT NULL")
        found = driver.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return {f"{type_} {name} on {table}": sql for type_, name, table, sql in found}


def content_of(path: Path) -> list[str]:
    """Tables and rows as SQL."""
    with closing(sqlite3.connect(path)) as driver:
        return list(driver.iterdump())


def version_of(path: Path) -> int:
    """The version in a document's header."""
    with closing(sqlite3.connect(path)) as driver:
        return int(driver.execute("PRAGMA user_version").fetchone()[0])
