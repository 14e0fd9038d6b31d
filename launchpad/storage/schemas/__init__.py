"""The only objects a document may hold, by the version of its schema: texts generated from the migrations."""

from collections.abc import Mapping

from sqlalchemy import Connection

from launchpad.storage import sqlite
from launchpad.storage.errors import Unsound
from launchpad.storage.schemas import version_1

ALLOWED: dict[int, Mapping[str, str | None]] = {1: version_1.OBJECTS}
"""Version → every object, ``type name on table`` → its CREATE text (None: SQLite makes it with its table)."""


def newest() -> int:
    """The version of the schema that this Launchpad writes."""
    return max(ALLOWED)


def require_our_schema(connection: Connection) -> int:
    """Return the version of the document's schema; raise Unsound if it holds anything that is not ours."""
    version = sqlite.pragma(connection, "user_version")
    if version not in ALLOWED:
        raise Unsound(f"Its version, {version}, is unknown.")
    found, allowed = _plain(sqlite.schema(connection)), _plain(ALLOWED[version])
    if found != allowed:
        odd = min(key for key in {*found, *allowed} if found.get(key, "") != allowed.get(key, ""))
        raise Unsound(f"It holds something that Launchpad did not put there ({odd[:80]}).")
    return int(version)


def _plain(objects: Mapping[str, str | None]) -> dict[str, str | None]:
    """The objects with every gap in their texts one space wide; no name or text of ours holds a gap."""
    return {key: None if text is None else " ".join(text.split()) for key, text in objects.items()}
