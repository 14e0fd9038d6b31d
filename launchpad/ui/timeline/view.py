"""The timeline as it is worked: one selection, and hands for bars and links."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from launchpad.domain.enums import LinkType
from launchpad.domain.task import Task
from launchpad.scenes.gantt.picture import Hit
from launchpad.scenes.gantt.rows import Heading
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.timeline.chart import TimelineChart
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.model import TimelineRows
from launchpad.ui.timeline.pointer import cursor_for
from launchpad.ui.timeline.words import gate_tip, link_tip, task_tip

Key = Qt.Key

SLACK_OF_HAND = 4
"""Pixels the pointer may tremble before a press is a drag."""
WHEEL_NOTCH = 120


class TimelineView(TimelineChart):
    """A TimelineChart that is worked by mouse and keys. Gestures go to its Hands."""

    task_asked = Signal(str)
    """The task that was double-clicked or entered."""
    toggled = Signal(str)
    """The key of the heading that was opened or closed."""

    def __init__(self, model: TimelineRows, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(model, hands, parent)
        self._pressed: tuple[Hit, QPointF] | None = None
        self._divides = False
        self._linked_from = ""

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go, Enter goes to the task, left and right slide; headings open and close."""
        key, row = event.key(), self.list.row_at(self.currentIndex())
        if key == Key.Key_Escape and (self.hands.cancel() or self.picked_link or self._linked_from):
            self._pressed, self._linked_from = None, ""
            self.pick_link("")
        elif key in (Key.Key_Return, Key.Key_Enter) and self._linked_from and isinstance(row, Task):
            self._finish_link(row)
        elif key in (Key.Key_Return, Key.Key_Enter) and isinstance(row, Task):
            self.task_asked.emit(row.id)
        elif isinstance(row, Heading) and _toggles(key, row):
            self.toggled.emit(row.key)
        elif key in (Key.Key_Left, Key.Key_Right) and not event.modifiers() and self.picture is not None:
            step = self.slide.singleStep() * (7 if self.axis.day_width < 17 else 1)
            self.slide.setValue(self.slide.value() + (step if key == Key.Key_Right else -step))
        else:
            super().keyPressEvent(event)

    def start_link(self) -> None:
        """Begin a link at the task the keyboard is at; Enter on another ends it."""
        task = self.current_task()
        if task is not None and not self.hands.is_read_only:
            self._linked_from = task.id
            self.hands.told.emit(f"Go to the task that waits for “{task.title}” and press Enter; Esc leaves it.")

    def _finish_link(self, target: Task) -> None:
        source, self._linked_from = self.list.row_at(self.list.index_of(self._linked_from)), ""
        if isinstance(source, Task) and source.id != target.id:
            self.hands.link(source, target, LinkType.FS)

    # --- mouse ---------------------------------------------------------------------------------------------------

    def _hit(self, place: QPointF) -> Hit:
        if self.picture is None or place.x() < self.tree_width:
            return Hit()
        return self.picture.hit(*self.spot(place))

    def _is_divider(self, place: QPointF) -> bool:
        return abs(place.x() - self.tree_width) <= 3

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer, or select its row."""
        place, hit = event.position(), self._hit(event.position())
        index = self.indexAt(place.toPoint())
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._divides = self._is_divider(place)
        if self._divides:
            return
        if hit.link is not None:
            self.pick_link(hit.link.id)
            return
        row = self.list.row_at(index)
        if isinstance(row, Heading):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.toggled.emit(row.key)
            return
        if hit.task is not None and not event.modifiers():
            if hit.task.id not in self._look.selected:
                self.select([hit.task.id], hit.task.id)
            self._pressed = hit, place
            return
        self.pick_link("")
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what could be taken hold of."""
        place = self._pointer = event.position()
        if self._divides:
            self.set_tree_width(round(place.x()))
            return
        if self._pressed is not None:
            self._drag(place)
            return
        if event.buttons() is Qt.MouseButton.NoButton:
            hit = self._hit(place)
            self._hover(hit.task.id if hit.task is not None else "")
            self.viewport().setCursor(cursor_for(hit, is_divider=self._is_divider(place), hands=self.hands))
        super().mouseMoveEvent(event)

    def _drag(self, place: QPointF) -> None:
        assert self._pressed is not None
        assert self.picture is not None
        hit, start = self._pressed
        if self.hands.drag is None:
            if (place - start).manhattanLength() < SLACK_OF_HAND:
                return
            assert hit.task is not None
            assert hit.part is not None
            if not self.hands.take(hit.task, hit.part, self.spot(start)[0], self.selected_ids()):
                self._pressed = None
                return
        self.hands.move(self.picture, self.spot(place)[0], self.spot(place)[1], self._hit(place))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The gesture is over; a press without one was a click."""
        pressed, self._pressed = self._pressed, None
        if self._divides:
            self._divides = False
        elif self.hands.drag is not None:
            self.hands.drop()
            self.viewport().update()
        elif pressed is not None and pressed[0].task is not None:
            self.select([pressed[0].task.id], pressed[0].task.id)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the task; headings have had their click."""
        row = self.list.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, Task):
            self.task_asked.emit(row.id)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, task_id: str) -> None:
        if task_id != self._hovered:
            self._hovered = task_id
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the days grow or shrink under the pointer; sideways, or with Shift, other days come into sight."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.25 ** (turn.y() / WHEEL_NOTCH), max(event.position().x(), self.tree_width))
            event.accept()
        elif turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.slide.setValue(self.slide.value() - (turn.x() or turn.y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tips say what a bar waits for and what it holds up, and what a link, a gate or a title is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(tip), self) if tip else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPointF) -> str:
        """What is said of a point; empty for nothing."""
        if self.picture is None or self._facts is None:
            return ""
        hit = self._hit(place)
        if hit.task is not None:
            return task_tip(hit.task, self._facts)
        if hit.gate is not None:
            return gate_tip(hit.gate, self._facts)
        if hit.link is not None:
            return link_tip(hit.link, self._facts.document)
        row = self.list.row_at(self.indexAt(place.toPoint()))
        if place.x() < self.tree_width and isinstance(row, Task):
            return task_tip(row, self._facts)
        return self._occasion_at(place)

    def _occasion_at(self, place: QPointF) -> str:
        assert self.picture is not None
        if place.x() < self.tree_width:
            return ""
        day = self.axis.ordinal_at(self.spot(place)[0])
        return "\n".join(each.name for each in self.picture.occasions if each.first <= day < each.end)


def _toggles(key: int, row: Heading) -> bool:
    if key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        return True
    return key == (Key.Key_Left if row.is_open else Key.Key_Right)
