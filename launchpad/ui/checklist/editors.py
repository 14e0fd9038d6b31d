"""The editors of the checklist's cells, one for each kind of column. All of them begin with and give back text."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from launchpad.app.field_text import NOTHING
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, Criticality, EvidenceKind, TaskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.values import LONGEST
from launchpad.domain.visible import visible
from launchpad.ui.checklist.columns import COLUMNS, Column
from launchpad.ui.checklist.model import TaskTree
from launchpad.ui.checklist.row_painter import ROW, TEXT_LEFT
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.person_edit import PersonEdit
from launchpad.ui.parts.spin_box import SpinBox

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


def choices(document: Document, kind: str) -> tuple[tuple[str, str], ...]:
    """What a cell of a kind can be: words and the text that is set."""
    match kind:
        case "status":
            return tuple((each.label, each.value) for each in TaskStatus)
        case "criticality":
            return tuple((each.label, each.value) for each in Criticality)
        case "track":
            return tuple((each.name, each.key) for each in document.tracks)
        case "gate":
            return (("No gate", ""), *((f"{each.key} · {each.name}", each.key) for each in document.gates))
        case "constraint":
            return tuple((each.label, each.value) for each in AnchorKind)
        case "evidence_kind":
            return (("Any", ""), *((each.label, each.value) for each in EvidenceKind))
        case "waived_by":
            decisions = document.rows(Decision)
            return (("None recorded", ""), *((f"{each.key} · {each.title}", each.key) for each in decisions))
    raise ValueError(kind)


class CellEditors(QStyledItemDelegate):
    """Opens the right editor in a cell and hands its text to the model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as the others."""
        return QSize(80, ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor for a cell."""
        model = index.model()
        assert isinstance(model, TaskTree), "the delegate belongs to the checklist"
        column = COLUMNS[index.column()]
        editor = self._editor(parent, column, model)
        editor.setAccessibleName(column.title)
        editor.setAutoFillBackground(True)
        return editor

    def _editor(self, parent: QWidget, column: Column, model: TaskTree) -> QWidget:
        document = model.facts.document
        match column.editor:
            case "person":
                people = PersonEdit(column.title, document.people, parent)
                people.chosen.connect(self._on_chosen)
                return people
            case "day":
                day = DayEdit(column.title, model.facts.today, parent, hint="T-21, 5 Jan")
                day.use_days(model.facts.calendar)
                day.picked.connect(self._on_chosen)
                return day
            case "percent":
                return SpinBox(column.title, 0, 100, " %", parent)
            case "days":
                return SpinBox(column.title, 0, LONGEST, "", parent)
            case "text":
                return QLineEdit(parent)
        return self._combo(parent, choices(document, column.editor))

    def _combo(self, parent: QWidget, offered: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox(parent)
        for words, text in offered:
            combo.addItem(visible(words), text)
        combo.activated.connect(self._on_chosen)
        combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 40)
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        text = str(index.data(Role.EditRole) or "")
        if isinstance(editor, PersonEdit):
            model = index.model()
            assert isinstance(model, TaskTree)
            editor.show_person(next((each for each in model.facts.document.people if each.key == text), None))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, SpinBox):
            editor.setValue(int(text or 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Ask for what was typed, unless it says what the cell held already."""
        before, text = str(index.data(Role.EditRole) or ""), self._text(editor)
        if text != before and not (text.casefold() in NOTHING and not before) and isinstance(model, TaskTree):
            model.setData(index, text)

    def _text(self, editor: QWidget) -> str:
        if isinstance(editor, PersonEdit):
            return editor.person_text()
        if isinstance(editor, DayEdit):
            return editor.typed()
        if isinstance(editor, QComboBox):
            return str(editor.currentData())
        if isinstance(editor, SpinBox):
            editor.interpretText()
            return str(editor.value())
        assert isinstance(editor, QLineEdit), "every other editor is a line of text"
        return editor.text().strip()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers its cell; a title keeps its box, a narrow cell's editor reaches over."""
        rect = option.rect.adjusted(0, 1, 0, -2)
        if index.column() == 0:
            rect.setLeft(rect.left() + TEXT_LEFT - 8)
        narrowest = _NARROWEST.get(COLUMNS[index.column()].editor, 0)
        rect.setWidth(max(rect.width(), editor.minimumSizeHint().width(), narrowest))
        parent = editor.parentWidget()
        if parent is not None and rect.right() > parent.width():
            rect.moveRight(parent.width())
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A list or calendar that opens from an editor does not end the editing."""
        is_left = event.type() == QEvent.Type.FocusOut and isinstance(editor, DayEdit | PersonEdit)
        if is_left and QApplication.activePopupWidget() is not None:
            return False
        return super().eventFilter(editor, event)

    def _on_chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


_NARROWEST = {"day": 124, "percent": 84, "days": 76, "person": 150, "gate": 170, "status": 130, "criticality": 96}
"""Pixels an editor needs, whatever its column has."""
