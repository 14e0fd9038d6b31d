"""Work that a caller waits for while the window lives: it is done on another thread, and the event loop turns here."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from launchpad.app.collector import put_off, resume
from launchpad.app.errands import NEXT_TURN
from launchpad.domain.watching import Progress

T = TypeVar("T")

QUICK = 50
"""Milliseconds for which it is waited without turning the event loop: most work is done by then."""
SHORT = 400
"""Milliseconds for which what is typed and clicked waits too; then somebody is told that it takes long."""


class Aside(QObject):
    """Does one piece of work at a time. The caller goes on when it is done, as if it had done it itself."""

    took_long = Signal(object)
    """The Progress of what is being done."""
    ended = Signal()
    """What took long is over."""
    _over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._thread: Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._progress is not None

    def do(self, work: Callable[[], T], progress: Progress) -> T:
        """Return what comes of `work`, or raise what it raises. `progress` is what it reports to, if it does."""
        outcome = _Outcome(work)
        self._progress = progress
        self._thread = Thread(target=self._run, args=(outcome,), name="aside")
        put_off()
        self._thread.start()
        try:
            if not outcome.is_there.wait(QUICK / 1000):
                self._wait(outcome.is_there)
            self._thread.join()  # the program may have ended the event loop before
        finally:
            self._progress = self._thread = None
            QTimer.singleShot(NEXT_TURN, resume)
        return outcome.told()

    def _run(self, outcome: "_Outcome[T]") -> None:
        outcome.work_out()
        self._over.emit()

    def _wait(self, is_there: Event) -> None:
        loop = QEventLoop()
        patience = QTimer(loop, singleShot=True, interval=SHORT)
        patience.timeout.connect(loop.quit)
        self._over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        patience.start()
        if not is_there.is_set():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not is_there.is_set():
            self.took_long.emit(self._progress)
            if not is_there.is_set():
                loop.exec()
            self.ended.emit()
        self._over.disconnect(loop.quit)

    def finish(self) -> None:
        """Stop what is being done, if it can be stopped still, and wait for its end."""
        if self._progress is not None and self._thread is not None:
            self._progress.is_stopped = True
            self._thread.join()


class _Outcome(Generic[T]):
    """What comes of some work on another thread: an answer or an exception."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._answers: list[T] = []
        self._error: Exception | None = None
        self.is_there = Event()

    def work_out(self) -> None:
        try:
            self._answers.append(self._work())
        except Exception as error:  # whoever waits raises it, on the thread where it can be told
            self._error = error
        self.is_there.set()

    def told(self) -> T:
        if self._error is not None:
            raise self._error
        return self._answers[0]
