"""A process that starts the window, and says what it took until something whole was painted. Used by bench_window.

    python window_start.py empty | home | plan FILE

prints processor seconds of all threads, and the most memory held, in MB. Qt comes in as late as in the program itself.
"""

import sys
from pathlib import Path


def start_empty() -> None:
    """The floor: a main window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from tests.benchmarks.window_watch import PaintWatch

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
        from tests.benchmarks.window_watch import HomeWatch, PlanWatch

    start, watch = Launchpad.start, PlanWatch if files else HomeWatch

    def watched(self: Launchpad, files: list[Path]) -> object:
        window = start(self, files)
        watch(window)
        return window

    Launchpad.start = watched  # type: ignore[method-assign,assignment]
    open_window(files)


if __name__ == "__main__":
    start_empty() if sys.argv[1] == "empty" else start_program([Path(name) for name in sys.argv[2:]])
