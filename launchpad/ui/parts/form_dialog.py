"""A dialog that asks for a few things in a form, and says below it what is wrong with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from launchpad.domain.errors import PlanError
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.refusal import Refusal

WIDE = 440
"""Pixels."""


class FormDialog(QDialog):
    """Put fields into it with `add_field`; the first has the keyboard. It closes once `act` said that it is done."""

    def __init__(
        self,
        title: str,
        action: str,
        why: str = "",
        *,
        head: str = "",
        others: Sequence[str] = (),
        is_danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`action` is what the button that does it says; `head` and `why` stand above the form, `others` below it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._first: QWidget | None = None
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(6)
        self.refusal = Refusal()
        self.foot = DialogFoot(self, action, others=others, is_danger=is_danger)
        self.accept_button = self.foot.go
        self.foot.go.clicked.connect(self._on_accepted)
        self.foot.back.clicked.connect(self.reject)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if head:
            layout.addWidget(Label(head, px=15, weight=600, wrap=True))
        if why:
            layout.addWidget(Label(why, tone="text2", wrap=True))
        layout.addLayout(self.form)
        layout.addWidget(self.refusal)
        layout.addLayout(self.foot)
        self.setMinimumWidth(WIDE)

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field under its label."""
        words = Label(label, tone="text2", px=12)
        words.setBuddy(field)
        words.setContentsMargins(0, 4 if self._first else 0, 0, 0)  # nearer to its field than to the one above
        if isinstance(field, QComboBox):
            name_choice(field, label)
        elif not field.accessibleName():
            field.setAccessibleName(label)
        self._first = self._first or field
        self.form.addRow(words, field)

    def act(self) -> bool:
        """Do it; False keeps the dialog open, and so does a PlanError, which is said below the form."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """The first field has the keyboard, or what Return presses; texts get the lines they need and no more."""
        super().showEvent(event)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        if self._first is not None:
            self._first.setFocus()

    def _on_accepted(self) -> None:
        try:
            is_done = self.act()
        except PlanError as error:
            self.refusal.say(str(error))
            return
        if is_done:
            self.accept()
