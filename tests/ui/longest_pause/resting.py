"""What the tests of long pauses share: how large the plan is, what is too long, and waiting for a window to rest."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.task import Task
from launchpad.ui.shell.application import Launchpad
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow

SIZE = 10_000
LONGEST = 100
"""Milliseconds of the window's own work between two turns of the event loop."""


def until_at_rest(qtbot: QtBot) -> None:
    """Wait for what is worked out after a change, and for its painting."""
    for _ in range(2):
        qtbot.wait(600)
        qtbot.waitUntil(lambda: not QThreadPool.globalInstance().activeThreadCount(), timeout=60_000)
        qtbot.wait(50)


def view_of(window: MainWindow) -> LaunchView:
    assert window.view is not None
    return window.view


def least_pause(tries: Callable[[], float], ceiling: float) -> list[float]:
    """The pauses of up to three tries, until one is short enough: what is ours comes every time."""
    pauses = [tries()]
    while min(pauses) >= ceiling and len(pauses) < 3:
        pauses.append(tries())
    return pauses


def close(program: Launchpad, qtbot: QtBot) -> None:
    for window in tuple(program.windows):
        window.close()
    qtbot.waitUntil(lambda: not program.windows)


def last_longer(document: Document, id: str, days: int) -> Edit:
    task = document.table(Task)[id]
    return Edit("Change duration", (Change(task, replace(task, duration=days)),))
