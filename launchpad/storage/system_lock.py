"""How this system lets one process at a time hold a file: the one room that knows which system it is.

The system itself lets go when the process ends, however it ends, so no lock outlives its holder.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class SystemLock(Protocol):
    """One system's way to hold a file."""

    def take(self, place: Path) -> int:
        """Return a descriptor that holds the file at `place`, made if need be; raise BlockingIOError if one does."""

    def release(self, descriptor: int, place: Path) -> None:
        """Let go of the file, and remove it unless somebody else holds it by then."""


class Locking(Protocol):
    """What is used of the module `msvcrt`."""

    LK_NBLCK: int

    def locking(self, fd: int, mode: int, nbytes: int, /) -> None:
        """Lock bytes of a file from where it stands; raise OSError if somebody has them."""


class ByteLock:
    """Windows: one byte of the file is held, far behind its content, for what is held there nobody else may read."""

    FAR = 2**30
    """Which byte; the file need not be so long."""
    PATIENCE = 0.5
    """Seconds for which a holder may be dead already: the system takes a moment to let go of what it had."""

    def __init__(self, system: Locking) -> None:
        self._system = system

    def take(self, place: Path) -> int:
        """Return a descriptor that holds the file at `place`."""
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            self._hold(descriptor, time.monotonic() + self.PATIENCE)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor

    def _hold(self, descriptor: int, until: float) -> None:
        os.lseek(descriptor, self.FAR, os.SEEK_SET)
        while True:
            try:
                return self._system.locking(descriptor, self._system.LK_NBLCK, 1)
            except OSError as error:
                if error.errno not in (errno.EACCES, errno.EDEADLK):
                    raise
                if time.monotonic() > until:
                    raise BlockingIOError(error.errno, error.strerror) from None
            time.sleep(0.05)

    def release(self, descriptor: int, place: Path) -> None:
        """Let go of the file first: Windows removes none that is open, whoever has it open."""
        os.close(descriptor)
        with suppress(OSError):
            place.unlink()


if sys.platform == "win32":
    import msvcrt

    THIS: SystemLock = ByteLock(msvcrt)
else:
    import fcntl

    class FileLock:
        """Linux and macOS: the whole file is held."""

        def take(self, place: Path) -> int:
            """Return a descriptor that holds the file at `place`."""
            while True:
                descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    if os.path.samestat(os.stat(place), os.fstat(descriptor)):
                        return descriptor
                except FileNotFoundError:
                    pass  # its holder has just released it, and with it the file we hold
                except OSError:
                    os.close(descriptor)
                    raise
                os.close(descriptor)

        def release(self, descriptor: int, place: Path) -> None:
            """Remove the file while it is held, so that whoever gets it next sees that it is no more."""
            place.unlink(missing_ok=True)
            os.close(descriptor)

    THIS: SystemLock = FileLock()
