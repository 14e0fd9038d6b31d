"""Following a long reading: how far it is, and stopping it."""

from collections.abc import Callable

Watch = Callable[[float], object]
"""Told the share that is done, 0–1; it may raise Stopped."""


class Stopped(Exception):
    """Whoever asked for the file does not want it any more."""


def unwatched(share: float) -> None:
    """Nobody looks."""
