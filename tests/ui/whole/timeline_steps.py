"""What can be edited on the timeline, as steps of somebody who uses the whole window."""

from PySide6.QtCore import QPoint, Qt

from launchpad.scenes.gantt.bars import Part
from tests.ui.timeline.gestures import end_of
from tests.ui.timeline.hand import Hand
from tests.ui.whole.desk import Desk
from tests.ui.whole.hands import Step

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


def hand_on(desk: Desk) -> Hand:
    """A hand on the timeline, shown."""
    return Hand(desk.timeline)


def dragged(key: str, days: int, part: Part = Part.BODY) -> Step:
    return lambda desk: hand_on(desk).drag_days(key, days, part)


def pressed(task: str, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> Step:
    """Click the row of a task, and press a key."""

    def step(desk: Desk) -> None:
        hand = hand_on(desk)
        hand.click(QPoint(90, hand.place(task).y()))
        hand.key(key, keys)

    return step


def link_picked(hand: Hand) -> None:
    """Pick the link from deck to train by keys."""
    hand.click(QPoint(90, hand.place("train").y()))
    hand.key(Key.Key_K)
    assert hand.view.picked_link


def link_drawn(desk: Desk) -> None:
    hand = hand_on(desk)
    end = hand.place("train")
    hand.drag(hand.place("video", Part.KNOB_AFTER), end)


def link_led_elsewhere(desk: Desk) -> None:
    hand = hand_on(desk)
    link_picked(hand)
    link = next(each for each in desk.document.dependencies if each.id == hand.view.picked_link)
    page = hand.place("page")
    hand.drag(end_of(hand, link, at_target=True), page)


def link_lagged(desk: Desk) -> None:
    hand = hand_on(desk)
    link_picked(hand)
    hand.key(Key.Key_Return)
    hand.screen.links.editor.lag.stepBy(2)


def link_removed(desk: Desk) -> None:
    hand = hand_on(desk)
    link_picked(hand)
    hand.click_widget(hand.screen.links.editor.remove)


def launch_moved(desk: Desk) -> None:
    hand = hand_on(desk)
    hand.view.setFocus()
    hand.key(Key.Key_L, SHIFT)
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Return)


TIMELINE: dict[str, Step] = {
    "a bar moved": dragged("video", 7),
    "a bar moved by keys": pressed("video", Key.Key_Right, ALT),
    "a bar stretched": dragged("video", 7, Part.END),
    "a bar stretched by keys": pressed("video", Key.Key_Right, ALT | SHIFT),
    "progress on its bar": pressed("deck", Key.Key_Plus),
    "a link drawn": link_drawn,
    "a link led elsewhere": link_led_elsewhere,
    "a lag on the timeline": link_lagged,
    "a link removed on the timeline": link_removed,
    "a bar carried to another track": pressed("video", Key.Key_Down, ALT | SHIFT),
    "launch day moved by its line": launch_moved,
}
