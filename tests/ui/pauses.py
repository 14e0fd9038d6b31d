"""Watches how long the window could not answer."""

import time
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

OFTEN = 2
"""Milliseconds between two looks."""


class PauseWatch(QObject):
    """Within `with`, the longest time between two turns of the event loop.

    `longest` is in milliseconds of work of the window's own thread, so that a busy machine does not matter;
    `seen` is what the person saw, which other programs and threads at work make longer.
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

    def _look(self) -> None:
        worked, now = time.thread_time(), time.perf_counter()
        self.longest = max(self.longest, (worked - self._worked) * 1e3)
        self.seen = max(self.seen, (now - self._last) * 1e3)
        self._worked, self._last = worked, now
