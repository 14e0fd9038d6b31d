"""Watches how long the window could not answer."""

import time
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

OFTEN = 2
"""Milliseconds between two looks."""
USUAL = 8.2
"""Milliseconds that `_sorted_words` takes on the machine that the figures are from, when it has nothing else to do."""


class PauseWatch(QObject):
    """Within `with`, the longest time between two turns of the event loop.

    `longest` is in milliseconds of work of the window's own thread, as on the machine that the figures are from when it
    is idle, so that a slow or a busy one does not matter; `seen` is what the person saw.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest = self.seen = 0.0
        self._worked = self._last = 0.0
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> "PauseWatch":
        self._worked, self._last = time.thread_time(), time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._look()
        self._timer.stop()
        self.longest /= slowness()

    def _look(self) -> None:
        worked, now = time.thread_time(), time.perf_counter()
        self.longest = max(self.longest, (worked - self._worked) * 1e3)
        self.seen = max(self.seen, (now - self._last) * 1e3)
        self._worked, self._last = worked, now


def slowness() -> float:
    """How many times longer work of this thread takes now than on an idle machine of the usual kind; at least 1.

    Others at work push ours out of the processor's caches, which counts as work of ours.
    """
    return max(1.0, min(_time_sorting() for _ in range(5)) / USUAL)


def _time_sorting() -> float:
    begun = time.thread_time()
    _sorted_words()
    return (time.thread_time() - begun) * 1e3


def _sorted_words() -> dict[str, int]:
    rows = sorted((number * 7919 % 10007, str(number)) for number in range(20_000))
    return {text: number for number, text in rows}
