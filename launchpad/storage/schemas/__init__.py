"""The only objects a document may hold, by the version of its schema: texts generated from the migrations."""

from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection

from launchpad.storage import sqlite
from launchpad.storage.errors import StorageError, Unsound
from launchpad.storage.schemas import version_1
from launchpad.storage.sentences import quoted

ALLOWED: dict[int, Mapping[str, str | None]] = {1: version_1.OBJECTS}
"""Version → every object, ``type name on table`` → its CREATE text (None: SQLite makes it with its table)."""


def newest() -> int:
    """The version of the schema that this Launchpad writes."""
    return max(ALLOWED)


def is_older(path: Path, connection: Connection) -> bool:
    """Whether the document has to be upgraded before it is read; raise StorageError if a newer Launchpad wrote it."""
    version = sqlite.pragma(connection, "user_version")
    if version > newest():
        raise StorageError(
            f"{quoted(path)} was written by a newer Launchpad{sqlite.newer_writer(connection)} and was not touched. "
            "Update Launchpad to open it."
        )
    if version < 1:
        raise Unsound("It does not say which version it is.")
    return bool(version < newest())


def require_our_schema(connection: Connection) -> int:
    """Return the document's version, one that is known; raise Unsound if it holds anything that is not ours."""
    version = sqlite.pragma(connection, "user_version")
    found, allowed = _plain(sqlite.schema(connection)), _plain(ALLOWED[version])
    if found != allowed:
        odd = min(key for key in {*found, *allowed} if found.get(key, "") != allowed.get(key, ""))
        raise Unsound(f"It holds something that Launchpad did not put there ({odd[:80]}).")
    return int(version)


def _plain(objects: Mapping[str, str | None]) -> dict[str, str | None]:
    """The objects with every gap in their texts one space wide; no name or text of ours holds a gap."""
    return {key: None if text is None else " ".join(text.split()) for key, text in objects.items()}
