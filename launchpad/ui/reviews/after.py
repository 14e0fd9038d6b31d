"""After launch: whether the goals were reached, and what is taken along to the next launch."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.ui.parts.card import Card
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage
from launchpad.ui.reviews.after_page import after_page
from launchpad.ui.reviews.notes_card import NotesCard
from launchpad.ui.reviews.prepare import SMALL

NOTES_WIDE = 520


class AfterPage(QWidget):
    """Goals at the left, notes at the right."""

    back_asked = Signal()
    goal_asked = Signal(str)
    told = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stage = Stage(Sizes(SMALL, self))
        self.notes = NotesCard(session)
        self.notes.setFixedWidth(NOTES_WIDE)
        self.back = QPushButton("All reviews")
        tools = QHBoxLayout()
        tools.addWidget(self.back)
        tools.addStretch(1)
        page = Card()
        page.body.setContentsMargins(1, 1, 1, 1)
        page.body.addWidget(self.stage, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(page, 1)
        below.addWidget(self.notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addLayout(below, 1)
        self.back.clicked.connect(self.back_asked)
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
