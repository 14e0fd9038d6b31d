"""After launch: whether the goals were reached, and what is taken along to the next launch."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.ui.reviews.after_page import after_page
from launchpad.ui.reviews.notes_card import NotesCard
from launchpad.ui.reviews.review_page import StagePage


class AfterPage(StagePage):
    """Goals at the left, notes at the right."""

    goal_asked = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.notes = NotesCard(session)
        self.below.addWidget(self.sheet, 11)
        self.below.addWidget(self.notes, 10)
        self.stage.row_asked.connect(self._on_row)
        self.notes.lessons_asked.connect(self._on_lessons)

    def refresh(self) -> None:
        """Show the goals and notes as they are now."""
        self.stage.show_page(after_page(self._session.document, self._session.today))
        self.notes.show_plan()

    def _on_row(self, key: str, place: QRect) -> None:
        self.goal_asked.emit(key.removeprefix("goal:"))

    def _on_lessons(self) -> None:
        from launchpad.app.lessons import propose
        from launchpad.ui.reviews.lessons_dialog import LessonsDialog

        try:
            proposal = propose(self._session.document, self._session.today)
        except PlanError as error:
            self._session.refused.emit(str(error))
            return
        dialog = LessonsDialog(proposal, self._session.path.parent, self)
        dialog.told.connect(self.told)
        dialog.open()
