"""Who may write: one holder per document on this machine, told by a lock that vanishes with its process.

The lock lies in the user's state folder, not beside the document, so that readers, backups and sync programs never
meet it, and a network folder's own locks are not needed. Across machines only the revision in the document protects.
"""

import getpass
import os
from pathlib import Path

from platformdirs import user_state_path

from launchpad.storage import system_lock
from launchpad.storage.errors import CAN_BE_READ, Busy, ReadOnly
from launchpad.storage.identity import Identity
from launchpad.storage.sentences import one_line, quoted, reason_of
from launchpad.storage.system_lock import SystemLock

WAIT = "Close it there to edit it here; it can be opened for reading meanwhile."
LONGEST_NOTE = 500
"""Bytes read of what a holder wrote about themselves."""


def state_folder() -> Path:
    """The user's folder for what a program remembers between runs."""
    return user_state_path("launchpad", appauthor=False)


class WriterLock:
    """The right to write one document, held until `release` or the end of the process."""

    def __init__(self, system: SystemLock, descriptor: int, place: Path) -> None:
        self._system = system
        self._descriptor = descriptor
        self._place = place

    @classmethod
    def take(cls, path: Path, identity: Identity, who: str = "", folder: Path | None = None) -> "WriterLock":
        """Take the lock of the document at `path`; raise Busy naming its holder, or ReadOnly if locks have no place."""
        place = (folder or state_folder()) / "locks" / f"{identity.device:x}-{identity.inode:x}"
        system = system_lock.THIS
        try:
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = system.take(place)
        except BlockingIOError:
            raise _busy(path, place) from None
        except OSError as error:
            raise _no_place(path, place.parent, error) from error
        lock = cls(system, descriptor, place)
        lock._sign(path, who or _user())
        return lock

    def _sign(self, path: Path, who: str) -> None:
        """Write who holds it, for whoever comes second."""
        try:
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, f"{os.getpid()}\n{who}\n".encode("utf-8", "replace"))
        except OSError as error:
            self.release()
            raise _no_place(path, self._place.parent, error) from error

    def release(self) -> None:
        """Let others write."""
        self._system.release(self._descriptor, self._place)


def _no_place(path: Path, folder: Path, error: OSError) -> ReadOnly:
    where = f"“{one_line(str(folder))}”"
    return ReadOnly(
        f"{quoted(path)} cannot be changed: Launchpad could not note in {where} that you are editing it "
        f"({reason_of(error)}). {CAN_BE_READ}"
    )


def _busy(path: Path, place: Path) -> Busy:
    try:
        note = place.read_bytes()[:LONGEST_NOTE].decode("utf-8", "replace").splitlines()
        pid, who = int(note[0]), note[1]
    except (OSError, ValueError, IndexError):
        pid, who = 0, "Somebody"
    where = f" (process {pid})" if pid else ""
    return Busy(f"{quoted(path)} is being edited by {who}{where}. {WAIT}", who, pid)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
