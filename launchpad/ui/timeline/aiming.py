"""Gestures by keys that wait for Enter: a link that is drawn or taken elsewhere, and launch day."""

from PySide6.QtCore import Qt

from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.scenes.gantt.bars import Part
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.rows import GateLine, Row
from launchpad.ui.timeline.gestures.launching import LaunchDrag
from launchpad.ui.timeline.gestures.linking import LinkDraw, LinkEndDrag
from launchpad.ui.timeline.hands import Hands

Key = Qt.Key


class Aim:
    """Keeps what a gesture by keys is aimed at; Enter ends it and Esc leaves it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._gate = -1
        self.is_on = False

    def begin_link(self, task: Task) -> None:
        """Begin a link at a task."""
        self._begin(self._hands.take(task, Part.KNOB_AFTER, 0, ()), f"Go to the task that waits for “{task.title}”")

    def begin_end(self, link: Dependency, *, at_target: bool) -> None:
        """Take an end of a link elsewhere."""
        where = "should lead to" if at_target else "should come from"
        self._begin(self._hands.take_link(link, at_target=at_target), f"Go to the task the link {where}")

    def begin_launch(self) -> None:
        """Take hold of launch day."""
        self._begin(self._hands.take_launch(), "Left and right move launch day")

    def _begin(self, is_held: bool, words: str) -> None:
        self.is_on, self._gate = is_held, -1
        if is_held:
            self._hands.told.emit(f"{words}, and press Enter; Esc leaves it.")

    def leave(self) -> None:
        """Nothing is aimed at any more."""
        self.is_on = False

    def point(self, picture: Picture, row: Row | None) -> None:
        """Aim at what stands in a row."""
        if not isinstance(self._hands.drag, LinkDraw | LinkEndDrag):
            return
        gates = sorted(picture.plan.document.gates, key=picture.plan.day_of_gate)
        if isinstance(row, Task):
            self._point(picture, row)
        elif isinstance(row, GateLine) and gates:
            self._gate = max(0, self._gate)
            self._point(picture, gates[self._gate % len(gates)])

    def _point(self, picture: Picture, node: Task | Gate) -> None:
        found = picture.place_of(node.id)
        if found is not None:
            hit = Hit(task=node) if isinstance(node, Task) else Hit(gate=node)
            self._hands.move(picture, found[0].left, found[0].middle, hit)
            self._hands.told.emit(self._hands.drag.shown.words if self._hands.drag is not None else "")

    def key(self, key: int, picture: Picture, row: Row | None) -> bool:
        """Go on by a key; return whether it was meant for this."""
        if not self.is_on:
            return False
        if key in (Key.Key_Return, Key.Key_Enter):
            self.is_on = False
            self._hands.drop()
        elif key in (Key.Key_Left, Key.Key_Right) and isinstance(self._hands.drag, LaunchDrag):
            self._hands.step_launch(1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Left, Key.Key_Right) and isinstance(row, GateLine):
            self._gate += 1 if key == Key.Key_Right else -1
            self.point(picture, row)
        else:
            return False
        return True
