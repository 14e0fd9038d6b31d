"""Which file on disk a document is, whatever it is called, and which of them this process is connected to.

Closing any descriptor of a file drops the locks this process holds on it, SQLite's too (“How to corrupt an SQLite
database file”, 2.2). So nothing reads a document's bytes past SQLite while it is connected anywhere in the process.
"""

import os
import threading
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from zlib import crc32


class Identity(NamedTuple):
    """A file's device and inode."""

    device: int
    inode: int


def identity_of(path: Path) -> Identity:
    """Return the identity of the file at `path`."""
    return identity_in(os.stat(path), path)


def identity_in(status: os.stat_result, path: Path) -> Identity:
    """Return the identity that `status` tells of the file at `path`.

    Some network folders number no files: there a file is who it is by its name.
    """
    return Identity(status.st_dev, status.st_ino or crc32(os.fsencode(os.path.normcase(path))))


class _Connected:
    def __init__(self) -> None:
        self._counts: Counter[Identity] = Counter()
        self._lock = threading.Lock()

    def add(self, identity: Identity) -> None:
        with self._lock:
            self._counts[identity] += 1

    def remove(self, identity: Identity) -> None:
        with self._lock:
            self._counts[identity] -= 1

    def __contains__(self, identity: Identity) -> bool:
        with self._lock:
            return self._counts[identity] > 0


CONNECTED = _Connected()
"""The files this process is connected to."""
