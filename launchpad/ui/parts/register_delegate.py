"""Paints the cells of a register and opens the right editor in them."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchpad.app.day_text import typed_day
from launchpad.domain.people import Person
from launchpad.domain.visible import visible
from launchpad.engines.calendar import calendar_of
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.lines import lines_of
from launchpad.ui.parts.person_edit import PersonEdit
from launchpad.ui.parts.pill import paint_pill
from launchpad.ui.parts.register_model import COLUMN, PILL, TONE, Kind, RegisterModel
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
HIGH = 34
"""Pixels of a row of one line."""
LINE = 16
"""Pixels of a line."""
MORE = 10
"""Pixels that a row with another line is higher."""
MOST = 2
"""Lines of a name; other columns have one, so that rows differ for what is seen beside them only."""
PAD = 8


class RegisterDelegate(QStyledItemDelegate):
    """Texts, pills and editors; the cell with the keyboard has a frame."""

    def __init__(self, register: RegisterModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = register

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two where the text has no room in one."""
        lines = 1 if index.data(PILL) else len(self._lines(index, option.rect.width()))
        return QSize(60, HIGH + MORE * (max(1, lines) - 1))

    def _lines(self, index: Index, wide: int) -> list[str]:
        text = str(index.data() or "")
        most = MOST if index.column() == 0 else 1
        return lines_of(text, wide - 2 * PAD, most, QFontMetrics(_font(index))) if text else []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the text or pill, and the frame."""
        rect = option.rect
        state = option.state
        over, chosen = state & QStyle.StateFlag.State_MouseOver, state & QStyle.StateFlag.State_Selected
        ground = "accent_tint" if chosen else "window" if over else "surface"
        painter.fillRect(rect, color(ground))  # over the frame that the style sheet gives a cell below the pointer
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        text = str(index.data() or "")
        pill = index.data(PILL)
        if pill and text:
            paint_pill(painter, rect.left() + PAD - 2, rect.adjusted(0, -1, -4, 0), text, pill)
        else:
            self._paint_text(painter, option, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines = self._lines(index, option.rect.width())
        painter.setFont(_font(index))
        painter.setPen(color(index.data(TONE) or "text"))
        top = (option.rect.height() - LINE * len(lines)) // 2
        for place, line in enumerate(lines):
            rect = option.rect.adjusted(PAD, top + LINE * place, -PAD, 0)
            rect.setHeight(LINE)
            painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), line)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the column's kind."""
        column, model = index.data(COLUMN), self._register
        if column.kind is Kind.CHOICE:
            combo = QComboBox(parent)
            for label, value in column.choices(model.place.document):
                combo.addItem(visible(label), value)
            combo.activated.connect(lambda _: self._finish(combo))
            editor: QWidget = combo
        elif column.kind in (Kind.DAY, Kind.WHEN):
            day = DayEdit(column.title, model.place.today, parent)
            day.use_days(calendar_of(model.place.document))
            day.picked.connect(lambda: self._finish(day))
            editor = day
        elif column.kind is Kind.PERSON:
            person = PersonEdit(column.title, model.place.document.people, parent)
            person.chosen.connect(lambda: self._finish(person))
            editor = person
        else:
            editor = QLineEdit(parent)
        editor.setAccessibleName(column.title)
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        if editor.isHidden():  # the row left the list with this change, and the view let go of its editor
            editor.removeEventFilter(self)
            return
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value that is there."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            places = [place for place in range(editor.count()) if editor.itemData(place) == value]
            editor.setCurrentIndex(places[0] if places else 0)
        elif isinstance(editor, PersonEdit):
            editor.show_person(self._register.place.document.find(Person, value))
            editor.selectAll()
        elif isinstance(editor, DayEdit):
            editor.show_day(value)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(_typed(value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask the model for the change; an editor left as it was asks nothing."""
        if isinstance(editor, QComboBox):
            value: Any = editor.currentData()
        elif isinstance(editor, PersonEdit):
            value = editor.person_text()
        else:
            assert isinstance(editor, QLineEdit)
            value = editor.typed() if isinstance(editor, DayEdit) else editor.text()
            if value == self._begun_with(index):
                return
        model.setData(index, value)

    def _begun_with(self, index: Index) -> str:
        value = index.data(Qt.ItemDataRole.EditRole)
        is_day = index.data(COLUMN).kind in (Kind.DAY, Kind.WHEN)
        return typed_day(value, self._register.place.today) if is_day else _typed(value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell; narrow cells get a wider editor."""
        rect = option.rect.adjusted(1, 2, -1, -3)
        rect.setWidth(max(rect.width(), 96))
        parent = editor.parentWidget()
        if parent and rect.right() > parent.width():
            rect.moveRight(parent.width() - 1)
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter in a list of choices takes the choice."""
        if isinstance(editor, QComboBox) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(editor)
                return True
            if event.key() == Qt.Key.Key_Space:
                editor.showPopup()
                return True
        return super().eventFilter(editor, event)


def _font(index: Index) -> QFont:
    return font(13, 500 if index.column() == 0 else 400, tabular=index.data(COLUMN).right)


def _typed(value: Any) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
