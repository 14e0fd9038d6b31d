"""When Python looks for garbage: not while something large is loaded, and never through what was loaded.

The search goes through every object there is. A plan of 10,000 tasks is a million of them, all of which stay: looking
through them doubles the time of opening, and holds up the window each time it happens later.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for no garbage meanwhile: for work that makes much and keeps little of it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
