"""A process that starts the window, and says what it took until something whole was painted. Used by bench_window.

    python window_start.py empty | home | plan FILE

prints processor seconds of all threads, and the most memory held, in MB.
"""

import os
import resource
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


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


def start_empty() -> None:
    """The floor: a main window with nothing in it."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    PaintWatch(window)
    window.show()
    app.exec()


def start_program(files: list[Path]) -> None:
    """The program, by the same door as from the command line."""
    from launchpad.app.collector import loading
    from launchpad.app.lean_imports import import_lean
    from launchpad.cli import main
    from launchpad.cli.window import open_window

    assert callable(main), "imported as the program does"
    with loading():
        import_lean()  # as the program does, before all else of the window
        from launchpad.ui.shell.application import Launchpad

    start, watch = Launchpad.start, PlanWatch if files else HomeWatch

    def watched(self: Launchpad, files: list[Path]) -> object:
        window = start(self, files)
        watch(window)
        return window

    Launchpad.start = watched  # type: ignore[method-assign,assignment]
    open_window(files)


if __name__ == "__main__":
    start_empty() if sys.argv[1] == "empty" else start_program([Path(name) for name in sys.argv[2:]])
