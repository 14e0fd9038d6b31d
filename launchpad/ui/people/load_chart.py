"""Paints who carries how much in which week."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.scenes.load_weeks import HEAD, LEAST_CELL, ROW, Cell, LoadRow, LoadWeeks
from launchpad.ui.parts.avatar import paint_avatar
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

NAMES = 190
"""Pixels of the column of names."""
AVATAR = 20
Place = tuple[int, int]
"""A row and a week."""


class LoadChart(QWidget):
    """A heat map; a click or the arrow keys choose a person's week, Escape chooses none."""

    chosen = Signal(str, object)
    """A person's id and the week chosen (a Monday), or None for all weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = LoadWeeks((), ())
        self._place: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Load by week")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_load(self, scene: LoadWeeks) -> None:
        """Show another load."""
        self._scene = scene
        self._place = None
        self.setAccessibleDescription("; ".join(_said(row) for row in scene.rows))
        self.setMinimumWidth(NAMES + LEAST_CELL * len(scene.weeks))
        self.updateGeometry()
        self.update()

    def show_person(self, person_id: str) -> None:
        """Mark somebody's row; the week stays if it is theirs."""
        if self._place is None or self._scene.rows[self._place[0]].person != person_id:
            row = next((row for row, each in enumerate(self._scene.rows) if each.person == person_id), None)
            self._place = None if row is None else (row, -1)
            self.update()

    @property
    def scene(self) -> LoadWeeks:
        """What is shown."""
        return self._scene

    def sizeHint(self) -> QSize:
        """A line for each person."""
        return QSize(NAMES + LEAST_CELL * len(self._scene.weeks), HEAD + ROW * max(1, len(self._scene.rows)))

    # --- painting --------------------------------------------------------------------------------------------------

    def _cell_width(self) -> float:
        return self._scene.cell_width(self.width() - NAMES)

    def _cell_rect(self, row: int, week: int) -> QRectF:
        wide = self._cell_width()
        return QRectF(NAMES + week * wide, HEAD + row * ROW, wide, ROW).adjusted(1, 2, -1, -2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed rows."""
        first = max(0, (event.rect().top() - HEAD) // ROW)
        last = min(len(self._scene.rows), (event.rect().bottom() - HEAD) // ROW + 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_weeks(painter)
            for number in range(first, last):
                self._paint_row(painter, number, self._scene.rows[number])
            if self._place is not None and self._place[1] >= 0:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color("accent"), 2))
                painter.drawRoundedRect(self._cell_rect(*self._place), 4, 4)

    def _paint_weeks(self, painter: QPainter) -> None:
        painter.setFont(font(11))
        painter.setPen(color("text3"))
        wide, free = self._cell_width(), 0.0
        for number, week in enumerate(self._scene.weeks):
            left = NAMES + number * wide
            if left >= free:
                text = f"{week.day} {week:%b}"
                painter.drawText(QPointF(left + 3, HEAD - 8), text)
                free = left + painter.fontMetrics().horizontalAdvance(text) + 10

    def _paint_row(self, painter: QPainter, number: int, row: LoadRow) -> None:
        top = HEAD + number * ROW
        if self._place is not None and self._place[0] == number:
            painter.fillRect(QRectF(0, top, self.width(), ROW), color("accent_tint"))
        paint_avatar(painter, QRectF(4, top + (ROW - AVATAR) / 2, AVATAR, AVATAR), row.name)
        painter.setFont(font())
        painter.setPen(color("text"))
        box = QRect(AVATAR + 12, top, NAMES - AVATAR - 20, ROW)
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        for week, cell in enumerate(row.cells):
            if cell.peak:
                self._paint_cell(painter, self._cell_rect(number, week), cell)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        tone = QColor(color("bad" if cell.is_over else "info"))
        ground = QColor(tone)
        ground.setAlphaF(0.28 if cell.is_over else 0.08 + 0.22 * min(1.0, cell.share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(font(12, 600 if cell.is_over else 400, tabular=True))
        painter.setPen(color("text"))
        text = f"{cell.peak}!" if cell.is_over else str(cell.peak)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    # --- the hand --------------------------------------------------------------------------------------------------

    def _place_at(self, at: QPointF) -> Place | None:
        row = int((at.y() - HEAD) // ROW)
        if not 0 <= row < len(self._scene.rows):
            return None
        week = int((at.x() - NAMES) // self._cell_width()) if at.x() >= NAMES else -1
        return row, min(week, len(self._scene.weeks) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a person, or one of their weeks."""
        place = self._place_at(event.position())
        if place is not None:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the cell under the hand counts."""
        place = self._place_at(event.position())
        self.setToolTip("" if place is None else self._tool_tip(place))

    def _tool_tip(self, place: Place) -> str:
        row = self._scene.rows[place[0]]
        if place[1] < 0:
            return _said(row)
        cell = row.cells[place[1]]
        over = ", more than they can carry" if cell.is_over else ""
        busiest = f"{cell.peak} of {row.capacity:g} tasks on the busiest day{over}"
        return f"{row.name}, week of {cell.week.day} {cell.week:%b}: {busiest}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from cell to cell."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._scene.rows:
            super().keyPressEvent(event)
            return
        row, week = self._place or (0, -1)
        rows, weeks = len(self._scene.rows), len(self._scene.weeks)
        self._choose((min(max(row + step[0], 0), rows - 1), min(max(week + step[1], -1), weeks - 1)))

    def _choose(self, place: Place) -> None:
        self._place = place
        row = self._scene.rows[place[0]]
        self.chosen.emit(row.person, self._scene.weeks[place[1]] if place[1] >= 0 else None)
        self.update()


def _said(row: LoadRow) -> str:
    over = row.weeks_over
    if not over:
        return f"{row.name}: never more than {row.capacity:g} tasks a day"
    return f"{row.name}: too much in {over} week{'' if over == 1 else 's'}"
