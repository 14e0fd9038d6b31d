"""Planning a review that neither a gate nor the cadence asks for, or one on another day."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.day_text import read_day
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import DECIDED_GATES, ReviewKind
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate, Review
from launchpad.engines.calendar import calendar_of
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.label import Label

WIDE = 420


class PlanDialog(QDialog):
    """Asks what the review is about, its name and its day."""

    planned = Signal(str)
    """The id of the new review."""
    skip_asked = Signal()
    """A gate is to be passed by without a review."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Plan a review")
        self._session = session
        self._gates = [gate for gate in session.document.gates if gate.status not in DECIDED_GATES]
        self.about = QComboBox()
        self.about.setAccessibleName("What it is about")
        self.about.addItem("Status review: look, decide nothing", None)
        for gate in self._gates:
            self.about.addItem(f"Gate review: {gate.key} {gate.name}", gate.id)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the review")
        self.day = DayEdit("Day of the review", session.today)
        self._refusal = Label(tone="bad", wrap=True)
        self._refusal.hide()
        self._lay_out()
        self.about.currentIndexChanged.connect(self._propose)
        self._propose()
        self.about.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (("About", self.about), ("Name", self.name), ("Day", self.day)):
            form.addRow(Label(label, tone="text2"), field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton("Prepare it", QDialogButtonBox.ButtonRole.AcceptRole)
        self.skip_button = QPushButton("Skip a gate…")
        self.skip_button.setAutoDefault(False)
        self.skip_button.setVisible(bool(self._gates))
        self.skip_button.clicked.connect(self._on_skip)
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._refusal)
        foot = QHBoxLayout()
        foot.addWidget(self.skip_button)
        foot.addWidget(buttons, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(WIDE)

    def _gate(self) -> Gate | None:
        return self._session.document.find(Gate, self.about.currentData())

    def _propose(self) -> None:
        gate, today = self._gate(), self._session.today
        calendar = calendar_of(self._session.document)
        self.name.setText(gate.name if gate else "Status review")
        day = calendar.day_of(gate.when) if gate else today
        self.day.setText(max(day, today).isoformat())

    def _on_skip(self) -> None:
        self.reject()
        self.skip_asked.emit()

    def _on_accepted(self) -> None:
        try:
            day = self._day()
        except PlanError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            return
        gate = self._gate()
        kind = ReviewKind.GATE if gate else ReviewKind.STATUS
        known = {row.id for row in self._session.document.rows(Review)}
        if self._session.run(plan_review, self.name.text(), day, gate=gate.id if gate else None, kind=kind):
            new = next(row for row in self._session.document.rows(Review) if row.id not in known)
            self.accept()
            self.planned.emit(new.id)

    def _day(self) -> date:
        return calendar_of(self._session.document).day_of(read_day(self.day.text(), self._session.today))
