"""A whole program to use, in a home of its own, and closed again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from launchpad.app.new_launch import sample
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_launch, a_plan, a_task
from tests.ui.shell.glances import SAVED, rename, status

Opener = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


def windows() -> list[MainWindow]:
    """The windows there are, of whatever test."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Launchpad]:
    before = windows()
    made = Launchpad(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    yield made
    for window in tuple(made.windows):
        window.close()
    qtbot.waitUntil(lambda: not made.windows)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [each for each in windows() if each not in before] == [], "windows outlive their test"


@pytest.fixture
def launch_file(tmp_path: Path) -> Callable[..., Path]:
    """`launch_file(document)` makes a launch file; without a document it holds the sample."""

    def making(document: Document | None = None, name: str = "plan.launch") -> Path:
        path = tmp_path / name
        Session.create(path, document or sample(), "Create launch").close()
        return path

    return making


@pytest.fixture
def opened(program: Launchpad, qtbot: QtBot) -> Opener:
    """`opened(path, …)` starts the program with these files and returns its window once the first is shown."""

    def opening(*paths: Path) -> MainWindow:
        window = program.start(paths)
        qtbot.waitUntil(lambda: window.view is not None and window.view.facts is not None, timeout=10_000)
        return window

    return opening


@pytest.fixture
def window(opened, launch_file) -> MainWindow:
    """A window on a plan called Loom, in which an edit was confirmed."""
    made: MainWindow = opened(launch_file(a_plan(a_task("brief"), launch=a_launch(name="Loom"))))
    assert rename(made, "Mine")
    assert status(made).startswith(SAVED)
    return made


@pytest.fixture
def answer_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """`answer_with(path)` is what the person chooses in the next dialog for files."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
