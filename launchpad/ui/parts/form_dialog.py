"""A dialog that asks for a few things in a form, and says below it what is wrong with them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.domain.errors import PlanError
from launchpad.ui.parts.label import Label

WIDE = 420
"""Pixels."""


class FormDialog(QDialog):
    """Closes once `act` said that it is done."""

    def __init__(
        self, title: str, action: str, why: str = "", other: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """`action` is what the button that does it says, `why` stands above the form, `other` left of the buttons."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        foot = QHBoxLayout()
        self._refusal = Label(tone="bad", wrap=True)
        self._refusal.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        # else it takes Return while the other one is disabled
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        if other is not None:
            foot.addWidget(other)
        foot.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if why:
            layout.addWidget(Label(why, tone="text2", wrap=True))
        layout.addLayout(self.form)
        layout.addWidget(self._refusal)
        layout.addLayout(foot)
        self.setMinimumWidth(WIDE)

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field beside its label."""
        self.form.addRow(Label(label, tone="text2"), field)

    def act(self) -> bool:
        """Do it; False keeps the dialog open, and so does a PlanError, which is said below the form."""
        raise NotImplementedError

    def _on_accepted(self) -> None:
        try:
            is_done = self.act()
        except PlanError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            return
        if is_done:
            self.accept()
