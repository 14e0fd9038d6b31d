"""What the palette found, as a model and its painting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from launchpad.domain.visible import visible
from launchpad.ui.theme.fonts import BODY, font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

ROW = 34
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to do or to go to. `detail` says what kind it is, `keys` its shortcut."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    keys: str = ""


class FoundModel(QAbstractListModel):
    """The things found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Found] = ()

    def show(self, found: Sequence[Found]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def at(self, row: int) -> Found:
        """The thing in a row."""
        return self._found[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The title; with its detail and keys for a screen reader."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        if role == Role.DisplayRole:
            return found.title
        if role == Role.AccessibleTextRole:
            return ", ".join(part for part in (found.title, found.detail, found.keys) if part)
        return None


class FoundDelegate(QStyledItemDelegate):
    """Paints a thing found in one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line is as high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon and title, then what it is, and its keys at the right."""
        model = index.model()
        assert isinstance(model, FoundModel)
        found = model.at(index.row())
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_tint"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        middle = rect.center().y()
        icon(found.icon, "accent" if selected else "text2").paint(painter, QRect(rect.left() + 16, middle - 7, 16, 16))
        right = self._keys(painter, rect, found.keys)
        self._texts(painter, QRect(rect.left() + 42, rect.top(), right - rect.left() - 50, rect.height()), found)
        painter.restore()

    def _keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        right = rect.right() - 16
        if keys:
            painter.setFont(font(12, 500))
            painter.setPen(color("text2"))
            wide = painter.fontMetrics().horizontalAdvance(keys)
            right -= wide
            painter.drawText(QRect(right, rect.top(), wide + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, keys)
        return right

    def _texts(self, painter: QPainter, rect: QRect, found: Found) -> None:
        painter.setFont(font(12))
        detail = painter.fontMetrics().horizontalAdvance(found.detail) if found.detail else 0
        painter.setFont(font(BODY, 500))
        title = painter.fontMetrics().elidedText(
            visible(found.title), Qt.TextElideMode.ElideRight, max(120, rect.width() - detail - 12)
        )
        painter.setPen(color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        left = painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(font(12))
        painter.setPen(color("text2"))
        painter.drawText(rect.adjusted(left, 1, 0, 0), Qt.AlignmentFlag.AlignVCenter, found.detail)
