"""The whole window on a launch file, used by hand, closed and opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

from launchpad.app.errands import wait_for_errands
from launchpad.domain.document import Document
from tests.ui.whole.desk import Desk
from tests.ui.whole.plans import a_full_plan


def settle() -> None:
    """Wait for what closed windows had under way."""
    wait_for_errands()
    QThreadPool.globalInstance().waitForDone(5000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_desk(tmp_path: Path, qapp) -> Iterator[Callable[[Document], Desk]]:
    """`open_desk(document)` writes a plan to a file and opens a window on it."""
    desks: list[Desk] = []

    def opening(document: Document) -> Desk:
        desks.append(Desk.on(tmp_path / f"plan{len(desks)}.launch", document))
        return desks[-1]

    yield opening
    for desk in desks:
        desk.put_away()
    settle()


@pytest.fixture(scope="module")
def shared_desks(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    desks: list[Desk] = []
    yield desks
    for desk in desks:
        desk.put_away()
    settle()


@pytest.fixture
def full_desk(shared_desks: list[Desk], tmp_path: Path) -> Iterator[Desk]:
    """A window on the full plan, shared by tests that leave the plan as it was; after one that did not, a fresh one."""
    while shared_desks and shared_desks[-1].document != shared_desks[-1].before:
        shared_desks.pop().put_away()
    if not shared_desks:
        shared_desks.append(Desk.on(tmp_path / "plan.launch", a_full_plan()))
    desk = shared_desks[-1]
    desk.refusals.clear()
    desk.show()
    yield desk
    desk.close_dialogs()
    desk.window.hide()
