"""The end of a review: what the record still needs, who confirms it, and the seal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from launchpad.app.commands.reviews.verdict import what_is_missing
from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.person_edit import PersonEdit
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact, FactList
from launchpad.ui.review_room.pages.words import outcome_of, outcome_pill
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomFont, RoomText

WIDE = 620


class FinishDialog(QDialog):
    """Seals the record once nothing is missing; the decider confirms by their name."""

    sealed = Signal(bool)
    """The record is sealed; whether its pack is to be saved now."""

    def __init__(self, session: PlanSession, answers: RoomAnswers, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Finish the review")
        self._session, self._answers = session, answers
        self._refusal = RoomText(sizes, Size.NOTE, tone="bad", wrap=True)
        self._refusal.hide()
        self.signer = PersonEdit("Confirmed by", answers.document.people)
        self.signer.show_person(answers.document.find(Person, answers.review.decider))
        self.pack = QCheckBox("Save the pack afterwards")
        self.pack.setChecked(True)
        missing = what_is_missing(answers.document, answers.review.id, answers.today)
        self.missing = FactList(sizes, self)
        title = f"The record still needs · {len(missing)}"
        self.missing.show_facts(
            title, [Fact(title=text, sign=("circle-dashed", "warn"), is_long=True) for text in missing]
        )
        self._lay_out(sizes, bool(missing))
        session.refused.connect(self._say)

    def _lay_out(self, sizes: Sizes, lacks: bool) -> None:
        outcome, _ = outcome_pill(outcome_of(self._answers.review.verdict))
        foot = DialogFoot(self, "Seal the record", back="Back to the room")
        self.seal = foot.go
        self.seal.setEnabled(not lacks)
        foot.go.clicked.connect(self._on_accepted)
        foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(sizes.length(10))
        layout.addWidget(RoomText(sizes, Size.LEAD, f"{self._answers.review.title}: {outcome}", weight=600, wrap=True))
        layout.addWidget(self.missing)
        if not lacks:
            why = "A sealed record can no longer be changed; corrections are dated additions."
            label = RoomText(sizes, Size.NOTE, "Confirmed by", tone="text2")
            label.setBuddy(self.signer)
            for widget in (RoomText(sizes, Size.BODY, why, tone="text2", wrap=True), label, self.signer, self.pack):
                layout.addWidget(widget)
        else:
            self.signer.setParent(self)
            self.pack.setParent(self)
            self.signer.hide()
            self.pack.hide()
        layout.addWidget(self._refusal)
        layout.addLayout(foot)
        for control in (self.signer, self.pack, self.seal, foot.back):
            RoomFont(control, sizes)
        self.setMinimumWidth(sizes.length(WIDE))
        (foot.back if lacks else self.seal).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.show()

    def _on_accepted(self) -> None:
        try:
            signer = self._answers.document.person(self.signer.person_text()).id
        except PlanError as error:
            self._say(str(error))
            return
        wants_pack = self.pack.isChecked()
        self._session.flush()
        if self._session.seal_review(self._answers.review.id, signer, self._session.now):
            self.accept()
            self.sealed.emit(wants_pack)
