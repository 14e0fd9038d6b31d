"""Notices that an open launch file was changed, moved or deleted by somebody else."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from launchpad.app.plan_session import PlanSession

REST = 300
"""Milliseconds to wait for a change to be finished."""


class FileWatch(QObject):
    """Compares the file with how it looked after our own last edit."""

    changed_elsewhere = Signal(bool)
    """The file is not as we left it; True while it is still there."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = session.path
        self._seen = _look(self._path)
        self._watcher = QFileSystemWatcher([str(self._path)], self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._rest.timeout.connect(self.look)
        session.changed.connect(self._on_own_change)

    def _on_file_changed(self, path: str) -> None:
        self._rest.start()

    def _on_own_change(self, edit: object) -> None:
        if edit is not None:
            self._seen = _look(self._path)

    def look(self) -> None:
        """Look now; also called when the window becomes active, since not every disk tells."""
        found = _look(self._path)
        if found != self._seen and not self._session.is_at_work:
            self._seen = found
            self.changed_elsewhere.emit(found is not None)


def _look(path: Path) -> tuple[int, ...] | None:
    """What tells one state of a file from another; None when it is gone. The file is never opened."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
