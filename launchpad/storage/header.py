"""The first look at a file, before anything connects to it: is it a Launchpad plan at all?"""

import os
import stat
import struct
from pathlib import Path
from typing import NamedTuple

from launchpad.storage.errors import WAY_BACK, Damaged, StorageError
from launchpad.storage.identity import CONNECTED, Identity, identity_in
from launchpad.storage.sentences import quoted, told
from launchpad.storage.sqlite import APPLICATION_ID

LARGEST = 2**30
"""Bytes of the largest file that is opened."""

_HEADER = struct.Struct(">16sHBB36xII4xI28x")
_UTF_8 = 1
_MAGIC = b"SQLite format 3\0"


class Found(NamedTuple):
    """A file that may be a document: where it really is, who it is, and its size in bytes."""

    path: Path
    identity: Identity
    size: int


def find(path: Path) -> Found:
    """Return the file at `path` behind any links; raise StorageError unless it is a regular file of sensible size."""
    with told(path, "could not be opened"):
        real = Path(os.path.realpath(path, strict=True))
        status = os.stat(real)
    if stat.S_ISDIR(status.st_mode):
        raise StorageError(f"{quoted(path)} is a folder, not a plan.")
    if not stat.S_ISREG(status.st_mode):
        raise StorageError(f"{quoted(path)} is not a file, so it cannot be a plan.")
    if status.st_size == 0:
        raise StorageError(f"{quoted(path)} is empty: there is no plan in it. {WAY_BACK}")
    if status.st_size > LARGEST:
        raise StorageError(f"{quoted(path)} is larger than {LARGEST // 2**20:,} MB, which no plan is.")
    return Found(real, identity_in(status, real), status.st_size)


def sniff(found: Found) -> None:
    """Raise StorageError unless the file's header is that of a Launchpad plan."""
    if found.identity in CONNECTED:
        return  # it was looked at before, and reading it now would drop locks
    with told(found.path, "could not be opened"), open(found.path, "rb") as file:
        header = file.read(100)
    _judge(found, header)


def _judge(found: Found, header: bytes) -> None:
    name = quoted(found.path)
    if not any(header):
        raise Damaged(f"{name} is damaged: it holds zeros where a plan should be. {WAY_BACK}")
    if not header.startswith(_MAGIC):
        raise StorageError(f"{name} is not a Launchpad plan.")
    if len(header) < 100:
        raise Damaged(f"{name} is damaged: it is cut short. {WAY_BACK}")
    _, page, write_version, read_version, encoding, user_version, application_id = _HEADER.unpack(header)
    if application_id != APPLICATION_ID:
        raise StorageError(f"{name} is not a Launchpad plan but another program's database.")
    if user_version == 0:
        raise Damaged(f"{name} is damaged: it does not say which version it is. {WAY_BACK}")
    if (write_version, read_version, encoding) != (1, 1, _UTF_8):
        raise StorageError(f"{name} was changed by another program into a form that Launchpad does not use.")
    if found.size % (65536 if page == 1 else max(page, 1)):
        raise Damaged(f"{name} is damaged: it is cut short. {WAY_BACK}")
