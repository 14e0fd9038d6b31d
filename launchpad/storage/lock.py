"""Who may write: one holder per document on this machine, told by a lock that vanishes with its process.

The lock lies in the user's state folder, not beside the document, so that readers, backups and sync programs never
meet it. Across machines only the revision in the document protects.
"""

import fcntl
import getpass
import os
from pathlib import Path

from platformdirs import user_state_path

from launchpad.storage.errors import Busy, StorageError
from launchpad.storage.identity import Identity, identity_of
from launchpad.storage.sentences import of_system, quoted

LONGEST_NOTE = 500
"""Bytes read of what a holder wrote about themselves."""


def state_folder() -> Path:
    """The user's folder for what a program remembers between runs."""
    return user_state_path("launchpad", appauthor=False)


class WriterLock:
    """The right to write one document, held until `release` or the end of the process."""

    def __init__(self, descriptor: int, place: Path) -> None:
        self._descriptor = descriptor
        self._place = place

    @classmethod
    def take(cls, path: Path, identity: Identity, who: str = "", folder: Path | None = None) -> "WriterLock":
        """Take the lock of the document at `path`; raise Busy naming its holder if there is one."""
        place = (folder or state_folder()) / "locks" / f"{identity.device:x}-{identity.inode:x}"
        try:
            descriptor = _locked(place)
        except BlockingIOError:
            raise _busy(path, place) from None
        except OSError as error:
            raise of_system(place, "could not be written, so the plan cannot be locked for editing", error) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n{who or _user()}\n".encode("utf-8", "replace"), 0)
        return cls(descriptor, place)

    def release(self) -> None:
        """Let others write."""
        self._place.unlink(missing_ok=True)
        os.close(self._descriptor)


def _locked(place: Path) -> int:
    """Return a locked descriptor of the file at `place`; raise BlockingIOError if somebody else has it."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    while True:
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            status = os.fstat(descriptor)
            if identity_of(place) == (status.st_dev, status.st_ino):
                return descriptor
        except FileNotFoundError:
            pass  # its holder has just released it, and with it the file we locked
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _busy(path: Path, place: Path) -> StorageError:
    try:
        note = place.read_bytes()[:LONGEST_NOTE].decode("utf-8", "replace").splitlines()
        pid, who = int(note[0]), note[1]
    except (OSError, ValueError, IndexError):
        pid, who = 0, "Somebody"
    where = f" (process {pid})" if pid else ""
    return Busy(f"{quoted(path)} is being edited by {who}{where}; it can be opened for reading meanwhile.", who, pid)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
