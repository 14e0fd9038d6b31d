"""Getting ready for a review: what is missing, who has to be asked, who decides, and the button that begins it."""

from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.commands.reviews.planning import cancel_review, change_review, remove_review
from launchpad.app.day_text import read_day
from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.people import Person
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import preparation
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.person_edit import PersonEdit
from launchpad.ui.reviews.chase_list import ChaseList
from launchpad.ui.reviews.prepare_page import prepare_page
from launchpad.ui.reviews.review_page import ReviewPage

WIDE = 372
"""Pixels of the right column."""
PEOPLE = (("decider", "Decides"), ("facilitator", "Leads the meeting"), ("scribe", "Writes it down"))


class PreparePage(ReviewPage):
    """One planned review. Fields are commands; what is missing leads to its task."""

    begin_asked = Signal(str)
    """The review's id."""
    task_asked = Signal(str)
    ballots_asked = Signal(str)
    """Ballots for those who cannot come to the review with this id."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "Pre-read pack…", parent)
        self.day = DayEdit("Day of the review", session.today)
        self.people = {name: PersonEdit(label, ()) for name, label in PEOPLE}
        self.hidden = QCheckBox("Hide sign-offs until all are in")
        self.chases = ChaseList()
        self.ballots = QPushButton("Ballots…")
        self.ballots.setToolTip("A workbook in which leads who cannot come sign for their track")
        self.begin = QPushButton("Start the review")
        self.begin.setProperty("kind", "primary")
        self.begin.setToolTip("Ctrl+Enter")
        self.remove = QPushButton("Remove")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        fields = Card("The meeting")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(Label("Day", tone="text2"), self.day)
        for name, label in PEOPLE:
            form.addRow(Label(label, tone="text2"), self.people[name])
        fields.body.addLayout(form)
        fields.body.addWidget(self.hidden)
        chase = Card("What to chase")
        chase.body.addWidget(self.chases, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(fields)
        right.addWidget(chase, 1)
        for button in (self.remove, self.ballots, self.pack, self.begin):
            self.tools.addWidget(button)
        right.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setLayout(right)
        column.setFixedWidth(WIDE)
        self.below.addWidget(self.sheet, 1)
        self.below.addWidget(column)

    def _connect(self) -> None:
        self.day.editingFinished.connect(self._on_day)
        self.day.picked.connect(self._on_day)
        for name, field in self.people.items():
            field.editingFinished.connect(partial(self._on_person, name))
            field.chosen.connect(partial(self._on_person, name))
        self.hidden.toggled.connect(partial(self._change, "hide_answers"))
        self.begin.clicked.connect(partial(self.emit_id, self.begin_asked))
        self.ballots.clicked.connect(partial(self.emit_id, self.ballots_asked))
        self.remove.clicked.connect(self._on_remove)
        self.chases.told.connect(self.told)
        self.stage.row_asked.connect(self._on_row)

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the plan now says; PlanError when it cannot be scheduled."""
        review, session = self.review, self._session
        if review is None:
            return
        document, today = session.document, session.today
        found = preparation(document, today, review)
        self.stage.show_page(prepare_page(document, today, found))
        self.chases.show_chases(found.chases)
        self._show_fields(review)

    def _show_fields(self, review: Review) -> None:
        can_change = not self._session.is_read_only
        if not self.day.hasFocus():
            self.day.show_day(review.planned)
        for name, field in self.people.items():
            field.show_people(self._session.document.people)
            if not field.hasFocus():
                field.show_person(self._session.document.find(Person, getattr(review, name)))
        with QSignalBlocker(self.hidden):
            self.hidden.setChecked(review.hide_answers)
        for widget in (self.day, *self.people.values(), self.hidden, self.begin, self.remove):
            widget.setEnabled(can_change)
        self.begin.setText("Go on with the review" if review.started else "Start the review")
        self.ballots.setVisible(review.gate is not None)
        self.remove.setText("Cancel the review" if review.started else "Remove")

    # --- what the hand does ------------------------------------------------------------------------------------------

    def _change(self, name: str, value: object) -> None:
        review = self.review
        if review is not None and getattr(review, name) != value:
            self._session.run(change_review, review.id, {name: value})

    def _on_day(self) -> None:
        text = self.day.typed()
        try:
            session = self._session
            day = calendar_of(session.document).day_of(read_day(text, session.today)) if text else None
        except PlanError as error:
            self._session.refused.emit(str(error))
            return
        self._change("planned", day)

    def _on_person(self, name: str) -> None:
        text = self.people[name].person_text()
        try:
            person = self._session.document.person(text).id if text else None
        except PlanError as error:
            self._session.refused.emit(str(error))
            return
        self._change(name, person)

    def _on_remove(self) -> None:
        review = self.review
        if review is not None and self._session.run(cancel_review if review.started else remove_review, review.id):
            self.back_asked.emit()

    def _on_row(self, key: str, place: QRect) -> None:
        if key.startswith("task:"):
            self.task_asked.emit(key.removeprefix("task:"))
