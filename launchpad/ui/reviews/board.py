"""All reviews of a launch: the trend with its verdicts, what comes next, the records, and what is still owed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.gate import Review
from launchpad.journal.seal_check import SealState, seal_states
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.register_model import ROW, Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.reviews.columns import review_columns
from launchpad.ui.reviews.next_card import NextCard
from launchpad.ui.reviews.promises_card import PromisesCard
from launchpad.ui.reviews.trend_card import TrendCard

NEXT_WIDE = 372


class ReviewList(RegisterView):
    """Enter or a double click opens a review; nothing is edited here."""

    opened = Signal(str)
    """A review's id."""

    def __init__(self, model: RegisterModel[Review], parent: QWidget | None = None) -> None:
        super().__init__(model, "Reviews", parent)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW).id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current.id)
        else:
            super().keyPressEvent(event)


class ReviewsBoard(QWidget):
    """Four cards."""

    after_asked = Signal()
    """Show the goals and lessons after launch."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seals: dict[str, SealState] = {}
        self.trend = TrendCard()
        self.trend.refused.connect(self._on_refused)
        self.next = NextCard()
        self.next.setFixedWidth(NEXT_WIDE)
        self.reviews = self._review_list()
        self.promises = PromisesCard(session)
        self._trouble = Label(tone="bad", wrap=True)
        self._trouble.hide()
        self.trend.shown.connect(self._trouble.hide)
        self._none = Label("None was held or planned yet. Prepare the one that comes up next.", tone="text3", wrap=True)
        self._how = Label("Enter opens one", px=12, tone="text3")
        self.after = QPushButton("After launch")
        self.after.setProperty("kind", "link")
        self.after.setAccessibleName("Goals and lessons after launch")
        self.after.clicked.connect(self.after_asked)
        self._lay_out()

    def _review_list(self) -> ReviewList:
        place = Place(self._session.document, self._session.today)
        model = RegisterModel(review_columns(self._seals), place, _never, self._session.refused.emit, self)
        model.is_read_only = True
        reviews = ReviewList(model)
        reviews.stretch(0)
        return reviews

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(12)
        grid.addWidget(self.trend, 0, 0)
        grid.addWidget(self.next, 0, 1)
        grid.addWidget(self._records_card(), 1, 0, 1, 2)
        grid.addWidget(self.promises, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        for row, stretch in enumerate((10, 9, 10)):
            grid.setRowStretch(row, stretch)

    def _records_card(self) -> Card:
        records = Card("Reviews")
        records.body.setContentsMargins(1, 10, 1, 1)
        records.head.setContentsMargins(14, 0, 14, 0)
        records.head.addWidget(self._how)
        records.head.addWidget(self.after)
        for label in (self._trouble, self._none):
            label.setContentsMargins(14, 4, 14, 8)
            records.body.addWidget(label)
        records.body.addWidget(self.reviews, 100)
        records.body.addStretch(1)
        return records

    def show_plan(self) -> None:
        """Show all of it as it is now."""
        document = self._session.document
        self._seals.clear()
        self._seals |= {state.row.id: state for state in seal_states(document)}
        rows = sorted(document.rows(Review), key=lambda row: (str(row.day or ""), row.order), reverse=True)
        self.reviews.register.show_rows(rows, Place(document, self._session.today))
        self.reviews.setVisible(bool(rows))
        self._how.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.promises.show_plan()
        self.next.show_plan(self._session)
        self.trend.show_plan(document, self._session.today)

    def _on_refused(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()


def _never(row: Review, field: str, value: object) -> bool:
    return False
