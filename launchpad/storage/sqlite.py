"""All that is SQLite's alone: how a document is connected to, guarded, checked and copied."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path, PurePath
from threading import RLock
from typing import Any

from launchpad.storage.errors import Unsound
from launchpad.storage.identity import CONNECTED, Identity, identity_of

APPLICATION_ID = 0x4C4E4348
"""“LNCH”, in the header of every document."""

PATIENCE = 5.0
"""Seconds to wait for another program that is using the file."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LENGTH: 128 * 2**20,  # a plan of 100,000 tasks is born in one edit of some 70 MB
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 2**20,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}

PRAGMAS: tuple[str, ...] = (
    "journal_mode = DELETE",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "synchronous = EXTRA",  # FULL can lose the last edit when the power fails
    "fullfsync = ON",  # macOS: through to the platter
)


class Connection(sqlite3.Connection):
    """The driver's connection to a document, counted among those this process has.

    Threads may share it: one transaction begins when the one before it is over.
    """

    identity: Identity | None = None
    """Which file it is, until it is closed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turn = RLock()

    def close(self) -> None:
        """Let go of the file; more than once does no harm."""
        super().close()
        if self.identity is not None:
            CONNECTED.remove(self.identity)
            self.identity = None


def connect(path: Path, *, read_only: bool = False, new: bool = False) -> Connection:
    """Connect to the document at `path` and hold the connection; `new` makes an empty one first."""
    mode = "rwc" if new else "ro" if read_only else "rw"
    connection = sqlite3.connect(
        uri_of(path.absolute(), mode),
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    try:
        for limit, value in LIMITS.items():
            connection.setlimit(limit, value)
        for statement in PRAGMAS:
            connection.execute(f"PRAGMA {statement}").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    connection.identity = identity_of(path)
    CONNECTED.add(connection.identity)
    return connection


def uri_of(path: PurePath, mode: str) -> str:
    """Return how SQLite is told which file is meant: quoted, for a “?” or “%” in a name is part of the name."""
    uri = path.as_uri()
    if not uri.startswith("file:///"):  # a network folder of Windows, whose server SQLite wants within the path
        uri = f"file:////{uri.removeprefix('file://')}"
    return f"{uri}?mode={mode}"


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One view of the document, unmoved by anybody's edits until it ends."""
    with _turn(connection):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            _take_back(connection)  # nothing was written


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction that nobody else's can come before; it is on disk when it ends well, and never was otherwise."""
    with _turn(connection):
        # Another computer's edit of the same number leaves the header that SQLite judges its cache by as it was.
        connection.execute("PRAGMA shrink_memory").fetchall()
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("COMMIT")
        except BaseException:
            _take_back(connection)  # also a commit that could not get its turn
            raise


def _turn(connection: sqlite3.Connection) -> AbstractContextManager[object]:
    return connection.turn if isinstance(connection, Connection) else nullcontext()


def _take_back(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def pragma(connection: sqlite3.Connection, name: str) -> Any:
    """Return the value of a pragma."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def mark(connection: sqlite3.Connection, version: int) -> None:
    """Write into the header whose document this is and the version of its schema; part of the open transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version:d}")


def schema(connection: sqlite3.Connection) -> dict[str, str | None]:
    """Return every object of the document as ``type name on table`` → its CREATE text (None: SQLite made it)."""
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {f"{type_} {name} on {table}": sql for type_, name, table, sql in found}


def length_of(connection: sqlite3.Connection, table: str, column: str, key: str, value: Any) -> int:
    """Return how many characters a text of one line has, without handing it over; 0 without such a line."""
    found = connection.execute(f'SELECT length("{column}") FROM "{table}" WHERE "{key}" = ?', (value,)).fetchone()
    return found[0] or 0 if found else 0


def elements_of(
    connection: sqlite3.Connection, table: str, column: str, key: str, value: Any, most: int
) -> tuple[list[str], int, str]:
    """Return the first elements of a JSON list in one line, how many there are, and the kind of the last.

    SQLite takes the list apart, which lets other threads run meanwhile; the elements come as JSON text.
    """
    where = f'FROM "{table}" AS line, json_each(line."{column}") AS each WHERE line."{key}" = ? AND each.key < ?'
    first = connection.execute(f"SELECT each.value {where}", (value, most)).fetchall()
    about = f'SELECT json_array_length("{column}"), json_type("{column}", \'$[#-1]\') FROM "{table}" WHERE "{key}" = ?'
    count, last = connection.execute(about, (value,)).fetchone()
    return [text for (text,) in first], count, last or ""


def newer_writer(connection: sqlite3.Connection) -> str:
    """Return which Launchpad wrote a document of a version we do not know, such as “ 2.1”; empty if it does not say.

    Every version keeps a plain table `facts` with a column `app_version`.
    """
    text = schema(connection).get("table facts on facts") or ""
    if not text.startswith("CREATE TABLE facts (") or re.search(r"\bAS\b", text):
        return ""
    with suppress(sqlite3.Error):
        found = connection.execute("SELECT app_version FROM facts").fetchone()
        if found and re.fullmatch(r"[0-9A-Za-z.+-]{1,30}", str(found[0])):
            return f" {found[0]}"
    return ""


def roll_back(path: Path) -> None:
    """Let SQLite apply the journal beside the document at `path`; whether that helped is for a check to say."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri_of(path.absolute(), "rw"), uri=True)) as driver:
        driver.execute("SELECT count(*) FROM sqlite_schema").fetchall()


def quick_check(connection: sqlite3.Connection) -> None:
    """Raise Unsound unless SQLite finds the pages, rows and columns sound."""
    _sound(connection, "quick_check(1)")


def full_check(connection: sqlite3.Connection) -> None:
    """Raise Unsound unless SQLite finds everything sound, indexes too."""
    _sound(connection, "integrity_check(1)")


def _sound(connection: sqlite3.Connection, check: str) -> None:
    answer = pragma(connection, check)
    if answer != "ok":
        raise Unsound(f"SQLite finds it unsound ({' '.join(str(answer).split())[:120]}).")


def copy_into(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the document as it stands, page by page, into a new file."""
    with closing(sqlite3.connect(uri_of(target.absolute(), "rwc"), uri=True)) as copy:
        copy.execute("PRAGMA synchronous = EXTRA").fetchall()
        connection.backup(copy)


def rebuild_into(source: Path, target: Path) -> None:
    """Write the live content of `source` into the new file `target`, and nothing that was ever deleted from it."""
    with closing(sqlite3.connect(uri_of(source.absolute(), "rw"), uri=True)) as driver:
        driver.execute("PRAGMA trusted_schema = OFF").fetchall()
        driver.execute("VACUUM INTO ?", (str(target),))
