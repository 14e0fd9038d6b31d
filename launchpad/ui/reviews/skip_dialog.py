"""Passing a gate by without a review, which is a decision that somebody takes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from launchpad.app.commands.reviews.verdict import skip_gate
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import DECIDED_GATES
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.person_edit import PersonEdit

WIDE = 420


class SkipDialog(QDialog):
    """Asks which gate, who decides it, and why."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Skip a gate")
        self._session = session
        self.gate = QComboBox()
        self.gate.setAccessibleName("Gate")
        for gate in session.document.gates:
            if gate.status not in DECIDED_GATES:
                self.gate.addItem(f"{gate.key} {gate.name}", gate.id)
        self.person = PersonEdit("Decided by", session.document.people)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why")
        self._refusal = Label(tone="bad", wrap=True)
        self._refusal.hide()
        self._lay_out()
        self.gate.currentIndexChanged.connect(self._propose)
        self._propose()
        self.gate.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (("Gate", self.gate), ("Decided by", self.person), ("Why", self.reason)):
            form.addRow(Label(label, tone="text2"), field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton("Skip it", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Label("Going on without a review is a decision. It is recorded.", tone="text2", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self._refusal)
        layout.addWidget(buttons)
        self.setMinimumWidth(WIDE)

    def _propose(self) -> None:
        """The gate's own decider decides, unless somebody else is named."""
        gate = next((each for each in self._session.document.gates if each.id == self.gate.currentData()), None)
        self.person.show_person(self._session.document.find(Person, gate.decider) if gate else None)

    def _on_accepted(self) -> None:
        plan, today = self._session.document, self._session.today
        try:
            person = plan.person(self.person.person_text())
            skip_gate(plan, self.gate.currentData(), person.id, self.reason.text(), today)
        except PlanError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            return
        if self._session.run(skip_gate, self.gate.currentData(), person.id, self.reason.text(), today):
            self.accept()
