"""A field for a few lines of text that is as high as what it holds."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """Tells what was typed once it is finished: on leaving, on Ctrl+Enter, or with `one_line` on Enter. Escape goes
    back to what it was."""

    finished = Signal(str)

    def __init__(
        self, name: str, *, hint: str = "", one_line: bool = False, most: int = 12, parent: QWidget | None = None
    ) -> None:
        """`most` is the number of lines above which it scrolls."""
        super().__init__(parent)
        self._one_line = one_line
        self._most = most
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that has not been told yet."""
        return self.toPlainText() != self._shown

    def show_text(self, text: str) -> None:
        """Show a text, unless somebody is writing here."""
        if self.hasFocus() and self.is_changed:
            return
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._fit()

    def finish(self) -> None:
        """Tell what was typed."""
        if self.is_changed:
            self._shown = self.toPlainText()
            self.finished.emit(" ".join(self._shown.split()) if self._one_line else self._shown.rstrip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and (self._one_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finish()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.setPlainText(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving finishes it."""
        super().focusOutEvent(event)
        self.finish()

    def changeEvent(self, event: QEvent) -> None:
        """The hint is written as large as the text; Qt paints it in the font of what is scrolled."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.viewport().setFont(self.font())
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def _fit(self) -> None:
        lines = int(self.document().size().height())
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        frame = self.height() - self.viewport().height()
        high = min(max(lines, 1), self._most) * self.fontMetrics().lineSpacing() + max(frame, 2) + 1
        if high != self.height():
            self.setFixedHeight(high)
