"""Reviews: all of them on a board, one being prepared, or one recorded and read."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.domain.enums import DECIDED_GATES, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.engines.review import ReviewDue, current_review
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.reviews.after import AfterPage
from launchpad.ui.reviews.board import ReviewsBoard
from launchpad.ui.reviews.next_card import due_title
from launchpad.ui.reviews.plan_dialog import PlanDialog
from launchpad.ui.reviews.prepare import PreparePage
from launchpad.ui.reviews.record import RecordPage
from launchpad.ui.reviews.skip_dialog import SkipDialog
from launchpad.ui.screen import HoldsReviews

PREPARE = "prepare"
"""What `focus_filter` takes to prepare the next review; any other text is a review's id."""


class ReviewsScreen(HoldsReviews):
    """Four pages; Esc leads back to the board."""

    name = "reviews"
    title = "Reviews"

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.board = ReviewsBoard(session)
        self.prepare = PreparePage(session)
        self.record = RecordPage(session)
        self.after = AfterPage(session)
        self.empty = EmptyState(
            "monitor-check",
            "No review yet",
            "A review asks every track for a Go, writes down what was promised, and seals the record. Give the plan "
            "its gates in the template, or look at where it stands with a status review.",
        )
        self.empty.add_button("Plan the first review", self.plan)
        self._pages = QStackedWidget()
        for page in (self.board, self.prepare, self.record, self.after, self.empty):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._begin = QShortcut("Ctrl+Return", self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._connect()
        self._on_page(0)

    def _connect(self) -> None:
        self._begin.activated.connect(self.prepare.begin.click)
        self.board.reviews.opened.connect(self.open_review)
        self.board.next.due_asked.connect(self._on_due)
        self.board.next.all_asked.connect(self.plan)
        self._pages.currentChanged.connect(self._on_page)
        self.prepare.begin_asked.connect(self.room_asked)
        self.prepare.task_asked.connect(self.task_asked)
        self.prepare.ballots_asked.connect(self.ballots_asked)
        self.board.after_asked.connect(self.show_after)
        self.after.back_asked.connect(self.show_board)
        self.after.goal_asked.connect(partial(self.screen_asked.emit, "goals"))
        self.after.told.connect(self.told)
        for page in (self.prepare, self.record):
            page.back_asked.connect(self.show_board)
            page.pack_asked.connect(self.pack_asked)
            page.told.connect(self.told)

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the page that is open as the plan now is."""
        shown = self._pages.currentWidget()
        review = shown.review if isinstance(shown, PreparePage | RecordPage) else None
        try:
            if isinstance(shown, PreparePage) and review is not None and review.status is not ReviewStatus.RECORDED:
                self.prepare.refresh()
                return
            if shown is self.after:
                self.after.refresh()
                return
            if isinstance(shown, RecordPage) and review is not None:
                self.record.refresh()
                return
        except PlanError as error:
            self.told.emit(str(error))
        self._show_board()

    def _show_board(self) -> None:
        self.board.show_plan()
        document = self.session.document
        is_empty = not document.rows(Review) and not document.gates and not document.launch.review_cadence
        self._pages.setCurrentWidget(self.empty if is_empty else self.board)
        self.first = self.board.next.more if self.board.reviews.isHidden() else self.board.reviews

    def show_board(self) -> None:
        """Go back to all reviews."""
        self._show_board()
        self.setFocus()

    def _on_page(self, place: int) -> None:
        self._begin.setEnabled(self._pages.currentWidget() is self.prepare and not self.session.is_read_only)

    # --- where it leads ----------------------------------------------------------------------------------------------

    def focus_filter(self, wanted: object) -> None:
        """Open the review with an id, or prepare the next one."""
        if wanted == PREPARE:
            self.prepare_next()
        elif isinstance(wanted, str):
            self.open_review(wanted)

    def prepare_next(self) -> None:
        """Prepare the review that is planned next, or ask what is to be planned."""
        document = self.session.document
        planned = [row for row in document.rows(Review) if row.status is ReviewStatus.PLANNED]
        review = current_review(document) or min(planned, key=lambda row: str(row.planned), default=None)
        if review is not None:
            self.open_review(review.id)
        else:
            self.plan()

    def open_review(self, review_id: str) -> None:
        """Read a record, or go on preparing."""
        review = self.session.document.find(Review, review_id)
        if review is None:
            return
        is_over = review.status in (ReviewStatus.RECORDED, ReviewStatus.CANCELLED)
        page = self.record if is_over else self.prepare
        try:
            page.show_review(review_id)
        except PlanError as error:
            self.session.refused.emit(str(error))
            return
        self._pages.setCurrentWidget(page)
        page.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_after(self) -> None:
        """Look whether it worked, and what to take along."""
        self.after.refresh()
        self._pages.setCurrentWidget(self.after)
        self.after.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def plan(self) -> None:
        """Ask what is to be reviewed, and when."""
        if self.session.is_read_only:
            return
        dialog = PlanDialog(self.session, self)
        dialog.planned.connect(self.open_review)
        dialog.skip_asked.connect(self.skip)
        dialog.open()

    def skip(self) -> None:
        """Ask which gate is passed by, who decides it and why."""
        if any(gate.status not in DECIDED_GATES for gate in self.session.document.gates):
            SkipDialog(self.session, self).open()
        else:
            self.told.emit("No gate is still to be decided.")

    def _on_due(self, due: ReviewDue) -> None:
        if due.planned is not None:
            self.open_review(due.planned.id)
            return
        gate = due.gate
        known = {row.id for row in self.session.document.rows(Review)}
        title = gate.name if gate else due_title(due)
        if self.session.run(plan_review, title, due.day, gate=gate.id if gate else None, kind=due.kind):
            new = next(row for row in self.session.document.rows(Review) if row.id not in known)
            self.told.emit(f"Planned “{new.title}”. Undo takes it back.")
            self.open_review(new.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() in (self.prepare, self.record, self.after):
            self.show_board()
        else:
            super().keyPressEvent(event)
