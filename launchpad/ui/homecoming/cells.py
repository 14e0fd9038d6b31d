"""Paints the list of changes: texts, pills, and the two choices as joined buttons that can be clicked."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from launchpad.app.homecoming.decisions import Choice
from launchpad.domain.visible import visible
from launchpad.ui.homecoming.lines import OFFERS, Line
from launchpad.ui.homecoming.table import CHOICE, COLUMNS, DECISION, KIND, LINE, TASK, ChangesModel
from launchpad.ui.parts.pill import paint_pill
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
HIGH = 36
"""Pixels of a row."""
PAD = 8
EDGE = 24
"""Pixels left of the first column: where the head of the dialog begins."""
BUTTON = 26
AROUND = 22
"""Pixels of a button's height, and of the room beside its word."""
SIDES = (Choice.MINE, Choice.THEIRS)


def button_boxes(rect: QRect, offers: tuple[str, str]) -> tuple[QRect, QRect]:
    """Where the two buttons of a line are within its cell."""
    metrics = QFontMetrics(font(12, 500))
    first, second = (metrics.horizontalAdvance(word) + AROUND for word in offers)
    top = rect.center().y() - BUTTON // 2
    left = QRect(rect.left() + 2, top, first, BUTTON)
    return left, QRect(left.right(), top, second, BUTTON)


def widest_choice() -> int:
    """Pixels that the column of choices needs."""
    return max(button_boxes(QRect(0, 0, 0, HIGH), offers)[1].right() for offers in OFFERS.values()) + EDGE


class ChangeDelegate(QStyledItemDelegate):
    """One look for all cells; a click on a button asks for that choice."""

    chosen = Signal(int, object)
    """A row, and the Choice that was clicked in it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all rows."""
        return QSize(60, HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and what stands on it."""
        rect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:  # whatever has the keyboard: what stands below is about this line
            painter.fillRect(rect, color("accent_tint"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        line: Line = index.data(LINE)
        if index.column() == KIND:
            words = index.model()
            paint_pill(painter, rect.left(), rect.adjusted(0, -1, -4, 0), index.data(), _tone(words, line))
        elif index.column() == DECISION and line.offers:
            self._paint_choice(painter, rect, line.offers, index.data(CHOICE))
        else:
            self._paint_text(painter, rect, index, is_chosen)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, is_chosen: bool) -> None:
        column = COLUMNS[index.column()]
        painter.setFont(font(13, column.weight))
        painter.setPen(color("text2" if is_chosen and column.tone == "text3" else column.tone))
        box = rect.adjusted({DECISION: 2, TASK: EDGE}.get(index.column(), PAD), 0, -PAD, 0)
        text = " ".join(str(index.data()).split())
        shown = painter.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_choice(self, painter: QPainter, rect: QRect, offers: tuple[str, str], choice: Choice) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12, 500))
        boxes = button_boxes(rect, offers)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(boxes[0].united(boxes[1])).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(whole, color("surface"))
        for box, word, side in zip(boxes, offers, SIDES, strict=True):
            self._paint_button(painter, whole, box, word, choice is side)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(whole)
        painter.drawLine(boxes[1].left(), boxes[1].top() + 1, boxes[1].left(), boxes[1].bottom() - 1)
        painter.restore()

    def _paint_button(self, painter: QPainter, whole: QPainterPath, box: QRect, word: str, is_down: bool) -> None:
        painter.setClipRect(box)
        if is_down:
            painter.fillPath(whole, color("accent_tint"))
        painter.setPen(color("accent" if is_down else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.setClipping(False)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take a click on one of the buttons."""
        line: Line | None = index.data(LINE)
        if index.column() != DECISION or line is None or not line.offers or not isinstance(event, QMouseEvent):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        for box, side in zip(button_boxes(option.rect, line.offers), SIDES, strict=True):
            if box.contains(event.position().toPoint()):
                self.chosen.emit(index.row(), side)
                return True
        return False


def _tone(model: QAbstractItemModel, line: Line) -> str:
    assert isinstance(model, ChangesModel)
    return model.words.tone(line)
