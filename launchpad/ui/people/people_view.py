"""The register of people as a widget with an editor in each cell."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from launchpad.domain.enums import PersonStatus
from launchpad.domain.visible import visible
from launchpad.ui.parts.avatar import paint_avatar
from launchpad.ui.people.people_table import Column, PeopleTable

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 34
AVATAR = 22
WIDTHS = {Column.STATUS: 74, Column.DEPUTY: 100, Column.CAPACITY: 92, Column.DAYS_OFF: 110, Column.OPEN: 90}
"""Pixels of the columns that do not stretch."""
NAME, EMAIL = 110, 70
"""Pixels of names and addresses at least."""
MOST = 5
"""The part of the register that either takes at most; roles have the rest."""


class PeopleView(QTableView):
    """Typing or F2 edits a cell; days off open an editor of their own."""

    days_off_asked = Signal(int)
    """The row whose days off are to be edited."""

    def __init__(self, model: PeopleTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("People")
        self.setItemDelegate(PeopleEditors(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(Column.ROLE, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._fit)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give names, roles and addresses what they need, then each a part of what is left."""
        wide = self.viewport().width()
        name = max(NAME, min(wide // MOST, self._wanted(Column.NAME) + AVATAR + 8))
        email = max(EMAIL, min(wide // MOST, self._wanted(Column.EMAIL)))
        spare = max(0, wide - sum(WIDTHS.values()) - name - email - self._wanted(Column.ROLE))
        self.setColumnWidth(Column.NAME, name + spare // 3)
        self.setColumnWidth(Column.EMAIL, email + spare // 3)

    def _wanted(self, column: Column) -> int:
        model, metrics = self.model(), self.fontMetrics()
        texts = (str(model.index(row, column).data() or "") for row in range(model.rowCount()))
        return max(map(metrics.horizontalAdvance, texts), default=0) + 24

    def edit(self, index: Index, *args: object) -> bool:  # type: ignore[override]
        """Days off are edited in a dialog."""
        if not args:
            super().edit(index)
            return False
        trigger, event = args
        wanted = trigger in (
            QAbstractItemView.EditTrigger.DoubleClicked,
            QAbstractItemView.EditTrigger.EditKeyPressed,
        )
        if index.isValid() and index.column() == Column.DAYS_OFF:
            if wanted and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.days_off_asked.emit(index.row())
            return wanted
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, as F2 does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() is self.State.NoState:
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, event)
            return
        super().keyPressEvent(event)


class PeopleEditors(QStyledItemDelegate):
    """A list for status and deputy, a line of text for the rest; a face before each name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and the face."""
        if index.column() != Column.NAME:
            super().paint(painter, option, index)
            return
        super().paint(painter, option, index)
        rect: QRect = option.rect
        top = rect.center().y() - AVATAR / 2 + 1
        paint_avatar(painter, QRectF(rect.left() + 8, top, AVATAR, AVATAR), str(index.data()))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the face."""
        super().initStyleOption(option, index)
        if index.column() == Column.NAME:
            option.decorationSize = QSize(AVATAR + 6, AVATAR)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor for a cell."""
        if index.column() == Column.STATUS:
            return self._combo(parent, [(each.label, each.value) for each in PersonStatus], "Status")
        if index.column() == Column.DEPUTY:
            model = index.model()
            assert isinstance(model, PeopleTable), "the delegate belongs to the register"
            return self._combo(parent, [("Nobody", ""), *model.others(index.row())], "Deputy")
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return line

    def _combo(self, parent: QWidget, offered: list[tuple[str, str]], name: str) -> QComboBox:
        combo = QComboBox(parent)
        combo.setAccessibleName(name)
        for words, value in offered:
            combo.addItem(visible(words), value)
        combo.activated.connect(lambda _place: self._finish(combo))
        return combo

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for what was typed or chosen."""
        text = str(editor.currentData()) if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            text = editor.text()
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers its cell, right of the face."""
        rect: QRect = option.rect.adjusted(0, 1, 0, -2)
        if index.column() == Column.NAME:
            rect.setLeft(rect.left() + AVATAR + 10)
        editor.setGeometry(rect)
