"""Chooses who takes over somebody's open work."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from launchpad.domain.people import Person
from launchpad.ui.parts.label import Label


class HandOverDialog(QDialog):
    """A list of the others; nothing is changed before Hand over is pressed."""

    chosen = Signal(str)
    """The id of who takes over."""

    def __init__(self, person: Person, others: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Hand over the work of {person.name}")
        self.to = QComboBox()
        self.to.setAccessibleName("Who takes over")
        for other in others:
            self.to.addItem(other.name, other.id)
        if (deputy := self.to.findData(person.deputy)) >= 0:
            self.to.setCurrentIndex(deputy)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        text = "Open tasks, risks and issues, and goals, get this owner. What is done stays as it was."
        column.addWidget(Label(text, tone="text2", wrap=True))
        column.addWidget(self.to)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.setMinimumWidth(420)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton("Hand over", QDialogButtonBox.ButtonRole.AcceptRole).setProperty("kind", "primary")
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_accepted(self) -> None:
        self.accept()
        self.chosen.emit(str(self.to.currentData()))
