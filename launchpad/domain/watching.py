"""Following long work: how far it is, and stopping it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BITE = 200
"""Rows between two looks at whether it is wanted still."""

Watch = Callable[[float], object]
"""Told the share that is done, 0–1; it may raise Stopped."""


class Stopped(Exception):
    """Whoever asked for it does not want it any more."""


class Progress:
    """How far work on another thread is, as a Watch; whoever waits for it may stop it."""

    def __init__(self, title: str = "", note: str = "", *, can_be_stopped: bool = True) -> None:
        """`title` says what is done, `note` what is safe meanwhile."""
        self.title, self.note = title, note
        self.share = 0.0
        self.is_stopped = False
        self.can_be_stopped = can_be_stopped

    def __call__(self, share: float) -> None:
        self.share = share
        if self.is_stopped and self.can_be_stopped:
            raise Stopped


def unwatched(share: float) -> None:
    """Nobody looks."""


def followed(rows: Sequence[T], watch: Watch) -> Iterator[T]:
    """Yield rows, and tell how many of them were taken."""
    for place, row in enumerate(rows):
        if place % BITE == 0:
            watch(place / len(rows))
        yield row


def parts(watch: Watch, sizes: Sequence[int]) -> Iterator[Watch]:
    """Watch one piece of work after another, each as large a part of the whole as its size says."""
    whole, done = sum(sizes) or 1, 0
    for size in sizes:
        yield part(watch, done / whole, (done + size) / whole)
        done += size


def part(watch: Watch, start: float, end: float) -> Watch:
    """Watch work that is a part of the whole: from the share `start` to the share `end`."""
    return lambda share: watch(start + (end - start) * share)
