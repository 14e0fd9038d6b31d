"""Paints the rows of Home's table: two lines, a meter, a pill, a pin."""

from typing import cast

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
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from launchpad.app.launch_card import BrokenCard, Card, LaunchCard
from launchpad.domain.visible import visible
from launchpad.ui.home.launch_table import (
    CARD,
    PATH,
    PINNED,
    Column,
    confidence_text,
    countdown_text,
    day_text,
)
from launchpad.ui.parts.meter import paint_meter
from launchpad.ui.parts.pill import NEUTRAL, paint_pill
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

HEIGHT = 56
PAD = 16
"""Pixels before the text of the first column."""
CELL_PAD = 8
NUMBER = 34
"""Pixels kept for a score."""
PIN_SIDE = 15

Index = QModelIndex | QPersistentModelIndex


class LaunchDelegate(QStyledItemDelegate):
    """One painting for each column; a click on the pin asks for it to be turned."""

    pin_asked = Signal(int)
    """The row whose pin was clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        rect: QRect = option.rect
        card = cast("Card | None", index.data(CARD))
        painter.save()
        _paint_ground(painter, option, rect, is_last=index.row() + 1 == index.model().rowCount())
        column = Column(index.column())
        if column is Column.NAME:
            _paint_name(painter, rect, index, card)
        elif column is Column.PIN:
            _paint_pin(painter, rect, option, bool(index.data(PINNED)))
        elif isinstance(card, LaunchCard):
            _PAINTERS[column](painter, rect, card)
        elif column is Column.DATE and not isinstance(card, BrokenCard):
            _line(painter, rect, rect.center().y() - 10, "Reading…", "text3")
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the pin turns it."""
        if index.column() == Column.PIN and _is_click(event):
            self.pin_asked.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)


def _is_click(event: QEvent) -> bool:
    released = event.type() is QEvent.Type.MouseButtonRelease
    return released and cast(QMouseEvent, event).button() is Qt.MouseButton.LeftButton


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, is_last: bool) -> None:
    state: QStyle.StateFlag = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, color("accent_tint"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, color("window"))
    if not is_last:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color("line"))


def _paint_name(painter: QPainter, rect: QRect, index: Index, card: Card | None) -> None:
    inner = rect.adjusted(PAD - CELL_PAD, 0, 0, 0)
    broken = isinstance(card, BrokenCard)
    _line(painter, inner, rect.top() + 9, str(index.data()), "text2" if broken else "text", weight=600)
    below = f"Tier {card.tier}" if isinstance(card, LaunchCard) else str(index.data(PATH).parent)
    _line(painter, inner, rect.top() + 28, below, "text2", px=12)


def _paint_date(painter: QPainter, rect: QRect, card: LaunchCard) -> None:
    _line(painter, rect, rect.top() + 9, day_text(card.launch_date), "text")
    _line(painter, rect, rect.top() + 28, countdown_text(card), "text2", px=12)


def _paint_readiness(painter: QPainter, rect: QRect, card: LaunchCard) -> None:
    number = QRect(rect.left() + CELL_PAD, rect.top(), NUMBER, rect.height())
    painter.setFont(font(weight=600, tabular=True))
    painter.setPen(color("text"))
    text = "–" if card.score is None else f"{card.score:.0f}"
    painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    tone = "accent" if card.chip.tone == NEUTRAL else card.chip.tone
    bar = QRectF(number.right() + 1, rect.top(), rect.right() - number.right() - 3 * CELL_PAD, rect.height())
    paint_meter(painter, bar, card.work, card.expected, tone, "line")  # seen on a chosen row, too


def _paint_verdict(painter: QPainter, rect: QRect, card: LaunchCard) -> None:
    paint_pill(painter, rect.left() + CELL_PAD, rect, card.chip.text, card.chip.tone)


def _paint_confidence(painter: QPainter, rect: QRect, card: LaunchCard) -> None:
    _line(painter, rect, rect.center().y() - 9, confidence_text(card), "text")


def _paint_pin(painter: QPainter, rect: QRect, option: QStyleOptionViewItem, pinned: bool) -> None:
    state: QStyle.StateFlag = option.state
    under_hand = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
    if not pinned and not under_hand:
        return
    square = QRect(0, 0, PIN_SIDE, PIN_SIDE)
    square.moveCenter(rect.center())
    icon("pin", "accent" if pinned else "text3").paint(painter, square)


def _line(painter: QPainter, rect: QRect, top: int, text: str, tone: str, *, px: int = 13, weight: int = 400) -> None:
    painter.setFont(font(px, weight))
    painter.setPen(color(tone))
    box = QRect(rect.left() + CELL_PAD, top, rect.width() - CELL_PAD, 20)
    shown = painter.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideRight, box.width() - CELL_PAD)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


_PAINTERS = {
    Column.DATE: _paint_date,
    Column.READINESS: _paint_readiness,
    Column.VERDICT: _paint_verdict,
    Column.CONFIDENCE: _paint_confidence,
}
