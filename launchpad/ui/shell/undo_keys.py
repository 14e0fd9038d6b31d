"""The keys of undo in a field: they take back what is being typed there, and the plan's newest edit once nothing is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

Field = QLineEdit | QPlainTextEdit | QTextEdit
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UndoKeys(QObject):
    """Watches the widget that has the keyboard, for Qt's fields keep these keys to themselves even when idle."""

    def __init__(
        self,
        undo: Callable[[], Sequence[QKeySequence]],
        redo: Callable[[], Sequence[QKeySequence]],
        parent: QObject,
    ) -> None:
        """`undo` and `redo` say which keys are meant."""
        super().__init__(parent)
        self._undo, self._redo = undo, redo
        self._watched: QWidget | None = None
        self._settled = ""

    def watch(self, widget: QWidget) -> None:
        """The keyboard is there now; what stands there is no typing of this visit."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        widget.installEventFilter(self)
        self._settle()

    def _settle(self) -> None:
        field = self._field()
        self._settled = _text(field) if field is not None else ""

    def _field(self) -> Field | None:
        widget = self._watched
        if widget is None or not isValid(widget):
            return None
        if isinstance(widget, QAbstractSpinBox | QComboBox):
            return widget.lineEdit()
        return widget if isinstance(widget, Field) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key to the window, unless the field has something of its own to take back."""
        if isinstance(event, QKeyEvent) and (field := self._field()) is not None:
            if event.type() == QEvent.Type.ShortcutOverride and self._is_the_plans(field, event.keyCombination()):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
                QTimer.singleShot(0, self, self._settle)  # once it was taken, and the field perhaps cleared
        return False

    def _is_the_plans(self, field: Field, pressed: QKeyCombination) -> bool:
        keys = QKeySequence(pressed)
        if keys in self._undo():
            return not (_can_undo(field) and _text(field) != self._settled)
        return keys in self._redo() and not _can_redo(field)


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _can_undo(field: Field) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _can_redo(field: Field) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
