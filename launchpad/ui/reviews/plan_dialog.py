"""Planning a review that neither a gate nor the cadence asks for, or one on another day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.day_text import read_day
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import DECIDED_GATES, ReviewKind
from launchpad.domain.gate import Gate, Review
from launchpad.engines.calendar import calendar_of
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.form_dialog import FormDialog

SKIP = "Skip a gate…"


class PlanDialog(FormDialog):
    """Asks what the review is about, its name and its day."""

    planned = Signal(str)
    """The id of the new review."""
    skip_asked = Signal()
    """A gate is to be passed by without a review."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Plan a review", "Prepare it", others=[SKIP], parent=parent)
        self.skip_button = self.foot.button(SKIP)
        self._session = session
        self._gates = [gate for gate in session.document.gates if gate.status not in DECIDED_GATES]
        self.about = QComboBox()
        self.about.addItem("Status review: look, decide nothing", None)
        for gate in self._gates:
            self.about.addItem(f"Gate review: {gate.key} {gate.name}", gate.id)
        self.name = QLineEdit()
        self.day = DayEdit("Day of the review", session.today)
        for label, field in (("What it is about", self.about), ("Name", self.name), ("Day", self.day)):
            self.add_field(label, field)
        self.skip_button.clicked.connect(self._on_skip)
        self.skip_button.setVisible(bool(self._gates))
        self.about.currentIndexChanged.connect(self._propose)
        self._propose()

    def _gate(self) -> Gate | None:
        return self._session.document.find(Gate, self.about.currentData())

    def _propose(self) -> None:
        gate, today = self._gate(), self._session.today
        calendar = calendar_of(self._session.document)
        self.name.setText(gate.name if gate else "Status review")
        day = calendar.day_of(gate.when) if gate else today
        self.day.show_day(max(day, today))

    def _on_skip(self) -> None:
        self.reject()
        self.skip_asked.emit()

    def act(self) -> bool:
        """Plan the review."""
        day, gate = self._day(), self._gate()
        kind = ReviewKind.GATE if gate else ReviewKind.STATUS
        known = {row.id for row in self._session.document.rows(Review)}
        if not self._session.run(plan_review, self.name.text(), day, gate=gate.id if gate else None, kind=kind):
            return False
        self.planned.emit(next(row.id for row in self._session.document.rows(Review) if row.id not in known))
        return True

    def _day(self) -> date:
        return calendar_of(self._session.document).day_of(read_day(self.day.typed(), self._session.today))
