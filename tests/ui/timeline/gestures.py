"""Each gesture of the timeline and its keyboard twin, and what is to be seen in the plan after it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchpad.domain.document import Document
from launchpad.domain.enums import LinkType
from launchpad.domain.task import Dependency
from launchpad.scenes.gantt.bars import Part
from launchpad.scenes.gantt.head import launch_chip
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.gantt.ways import handles
from tests.builders import an_anchor
from tests.ui.timeline.hand import Hand

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Gesture(NamedTuple):
    """What a hand does, and whether the plan shows it."""

    do: Callable[[Hand], object]
    is_done: Callable[[Document], object]


def link_between(document: Document, one: str, other: str) -> Dependency | None:
    ends = document.node(one).id, document.node(other).id
    return next((each for each in document.dependencies if (each.predecessor, each.successor) == ends), None)


def picked(hand: Hand) -> Dependency:
    """Click the link from brief to copy."""
    hand.place("brief")
    link = hand.session.document.dependencies[0]
    assert hand.view.picture is not None
    points = hand.view.picture.link_points(link)
    assert points is not None
    (x1, y1), (x2, y2) = points[1], points[2]
    hand.click(hand.view.point((x1 + x2) / 2, (y1 + y2) / 2))
    assert hand.view.picked_link == link.id
    return link


def end_of(hand: Hand, link: Dependency, *, at_target: bool) -> QPoint:
    assert hand.view.picture is not None
    way = hand.view.picture.ways.way(link)
    assert way is not None
    return hand.view.point(*handles(way.points)[at_target])


def take_end_to(hand: Hand, key: str, *, at_target: bool) -> None:
    start = end_of(hand, picked(hand), at_target=at_target)
    hand.drag(start, hand.place(key))


def take_end_by_keys(hand: Hand, keys: Qt.KeyboardModifier, downs: int) -> None:
    hand.click(hand.place("copy"))
    hand.key(Key.Key_K)
    hand.key(Key.Key_R, keys)
    for _ in range(abs(downs)):
        hand.key(Key.Key_Down if downs > 0 else Key.Key_Up)
    hand.key(Key.Key_Return)


def change_lag(hand: Hand) -> None:
    picked(hand)
    lag = hand.screen.links.editor.lag
    hand.click_widget(lag.lineEdit())
    lag.selectAll()
    QTest.keyClicks(lag, "3")
    QTest.keyClick(lag, Key.Key_Return)


def change_lag_by_keys(hand: Hand) -> None:
    hand.click(hand.place("copy"))
    hand.key(Key.Key_K)
    hand.key(Key.Key_Return)
    lag = hand.screen.links.editor.lag
    assert lag.hasFocus() or QApplication.focusWidget() is lag
    for _ in range(3):
        QTest.keyClick(lag, Key.Key_Up)
    QTest.keyClick(lag, Key.Key_Escape)


def change_type(hand: Hand) -> None:
    picked(hand)
    hand.screen.links.editor.type.setCurrentIndex(list(LinkType).index(LinkType.FF))
    hand.session.flush()


def change_type_by_keys(hand: Hand) -> None:
    hand.click(hand.place("copy"))
    hand.key(Key.Key_K)
    hand.key(Key.Key_Return)
    combo = hand.screen.links.editor.type
    combo.setFocus()
    for _ in range(list(LinkType).index(LinkType.FF)):
        QTest.keyClick(combo, Key.Key_Down)
    hand.session.flush()


def remove_link(hand: Hand) -> None:
    picked(hand)
    hand.click_widget(hand.screen.links.editor.remove)


def remove_link_by_keys(hand: Hand) -> None:
    hand.click(hand.place("copy"))
    hand.key(Key.Key_K)
    hand.screen.delete()  # the menu's Delete


def draw_link(hand: Hand) -> None:
    hand.drag(hand.place("film", Part.KNOB_AFTER), hand.place("press"))


def draw_link_by_keys(hand: Hand) -> None:
    hand.click(hand.place("film"))
    hand.key(Key.Key_L)
    for _ in range(2):
        hand.key(Key.Key_Up)  # the heading, then press
    hand.key(Key.Key_Return)


def carry_by_bar(hand: Hand) -> None:
    start = hand.place("film")
    up = hand.place("copy")
    hand.drag(start, QPoint(start.x(), up.y() - ROW // 2))


def carry_by_row(hand: Hand) -> None:
    start, up = hand.place("film"), hand.place("copy")
    hand.drag(QPoint(90, start.y()), QPoint(90, up.y() - ROW // 2))


def carry_by_keys(hand: Hand) -> None:
    hand.click(hand.place("film"))
    hand.key(Key.Key_Up, ALT | SHIFT)


def drag_launch(hand: Hand) -> None:
    hand.screen.go_to_launch()
    start = hand.view.point(hand.view.axis.x_of(date(2026, 11, 10)), 0)
    start.setY(hand.view.viewport().height() - 20)
    hand.drag(start, start + QPoint(round(7 * hand.view.axis.day_width), 0))


def drag_chip(hand: Hand) -> None:
    hand.screen.go_to_launch()
    assert hand.view.picture is not None
    x, y = launch_chip(hand.view.picture, hand.view.slide.value()).center
    start = QPoint(round(x) + hand.view.tree_width, round(y))
    hand.drag(start, start + QPoint(round(7 * hand.view.axis.day_width), 0), hand.screen.head)


def launch_by_keys(hand: Hand) -> None:
    hand.key(Key.Key_L, SHIFT)
    for _ in range(5):
        hand.key(Key.Key_Right)
    hand.key(Key.Key_Return)


def select_two(hand: Hand) -> None:
    hand.click(QPoint(90, hand.place("film").y()))
    hand.click(QPoint(90, hand.place("ready").y()), Qt.KeyboardModifier.ControlModifier)


def move_two(hand: Hand) -> None:
    select_two(hand)
    hand.drag_days("film", 1)


def move_two_by_keys(hand: Hand) -> None:
    select_two(hand)
    hand.key(Key.Key_Right, ALT)


def drag_progress(hand: Hand) -> None:
    start = hand.place("film", Part.PROGRESS)
    assert hand.view.picture is not None
    found = hand.view.picture.place_of(hand.task("film").id)
    assert found is not None
    hand.drag(start, start + QPoint(round(found[0].box.width / 2), 0))


def by_keys(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Hand], object]:
    """Click the bar of film, and press a key."""

    def do(hand: Hand) -> None:
        hand.click(hand.place("film"))
        hand.key(key, keys)

    return do


def anchored(key: str, anchor: str) -> Callable[[Document], object]:
    return lambda plan: plan.task(key).anchor == an_anchor(anchor)


def _lag(plan: Document) -> bool:
    link = link_between(plan, "brief", "copy")
    return link is not None and link.lag == 3


def _type(plan: Document) -> bool:
    link = link_between(plan, "brief", "copy")
    return link is not None and link.type is LinkType.FF


def _is_carried(plan: Document) -> bool:
    return plan.task("film").track == plan.task("copy").track


GESTURES = {
    "move": Gesture(lambda hand: hand.drag_days("film", 7), anchored("film", "SNET:T-10")),
    "move by keys": Gesture(by_keys(Key.Key_Right, ALT), anchored("film", "SNET:T-14")),
    "move several": Gesture(move_two, anchored("ready", "SNET:T-1")),
    "move several by keys": Gesture(move_two_by_keys, anchored("ready", "SNET:T-1")),
    "resize": Gesture(lambda hand: hand.drag_days("film", 1, Part.END), lambda plan: plan.task("film").duration == 9),
    "resize by keys": Gesture(by_keys(Key.Key_Right, ALT | SHIFT), lambda plan: plan.task("film").duration == 9),
    "progress": Gesture(drag_progress, lambda plan: plan.task("film").progress == 50),
    "progress by keys": Gesture(by_keys(Key.Key_Plus), lambda plan: plan.task("film").progress == 5),
    "link": Gesture(draw_link, lambda plan: link_between(plan, "film", "press")),
    "link by keys": Gesture(draw_link_by_keys, lambda plan: link_between(plan, "film", "press")),
    "re-target": Gesture(
        lambda hand: take_end_to(hand, "film", at_target=True), lambda plan: link_between(plan, "brief", "film")
    ),
    "re-target by keys": Gesture(
        lambda hand: take_end_by_keys(hand, Qt.KeyboardModifier.NoModifier, 1),
        lambda plan: link_between(plan, "brief", "press"),
    ),
    "come from elsewhere": Gesture(
        lambda hand: take_end_to(hand, "film", at_target=False), lambda plan: link_between(plan, "film", "copy")
    ),
    "come from elsewhere by keys": Gesture(
        lambda hand: take_end_by_keys(hand, SHIFT, -2), lambda plan: link_between(plan, "done", "copy")
    ),
    "lag": Gesture(change_lag, _lag),
    "lag by keys": Gesture(change_lag_by_keys, _lag),
    "type": Gesture(change_type, _type),
    "type by keys": Gesture(change_type_by_keys, _type),
    "unlink": Gesture(remove_link, lambda plan: not link_between(plan, "brief", "copy")),
    "unlink by keys": Gesture(remove_link_by_keys, lambda plan: not link_between(plan, "brief", "copy")),
    "another track": Gesture(carry_by_bar, _is_carried),
    "another track by its row": Gesture(carry_by_row, _is_carried),
    "another track by keys": Gesture(carry_by_keys, _is_carried),
    "launch day": Gesture(drag_launch, lambda plan: plan.launch.launch_date == date(2026, 11, 17)),
    "launch day by its chip": Gesture(drag_chip, lambda plan: plan.launch.launch_date == date(2026, 11, 17)),
    "launch day by keys": Gesture(launch_by_keys, lambda plan: plan.launch.launch_date == date(2026, 11, 17)),
}
