"""What lies beside a document before it is opened: our own half-written edit, or something foreign.

SQLite would apply a ``-journal`` or ``-wal`` of the right name whoever it came from, onto a good document too.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path

from launchpad.storage import check, sqlite
from launchpad.storage.errors import WAY_BACK, StorageError
from launchpad.storage.sentences import quoted, told

_SUPER_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""How a journal ends that names another file; SQLite may delete that file, and we never write one."""


def beside(path: Path, ending: str) -> Path:
    """The companion file of a document, such as its ``-journal``."""
    return Path(f"{path}{ending}")


def has_companion(path: Path) -> bool:
    """Whether something lies beside the document that SQLite would apply to it."""
    return _is_filled(f"{path}-journal") or _is_filled(f"{path}-wal")


def _is_filled(path: str) -> bool:
    try:
        return os.stat(path).st_size > 0
    except OSError:
        return False


def refuse_foreign_log(path: Path) -> None:
    """Raise StorageError if a ``-wal`` lies beside the document: we never write one, and SQLite would apply it."""
    if _is_filled(f"{path}-wal"):
        raise StorageError(
            f"{quoted(path)} could not be opened: another program left the file {quoted(beside(path, '-wal'))} beside "
            "it. Move that file away and open the plan again."
        )


def settle(path: Path, aside: Path) -> None:
    """Make sure that what lies beside the document cannot harm it. Its caller holds the document's lock.

    A document that is whole by itself keeps its content, and the companion is moved into the folder `aside`. Only a
    journal that makes a broken document whole is applied; otherwise nothing is touched.
    """
    if not has_companion(path):
        return
    with told(path, "could not be opened"), tempfile.TemporaryDirectory(prefix="launchpad-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        if not check.problems(copy):
            _set_aside(path, aside)
        elif not _mends(beside(path, "-journal"), copy):
            raise StorageError(
                f"{quoted(path)} was left half-written, and the file “-journal” or “-wal” beside it does not "
                f"complete it. Nothing was touched. {WAY_BACK}"
            )
        else:
            if beside(path, "-wal").exists():
                _move(beside(path, "-wal"), aside)
            sqlite.roll_back(path)


def _mends(journal: Path, copy: Path) -> bool:
    """Whether applying the journal to a copy of the document makes it whole."""
    if not _is_filled(str(journal)):
        return False
    copied = beside(copy, "-journal")
    shutil.copyfile(journal, copied)
    if copied.read_bytes().endswith(_SUPER_JOURNAL):
        return False
    sqlite.roll_back(copy)
    return not check.problems(copy)


def _set_aside(path: Path, aside: Path) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        if beside(path, ending).exists():
            _move(beside(path, ending), aside)


def _move(companion: Path, aside: Path) -> None:
    aside.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.move(companion, aside / f"{time.time_ns()} {companion.name}")
