"""What Windows would do, done by Linux: bytes are locked for one open file, and no open file is removed.

It stands in for the module `msvcrt`; its errors are those of the C runtime.
"""

import errno
import fcntl
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

LK_NBLCK = 2


def locking(fd: int, mode: int, nbytes: int, /) -> None:
    """Lock `nbytes` from where the file stands, for this descriptor alone."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, "only Linux can play Windows")
    assert mode == LK_NBLCK
    wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, os.lseek(fd, 0, os.SEEK_CUR), nbytes, 0)
    try:
        fcntl.fcntl(fd, fcntl.F_OFD_SETLK, wanted)
    except BlockingIOError:
        raise PermissionError(errno.EACCES, "Permission denied") from None


def unlinker(unlink: Callable[..., None]) -> Callable[..., None]:
    """`os.unlink` as Windows has it: what this process has open stays."""

    def careful(path: str | Path, *, dir_fd: int | None = None) -> None:
        mine = [each for each in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{each}")]
        if any(os.path.samefile(path, f"/proc/self/fd/{each}") for each in mine if os.path.exists(path)):
            raise PermissionError(errno.EACCES, "It is being used by another process", str(path))
        unlink(path, dir_fd=dir_fd)

    return careful
