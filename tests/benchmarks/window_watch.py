"""Who ends a process that starts a window, once what should be seen is painted. Used by window_start."""

import os
import resource
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def say_and_go() -> None:
    """Print the figures and end at once: going down is not part of a start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    facts = Path("/proc/self/status").read_text(encoding="ascii")  # `ru_maxrss` counts who started us too
    held = next(int(line.split()[1]) for line in facts.splitlines() if line.startswith("VmHWM"))
    sys.stdout.write(f"{used.ru_utime + used.ru_stime} {held / 1024}\n")
    sys.stdout.flush()
    os._exit(0)


class PaintWatch(QObject):
    """Ends the process after the first painting of a window that `is_whole`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def is_whole(self) -> bool:
        """Whether what should be seen is in the window."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the window when it is about to paint what has changed."""
        if event.type() == QEvent.Type.UpdateRequest and self.is_whole():
            QTimer.singleShot(0, say_and_go)
        return False


class HomeWatch(PaintWatch):
    """Waits for the page of all launches."""

    def is_whole(self) -> bool:
        """Whether the page is there and shown."""
        from launchpad.ui.home.home import Home

        home = self._window.findChild(Home)
        return home is not None and home.isVisible()


class PlanWatch(PaintWatch):
    """Waits for a launch with its first screen, its head and its foot."""

    def is_whole(self) -> bool:
        """Whether the facts have come, which are what comes last."""
        view = getattr(self._window, "view", None)
        return view is not None and view.facts is not None and view.current is not None
