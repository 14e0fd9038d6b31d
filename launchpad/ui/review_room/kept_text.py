"""A field whose text is on disk a second after it was typed, so that nothing said in the room is lost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from launchpad.ui.parts.growing_text import GrowingText


class KeptText(GrowingText):
    """Tells every keystroke by `typed`; Esc and Ctrl+Enter give the keyboard away and keep what was typed."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint=hint, most=5, parent=parent)
        self._is_showing = False
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show a text, unless somebody is writing here."""
        self._is_showing = True
        super().show_text(text)
        self._is_showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits is seen from its first line."""
        super().resizeEvent(event)
        if self.document().size().height() <= self._most:
            self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter are done with it."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_control):
            self.finish()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.typed.emit(self.toPlainText().rstrip())
