"""A recorded review, opened to be read, with the line that adds a correction to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import load_settings
from launchpad.app.task_facts import person_called
from launchpad.domain.gate import Review
from launchpad.journal.seal_check import seal_states
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.parts.card import Card
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage
from launchpad.ui.reviews.prepare import SMALL
from launchpad.ui.reviews.record_page import record_page


class RecordPage(QWidget):
    """Nothing in it can be changed; what is typed at its foot is a dated addition with a seal of its own."""

    back_asked = Signal()
    pack_asked = Signal(str)
    """The pack of the review with this id."""
    told = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._review_id: str | None = None
        self.stage = Stage(Sizes(SMALL, self))
        self.back = QPushButton("All reviews")
        self.pack = QPushButton("Save the pack…")
        self.add = AddLine("Add a dated correction: what the record should also say")
        tools = QHBoxLayout()
        tools.addWidget(self.back)
        tools.addStretch(1)
        tools.addWidget(self.pack)
        page = Card()
        page.body.setContentsMargins(1, 1, 1, 1)
        page.body.addWidget(self.stage, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addWidget(page, 1)
        layout.addWidget(self.add)
        self.back.clicked.connect(self.back_asked)
        self.pack.clicked.connect(self._on_pack)
        self.add.asked.connect(self._on_add)

    @property
    def review(self) -> Review | None:
        """The review that is read; None when it is gone."""
        return self._session.document.find(Review, self._review_id)

    def show_review(self, review_id: str) -> None:
        """Read another record."""
        self._review_id = review_id
        self.refresh()

    def refresh(self) -> None:
        """Show the record as it is now."""
        review, document = self.review, self._session.document
        if review is None:
            return
        self.stage.show_page(record_page(document, review, self._session.today, seal_states(document)))
        self.add.setEnabled(not self._session.is_read_only)

    def _on_pack(self) -> None:
        if self._review_id is not None:
            self.pack_asked.emit(self._review_id)

    def _on_add(self, text: str) -> None:
        me = person_called(self._session.document, load_settings().name)
        if self._review_id is not None and self._session.add_addendum(self._review_id, me.id if me else None, text):
            self.told.emit("Added to the record, with today’s date and a seal.")
