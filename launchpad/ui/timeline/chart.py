"""Rows and their bars as one picture: what is in sight is painted, at any zoom, and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.task import Dependency, Task
from launchpad.scenes.gantt.axis import SCALES, TimeAxis
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.gantt.rows import ROW, Rows, key_of
from launchpad.scenes.gantt.trial import trial_shapes
from launchpad.scenes.shapes import Box
from launchpad.ui.parts.calm_tree import CalmTree
from launchpad.ui.theme.manager import color
from launchpad.ui.timeline.bar_painter import hover_rect, paint_hover, paint_shapes
from launchpad.ui.timeline.day_slide import DaySlide
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.model import TimelineRows
from launchpad.ui.timeline.still import StillFrame
from launchpad.ui.timeline.tree_painter import Fonts, RowState, paint_row, tree_fonts

Index = QModelIndex | QPersistentModelIndex
Select = QItemSelectionModel.SelectionFlag

TREE = 410
"""Pixels of the tree at first."""
NARROWEST_TREE, NARROWEST_CHART = 170, 240
MANY_LINKS = 3000
"""Links from which the bars are shown first."""
SOON = 20
"""Milliseconds after which the links follow; what else waits has its turn before."""


class _RowHeight(QStyledItemDelegate):
    """Every row is as high as the others."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row."""
        return QSize(0, ROW)


class TimelineChart(CalmTree):
    """Shows TimelineRows with a tree at the left and the bars beside it; what its Hands would do is shown too."""

    slid = Signal()
    """Other days are in sight, or at another zoom; or the tree has another width."""
    link_picked = Signal()
    """Another link is picked, or none."""

    def __init__(self, model: TimelineRows, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = model
        self.hands = hands
        self.tree_width = TREE
        self._wanted_tree = TREE
        self.slide = DaySlide()
        self.picture: Picture | None = None
        self._facts: TaskFacts | None = None
        self._look = Look()
        self._fonts: Fonts | None = None
        self._pointer = QPointF()
        self._hovered = ""
        self._still = StillFrame(self.viewport())
        self.setModel(model)
        self.setItemDelegate(_RowHeight(self))
        self.setAccessibleName("Timeline")
        self._behave()
        self.slide.slid.connect(self._on_slid)
        hands.shown.connect(self._on_gesture)

    def _behave(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolling moves the pixels that stay

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_rows(self, rows: Rows, facts: TaskFacts) -> None:
        """Show rows of a plan; selection, keyboard and scroll position stay."""
        chosen = [key_of(self.list.rows[number]) for number in self._selected_rows()]
        here, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        row, place = self.list.row_at(here), here.row()
        if self.list.show(rows, facts):
            self.doItemsLayout()
            self.verticalScrollBar().setValue(scrolled)
            self.select(chosen, None if row is None else key_of(row))
            if row is not None and not self.list.index_of(key_of(row)).isValid() and self.list.rows:
                heir = key_of(self.list.rows[min(place, len(self.list.rows) - 1)])
                self.select([heir], heir)

    def show_picture(self, picture: Picture, facts: TaskFacts) -> None:
        """Show a plan; days and zoom stay where they are."""
        is_new = self.picture is None
        if self.picture is not None:
            picture = picture.at_zoom(self.picture.axis)
            picture.keep_links_of(self.picture)
        self._look = replace(picture.look, selected=self._look.selected, link=self._look.link)
        is_slow = is_new and self._look.links and len(picture.plan.document.table(Dependency)) > MANY_LINKS
        look = replace(self._look, links=False) if is_slow else self._look
        self.picture, self._facts = picture.looking(look), facts
        self._fit_days()
        self._repaint()
        if is_slow:
            QTimer.singleShot(SOON, self, self._show_links)

    def _show_links(self) -> None:
        """The links of a large plan come right after the first sight of its bars, so that neither waits long."""
        if self.picture is not None:
            self.picture = self.picture.looking(self._look)
            self._repaint()

    @property
    def axis(self) -> TimeAxis:
        """The days and their width."""
        assert self.picture is not None, "the view was asked before it was shown a plan"
        return self.picture.axis

    @property
    def chart_rect(self) -> QRect:
        """The part in which bars stand."""
        return QRect(self.tree_width, 0, self.chart_width, self.viewport().height())

    @property
    def chart_width(self) -> int:
        """Pixels of the part in which bars stand."""
        return max(1, self.viewport().width() - self.tree_width)

    def area(self, rect: QRect) -> Box:
        """A rectangle of the viewport as pixels of the picture."""
        left = rect.left() - self.tree_width + self.slide.value()
        return Box(left, rect.top() + self.verticalScrollBar().value(), rect.width(), rect.height())

    def spot(self, place: QPointF) -> tuple[float, float]:
        """A point of the viewport as pixels of the picture."""
        return place.x() - self.tree_width + self.slide.value(), place.y() + self.verticalScrollBar().value()

    def point(self, x: float, y: float) -> QPoint:
        """A point of the picture in the viewport."""
        return QPoint(round(x + self.tree_width - self.slide.value()), round(y - self.verticalScrollBar().value()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tree leaves room for bars."""
        super().resizeEvent(event)
        self._fit_tree()

    def set_tree_width(self, width: int) -> None:
        """Give the tree another width."""
        self._wanted_tree = width
        self._fit_tree()

    def _fit_tree(self) -> None:
        most = max(self.viewport().width() - NARROWEST_CHART, 0)
        wanted = self._wanted_tree if self._wanted_tree != TREE else min(TREE, round(0.37 * self.viewport().width()))
        self.tree_width = max(NARROWEST_TREE, min(wanted, most))
        self._fit_days()
        self._repaint()
        self.slid.emit()

    def _on_slid(self, by: int) -> None:
        self._move_pixels(-by, 0, self.chart_rect)
        self.slid.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the pixels that stay; QTreeView paints everything anew once it is scrolled by more pixels than rows."""
        self._move_pixels(0, dy, self.viewport().rect())

    def _move_pixels(self, dx: int, dy: int, area: QRect) -> None:
        """Scroll a part of the viewport; what floats above the bars stays where it is, so it is painted anew."""
        self._still.forget()
        floats = self.hands.drag is not None or any(each.isVisible() for each in self.viewport().findChildren(QWidget))
        if floats or abs(dx) >= area.width() or abs(dy) >= area.height():
            self.viewport().update(area)
        else:
            self.viewport().scroll(dx, dy, area)

    def _fit_days(self) -> None:
        if self.picture is not None:
            self.slide.fit(self.picture, self.chart_width)

    # --- zoom and going places -----------------------------------------------------------------------------------

    def zoom(self, by: float, at: float | None = None) -> None:
        """Make days so many times as wide; the day at `at` (an x of the viewport) stays where it is."""
        if self.picture is None:
            return
        x = self.chart_width / 2 if at is None else at - self.tree_width
        day = (self.slide.value() + x) / self.axis.day_width
        self._show_axis(self.axis.zoomed(by))
        self.slide.setValue(round(day * self.axis.day_width - x))

    def zoom_to(self, scale: str) -> None:
        """Go to one of the zooms that have a name."""
        if self.picture is not None:
            self.zoom(SCALES[scale] / self.axis.day_width)

    def fit(self) -> None:
        """Show the plan from its first to its last day."""
        if self.picture is None:
            return
        first, last = self.picture.plan.reach
        days = (last - first).days + 1
        room = max(100, self.chart_width - 150)  # labels stand beside the bars
        self._show_axis(self.axis.zoomed(room / days / self.axis.day_width))
        self.slide.setValue(self.axis.x_of(first) - 24)

    def _show_axis(self, axis: TimeAxis) -> None:
        assert self.picture is not None
        self.picture = self.picture.at_zoom(axis)
        self._fit_days()
        self._repaint()
        self.slid.emit()

    def go_to_ordinal(self, ordinal: int, share: float = 0.5) -> None:
        """Bring a day into sight, at a share of the chart's width."""
        if self.picture is not None:
            self.slide.setValue(round(self.axis.x_of_ordinal(ordinal) - self.chart_width * share))

    def go_to_task(self, task_id: str) -> bool:
        """Select a task and bring its bar into sight; False when it is not among the rows."""
        index = self.list.index_of(task_id)
        if not index.isValid():
            return False
        self.select([task_id], task_id)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.show_bar(task_id)
        return True

    def show_bar(self, task_id: str) -> None:
        """Bring a task's days into sight if they are not."""
        row = self.list.row_at(self.list.index_of(task_id))
        if self.picture is None or not isinstance(row, Task):
            return
        days = self.picture.plan.days(row)
        left = self.axis.x_of_ordinal(days.first) - self.slide.value()
        if not 20 <= left <= self.chart_width - 60:
            self.go_to_ordinal(days.first, 0.3)

    # --- selection -----------------------------------------------------------------------------------------------

    def selected_ids(self) -> list[str]:
        """The selected tasks, from top to bottom."""
        return [row.id for number in self._selected_rows() if isinstance(row := self.list.rows[number], Task)]

    def _selected_rows(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()
        return sorted({number for each in ranges for number in range(each.top(), each.bottom() + 1)})

    def current_task(self) -> Task | None:
        """The task the keyboard is at."""
        row = self.list.row_at(self.currentIndex())
        return row if isinstance(row, Task) else None

    def select(self, keys: Iterable[str], current: str | None = None) -> None:
        """Select rows that are shown; the keyboard goes to `current`."""
        selection = QItemSelection()
        for key in keys:
            index = self.list.index_of(key)
            if index.isValid():
                selection.select(index, index)
        at = self.list.index_of(current) if current else QModelIndex()
        if at.isValid():
            self.selectionModel().setCurrentIndex(at, Select.NoUpdate)
        self.selectionModel().select(selection, Select.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Rows and bars show it alike."""
        super().selectionChanged(selected, deselected)
        self._pick(frozenset(self.selected_ids()), "")

    def pick_link(self, link: str) -> None:
        """Pick a link out, or none."""
        self._pick(self._look.selected, link)

    @property
    def picked_link(self) -> str:
        """The id of the link that is picked; empty for none."""
        return self._look.link

    def _pick(self, selected: frozenset[str], link: str) -> None:
        is_other = link != self._look.link
        self._look = replace(self._look, selected=selected, link=link)
        if self.picture is not None:
            self.picture = self.picture.looking(self._look)
        self._repaint()
        if is_other:
            self.link_picked.emit()

    # --- painting ------------------------------------------------------------------------------------------------

    def _on_gesture(self) -> None:
        """Show what the hand would do now."""
        drag = self.hands.drag
        if drag is None or self.picture is None:
            self._still.put_away()
            return
        shapes = trial_shapes(self.picture, drag.shown, self.spot(self._pointer), self.area(self.chart_rect))
        self._still.show(list(shapes), self.point(0, 0))

    def _repaint(self) -> None:
        """Everything may look different."""
        self._still.forget()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is another frame."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._still.forget()

    def hover(self, task_id: str) -> None:
        """Show by what the bar under the pointer can be taken hold of; empty for none."""
        if task_id == self._hovered or self.picture is None:
            return
        for each in (self._hovered, task_id):
            self.viewport().update(hover_rect(self.picture, each).translated(self.point(0, 0)))
        self._hovered = task_id

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed part of the tree and, beside it, that of the bars."""
        if self._still.paint(event, self.point(0, 0)):
            return
        below = QRect(0, len(self.list.rows) * ROW - self.verticalScrollBar().value(), self.tree_width, 1 << 16)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(below.intersected(event.rect()), color("surface"))
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(QRect(self.tree_width - 1, 0, 1, self.viewport().height()), color("line"))
        exposed = event.rect().intersected(self.chart_rect)
        if self.picture is None or exposed.isEmpty():
            return
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(exposed)
            painter.fillRect(exposed, color("surface"))
            painter.translate(self.point(0, 0))
            paint_shapes(painter, self.picture.shapes(self.area(exposed)))
            paint_shapes(painter, self._still.shapes)
            if self.hands.drag is None:
                paint_hover(painter, self.picture, self._hovered)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the tree part of a row."""
        if self._facts is None:
            return
        rect = QRect(0, option.rect.top(), self.tree_width - 1, option.rect.height())
        self._fonts = self._fonts or tree_fonts()
        paint_row(painter, rect, self.list.rows[index.row()], self._facts, self._fonts, self._state_of(index))

    def _state_of(self, index: Index) -> RowState:
        is_current = self.hasFocus() and self.currentIndex().row() == index.row()
        return RowState(self.selectionModel().isRowSelected(index.row(), QModelIndex()), is_current)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Headings paint their own."""
