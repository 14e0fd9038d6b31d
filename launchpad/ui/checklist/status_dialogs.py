"""What the rules of status want to know: evidence for done, a reason for blocked and not applicable, a decision for
waived."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from launchpad.app.commands.task_evidence import evidence_of
from launchpad.app.commands.task_status import finish, set_status, waive, waive_by_new_decision
from launchpad.app.day_text import read_day
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import Criticality, DecisionStatus, TaskStatus
from launchpad.domain.gate import Decision, Gate
from launchpad.domain.people import Person, Track
from launchpad.engines.calendar import calendar_of
from launchpad.ui.checklist.task_dialog import TaskDialog
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.person_edit import PersonEdit

REVIEW = "Mark in review instead"


class DoneDialog(TaskDialog):
    """Done wants evidence and, where there is an approver, approval; review is the honest way out."""

    def __init__(self, session: PlanSession, ids: Sequence[str], parent: QWidget | None = None) -> None:
        why = "Done counts in full once there is proof. Without it the work counts as made, not proven."
        super().__init__(session, ids, "Mark done", why, "Mark done", others=[REVIEW], parent=parent)
        self._unproven = [task for task in self.tasks if not task.evidence]
        self.proof = QLineEdit()
        self.proof.setPlaceholderText("A link, or a file")
        if self._unproven:
            count = len(self._unproven)
            self.add_field("Evidence" if count == 1 else f"Evidence, for the {count} tasks without", self._proof_row())
            wanted = next((task.deliverable for task in self._unproven if task.deliverable), "")
            if wanted and count == 1:
                self.form.addRow(Label(f"Asked for: {wanted}", tone="text3", px=12, wrap=True))
        self.approved = QCheckBox(self._approval_words())
        waiting = [task for task in self.tasks if task.approver is not None and task.approved_by != task.approver]
        self.form.addRow(self.approved)
        self.approved.setVisible(bool(waiting))
        self.review = self.foot.button(REVIEW)
        self.review.clicked.connect(self._on_review)
        self.proof.textChanged.connect(self._on_typed)
        self._on_typed()

    def _proof_row(self) -> QWidget:
        row = QWidget()
        row.setAccessibleName("Evidence")
        self.proof.setAccessibleName("Evidence: a link or a file")
        choose = QPushButton("Choose a file…")
        choose.clicked.connect(self._on_choose)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.proof, 1)
        layout.addWidget(choose)
        row.setFocusProxy(self.proof)
        return row

    def _approval_words(self) -> str:
        people = [self.session.document.find(Person, task.approver) for task in self.tasks]
        names = dict.fromkeys(person.name for person in people if person is not None)
        return f"{' and '.join(names)} approved it" if len(names) < 4 else "Their approvers approved it"

    def _on_typed(self) -> None:
        lacks = bool(self._unproven) and not self.proof.text().strip()
        self.accept_button.setText("Done, proof comes later" if lacks else "Mark done")

    def _on_choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose what proves it", str(self.session.path.parent))
        if path:
            self.proof.setText(path)

    def _on_review(self) -> None:
        if self.session.run(set_status, self.ids, TaskStatus.IN_REVIEW, self.session.today):
            self.accept()

    def act(self) -> bool:
        """Mark them done with what was given."""
        today, typed = self.session.today, self.proof.text().strip()
        proof = evidence_of(typed, today) if typed else None
        return self.session.run(finish, self.ids, today, proof, approved=self.approved.isChecked())


class BlockedDialog(TaskDialog):
    """Blocked wants a reason, who can unblock it, and by when."""

    def __init__(self, session: PlanSession, ids: Sequence[str], parent: QWidget | None = None) -> None:
        why = "Say what is in the way, who can clear it, and when that is expected."
        super().__init__(session, ids, "Mark blocked", why, "Mark blocked", parent=parent)
        self.reason = QLineEdit()
        self.person = PersonEdit("Who can unblock it", session.document.people)
        self.person.setPlaceholderText("A name")
        self.day = DayEdit("Expected by", session.today, hint="fri, 5 Jan, 1w")
        for label, field in (
            ("What is in the way", self.reason),
            ("Who can unblock it", self.person),
            ("Expected by", self.day),
        ):
            self.add_field(label, field)
            field.textChanged.connect(self._on_typed)
        self._on_typed()

    def _on_typed(self) -> None:
        given = (field.text().strip() for field in (self.reason, self.person, self.day))
        self.accept_button.setEnabled(all(given))

    def act(self) -> bool:
        """Mark them blocked."""
        document, today = self.session.document, self.session.today
        by = document.person(self.person.person_text())
        day = calendar_of(document).day_of(read_day(self.day.typed(), today))
        fields = {"blocked_reason": self.reason.text().strip(), "unblocked_by": by.id, "unblock_by": day}
        return self.session.run(set_status, self.ids, TaskStatus.BLOCKED, today, fields)


class NotApplicableDialog(TaskDialog):
    """Not applicable wants a reason and the track lead's word; for a must the word of the gate's decider."""

    def __init__(self, session: PlanSession, ids: Sequence[str], parent: QWidget | None = None) -> None:
        why = "The task leaves the score. Say why, and who confirmed it."
        super().__init__(session, ids, "Mark not applicable", why, "Mark not applicable", parent=parent)
        self.reason = QLineEdit()
        self.person = PersonEdit("Confirmed by", session.document.people)
        self.person.setPlaceholderText("Not confirmed yet")
        self.person.show_person(self._confirmer())
        self.add_field("Why it does not apply", self.reason)
        self.add_field("Confirmed by", self.person)
        self.reason.textChanged.connect(self._on_typed)
        self._on_typed()

    def _confirmer(self) -> Person | None:
        document, task = self.session.document, self.tasks[0]
        gate = document.find(Gate, task.gate)
        if task.criticality is Criticality.MUST and gate is not None:
            return document.find(Person, gate.decider)
        return document.find(Person, document.table(Track)[task.track].lead)

    def _on_typed(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))

    def act(self) -> bool:
        """Mark them not applicable."""
        typed = self.person.person_text()
        confirmed = self.session.document.person(typed).id if typed else None
        fields = {"na_reason": self.reason.text().strip(), "na_approved_by": confirmed}
        return self.session.run(set_status, self.ids, TaskStatus.NOT_APPLICABLE, self.session.today, fields)


class WaivedDialog(TaskDialog):
    """Waived wants a decision: one of the plan's, or one that is recorded now."""

    def __init__(self, session: PlanSession, ids: Sequence[str], parent: QWidget | None = None) -> None:
        why = "Going without it is a decision. It is recorded, and stays visible at the gate."
        super().__init__(session, ids, "Waive", why, "Waive", parent=parent)
        self.decision = QComboBox()
        self.decision.addItem("Record a new decision", "")
        for each in session.document.rows(Decision):
            if each.status is not DecisionStatus.SUPERSEDED:
                self.decision.addItem(f"{each.key} · {each.title}", each.id)
        self.title = QLineEdit()
        self.reason = QLineEdit()
        self.person = PersonEdit("Decided by", session.document.people)
        self.add_field("Decision", self.decision)
        for label, field in (("What was decided", self.title), ("Why", self.reason), ("Decided by", self.person)):
            self.add_field(label, field)
            field.textChanged.connect(self._on_changed)
        self.decision.currentIndexChanged.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        is_new = not self.decision.currentData()
        for field in (self.title, self.reason, self.person):
            self.form.setRowVisible(field, is_new)
        given = all(field.text().strip() for field in (self.title, self.person))
        self.accept_button.setEnabled(not is_new or given)

    def act(self) -> bool:
        """Waive them."""
        today, chosen = self.session.today, self.decision.currentData()
        if chosen:
            return self.session.run(waive, self.ids, chosen, today)
        person = self.session.document.person(self.person.person_text())
        title, reason = self.title.text().strip(), self.reason.text().strip()
        return self.session.run(waive_by_new_decision, self.ids, title, reason, person.id, today)
