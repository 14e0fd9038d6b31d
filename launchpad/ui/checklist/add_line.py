"""The line below the checklist in which a task is added by typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from launchpad.app.task_line import EXAMPLE
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.sign import Sign


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line, then leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)


class AddLine(QFrame):
    """Enter tells the line; it is emptied once the task is there, so that one can go on typing."""

    line_typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add_line")
        self.field = _Field()
        self.field.setObjectName("add_field")
        self.field.setAccessibleName("Add a task")
        self.field.setPlaceholderText("Add a task…")
        self.field.setToolTip(plain_tip(f"For example: {EXAMPLE}"))
        self.field.returnPressed.connect(self._on_return)
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self._on_text)
        self._hint = Label(EXAMPLE, tone="text3", px=12)
        self._where = Label("", tone="text2", px=12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 14, 0)
        layout.setSpacing(4)
        layout.addWidget(Sign("plus", "text3", 14))
        layout.addWidget(self.field, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._where)
        self.setFixedHeight(38)
        self._on_text("")

    def show_place(self, track: str) -> None:
        """Say where the next task will stand."""
        self._where.setText(f"in {track}" if track else "")

    def _on_return(self) -> None:
        if self.field.text().strip():
            self.line_typed.emit(self.field.text())

    def _on_text(self, text: str) -> None:
        self._hint.setVisible(not text and self.width() > 640)
        self._where.setVisible(bool(text) and "#" not in text)  # a track that is typed wins

    def resizeEvent(self, event: object) -> None:
        """The example is shown where there is room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._on_text(self.field.text())
