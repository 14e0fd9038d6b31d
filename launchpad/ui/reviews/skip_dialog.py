"""Passing a gate by without a review, which is a decision that somebody takes."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from launchpad.app.commands.reviews.verdict import skip_gate
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import DECIDED_GATES
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person
from launchpad.ui.parts.form_dialog import FormDialog
from launchpad.ui.parts.person_edit import PersonEdit


class SkipDialog(FormDialog):
    """Asks which gate, who decides it, and why."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        why = "Going on without a review is a decision. It is recorded."
        super().__init__("Skip a gate", "Skip the gate", why, parent=parent)
        self._session = session
        self.gate = QComboBox()
        for gate in session.document.gates:
            if gate.status not in DECIDED_GATES:
                self.gate.addItem(f"{gate.key} {gate.name}", gate.id)
        self.person = PersonEdit("Decided by", session.document.people)
        self.reason = QLineEdit()
        for label, field in (("Gate", self.gate), ("Decided by", self.person), ("Why", self.reason)):
            self.add_field(label, field)
        self.gate.currentIndexChanged.connect(self._propose)
        self.reason.textChanged.connect(self._allow)
        self._propose()
        self._allow()

    def _propose(self) -> None:
        """Name the decider of the gate that was chosen."""
        plan = self._session.document
        gate = plan.find(Gate, self.gate.currentData())
        self.person.show_person(plan.find(Person, gate.decider) if gate else None)

    def _allow(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))

    def act(self) -> bool:
        """Skip the gate."""
        person = self._session.document.person(self.person.person_text())
        return self._session.run(skip_gate, self.gate.currentData(), person.id, self.reason.text(), self._session.today)
