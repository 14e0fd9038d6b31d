"""Many rows selected at once: as Qt itself would select them, without asking the model about each."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView

from launchpad.ui.checklist.model import TaskTree
from tests.builders import a_launch, a_plan, a_task, a_track

Select = QItemSelectionModel.SelectionFlag
SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 2_000


def cells(view):
    """The group, row and columns of everything that is selected."""
    return {
        (each.parent().row(), row, each.left(), each.right())
        for each in view.selectionModel().selection()
        for row in range(each.top(), each.bottom() + 1)
    }


def close_groups(hand, closed):
    for row in closed:
        hand.screen.view.setExpanded(hand.screen.model.index(row, 0), False)


@pytest.mark.parametrize("closed", [(), (0,), (1,), (0, 1)])
def test_select_all_takes_every_row_in_sight(hand, closed):
    view = hand.screen.view
    close_groups(hand, closed)
    QTreeView.selectAll(view)
    expected = cells(view)
    view.clearSelection()

    QTest.keySequence(view, QKeySequence.StandardKey.SelectAll)

    assert cells(view) == expected
    shown = [["brief", "page", "video"], ["deck", "train", "quiz"]]
    assert hand.selected() == [key for row, keys in enumerate(shown) if row not in closed for key in keys]


@pytest.mark.parametrize("command", [Select.ClearAndSelect, Select.SelectCurrent, Select.Toggle, Select.Deselect])
@pytest.mark.parametrize("closed", [(), (0,)])
def test_every_stretch_of_rows_is_the_one_that_qt_would_select(hand, closed, command):
    view = hand.screen.view
    close_groups(hand, closed)
    height = view.visualRect(hand.screen.model.index(0, 0)).height()
    places = [QPoint(30, height * row + 4) for row in range(-1, 10)]  # also above the first and below the last
    base = QRect(places[2], places[4])

    for first in places:
        for last in places:
            found = []
            for kind in (QTreeView, type(view)):
                QTreeView.setSelection(view, base, Select.ClearAndSelect | Select.Rows)
                kind.setSelection(view, QRect(first, last), command | Select.Rows)
                found.append(cells(view))
            assert found[0] == found[1], (first, last)


def test_shift_and_end_select_from_here_to_the_last_task(hand):
    hand.click("page")

    hand.press(Qt.Key.Key_End, SHIFT)

    assert hand.selected() == ["page", "video", "deck", "train", "quiz"]


def test_nothing_is_selected_where_nothing_is_shown(open_checklist):
    hand = open_checklist(a_plan(a_launch()))

    hand.screen.view.selectAll()

    assert hand.selected() == []


@pytest.mark.parametrize("keys", ["Ctrl+A", "Shift+End"])
def test_selecting_does_not_ask_about_each_task(open_checklist, monkeypatch, keys):
    asked: list[object] = []
    monkeypatch.setattr(TaskTree, "parent", _counted(TaskTree.parent, asked))  # before Qt looks for it
    hand = open_checklist(a_plan(a_launch(), a_track("marketing"), *(a_task(f"t{n}") for n in range(MANY))))
    hand.press(Qt.Key.Key_Home)
    asked.clear()

    QTest.keySequence(hand.screen.view, QKeySequence(keys))

    assert len(hand.selected()) == MANY
    assert len(asked) < MANY


def _counted(parent, asked):
    def counting(model, *index):
        asked.append(index)
        return parent(model, *index)

    return counting
