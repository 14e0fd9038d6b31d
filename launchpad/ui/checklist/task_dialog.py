"""The frame of the small dialogs that ask about tasks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from launchpad.app.commands.task_fields import tasks_of
from launchpad.app.plan_session import PlanSession
from launchpad.ui.parts.label import Label

WIDTH = 440
LISTED = 3
"""Titles named in a dialog's head; the others are counted."""


class TaskDialog(QDialog):
    """Asks about some tasks of a session. Put fields into `form`; it closes once `act` said that it is done."""

    def __init__(
        self, session: PlanSession, ids: Sequence[str], title: str, why: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._first: QWidget | None = None
        self.session = session
        self.ids = list(ids)
        self.tasks = tasks_of(session.document, ids)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(self._names(), px=15, weight=600, wrap=True))
        layout.addWidget(Label(why, tone="text2", wrap=True))
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)

    def act(self) -> bool:
        """Do it; False keeps the dialog open."""
        raise NotImplementedError

    def _on_accepted(self) -> None:
        if self.act():
            self.accept()

    def _names(self) -> str:
        titles = [task.title for task in self.tasks]
        more = len(titles) - LISTED
        return ", ".join(titles[:LISTED]) + (f" and {more} more" if more > 0 else "")

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field under its label."""
        words = Label(label, tone="text2", px=12)
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._first = self._first or field
        self.form.addRow(words, field)

    def showEvent(self, event: QShowEvent) -> None:
        """The first field has the keyboard."""
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus()
