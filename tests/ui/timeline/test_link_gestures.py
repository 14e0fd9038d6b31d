"""Links drawn, changed and removed on the timeline by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from launchpad.app.commands.links import remove_link
from launchpad.domain.enums import LinkType
from launchpad.scenes.gantt.bars import Part
from tests.builders import a_plan, a_task, link
from tests.ui.timeline.gestures import picked

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


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
