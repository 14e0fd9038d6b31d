"""The command line opens the window where there is a screen, and answers in text where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from launchpad.cli import main

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from launchpad.ui.shell import run as running
from launchpad.ui.shell.window import MainWindow

HEAVY = ("sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "yaml", "holidays", "numpy", "icalendar", "typer")
loaded = []
real = MainWindow.paintEvent

def painting(window, event):
    real(window, event)
    if not loaded:
        loaded.append(sorted(set(HEAVY) & set(sys.modules)))

MainWindow.paintEvent = painting
class Watched(running.Launchpad):
    def start(self, files=()):
        window = super().start(files)
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        return window

    def look(self):
        shown = [window for window in self.windows if window.view and window.view.facts]
        if len(self.windows) == len(shown) == 1:
            print("loaded before the first paint:", *loaded)
            QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(sys.argv[2]))
        elif len(shown) == 2:
            print("a file from the system opened a window:", shown[1].session.path.name)
            self.timer.stop()
            for window in shown:
                window.close()

running.Launchpad = Watched
from launchpad.cli.window import open_window
sys.exit(open_window([Path(sys.argv[1])]))
"""


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], []),
        (["a.launch"], ["a.launch"]),
        (["a.launch", "b.launch"], ["a.launch", "b.launch"]),
        (["open", "a.launch"], ["a.launch"]),
    ],
)
def test_files_or_nothing_open_the_window(monkeypatch, arguments, files):
    opened: list[list[str]] = []

    def opening(paths: list[Path], today: object = None) -> int:
        opened.append([path.name for path in paths])
        return 0

    for module in ("main", "answers"):
        __import__(f"launchpad.cli.{module}")
        monkeypatch.setattr(sys.modules[f"launchpad.cli.{module}"], "has_display", lambda: True)
        monkeypatch.setattr(sys.modules[f"launchpad.cli.{module}"], "open_window", opening)

    assert main(arguments) == 0
    assert opened == [files]


@pytest.mark.parametrize("arguments", [["templates"], ["--help"], ["scoer"], ["show", "missing.launch"]])
def test_commands_options_and_slips_open_no_window(monkeypatch, arguments, capsys):
    monkeypatch.setattr(sys.modules["launchpad.cli.main"], "has_display", lambda: True)
    monkeypatch.setattr(sys.modules["launchpad.cli.main"], "open_window", lambda *_: pytest.fail("a window"))

    main(arguments)


def test_the_window_is_painted_before_anything_heavy_is_loaded(sample_file, tmp_path):
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    another = tmp_path / "another.launch"
    shutil.copy(sample_file, another)
    environment = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", START, str(sample_file), str(another)],
        capture_output=True, text=True, timeout=120, check=False, env=environment,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "loaded before the first paint: []" in done.stdout
    assert "a file from the system opened a window: another.launch" in done.stdout
