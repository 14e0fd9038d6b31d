"""Every gesture is one edit, shows what it would do, and can be left off."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import Part
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.builders import an_anchor

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_dragged_bar_starts_where_it_is_dropped_and_says_so(hand):
    before = hand.edits
    hand.drag_days("film", 7)

    assert hand.task("film").anchor == an_anchor("SNET:T-10")
    assert hand.edits == before + 1
    assert hand.told == ["“Do film” starts no earlier than T−10."]
    assert hand.session.undo_label == "Move Do film to T−10"


def test_dragging_onto_a_weekend_is_the_working_day_after_it(hand):
    hand.drag_days("film", 4)  # Tuesday to Saturday

    assert hand.task("film").anchor == an_anchor("SNET:T-11")  # Monday


def test_what_a_moved_bar_pushes_moves_live_and_is_told(hand):
    start = hand.place("brief")
    hand.press(start)
    hand.move(start + QPoint(28, 0))
    hand.move(start + QPoint(56, 0))  # a week

    drag = hand.screen.hands.drag
    assert drag is not None
    moved = {hand.session.document.table(Task)[each].key for each in drag.shown.moved}
    assert moved == {"brief", "copy", "press"}
    assert "T−15" in drag.shown.words
    assert drag.shown.tags == {hand.task("brief").id: "T−15"}
    assert "moves 2 more tasks" in drag.shown.words
    assert hand.task("brief").anchor == an_anchor("SNET:T-20"), "nothing is written while it lasts"
    hand.release(start + QPoint(56, 0))
    assert hand.told[-1] == "“Do brief” starts no earlier than T−15; 2 more tasks moved with it."


def test_escape_leaves_everything_as_it_was(hand):
    before = hand.edits
    start = hand.place("film")
    hand.press(start)
    hand.move(start + QPoint(60, 0))
    hand.key(Key.Key_Escape)
    hand.release(start + QPoint(60, 0))

    assert hand.edits == before
    assert hand.screen.hands.drag is None


def test_a_bar_stops_where_its_link_lets_it_and_says_what_holds_it(hand):
    start = hand.place("press")
    hand.press(start)
    hand.move(start - QPoint(100, 0))
    hand.move(start - QPoint(200, 0))

    assert "held by Do copy until 22 Oct" in hand.screen.hands.drag.shown.words
    hand.release(start - QPoint(200, 0))
    assert hand.task("press").anchor == an_anchor("SNET:T-12")  # the day after copy is done


def test_a_bar_dropped_where_it_was_is_no_edit(hand):
    before = hand.edits
    start = hand.place("film")
    hand.press(start)
    hand.move(start + QPoint(50, 0))
    hand.move(start + QPoint(1, 0))
    hand.release(start + QPoint(1, 0))

    assert hand.edits == before


def test_a_plan_that_is_only_looked_at_is_not_moved(hand, monkeypatch):
    before = hand.edits
    monkeypatch.setattr(type(hand.session), "is_read_only", property(lambda self: True))
    hand.drag_days("film", 7)
    for key in (Key.Key_Right, Key.Key_Left):
        hand.key(key, ALT)
        hand.key(key, ALT | SHIFT)
    hand.key(Key.Key_Plus)
    hand.screen.delete()

    assert hand.edits == before


def test_done_work_is_not_moved_and_it_is_said_why(hand):
    before = hand.edits
    hand.drag_days("done", 7)

    assert hand.edits == before
    assert hand.told == ["“Do done” is done; done work stays where it happened."]


def test_selected_bars_move_together_as_one_edit(hand):
    before = hand.edits
    hand.view.select([hand.task("film").id, hand.task("ready").id], hand.task("film").id)
    hand.drag_days("film", 1)

    assert (hand.task("film").anchor, hand.task("ready").anchor) == (an_anchor("SNET:T-14"), an_anchor("SNET:T-1"))
    assert hand.edits == before + 1


def test_a_milestone_moves_too(hand):
    hand.drag_days("ready", 1)

    assert hand.task("ready").anchor == an_anchor("SNET:T-1")


def test_a_dragged_end_is_more_days_of_work(hand):
    before = hand.edits
    hand.drag_days("film", 4, Part.END)  # over a weekend

    assert hand.task("film").duration == 10
    assert hand.edits == before + 1


def test_an_end_is_not_dragged_before_the_start(hand):
    hand.drag_days("film", -30, Part.END)

    assert hand.task("film").duration == 1


def test_progress_is_dragged_at_the_foot_of_a_bar(hand):
    start = hand.place("film", Part.PROGRESS)
    found = hand.view.picture.place_of(hand.task("film").id)
    hand.drag(start, start + QPoint(round(found[0].box.width / 2), 0))

    assert hand.task("film").progress == 50


def test_keys_move_stretch_and_advance_the_selected_task(hand):
    hand.click(hand.place("film"))
    hand.key(Key.Key_Right, ALT)
    assert hand.task("film").anchor == an_anchor("SNET:T-14")
    hand.key(Key.Key_Left, ALT)
    assert hand.task("film").anchor == an_anchor("SNET:T-15")
    hand.key(Key.Key_Right, ALT | SHIFT)
    assert hand.task("film").duration == 9
    hand.key(Key.Key_Left, ALT | SHIFT)
    assert hand.task("film").duration == 8
    hand.key(Key.Key_Plus)
    assert hand.task("film").progress == 5
    hand.key(Key.Key_Minus)
    assert hand.task("film").progress == 0


def test_keys_stop_where_a_link_does(hand):
    hand.click(hand.place("copy"))
    before = hand.edits
    hand.key(Key.Key_Left, ALT)

    assert hand.edits == before
    assert hand.told == ["“Do copy” cannot start earlier: held by Do brief until 15 Oct."]


def test_undo_brings_a_moved_bar_back(hand):
    hand.drag_days("film", 7)
    hand.session.undo()

    assert hand.task("film").anchor == an_anchor("SNET:T-15")
    assert hand.view.picture.plan.dates(hand.task("film")).start == date(2026, 10, 20)


def test_double_click_and_enter_go_to_the_task(hand, qtbot):
    place = hand.place("film")
    qtbot.mouseDClick(hand.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hand.click(place)
    hand.key(Key.Key_Return)

    assert hand.asked == [hand.task("film").id] * 2


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_drag_can_be_seen(hand, theme):
    theme_manager().choose(theme)
    still = hand.screen.grab().toImage()
    start = hand.place("film")
    hand.press(start)
    hand.move(start + QPoint(30, 0))
    hand.move(start + QPoint(60, 0))
    moving = hand.screen.grab().toImage()
    hand.key(Key.Key_Escape)
    hand.release(start)

    assert moving != still


def test_a_key_that_is_held_down_is_one_edit_and_is_seen_while_it_lasts(hand):
    hand.click(hand.place("film"))
    before = hand.edits
    for _ in range(4):
        QTest.keyPress(hand.view, Key.Key_Right, ALT)
    assert hand.screen.hands.drag.shown.tags == {hand.task("film").id: "T−11"}
    assert hand.edits == before

    QTest.keyRelease(hand.view, Key.Key_Right, ALT)
    assert hand.task("film").anchor == an_anchor("SNET:T-11")
    assert hand.edits == before + 1
    assert hand.told[-1] == "“Do film” starts no earlier than T−11."


def test_what_a_held_key_did_is_written_before_anything_else(hand):
    hand.click(hand.place("film"))
    for _ in range(3):
        QTest.keyPress(hand.view, Key.Key_Right, ALT)
    hand.session.undo()

    assert hand.task("film").anchor == an_anchor("SNET:T-15")
    hand.session.redo()
    assert hand.task("film").anchor == an_anchor("SNET:T-12")
    assert hand.screen.hands.drag is None


def test_a_held_key_that_comes_back_to_where_it_began_is_no_edit(hand):
    hand.click(hand.place("film"))
    before = hand.edits
    for key in (Key.Key_Right, Key.Key_Left):
        QTest.keyPress(hand.view, key, ALT)
    QTest.keyRelease(hand.view, Key.Key_Left, ALT)

    assert hand.edits == before
    assert hand.screen.hands.drag is None


def test_several_bars_are_stopped_by_what_stays_behind(hand):
    hand.view.select([hand.task("copy").id, hand.task("press").id], hand.task("press").id)
    start = hand.place("press")
    hand.press(start)
    hand.move(start - QPoint(60, 0))
    hand.move(start - QPoint(120, 0))

    assert "“Do copy” is held by Do brief until 15 Oct" in hand.screen.hands.drag.shown.words
    hand.release(start - QPoint(120, 0))
    assert hand.task("press").anchor is None or hand.task("press").anchor == an_anchor("SNET:T-8")


def test_launch_day_snaps_to_working_days_and_says_what_it_does(hand):
    hand.screen.go_to_launch()
    width = hand.view.axis.day_width
    start = hand.view.point(hand.view.axis.x_of(date(2026, 11, 10)), 0)
    start.setY(hand.view.viewport().height() - 20)
    hand.press(start)
    hand.move(start + QPoint(round(2 * width), 0))
    hand.move(start + QPoint(round(4 * width), 0))  # Saturday
    words = hand.screen.hands.drag.shown.words

    assert words.startswith("Launch 13 Nov · 3 working days later · 14 Nov is not a working day")
    assert "moves 5 tasks" in words
    hand.move(start - QPoint(round(28 * width), 0))
    assert "would start in the past" in hand.screen.hands.drag.shown.words
    hand.key(Key.Key_Escape)


def test_a_large_plan_says_what_another_launch_day_moves_as_soon_as_it_is_known(open_timeline, qtbot, monkeypatch):
    monkeypatch.setattr("launchpad.ui.timeline.gestures.launching.AT_ONCE", 2)
    hand = open_timeline()
    hand.key(Key.Key_L, SHIFT)
    hand.key(Key.Key_Right)

    assert "working out what moves" in hand.screen.hands.drag.shown.words
    qtbot.waitUntil(lambda: "moves 5 tasks" in hand.screen.hands.drag.shown.words)
    hand.key(Key.Key_Escape)


def test_dragging_near_an_edge_brings_other_days_into_sight(hand):
    hand.screen.bar.scales.button("day").click()
    start = hand.place("film")
    days = hand.view.slide.value()
    hand.press(start)
    hand.move(start + QPoint(20, 0))
    edge = QPoint(hand.view.viewport().width() - 5, start.y())
    hand.move(edge)
    words = hand.screen.hands.drag.shown.words
    for _ in range(5):
        hand.view._edge.step()

    assert hand.view.slide.value() > days
    assert hand.screen.hands.drag.shown.words != words, "the bar goes along"
    hand.key(Key.Key_Escape)
    assert not hand.view._edge._timer.isActive()


def test_rows_stay_where_they_are_unless_they_are_by_track(hand):
    hand.screen.bar.grouping.setCurrentIndex(2)
    before = hand.edits
    hand.click(hand.place("film"))
    hand.key(Key.Key_Up, ALT)

    assert hand.edits == before
    assert "by track" in hand.told[-1]


def test_rows_go_up_and_down_by_keys_and_over_the_edge_of_their_track(hand):
    def order():
        return [row.key for row in hand.screen.rows.rows.rows if isinstance(row, Task)]

    hand.click(hand.place("film"))
    hand.key(Key.Key_Down, ALT)
    assert order() == ["done", "brief", "copy", "press", "ready", "film"]
    hand.key(Key.Key_Up, ALT)
    hand.key(Key.Key_Up, ALT)
    assert order() == ["done", "brief", "copy", "press", "film", "ready"]
    assert hand.task("film").track == hand.task("press").track
    assert hand.view.selected_ids() == [hand.task("film").id], "it stays in the hand"
