"""The checklist as it is seen and worked: rows painted by themselves, no widget each."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from launchpad.domain.task import Task
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.columns import COLUMNS
from launchpad.ui.checklist.editors import CellEditors
from launchpad.ui.checklist.header import TaskHeader
from launchpad.ui.checklist.model import TaskTree
from launchpad.ui.checklist.row_painter import Fonts, check_box, paint_cell, paint_heading, row_fonts
from launchpad.ui.checklist.stretch import stretch
from launchpad.ui.parts.calm_tree import CalmTree
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Select = QItemSelectionModel.SelectionFlag

ALL_ROWS = Select.ClearAndSelect | Select.Rows


class TaskView(CalmTree):
    """Shows a TaskTree. What is asked by keys and clicks beyond editing a cell is told by signals."""

    done_asked = Signal()
    add_asked = Signal()
    remove_asked = Signal()
    cut_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    shift_asked = Signal(int)
    """Up (−1) or down (1) among its neighbors."""
    menu_asked = Signal(QPoint)
    chosen = Signal()
    """Other tasks are selected."""

    def __init__(self, model: TaskTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = model
        self.grouping = Grouping.TRACK
        self._hovered = QPersistentModelIndex()
        self._collapsed: set[str] = set()
        self._fonts: Fonts | None = None
        self.head = TaskHeader(self)
        self.setHeader(self.head)
        self.setModel(model)
        self.head.begin()
        self.setItemDelegate(CellEditors(self))
        self.setAccessibleName("Tasks")
        self._behave()
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)

    def _behave(self) -> None:
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    # --- columns ---------------------------------------------------------------------------------------------------

    @property
    def is_sorted(self) -> bool:
        """Whether another order than the plan's is shown."""
        return self.head.is_sorted

    def shown_columns(self) -> list[int]:
        """The columns that are seen, from left to right."""
        return self.head.shown_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns again."""
        super().resizeEvent(event)
        self.head.fit(self.viewport().width())

    # --- selection -------------------------------------------------------------------------------------------------

    def selected_tasks(self) -> list[Task]:
        """The selected tasks, from top to bottom."""
        chosen = self.selectionModel().selection().toList()
        stretches = sorted(
            (each.parent().row(), each.top(), each.bottom()) for each in chosen if each.parent().isValid()
        )
        groups, found = self.tree.groups, list[Task]()
        done = (-1, 0)  # a group, and up to which of its rows all are found
        for place, top, bottom in stretches:
            first = max(top, done[1]) if place == done[0] else top
            found += groups[place].tasks[first : bottom + 1]
            done = place, max(first, bottom + 1)
        return found

    def current_task(self) -> Task | None:
        """The task the keyboard is at."""
        return self.tree.task_at(self.currentIndex())

    def heir(self) -> str | None:
        """The task that the keyboard goes to should those selected go: the next one, or else the one before."""
        going = {task.id for task in self.selected_tasks()}
        for step in (self.indexBelow, self.indexAbove):
            index = step(self.currentIndex())
            while index.isValid():
                task = self.tree.task_at(index)
                if task is not None and task.id not in going:
                    return task.id
                index = step(index)
        return None

    def select_tasks(self, ids: Iterable[str], current: str | None = None, column: int = 0) -> None:
        """Select tasks that are shown; the keyboard goes to `current`."""
        selection = QItemSelection()
        last = self.tree.columnCount() - 1
        for each in ids:
            index = self.tree.index_of(each)
            if index.isValid():
                selection.select(index, index.siblingAtColumn(last))
        at = self.tree.index_of(current, column) if current else QModelIndex()
        if at.isValid():
            self.selectionModel().setCurrentIndex(at, Select.NoUpdate)
        self.selectionModel().select(selection, Select.ClearAndSelect)

    def show_task(self, task_id: str) -> bool:
        """Select a task and bring it into view; False when it is not among those shown."""
        index = self.tree.index_of(task_id)
        if not index.isValid():
            return False
        self.expand(index.parent())
        self.select_tasks([task_id], task_id)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def scroll_to_chosen(self) -> None:
        """Bring the first selected task into view, or the list's beginning where none is."""
        chosen = self.selected_tasks()
        if chosen:
            self.scrollTo(self.tree.index_of(chosen[0].id), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.scrollToTop()

    def selectAll(self) -> None:
        """Select every row in sight; Qt would ask the model about each of its cells."""
        last = self.tree.index(self.tree.rowCount() - 1, 0)
        count = self.tree.rowCount(last) if self.isExpanded(last) else 0
        self._select(self.tree.index(0, 0), self.tree.index(count - 1, 0, last) if count else last, ALL_ROWS)

    def setSelection(self, rect: QRect, command: Select) -> None:
        """Select the rows between two corners, likewise without asking about each."""
        first = self.indexAt(QPoint(min(rect.left(), rect.right()), min(rect.top(), rect.bottom())))
        last = self.indexAt(QPoint(max(rect.left(), rect.right()), max(rect.top(), rect.bottom())))
        if first.isValid() and last.isValid():
            self._select(first, last, command)
        else:
            super().setSelection(rect, command)

    def _select(self, first: QModelIndex, last: QModelIndex, command: Select) -> None:
        if first.isValid():
            self.selectionModel().select(stretch(self.tree, first, last, self.isExpanded), command)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Paint both rows whole: a heading's frame goes over all columns, of which Qt would repaint one."""
        super().currentChanged(current, previous)
        self._update_row(previous)
        self._update_row(current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell it."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    # --- groups ----------------------------------------------------------------------------------------------------

    def restore_groups(self) -> None:
        """Open every group that was not closed by hand."""
        for row, group in enumerate(self.tree.groups):
            index = self.tree.index(row, 0)
            is_open = f"{self.grouping}:{group.key}" not in self._collapsed
            if self.isExpanded(index) != is_open:
                self.setExpanded(index, is_open)

    def _on_collapsed(self, index: QModelIndex) -> None:
        group = self.tree.group_at(index)
        if group is not None:
            self._collapsed.add(f"{self.grouping}:{group.key}")

    def _on_expanded(self, index: QModelIndex) -> None:
        group = self.tree.group_at(index)
        if group is not None:
            self._collapsed.discard(f"{self.grouping}:{group.key}")

    # --- keys and clicks -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything the mouse can do."""
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        for standard, told in (
            (QKeySequence.StandardKey.Copy, self.copy_asked),
            (QKeySequence.StandardKey.Cut, self.cut_asked),
            (QKeySequence.StandardKey.Paste, self.paste_asked),
            (QKeySequence.StandardKey.Delete, self.remove_asked),
        ):
            if event.matches(standard):
                told.emit()
                return True
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and key in (Key.Key_Up, Key.Key_Down):
            self.shift_asked.emit(-1 if key == Key.Key_Up else 1)
            return True
        if key == Key.Key_Insert and not event.modifiers():
            self.add_asked.emit()
            return True
        if key in (Key.Key_Left, Key.Key_Right) and not event.modifiers():
            return self._go_sideways(1 if key == Key.Key_Right else -1)
        if key == Key.Key_Space and self.current_task() is not None and not event.modifiers():
            self.done_asked.emit()
            return True
        if key in (Key.Key_Return, Key.Key_Enter):
            return self._enter()
        return False

    def _enter(self) -> bool:
        index = self.currentIndex()
        if self.tree.group_at(index) is not None:
            self.setExpanded(index, not self.isExpanded(index))
            return True
        if self.state() is not QAbstractItemView.State.EditingState and index.isValid():
            self.edit(index)
            return True
        return False

    def _go_sideways(self, step: int) -> bool:
        index = self.currentIndex()
        if self.tree.task_at(index) is None:
            return False
        shown = self.shown_columns()
        place = shown.index(index.column()) if index.column() in shown else 0
        to = index.siblingAtColumn(shown[min(max(place + step, 0), len(shown) - 1)])
        self.selectionModel().setCurrentIndex(to, Select.NoUpdate)
        self.scrollTo(to)
        self.viewport().update()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box marks a task done, one on a heading opens or closes it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            if self.tree.group_at(index) is not None:
                heading = index.siblingAtColumn(0)
                self.selectionModel().setCurrentIndex(heading, Select.NoUpdate)
                self.setExpanded(heading, not self.isExpanded(heading))
                return
            if self._box_of(index).contains(place):
                self._check(index)
                return
        super().mousePressEvent(event)

    def _box_of(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return check_box(row, self.header().sectionViewportPosition(0)).adjusted(-6, -6, 6, 6)

    def _check(self, index: QModelIndex) -> None:
        task = self.tree.task_at(index)
        if task is not None and task.id not in {each.id for each in self.selected_tasks()}:
            self.select_tasks([task.id], task.id)
        self.done_asked.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """What falls just below an open heading is the first of its group, what falls above one the last before it."""
        heading = self.indexAt(event.position().toPoint())
        is_below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        self.tree.falls_first = is_below and self.isExpanded(heading.siblingAtColumn(0))
        super().dropEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a cell; headings and boxes have had their click."""
        index = self.indexAt(event.position().toPoint())
        if self.tree.group_at(index) is not None or self._box_of(index).contains(event.position().toPoint()):
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row below the pointer stands out."""
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row stands out any more."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        heading = index.siblingAtColumn(0)
        if self._hovered != heading:
            self._update_row(self._hovered)
            self._hovered = QPersistentModelIndex(heading)
            self._update_row(self._hovered)

    def _update_row(self, index: Index) -> None:
        if index.isValid():
            rect = self.visualRect(cast(QModelIndex, index))
            self.viewport().update(0, rect.top(), self.viewport().width(), rect.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a task, by mouse or menu key."""
        self.menu_asked.emit(event.globalPos())

    # --- painting --------------------------------------------------------------------------------------------------

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a task over the whole width."""
        rect = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        fonts = self._fonts = self._fonts or row_fonts()
        group = self.tree.group_at(index)
        painter.save()
        if group is not None:
            painter.fillRect(rect, color("sunken"))
            is_open = self.isExpanded(cast(QModelIndex, index))
            paint_heading(painter, rect, group, self.grouping, self.tree.facts, is_open=is_open, fonts=fonts)
        else:
            self._paint_task(painter, rect, index, fonts)
        painter.restore()
        self._paint_focus(painter, rect, index)

    def _paint_task(self, painter: QPainter, rect: QRect, index: Index, fonts: Fonts) -> None:
        task = self.tree.task_at(index)
        if task is None:
            return
        is_selected = self.selectionModel().isRowSelected(index.row(), index.parent())
        is_hovered = self._hovered.isValid() and self._hovered == index.sibling(index.row(), 0)
        ground = "accent_tint" if is_selected else "window" if is_hovered else "surface"
        painter.fillRect(rect, color(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color("line"))
        header = self.header()
        for number in self.shown_columns():
            left, wide = header.sectionViewportPosition(number), header.sectionSize(number)
            if left + wide > 0 and left < rect.right():
                cell = QRect(left, rect.top(), wide, rect.height() - 1)
                paint_cell(painter, cell, task, COLUMNS[number], self.tree.facts, fonts)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        current = self.currentIndex()
        if not self.hasFocus() or current.siblingAtColumn(0) != index.sibling(index.row(), 0):
            return
        frame = rect.adjusted(0, 0, -1, -1)
        if self.tree.group_at(index) is None:
            header = self.header()
            left, wide = header.sectionViewportPosition(current.column()), header.sectionSize(current.column())
            frame = QRect(left, rect.top(), wide - 1, rect.height() - 2)
        painter.setPen(QPen(color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Headings paint their own."""
