"""Work off the window's thread, such as opening a file; what comes of it is told on the thread that asked.

Whatever belongs to the window dies on the window's thread, or it may take the program with it. So a worker holds
nothing once its work is done, and while one works no garbage is looked for: Python does that on any thread at hand.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from launchpad.app.collector import put_off, resume

Work = Callable[[], Any]
NEXT_TURN = 1
"""Milliseconds until it is looked for garbage again, in a turn of its own: first what came of the work is shown."""


class Errand:
    """One piece of work under way, which can be called off. Only the thread that asked has it."""

    def __init__(
        self, owner: QObject, work: Work, done: Callable[[Any], object], failed: Callable[[Exception], object]
    ) -> None:
        self._owner = owner
        self._work = work  # what it holds is not for a worker to let go of
        self._done = done
        self._failed = failed
        self._put_away: Callable[[Any], object] | None = None
        self._is_wanted = True

    def cancel(self, put_away: Callable[[Any], object] | None = None) -> None:
        """Tell nothing of what comes of it but to `put_away`. The work itself goes on to its end."""
        self._is_wanted = False
        self._put_away = put_away

    def end(self, answer: Any, error: Exception | None) -> None:
        """Tell what came of it to whoever still waits."""
        if not self._is_wanted:
            if self._put_away is not None and error is None:
                self._put_away(answer)
        elif isValid(self._owner):
            if error is not None:
                self._failed(error)
            else:
                self._done(answer)


class _Postbox(QObject):
    """Where workers say that they are done. It belongs to the thread that asks, and outlives all errands."""

    done = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def _on_done(self, number: int) -> None:
        errand = _under_way.pop(number)
        answer, error = _outcomes.pop(number)
        QTimer.singleShot(NEXT_TURN, resume)
        errand.end(answer, error)


_numbers = count()
_under_way: dict[int, Errand] = {}
_outcomes: dict[int, tuple[Any, Exception | None]] = {}
_postbox = cache(_Postbox)


def send_off(
    owner: QObject,
    work: Work,
    done: Callable[[Any], object],
    failed: Callable[[Exception], object] | None = None,
) -> Errand:
    """Run `work` on another thread, then `done` or `failed` on this one, unless `owner` is gone by then.

    Without `failed` an exception is raised on this thread, where it is an error of our own.
    """
    number = next(_numbers)
    errand = _under_way[number] = Errand(owner, work, done, failed or _raise)
    put_off()
    QThreadPool.globalInstance().start(partial(_carry_out, _postbox(), number, [work]))
    return errand


def _carry_out(postbox: _Postbox, number: int, load: list[Work]) -> None:
    """Do what is in `load`, and hold nothing of it when that is told."""
    _outcomes[number] = _outcome_of(load.pop())
    with suppress(RuntimeError):  # the program has ended meanwhile
        postbox.done.emit(number)


def _outcome_of(work: Work) -> tuple[Any, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # whoever asked hears of it, on the thread where it can be told
        return None, error


def wait_for_errands() -> None:
    """Wait for the work under way; what comes of it is told when the event loop runs."""
    QThreadPool.globalInstance().waitForDone()


def _raise(error: Exception) -> None:
    raise error
