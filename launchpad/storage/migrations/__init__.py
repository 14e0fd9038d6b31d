"""How a document grows from one version of the schema to the next, one module a version.

A migration stands alone: it knows no rows and no tables of today. A new document is built by running them all.
"""

from collections.abc import Callable
from sqlite3 import Connection

from alembic.migration import MigrationContext
from alembic.operations import Operations

from launchpad.storage import sqlite
from launchpad.storage.core import core_over
from launchpad.storage.migrations import version_1

STEPS: dict[int, Callable[[Operations], None]] = {1: version_1.upgrade}
"""Version → what makes a document of that version from one of the version before."""


def migrate(connection: Connection, version: int) -> None:
    """Bring a document from `version` (0: empty) to the newest, in one transaction."""
    newest = max(STEPS)
    with core_over(connection) as core, sqlite.writing(connection):
        operations = Operations(MigrationContext.configure(core))
        for number in range(version + 1, newest + 1):
            STEPS[number](operations)
        sqlite.mark(connection, newest)
