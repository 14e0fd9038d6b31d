"""Getting ready for a review: what is missing, who has to be asked, who decides, and the button that begins it."""

from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage
from launchpad.ui.reviews.chase_list import ChaseList
from launchpad.ui.reviews.prepare_page import prepare_page

SMALL = 0.86
"""How large the pages of the room are on an ordinary screen."""
WIDE = 372
"""Pixels of the right column."""
PEOPLE = (("decider", "Decides"), ("facilitator", "Leads the meeting"), ("scribe", "Writes it down"))


class PreparePage(QWidget):
    """One planned review. Fields are commands; what is missing leads to its task."""

    begin_asked = Signal(str)
    """The review's id."""
    back_asked = Signal()
    task_asked = Signal(str)
    pack_asked = Signal(str)
    """A pre-read pack of the review with this id."""
    ballots_asked = Signal(str)
    """Ballots for those who cannot come to the review with this id."""
    told = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._review_id: str | None = None
        self.stage = Stage(Sizes(SMALL, self))
        self.day = DayEdit("Day of the review", session.today)
        self.people = {name: PersonEdit(label, ()) for name, label in PEOPLE}
        self.hidden = QCheckBox("Hide sign-offs until all are in")
        self.chases = ChaseList()
        self.back = QPushButton("All reviews")
        self.ballots = QPushButton("Ballots…")
        self.ballots.setToolTip("A workbook in which leads who cannot come sign for their track")
        self.pack = QPushButton("Pre-read pack…")
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
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.back)
        tools.addStretch(1)
        for button in (self.remove, self.ballots, self.pack, self.begin):
            tools.addWidget(button)
        page = Card()
        page.body.setContentsMargins(1, 1, 1, 1)
        page.body.addWidget(self.stage, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(page, 1)
        column = QWidget()
        column.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        column.setFixedWidth(WIDE)
        below.addWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self.day.editingFinished.connect(self._on_day)
        self.day.picked.connect(self._on_day)
        for name, field in self.people.items():
            field.editingFinished.connect(partial(self._on_person, name))
            field.chosen.connect(partial(self._on_person, name))
        self.hidden.toggled.connect(partial(self._change, "hide_answers"))
        self.back.clicked.connect(self.back_asked)
        self.begin.clicked.connect(partial(self._emit, self.begin_asked))
        self.pack.clicked.connect(partial(self._emit, self.pack_asked))
        self.ballots.clicked.connect(partial(self._emit, self.ballots_asked))
        self.remove.clicked.connect(self._on_remove)
        self.chases.told.connect(self.told)
        self.stage.row_asked.connect(self._on_row)

    # --- what the plan says ------------------------------------------------------------------------------------------

    @property
    def review(self) -> Review | None:
        """The review that is prepared; None when it is gone."""
        return self._session.document.find(Review, self._review_id)

    def show_review(self, review_id: str) -> None:
        """Prepare another review."""
        self._review_id = review_id
        self.refresh()

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
        self.day.show_near(review.planned)
        if not self.day.hasFocus():
            self.day.setText(review.planned.isoformat() if review.planned else "")
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
        text = self.day.text().strip()
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

    def _emit(self, asked: SignalInstance, checked: bool = False) -> None:
        if self._review_id is not None:
            asked.emit(self._review_id)

    def _on_remove(self) -> None:
        review = self.review
        if review is not None and self._session.run(cancel_review if review.started else remove_review, review.id):
            self.back_asked.emit()

    def _on_row(self, key: str, place: QRect) -> None:
        if key.startswith("task:"):
            self.task_asked.emit(key.removeprefix("task:"))
