"""The timeline as it is worked: one selection, and hands for bars and links."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from launchpad.domain.link_ends import links_into, links_out_of
from launchpad.domain.task import Task
from launchpad.scenes.gantt.picture import Hit
from launchpad.scenes.gantt.rows import ROW, Heading
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.timeline.aiming import Aim
from launchpad.ui.timeline.chart import Index, TimelineChart
from launchpad.ui.timeline.edge_scroll import EdgeScroll
from launchpad.ui.timeline.gestures.moving import BarMove
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.model import TimelineRows
from launchpad.ui.timeline.pointer import cursor_for
from launchpad.ui.timeline.words import gate_tip, launch_tip, link_tip, task_tip

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
    link_asked = Signal()
    """The picked link is to be edited by keys."""

    def __init__(self, model: TimelineRows, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(model, hands, parent)
        self._pressed: tuple[Hit, QPointF] | None = None
        self._divides = False
        self.aim = Aim(hands)
        self._edge = EdgeScroll(self.slide, self.verticalScrollBar(), self._go_on)
        hands.shown.connect(self._on_shown)
        self.selectionModel().currentChanged.connect(self._on_current)

    def _on_shown(self) -> None:
        if self.hands.drag is None:
            self._edge.stop()
            self.aim.leave()

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go, Enter goes to the task, left and right slide; headings open and close."""
        key, row = event.key(), self.list.row_at(self.currentIndex())
        if key == Key.Key_Escape and self._leave():
            return
        if self.picture is not None and not event.modifiers() and self.aim.key(key, self.picture, row):
            return
        if key in (Key.Key_Return, Key.Key_Enter) and self.picked_link:
            self.link_asked.emit()
        elif key in (Key.Key_Return, Key.Key_Enter) and isinstance(row, Task):
            self.task_asked.emit(row.id)
        elif isinstance(row, Heading) and _toggles(key, row):
            self.toggled.emit(row.key)
        elif key in (Key.Key_Left, Key.Key_Right) and not event.modifiers() and self.picture is not None:
            step = self.slide.singleStep() * (7 if self.axis.day_width < 17 else 1)
            self.slide.setValue(self.slide.value() + (step if key == Key.Key_Right else -step))
        else:
            super().keyPressEvent(event)

    def _leave(self) -> bool:
        """Let go of everything; return whether there was anything."""
        was = self.hands.cancel() or bool(self.picked_link)
        self._pressed = None
        self.pick_link("")
        return was

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """What a held key did is one edit."""
        if not event.isAutoRepeat():
            self.hands.let_go()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What keys did is written before something else is worked."""
        self.hands.let_go()
        super().focusOutEvent(event)

    def _on_current(self, current: Index) -> None:
        """A link that is drawn by keys follows the rows."""
        if self.aim.is_on and self.picture is not None:
            self.aim.point(self.picture, self.list.row_at(current))

    def start_link(self) -> None:
        """Begin a link at the task the keyboard is at; Enter on another ends it."""
        task = self.current_task()
        if task is not None:
            self.aim.begin_link(task)

    def pick_next_link(self) -> None:
        """Pick the next link of the task the keyboard is at."""
        task = self.current_task()
        if task is None or self.picture is None:
            return
        document = self.picture.plan.document
        links = [*links_into(document, task.id), *links_out_of(document, task.id)]
        if not links:
            self.hands.told.emit(f"“{task.title}” has no links.")
            return
        ids: list[str] = [each.id for each in links]
        place = ids.index(self.picked_link) + 1 if self.picked_link in ids else 0
        link = links[place % len(links)]
        self.pick_link(link.id)
        self.hands.told.emit(link_tip(link, document).replace("\n", ", "))

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
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if self.aim.is_on:
            self.hands.cancel()
        self._divides = self._is_divider(place)
        if not self._divides and not self._press(hit, place, event):
            self.pick_link("")
            super().mousePressEvent(event)

    def _press(self, hit: Hit, place: QPointF, event: QMouseEvent) -> bool:
        """Begin with a press what is no selecting of rows; return whether it was."""
        index = self.indexAt(place.toPoint())
        row = self.list.row_at(index)
        if hit.end is not None or hit.launch:
            self._pressed = hit, place
        elif hit.link is not None:
            self.pick_link(hit.link.id)
        elif isinstance(row, Heading):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.toggled.emit(row.key)
        elif not event.modifiers() and isinstance(row, Task) and (hit.task or place.x() < self.tree_width):
            if row.id not in self._look.selected:
                self.select([row.id], row.id)
            self._pressed = (hit if hit.task else Hit(row)), place
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what could be taken hold of."""
        place = event.position()
        if self._divides:
            self.set_tree_width(round(place.x()))
            return
        if self._pressed is not None:
            self.drag_to(place)
            return
        self._pointer = place
        if event.buttons() is Qt.MouseButton.NoButton:
            hit = self._hit(place)
            self.hover(hit.task.id if hit.task is not None else "")
            self.viewport().setCursor(cursor_for(hit, is_divider=self._is_divider(place), hands=self.hands))
        super().mouseMoveEvent(event)

    def drag_to(self, place: QPointF) -> None:
        """Go on with what is held at a place of the viewport."""
        self._pointer = place
        if self.hands.drag is None and not self._take(place):
            return
        if isinstance(self.hands.drag, BarMove) and self._turns(place):
            self.hands.cancel()
            self.hands.take_rows(self.selected_ids())
        self._edge.point(place, self.chart_rect)
        self._go_on()

    def _take(self, place: QPointF) -> bool:
        """Begin a gesture where the button was pressed, once the hand has left that place."""
        if self._pressed is None or (place - self._pressed[1]).manhattanLength() < SLACK_OF_HAND:
            return False
        hit, start = self._pressed
        if hit.launch:
            is_held = self.hands.take_launch()
        elif hit.link is not None:
            is_held = self.hands.take_link(hit.link, at_target=bool(hit.end))
        elif hit.task is not None and hit.part is not None:
            is_held = self.hands.take(hit.task, hit.part, self.spot(start)[0], self.selected_ids())
        else:
            is_held = self.hands.take_rows(self.selected_ids())
        if not is_held:
            self._pressed = None
        return is_held

    def _turns(self, place: QPointF) -> bool:
        """Whether a hand that took a bar goes straight up or down, to another track."""
        if self._pressed is None:
            return False
        way = place - self._pressed[1]
        return abs(way.y()) > ROW * 0.7 and abs(way.x()) < ROW * 0.3

    def _go_on(self) -> None:
        if self.picture is not None:
            self.hands.move(self.picture, *self.spot(self._pointer), self._hit(self._pointer))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The gesture is over; a press without one was a click."""
        pressed, self._pressed = self._pressed, None
        if self._divides:
            self._divides = False
        elif self.hands.drag is not None and not self.aim.is_on:
            self.hands.drop()
        elif pressed is not None and pressed[0].task is not None:
            self.select([pressed[0].task.id], pressed[0].task.id)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the task, or edit the link; headings have had their click."""
        row, hit = self.list.row_at(self.indexAt(event.position().toPoint())), self._hit(event.position())
        if hit.link is not None:
            self.pick_link(hit.link.id)
            self.link_asked.emit()
        elif isinstance(row, Task):
            self.task_asked.emit(row.id)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self.hover("")
        super().leaveEvent(event)

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
        if hit.launch:
            return launch_tip(self._facts, can_move=not self.hands.is_read_only)
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
