"""What the driver and the system complain about, said to the user."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launchpad.domain.errors import PlanError
from launchpad.storage.errors import WAY_BACK, ChangedElsewhere, Damaged, ReadOnly, StorageError, Unsound

_NO_FOLDER = "its folder cannot be written. Copy it to a folder of yours and work there."
_SENTENCES: dict[str, tuple[type[StorageError], str]] = {
    "SQLITE_FULL": (StorageError, "the disk is full. Free some space and try again."),
    "SQLITE_READONLY_DBMOVED": (ChangedElsewhere, "it was moved or deleted meanwhile. Open it where it is now."),
    "SQLITE_READONLY_DIRECTORY": (ReadOnly, _NO_FOLDER),
    "SQLITE_READONLY": (ReadOnly, "it is read-only. Copy it to a folder of yours and work there."),
    "SQLITE_BUSY": (StorageError, "another program is using it. Try again in a moment."),
    "SQLITE_CANTOPEN": (ReadOnly, _NO_FOLDER),
    "SQLITE_PERM": (ReadOnly, "you are not allowed to. Copy it to a folder of yours and work there."),
    "SQLITE_NOTADB": (Damaged, f"it is damaged. {WAY_BACK}"),
    "SQLITE_CORRUPT": (Damaged, f"it is damaged. {WAY_BACK}"),
    "SQLITE_TOOBIG": (StorageError, "a text in it is too large."),
    "SQLITE_IOERR": (StorageError, "the disk reports an error. Check the disk, then try again."),
    "SQLITE_NOMEM": (StorageError, "there is not enough memory. Close other programs and try again."),
}
_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "you are not allowed to",
    errno.EPERM: "you are not allowed to",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EIO: "the disk reports an error",
    errno.ENOLCK: "its disk knows no locks",
    errno.EOPNOTSUPP: "its disk knows no locks",
}
_SHARING = (32, 33)
"""How Windows says that a file is open elsewhere: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""


@contextmanager
def told(path: Path, what: str) -> Iterator[None]:
    """Turn what goes wrong while doing `what` (“could not be opened”) with the plan into a StorageError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_driver(path, what, error) from error
    except UnicodeError as error:
        raise StorageError(f"{quoted(path)} {what}: a text holds a character that cannot be written.") from error
    except OverflowError as error:
        raise StorageError(f"{quoted(path)} {what}: a number is too large.") from error
    except OSError as error:
        raise of_system(path, what, error) from error


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Turn what a plan cannot be into damage: it was read from the file at `path`, so the file is at fault."""
    try:
        yield
    except (PlanError, Unsound) as error:
        raise Damaged(f"{quoted(path)} is damaged: {one_line(str(error))} {WAY_BACK}") from error


def _of_driver(path: Path, what: str, error: sqlite3.Error) -> StorageError:
    name = getattr(error, "sqlite_errorname", "")
    while name:
        if name in _SENTENCES:
            kind, sentence = _SENTENCES[name]
            return kind(f"{quoted(path)} {what}: {sentence}")
        name = name.rpartition("_")[0]
    if "UTF-8" in str(error):
        return Damaged(f"{quoted(path)} is damaged: a text in it is not readable. {WAY_BACK}")
    return Damaged(f"{quoted(path)} {what}: {error}.")


def of_system(path: Path, what: str, error: OSError) -> StorageError:
    """Return what an OSError means for the plan at `path`."""
    kind = ReadOnly if isinstance(error, PermissionError) and not _is_shared(error) else StorageError
    return kind(f"{quoted(path)} {what}: {reason_of(error)}.")


def reason_of(error: OSError) -> str:
    """Return why the system refused, as the end of a sentence."""
    if _is_shared(error):
        return "another program has it open; close it there and try again"
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def _is_shared(error: OSError) -> bool:
    """Whether Windows refused because the file is open somewhere."""
    return getattr(error, "winerror", None) in _SHARING


def one_line(text: str) -> str:
    """What a file says, fit for a sentence: in one line, odd characters replaced."""
    return _printable(" ".join(text.split()))


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else "�" for each in text)


def quoted(path: Path) -> str:
    """The file's name as a sentence shows it: cut if it is long, odd characters replaced."""
    name = path.name if len(path.name) <= 80 else f"{path.name[:40]}…{path.name[-30:]}"
    return f"“{_printable(name)}”"
