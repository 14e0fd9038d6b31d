"""Where a window begins, resumes and ends reviews. The room itself is imported when it is first entered."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.gate import Review
from launchpad.domain.watching import Stopped

if TYPE_CHECKING:
    from launchpad.ui.review_room.meeting import Meeting


class ReviewDesk(QObject):
    """Holds one meeting at a time over a launch's window."""

    prepare_asked = Signal()
    """There is nothing to hold yet: prepare a review."""
    record_asked = Signal(str)
    """Show the record of the review with this id."""
    pack_asked = Signal(str)
    """Save the pack of the review with this id."""
    changed = Signal()
    """A room was entered or left."""

    def __init__(self, session: PlanSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.meeting: Meeting | None = None

    @property
    def in_session(self) -> Review | None:
        """The review that was begun and is not over."""
        rows = self._session.document.rows(Review)
        return next((row for row in rows if row.status is ReviewStatus.IN_SESSION), None)

    def hold(self) -> None:
        """Go on with the review in session, or prepare one."""
        review = self.in_session
        if review is None or self._session.is_read_only:
            self.prepare_asked.emit()
        else:
            self.enter(review.id)

    def enter(self, review_id: str) -> None:
        """Open the room, beginning the review if that was not done yet."""
        if self.meeting is not None:
            self.meeting.room.activateWindow()
            return
        review = self._session.document.find(Review, review_id)
        if review is None or not self._is_begun(review):
            return
        from launchpad.ui.review_room.meeting import Meeting

        try:
            self.meeting = Meeting(self._session, review_id, self._window)
        except Stopped:  # the review is in session, and can be gone on with
            self.changed.emit()
            return
        self.meeting.sealed.connect(self._on_sealed)
        self.meeting.ended.connect(self._on_ended)
        self.meeting.start()
        self.changed.emit()

    def _is_begun(self, review: Review) -> bool:
        from launchpad.app.commands.reviews.room import begin, pause, resume

        session = self._session
        session.flush()
        if review.status is not ReviewStatus.IN_SESSION:
            return session.mark(begin, review.id, session.session.last_number, session.now, session.today)
        if review.part_since:  # the program ended in the middle: what was not worked in does not count
            last = session.session.file.entry(session.session.last_number, changes=False).when
            session.mark(pause, review.id, session.now - (datetime.now(UTC) - last))
        return session.mark(resume, review.id, session.now)

    def leave(self) -> bool:
        """Close the room if there is one; return False when something in it could not be written."""
        return self.meeting is None or self.meeting.leave()

    def _on_ended(self) -> None:
        if self.meeting is not None:
            self.meeting.deleteLater()
        self.meeting = None
        self.changed.emit()

    def _on_sealed(self, review_id: str, wants_pack: bool) -> None:
        self.record_asked.emit(review_id)
        if wants_pack:
            self.pack_asked.emit(review_id)
