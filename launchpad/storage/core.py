"""SQLAlchemy over a document that is already held open: for migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool


@contextmanager
def core_over(connection: sqlite3.Connection) -> Iterator[Connection]:
    """A connection of SQLAlchemy's over the driver's, which stays open; the driver's complaints come through."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    try:
        with engine.connect() as core:
            yield core
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise
