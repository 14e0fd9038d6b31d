"""Files that are there whole or not at all: written to the side, synced, renamed."""

import contextlib
import errno
import glob
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from launchpad.domain.watching import Watch, unwatched
from launchpad.interchange.errors import ExportError

DAY = 24 * 60 * 60
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "the folder is not a folder",
    errno.EACCES: "the folder does not allow it, or the file is open in another program",
    errno.EPERM: "the folder does not allow it, or the file is open in another program",
    errno.EISDIR: "a folder has that name",
    errno.ENAMETOOLONG: "the name is too long",
}


watch: ContextVar[Watch] = ContextVar("watch", default=unwatched)
"""Told how far a file is, the last time before it takes its place; what it raises leaves everything as it was."""


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Yield a path beside `target`; when the block ends well, that file is synced and takes the target's place.

    When anything fails the target stays as it was and the file beside it is gone; what the system refused is raised
    as an ExportError. Nor does it take the target's place when `watch` stops it.
    """
    _refuse_if_open(target)
    aside: Path | None = None
    try:
        aside = _beside(target)
        yield aside
        watch.get()(1)
        _sync(aside)
        os.replace(aside, target)
        aside = None
        _sync_folder(target.parent)
    except OSError as error:
        reason = REASONS.get(error.errno or 0, (error.strerror or "the system refused").lower())
        raise ExportError(f"“{target.name}” could not be written: {reason}. Nothing was changed.") from error
    finally:
        if aside is not None:
            with contextlib.suppress(OSError):
                aside.unlink()


def write_bytes(target: Path, content: bytes) -> None:
    """Write a whole file in place of `target`, or leave everything as it was."""
    with written_aside(target) as aside:
        aside.write_bytes(content)


def _refuse_if_open(target: Path) -> None:
    for mark in (f"~${target.name}", f".~lock.{target.name}#"):  # Excel's and LibreOffice's signs of an open file
        if os.path.lexists(target.parent / mark):
            raise ExportError(
                f"“{target.name}” is open in another program: close it there and export again, or choose another name."
            )


def _beside(target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EPERM, "is read-only")
    _sweep(target)
    aside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    if target.exists():
        aside.chmod(target.stat().st_mode & 0o777)
    return aside


def _sweep(target: Path) -> None:
    """Remove what writers of this file that were killed more than a day ago have left beside it."""
    for left in target.parent.glob(f".{glob.escape(target.name[:40])}.{'[0-9a-f]' * 8}.part"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - DAY:
                left.unlink()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
