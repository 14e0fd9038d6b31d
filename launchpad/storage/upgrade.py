"""Documents of older versions are upgraded in a copy; the one that was there is kept beside."""

import shutil
from pathlib import Path

from launchpad.storage import check, schemas, sqlite
from launchpad.storage.errors import Damaged
from launchpad.storage.places import publish, publish_over, workshop
from launchpad.storage.sentences import damage_told, quoted, told


def upgrade(path: Path) -> Path:
    """Upgrade the document at `path`, and return where the document as it was is kept, beside it."""
    with told(path, "could not be upgraded and is as it was"), damage_told(path), workshop(path) as made:
        version = upgraded_copy(path, made)
        kept = _free(path.with_name(f"{path.stem} (version {version}){path.suffix}"))
        with workshop(path) as old:
            _copy(path, old)
            shutil.copymode(path, made)
            publish(old, kept)
        try:
            publish_over(made, path)
        except OSError:
            kept.unlink()  # or every new attempt would leave one more
            raise
    return kept


def upgraded_copy(path: Path, made: Path) -> int:
    """Write at `made` what the document at `path` is in the newest version, and return the version it has."""
    from launchpad.storage.migrations import migrate

    _copy(path, made)
    connection = sqlite.connect(made)
    try:
        version = schemas.require_our_schema(connection)
        sqlite.full_check(connection)
        migrate(connection, version)
    finally:
        connection.close()
    wrong = check.problems(made)
    if wrong:
        raise Damaged(f"{quoted(path)} could not be upgraded and is as it was: {wrong[0]}")
    return version


def _copy(path: Path, made: Path) -> None:
    connection = sqlite.connect(path, read_only=True)
    try:
        sqlite.copy_into(connection, made)
    finally:
        connection.close()


def _free(path: Path) -> Path:
    """The path itself, or with the first number that makes it a name nobody has."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free
