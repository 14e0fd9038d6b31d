"""Where files come to be: made whole in a folder beside, then put in their place in one step."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from launchpad.storage.errors import CAN_BE_READ, ReadOnly, StorageError
from launchpad.storage.sentences import of_system, quoted

_PREFIX = ".launchpad-"
_DAY = 24 * 60 * 60
LONGEST_NAME = 255
"""Bytes in the name of a file, on nearly every disk."""


@contextmanager
def workshop(path: Path) -> Iterator[Path]:
    """A hidden folder on the same disk as `path`, gone afterwards; yields the place in it for a file of that name."""
    _sweep(path.parent)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=path.parent) as folder:
        yield Path(folder) / path.name


def _sweep(folder: Path) -> None:
    """Remove what processes killed more than a day ago have left."""
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _DAY:
                shutil.rmtree(left)


def publish(made: Path, path: Path) -> None:
    """Put a finished file at `path`, where there must be none."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # this disk knows no links
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(made, path)
    sync_folder(path.parent)


def publish_over(made: Path, path: Path) -> None:
    """Put a finished file in the place of the one at `path`."""
    os.replace(made, path)
    sync_folder(path.parent)


def require_free(path: Path) -> None:
    """Raise StorageError if there is anything at `path`, or can be nothing."""
    if _is_long(path):
        raise StorageError(f"{quoted(path)} could not be made: its name is too long. Choose a shorter one.")
    try:
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise of_system(path, "could not be made", error) from error
    raise _taken(path)


def _taken(path: Path) -> StorageError:
    return StorageError(f"{quoted(path)} exists already and was left as it is. Choose another name.")


def require_writable(path: Path) -> None:
    """Raise ReadOnly unless the user may write the file at `path` and make files beside it."""
    if _is_long(path):
        raise ReadOnly(f"{quoted(path)} cannot be changed: its name is too long. Give the file a shorter one.")
    place = "the file" if not _may_write(path) else "its folder" if not _may_write(path.parent) else ""
    if place:
        raise ReadOnly(f"{quoted(path)} cannot be changed: {place} is read-only. {CAN_BE_READ}")


def _is_long(path: Path) -> bool:
    """Whether no file “-journal” can lie beside a file of this name."""
    return len(os.fsencode(path.name)) > LONGEST_NAME - len("-journal")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def sync_folder(folder: Path) -> None:
    """Make names given and taken in `folder` survive a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
