"""Work off the window's thread, such as opening a file; what comes of it is told on the thread that asked."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

_running: set["_Errand"] = set()


class _Errand(QObject):
    """One piece of work under way."""

    _ended = Signal(object, object)

    def __init__(self, owner: QObject, done: Callable[[Any], object], failed: Callable[[Exception], object]) -> None:
        super().__init__()
        self._owner = owner
        self._done = done
        self._failed = failed
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

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
) -> None:
    """Run `work` on another thread, then `done` or `failed` on this one, unless `owner` is gone by then.

    Without `failed` an exception is raised on this thread, where it is an error of our own.
    """
    errand = _Errand(owner, done, failed or _raise)
    _running.add(errand)
    QThreadPool.globalInstance().start(lambda: errand.work(work))


def wait_for_errands() -> None:
    """Wait for the work under way; what comes of it is told when the event loop runs."""
    QThreadPool.globalInstance().waitForDone()


def _raise(error: Exception) -> None:
    raise error
