"""The window never blocks: large lists are sorted, filtered and selected."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from launchpad.ui.checklist.columns import NUMBERS
from launchpad.ui.checklist.filter_bar import FilterField
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.timeline.view import TimelineView
from tests.ui.longest_pause.pause_watch import PauseWatch
from tests.ui.longest_pause.resting import LONGEST, SIZE, last_longer, least_pause, until_at_rest, view_of

pytestmark = pytest.mark.slow


SORTS = ("start", "slack", "finish")
FILTERS = ("due<2w", "slack<3", "late")


def checklist_of(window: MainWindow, qtbot: QtBot) -> TaskView:
    view_of(window).go("checklist")
    until_at_rest(qtbot)
    table = window.findChild(TaskView)
    assert table is not None
    return table


def pauses_of(ask: Callable[[], None], unask: Callable[[], None], window: MainWindow, qtbot: QtBot) -> list[float]:
    """Ask the checklist what nobody has asked of the plan before; the pauses, as often as it takes."""
    days = iter((21, 22, 23))

    def asking() -> float:
        assert view_of(window).session.run(last_longer, "task:t77", next(days))
        until_at_rest(qtbot)
        with PauseWatch() as watch:
            ask()
            until_at_rest(qtbot)
        unask()
        until_at_rest(qtbot)
        return watch.longest

    return least_pause(asking, LONGEST)


@pytest.mark.parametrize("name", SORTS)
def test_the_first_sort_by_a_date_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, name: str
) -> None:
    window, section = opened(Path(copy(plan, tmp_path / "sorted.launch"))), NUMBERS[name]
    head = checklist_of(window, qtbot).head
    head.want_column(name, True)

    def sort() -> None:
        place = QPoint(head.sectionViewportPosition(section) + 8, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert head.sortIndicatorSection() == section

    pauses = pauses_of(sort, lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder), window, qtbot)
    assert min(pauses) < LONGEST, pauses


@pytest.mark.parametrize("text", FILTERS)
def test_typing_a_filter_by_dates_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, tmp_path: Path, text: str
) -> None:
    window = opened(Path(copy(plan, tmp_path / "filtered.launch")))
    table, field = checklist_of(window, qtbot), window.findChild(FilterField)
    assert field is not None

    def type_it() -> None:
        for sign in text:
            QTest.keyClicks(field, sign)
            qtbot.wait(50)
        assert field.text() == text
        assert 0 < table.tree.task_count < SIZE

    pauses = pauses_of(type_it, field.clear, window, qtbot)
    assert min(pauses) < LONGEST, pauses


SELECTING = ("Ctrl+A", "Shift+End")


@pytest.mark.parametrize("keys", SELECTING)
@pytest.mark.parametrize("screen", ["checklist", "timeline"])
def test_selecting_every_task_never_holds_up_the_window(
    opened: Callable[[Path], MainWindow], qtbot: QtBot, plan: Path, screen: str, keys: str
) -> None:
    window = opened(plan)
    view_of(window).go(screen)
    until_at_rest(qtbot)
    table = window.findChild(TaskView if screen == "checklist" else TimelineView)
    assert isinstance(table, TaskView | TimelineView)

    def selecting() -> float:
        assert isinstance(table, TaskView | TimelineView)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home)
        until_at_rest(qtbot)
        with PauseWatch() as watch:
            QTest.keySequence(table, QKeySequence(keys))
            until_at_rest(qtbot)
        assert len(table.selected_tasks() if isinstance(table, TaskView) else table.selected_ids()) == SIZE
        return watch.longest

    pauses = least_pause(selecting, LONGEST)
    assert min(pauses) < LONGEST, pauses
