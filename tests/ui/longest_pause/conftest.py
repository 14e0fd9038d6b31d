"""A large plan, and the program that opens it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.window import MainWindow
from tests.benchmarks.window_plan import a_file_of
from tests.ui.longest_pause.resting import SIZE, until_at_rest


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_file_of(tmp_path_factory.mktemp("pause"), SIZE)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Launchpad]:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    made = Launchpad(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    yield made
    for window in tuple(made.windows):
        window.close()
    qtbot.waitUntil(lambda: not made.windows)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(program: Launchpad, qtbot: QtBot) -> Callable[[Path], MainWindow]:
    def opening(path: Path) -> MainWindow:
        window = program.start([path])
        qtbot.waitUntil(lambda: window.view is not None and window.view.facts is not None, timeout=60_000)
        until_at_rest(qtbot)
        return window

    return opening


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs about a whole plan stand longer than others."""
    monkeypatch.setattr("tests.ui.conftest.PATIENCE", 120_000)
