"""When Python looks for garbage: not while something large is loaded, and never through what was loaded.

The search goes through every object there is. A plan of 10,000 tasks is a million of them, all of which stay: looking
through them doubles the time of opening, and holds up the window each time it happens later.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Wishes:
    """How many want no search now; any thread may be one of them."""

    def __init__(self) -> None:
        self._count = 0
        self._lock = Lock()

    def add(self) -> None:
        with self._lock:
            self._count += 1
            gc.disable()

    def remove(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count:
                gc.enable()


_wishes = _Wishes()


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for no garbage meanwhile: for work that makes much and keeps little of it."""
    _wishes.add()
    try:
        yield
    finally:
        _wishes.remove()


def put_off() -> None:
    """Look for no garbage until `resume`: another thread is at work, and what it finds would die there."""
    _wishes.add()


def resume() -> None:
    """Look again, and first for what came up meanwhile, so that it is found on this thread.

    That is done while others are still at work too: later it would be more at once.
    """
    gc.collect(0)
    _wishes.remove()


@contextmanager
def loading() -> Iterator[None]:
    """Look for no garbage meanwhile; what is there at the end, garbage too, is left out of searches until `let_go`."""
    with unsearched():
        try:
            yield
        finally:
            gc.freeze()


def let_go() -> None:
    """Look again through what was loaded: a launch was closed, and its answers hold each other."""
    gc.unfreeze()
