"""What the pages about one review have in common."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.gate import Review
from launchpad.ui.parts.card import Card
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage

SMALL = 0.86
"""How large the pages of the room are on an ordinary screen."""


class StagePage(QWidget):
    """A page of the room on a card, with a row of tools above it and a way back."""

    back_asked = Signal()
    told = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stage = Stage(Sizes(SMALL, self))
        self.back = QPushButton("All reviews")
        self.back.clicked.connect(self.back_asked)
        self.sheet = Card()
        self.sheet.body.setContentsMargins(1, 1, 1, 1)
        self.sheet.body.addWidget(self.stage, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.back)
        self.tools.addStretch(1)
        self.below = QHBoxLayout()
        self.below.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self.tools)
        layout.addLayout(self.below, 1)

    def refresh(self) -> None:
        """Show what the plan now says."""
        raise NotImplementedError


class ReviewPage(StagePage):
    """The page of one review, from which its pack is saved."""

    pack_asked = Signal(str)
    """The pack of the review with this id."""

    def __init__(self, session: PlanSession, pack: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._review_id: str | None = None
        self.pack = QPushButton(pack)
        self.pack.clicked.connect(partial(self.emit_id, self.pack_asked))

    @property
    def review(self) -> Review | None:
        """The review that is shown; None when it is gone."""
        return self._session.document.find(Review, self._review_id)

    def show_review(self, review_id: str) -> None:
        """Show another review."""
        self._review_id = review_id
        self.refresh()

    def emit_id(self, asked: SignalInstance, checked: bool = False) -> None:
        """Ask for something about the review that is shown."""
        if self._review_id is not None:
            asked.emit(self._review_id)
