"""Every gesture is one edit, shows what it would do, and can be left off."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from launchpad.app.commands.links import remove_link
from launchpad.domain.enums import LinkType
from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import Part
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.builders import a_plan, a_task, an_anchor, link
from tests.ui.timeline.gestures import picked

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


@pytest.mark.parametrize(
    ("part", "share", "type"),
    [
        (Part.KNOB_AFTER, 0.25, LinkType.FS),
        (Part.KNOB_AFTER, 0.75, LinkType.FF),
        (Part.KNOB_BEFORE, 0.25, LinkType.SS),
        (Part.KNOB_BEFORE, 0.75, LinkType.SF),
    ],
)
def test_a_link_is_drawn_from_a_knob_to_another_bar(hand, part, share, type):
    start = hand.place("brief", part)
    box = hand.view.picture.place_of(hand.task("film").id)[0].box
    hand.drag(start, hand.view.point(box.x + box.width * share, box.y + 4))

    links = [(each.predecessor, each.successor, each.type) for each in hand.session.document.dependencies]
    assert (hand.task("brief").id, hand.task("film").id, type) in links
    assert hand.told == ["“Do film” now waits for “Do brief”."]


def test_a_link_can_lead_to_a_gate(hand):
    start = hand.place("film", Part.KNOB_AFTER)
    gate = hand.session.document.gates[0]
    box = hand.view.picture.place_of(gate.id)[0].box
    hand.drag(start, hand.view.point(*box.center))

    assert any(each.successor == gate.id for each in hand.session.document.dependencies)


def test_a_circle_is_refused_naming_its_path(hand):
    before = hand.edits
    start = hand.place("press", Part.KNOB_AFTER)
    box = hand.view.picture.place_of(hand.task("brief").id)[0].box
    hand.drag(start, hand.view.point(box.x + 3, box.y + 4))

    assert hand.edits == before
    assert hand.refusals == ["These wait for each other in a circle: brief → copy → press → brief."]


def test_a_link_let_go_over_nothing_is_none(hand):
    before = hand.edits
    start = hand.place("film", Part.KNOB_AFTER)
    hand.drag(start, start + QPoint(200, 0))

    assert hand.edits == before


def test_a_clicked_link_is_picked_and_delete_removes_it(hand):
    link = hand.session.document.dependencies[0]
    points = hand.view.picture.link_points(link)
    hand.place("brief")
    (x1, y1), (x2, y2) = points[1], points[2]
    hand.click(hand.view.point((x1 + x2) / 2, (y1 + y2) / 2))
    assert hand.view.picked_link == link.id

    hand.screen.delete()
    assert link.id not in {each.id for each in hand.session.document.dependencies}
    assert hand.view.picked_link == ""
    assert hand.told == ["copy no longer waits for brief."]


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


def test_a_link_is_drawn_by_keys(hand):
    hand.click(hand.place("press"))
    hand.key(Key.Key_L)
    for _ in range(2):
        hand.key(Key.Key_Down)  # the heading, then film
    hand.key(Key.Key_Return)

    links = [(each.predecessor, each.successor) for each in hand.session.document.dependencies]
    assert (hand.task("press").id, hand.task("film").id) in links
    assert hand.asked == []


def test_a_link_begun_by_keys_can_be_left(hand):
    before = hand.edits
    hand.click(hand.place("press"))
    hand.key(Key.Key_L)
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Return)

    assert hand.edits == before
    assert hand.asked == [hand.task("copy").id]


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


def test_a_circle_is_said_while_the_link_is_drawn(hand):
    start = hand.place("press", Part.KNOB_AFTER)
    hand.press(start)
    hand.move(start + QPoint(9, 0))
    hand.move(hand.place("brief"))

    assert hand.screen.hands.drag.shown.is_refused
    assert "in a circle: brief → copy → press → brief" in hand.screen.hands.drag.shown.words
    hand.key(Key.Key_Escape)


def test_a_link_shows_what_it_would_move_while_it_is_drawn(hand):
    start = hand.place("film", Part.KNOB_AFTER)
    hand.press(start)
    hand.move(start + QPoint(9, 0))
    hand.move(hand.place("press"))

    drag = hand.screen.hands.drag
    assert set(drag.shown.moved) == {hand.task("press").id}
    assert "Do film → Do press · finish to start · 30 Oct to 2 Nov" in drag.shown.words
    hand.key(Key.Key_Escape)


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
    hand.screen.bar.scales["day"].click()
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


def test_a_picked_link_has_its_editor_beside_it_until_it_is_left(hand):
    link = picked(hand)
    editor = hand.screen.links.editor

    assert editor.isVisible()
    assert editor.title.text() == "Do brief → Do copy"
    assert hand.view.viewport().rect().contains(editor.geometry())
    hand.key(Key.Key_Escape)
    assert editor.isHidden()
    hand.view.pick_link(link.id)
    hand.session.run(remove_link, hand.task("brief"), hand.task("copy"))
    assert editor.isHidden()


def test_the_editor_shows_the_link_as_it_is_after_every_edit(hand):
    link = picked(hand)
    hand.screen.links.editor.lag.setValue(4)
    hand.session.flush()

    assert hand.session.document.table(type(link))[link.id].lag == 4
    assert hand.view.picked_link == link.id, "it stays picked"
    hand.session.undo()
    assert hand.screen.links.editor.lag.value() == 0


def test_a_link_that_is_drawn_again_gets_another_type_and_keeps_its_lag(open_timeline):
    hand = open_timeline(a_plan(a_task("one", duration=4), a_task("two", duration=6, anchor="SNET:T-9"),
                                link("one", "two", lag=2)))  # fmt: skip
    start = hand.place("one", Part.KNOB_AFTER)
    box = hand.view.picture.place_of(hand.task("two").id)[0].box
    hand.drag(start, hand.view.point(box.x + box.width * 0.75, box.y + 4))

    assert [(each.type, each.lag) for each in hand.session.document.dependencies] == [(LinkType.FF, 2)]


def test_a_trembling_hand_tries_a_link_once(hand, monkeypatch):
    start = hand.place("film", Part.KNOB_AFTER)
    hand.press(start)
    hand.move(start + QPoint(9, 0))
    tried = []
    rehearsal = hand.screen.hands.drag._rehearsal
    monkeypatch.setattr(type(rehearsal), "play", lambda rehearsal, edit: tried.append(edit))
    for tremble in range(4):
        hand.move(hand.place("press") + QPoint(tremble // 2, 0))

    assert len(tried) == 1
    hand.key(Key.Key_Escape)
