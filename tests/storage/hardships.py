"""A disk without room, and a person without rights."""

import os
import resource
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def no_room(size: int) -> Iterator[None]:
    """Within, no file of this process may grow beyond that many bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def as_nobody() -> Iterator[Path]:
    """Within, this process may do what an ordinary user may; yields a folder of that user."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        home = Path(folder) / "home"
        home.mkdir()
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(home, 65534, 65534)
            os.setegid(65534)
            os.seteuid(65534)
        try:
            yield home
        finally:
            if is_root:
                os.seteuid(0)
                os.setegid(0)
