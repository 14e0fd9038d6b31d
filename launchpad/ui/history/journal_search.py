"""Searches a long journal a little at a time, so that the window stays awake."""

from collections.abc import Iterator
from contextlib import suppress
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from launchpad.app.journal_pages import JournalFilter, matching
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile

AT_ONCE = 0.012
"""Seconds of work before the window gets its turn."""


class JournalSearch(QObject):
    """Tells what it finds as it finds it."""

    found = Signal(list)
    """Numbers of edits, newer than those told before."""
    progressed = Signal(int, bool)
    """How many lines were looked at, and whether that were all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Iterator[int | None] | None = None
        self._seen = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self, file: LaunchFile, wanted: JournalFilter) -> None:
        """Begin anew."""
        self._lines, self._seen = matching(file, wanted), 0
        self._timer.start()

    def stop(self) -> None:
        """Search no further."""
        self._lines = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._lines is None:
            return
        numbers, until, is_over = [], perf_counter() + AT_ONCE, True
        with suppress(StorageError):  # the file was changed elsewhere, which the window says
            for number in self._lines:
                self._seen += 1
                if number is not None:
                    numbers.append(number)
                if perf_counter() > until:
                    is_over = False
                    break
        if is_over:
            self.stop()
        self.found.emit(numbers)
        self.progressed.emit(self._seen, is_over)
