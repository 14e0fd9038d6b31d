"""What moved and why stands below the bars after every edit, and leads to the tasks and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.commands.tasks import change_task
from launchpad.domain.edit import Change, Edit
from launchpad.ui.timeline.moved_model import BY, NOW, TASK, WAS, WHY
from launchpad.ui.timeline.screen import TimelineScreen
from tests.builders import link
from tests.ui.timeline.plans import a_small_plan

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def stretch(hand, days: int) -> None:
    assert hand.session.run(stretch_bar, "task:brief", days, hand.session.today)


def answered(hand, qtbot) -> None:
    qtbot.waitUntil(lambda: not hand.screen.moved.watch.is_busy)


def texts(hand) -> list[list[str]]:
    model = hand.screen.moved.model
    return [[model.index(row, column).data() for column in (TASK, WAS, NOW, BY)] for row in range(model.rowCount())]


def test_nothing_is_there_before_the_first_edit(hand):
    assert not hand.screen.moved.isVisible()


def test_an_edit_shows_each_task_that_moved_with_its_days_and_why(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    panel = hand.screen.moved

    assert texts(hand) == [
        ["Do brief (brief)", "13 Oct – 15 Oct", "13 Oct – 19 Oct", "2 days later"],
        ["Do copy (copy)", "16 Oct – 22 Oct", "20 Oct – 26 Oct", "2 days later"],
    ]
    assert panel.model.index(1, WHY).data() == "held by Do brief until 19 Oct"
    assert panel.words.text() == "2 tasks moved, by up to 2 working days."
    assert panel.title.text() == "“Set duration of Do brief to 5 days”"


def test_an_edit_that_moves_nothing_is_one_line(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    qtbot.waitUntil(lambda: hand.screen.moved.height() > 90)
    hand.session.run(change_task, hand.task("film"), {"note": "Soon"}, hand.session.today)
    answered(hand, qtbot)

    assert hand.screen.moved.words.text() == "Nothing moved."
    assert not hand.screen.moved.table.isVisible()
    qtbot.waitUntil(lambda: hand.screen.moved.height() < 50)


def test_the_bars_keep_their_place_while_the_next_answer_is_on_its_way(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    qtbot.waitUntil(lambda: hand.screen.moved.height() > 90)
    high = hand.view.height()
    stretch(hand, 6)

    qtbot.wait(1)
    assert hand.screen.moved.model.rowCount() == 0
    assert hand.view.height() == high
    answered(hand, qtbot)
    qtbot.wait(1)
    assert (hand.screen.moved.model.rowCount(), hand.view.height()) == (2, high)


def test_take_this_back_undoes_the_edit_and_then_says_what_that_moved(hand, qtbot):
    before = hand.session.document
    stretch(hand, 5)
    answered(hand, qtbot)
    QTest.mouseClick(hand.screen.moved.back, LEFT)
    answered(hand, qtbot)

    assert hand.session.document == before
    assert [row[3] for row in texts(hand)] == ["2 days sooner", "2 days sooner"]
    assert hand.screen.moved.title.text().endswith("undone")
    QTest.keyClick(hand.screen.moved.back, Key.Key_Space)
    assert hand.task("brief").duration == 5


def test_enter_and_a_double_click_on_a_row_lead_to_its_bar(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    panel = hand.screen.moved
    panel.take_hold()
    QTest.keyClick(panel.table, Key.Key_Down)
    QTest.keyClick(panel.table, Key.Key_Return)
    assert hand.view.selected_ids() == ["task:copy"]

    first = panel.table.visualRect(panel.model.index(0, TASK)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=first)
    QTest.mouseDClick(panel.table.viewport(), LEFT, pos=first)
    assert hand.view.selected_ids() == ["task:brief"]


def test_it_is_closed_by_escape_and_stays_closed_until_it_is_asked_for(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    hand.screen.moved.take_hold()
    QTest.keyClick(hand.screen.moved.table, Key.Key_Escape)
    assert not hand.screen.moved.isVisible()
    assert hand.view.hasFocus()

    stretch(hand, 6)
    assert not hand.screen.moved.isVisible()
    hand.screen.toggle_moved()
    answered(hand, qtbot)
    assert texts(hand)[0][3] == "1 day later"


@pytest.fixture
def edited_before(open_plan, qtbot):
    """A timeline that is first seen after an edit that was made elsewhere."""

    def opening() -> TimelineScreen:
        session = open_plan(a_small_plan(), "again.launch")
        assert session.run(stretch_bar, "task:brief", 5, session.today)
        screen = TimelineScreen(session)
        qtbot.addWidget(screen)
        screen.resize(1200, 700)
        screen.show()
        return screen

    return opening


def test_a_closed_panel_stays_closed_the_next_time(hand, edited_before):
    stretch(hand, 5)
    QTest.mouseClick(hand.screen.moved.close_button, LEFT)

    assert not edited_before().moved.isVisible()


def test_an_edit_made_before_the_timeline_was_seen_is_told(edited_before, qtbot):
    screen = edited_before()
    qtbot.waitUntil(lambda: screen.moved.model.rowCount() == 2)

    assert screen.moved.isVisible()


def test_nobody_is_asked_while_the_panel_is_out_of_sight(hand, qtbot):
    stretch(hand, 5)
    answered(hand, qtbot)
    hand.screen.hide()
    stretch(hand, 6)

    assert not hand.screen.moved.watch.is_busy


def test_the_rows_are_copied_as_a_spreadsheet_takes_them(hand, qtbot, qapp):
    stretch(hand, 5)
    answered(hand, qtbot)
    hand.screen.moved.take_hold()
    QTest.keyClick(hand.screen.moved.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = qapp.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["Task", "Was", "Is now", "By", "Why"]
    assert len(lines) == 3


def test_without_dates_it_says_so(hand, qtbot):
    hand.session.run(lambda document: Edit("Close a circle", (Change(None, link("press", "brief")),)))
    qtbot.waitUntil(lambda: "cannot be said" in hand.screen.moved.words.text())
    assert hand.screen.moved.back.isVisible()
