"""The way to an open document: what is there, who has it, what lies beside it, which version it is."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from launchpad.storage import schemas, sqlite
from launchpad.storage.errors import Busy
from launchpad.storage.header import Found, find, sniff
from launchpad.storage.lock import WriterLock
from launchpad.storage.places import require_writable
from launchpad.storage.recovery import has_companion, refuse_foreign_log, settle
from launchpad.storage.sentences import damage_told, told
from launchpad.storage.upgrade import upgrade, upgraded_copy


@dataclass(frozen=True, slots=True)
class Opened:
    """A connected document, and all that has to be given back when it is closed."""

    found: Found
    connection: Connection
    held: ExitStack
    is_read_only: bool


def open_for_writing(path: Path, who: str, state: Path) -> Opened:
    """Connect to the document at `path` with the right to write it, after upgrading it if it is older."""
    found = find(path)
    require_writable(found.path)
    with ExitStack() as held:
        held.callback(WriterLock.take(found.path, found.identity, who, state).release)
        settle(found.path, state / "set aside")
        connection = _connected(found, held, read_only=False)
        if not _is_older(found.path, connection):
            return Opened(found, connection, held.pop_all(), is_read_only=False)
        connection.close()
        upgrade(found.path)
    return open_for_writing(path, who, state)  # the upgraded document is another file, with a lock of its own


def open_for_reading(path: Path, state: Path) -> Opened:
    """Connect to the document at `path` to read it; of an older one, read an upgraded copy."""
    found = find(path)
    if has_companion(found.path):
        _settle_unless_busy(found, state)
    with ExitStack() as held:
        connection = _connected(found, held, read_only=True)
        if _is_older(found.path, connection):
            connection = _upgraded(found.path, held)
        return Opened(found, connection, held.pop_all(), is_read_only=True)


def _connected(found: Found, held: ExitStack, *, read_only: bool) -> Connection:
    sniff(found)
    with told(found.path, "could not be opened"):
        connection = sqlite.connect(found.path, read_only=read_only)
    held.callback(connection.close)
    return connection


def _is_older(path: Path, connection: Connection) -> bool:
    with told(path, "could not be opened"), damage_told(path):
        return schemas.is_older(path, connection)


def _upgraded(path: Path, held: ExitStack) -> Connection:
    made = Path(held.enter_context(TemporaryDirectory(prefix="launchpad-"))) / path.name
    with told(path, "could not be opened"), damage_told(path):
        upgraded_copy(path, made)
        connection = sqlite.connect(made, read_only=True)
    held.callback(connection.close)
    return connection


def _settle_unless_busy(found: Found, state: Path) -> None:
    try:
        lock = WriterLock.take(found.path, found.identity, "", state)
    except Busy:
        refuse_foreign_log(found.path)  # a journal is the writer's, for a moment; a -wal is nobody's
        return
    try:
        settle(found.path, state / "set aside")
    finally:
        lock.release()
