"""A recorded review, opened to be read, with the line that adds a correction to it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import load_settings
from launchpad.app.task_facts import person_called
from launchpad.journal.seal_check import seal_states
from launchpad.ui.parts.add_line import AddLine
from launchpad.ui.reviews.record_page import record_page
from launchpad.ui.reviews.review_page import ReviewPage


class RecordPage(ReviewPage):
    """Nothing in it can be changed; what is typed at its foot is a dated addition with a seal of its own."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "Save the pack…", parent)
        self.add = AddLine("Add a dated correction: what the record should also say")
        self.add.asked.connect(self._on_add)
        self.tools.addWidget(self.pack)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.add)
        self.below.addLayout(column)

    def refresh(self) -> None:
        """Show the record as it is now."""
        review, document = self.review, self._session.document
        if review is None:
            return
        self.stage.show_page(record_page(document, review, self._session.today, seal_states(document)))
        self.add.setEnabled(not self._session.is_read_only)

    def _on_add(self, text: str) -> None:
        me = person_called(self._session.document, load_settings().name)
        if self._review_id is not None and self._session.add_addendum(self._review_id, me.id if me else None, text):
            self.told.emit("Added to the record, with today’s date and a seal.")
