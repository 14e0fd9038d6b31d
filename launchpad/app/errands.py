"""Work off the window's thread, such as opening a file; what comes of it is told on the thread that asked."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

_running: set["Errand"] = set()


class Errand(QObject):
    """One piece of work under way, which can be called off."""

    _ended = Signal(object, object)

    def __init__(self, owner: QObject, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._owner = owner
        self._done = done
        self._failed = failed
        self._put_away: Callable[[Any], object] | None = None
        self._is_wanted = True
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self, put_away: Callable[[Any], object] | None = None) -> None:
        """Tell nothing of what comes of it but to `put_away`. The work itself goes on to its end."""
        self._is_wanted = False
        self._put_away = put_away

    def is_wanted(self) -> bool:
        """Whether somebody still waits; any thread may ask."""
        return self._is_wanted

    def work(self, work: Callable[[], Any]) -> None:
        answer: Any = None
        failure: Exception | None = None
        try:
            answer = work()
        except Exception as error:  # whoever asked hears of it, on the thread where it can be told
            failure = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._ended.emit(answer, failure)

    def _on_ended(self, answer: Any, error: Exception | None) -> None:
        _running.discard(self)
        if not self._is_wanted:
            if self._put_away is not None and error is None:
                self._put_away(answer)
            return
        if not isValid(self._owner):
            return
        if error is not None:
            self._failed(error)
        else:
            self._done(answer)


def send_off(
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], object],
    failed: Callable[[Exception], object] | None = None,
) -> Errand:
    """Run `work` on another thread, then `done` or `failed` on this one, unless `owner` is gone by then.

    Without `failed` an exception is raised on this thread, where it is an error of our own.
    """
    errand = Errand(owner, done, failed or _raise)
    _running.add(errand)
    QThreadPool.globalInstance().start(lambda: errand.work(work))
    return errand


def wait_for_errands() -> None:
    """Wait for the work under way; what comes of it is told when the event loop runs."""
    QThreadPool.globalInstance().waitForDone()


def _raise(error: Exception) -> None:
    raise error
