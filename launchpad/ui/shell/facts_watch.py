"""Keeps the facts about a session's plan up to date without holding up the screen that made the change."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from launchpad.app.errands import send_off
from launchpad.app.plan_facts import PlanFacts, has_plan_facts, plan_facts
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.watching import Progress, Stopped

if TYPE_CHECKING:
    from launchpad.engines.confidence import Confidence

SMALL = 1000
"""Tasks up to which facts are worked out at once; larger plans go to a thread."""
CONFIDENCE_AFTER = 400
"""Milliseconds of rest after which the date confidence is drawn again."""


class FactsWatch(QObject):
    """Tells the facts after every change, and the date confidence a little later."""

    facts_changed = Signal(object)
    """PlanFacts."""
    confidence_changed = Signal(object)
    """Confidence, or None while it is not known."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawing = Progress()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._work_out)
        self._later = QTimer(self, singleShot=True, interval=CONFIDENCE_AFTER)
        self._later.timeout.connect(self._draw)
        session.changed.connect(self._on_changed)
        self._soon.start()

    def tell(self) -> None:
        """Tell the facts at once if they are known, so that they are in the first picture."""
        if has_plan_facts(self._session.document, self._session.today):
            self._soon.stop()
            self._work_out()

    def _on_changed(self, edit: object) -> None:
        self._drawing.is_stopped = True  # nobody waits for it any more
        self._soon.start()

    def stop(self) -> None:
        """Work nothing out any more."""
        self._drawing.is_stopped = True
        self._soon.stop()
        self._later.stop()
        self._session.changed.disconnect(self._on_changed)

    def _work_out(self) -> None:
        self.confidence_changed.emit(None)
        document, today = self._session.document, self._session.today
        if len(document.tasks) <= SMALL or has_plan_facts(document, today):
            self._on_facts((document, plan_facts(document, today)))
        else:
            send_off(self, lambda: (document, plan_facts(document, today)), self._on_facts)

    def _on_facts(self, answer: tuple[Document, PlanFacts]) -> None:
        document, facts = answer
        if document is not self._session.document:
            return  # a newer answer is on its way
        self.facts_changed.emit(facts)
        if not facts.trouble:
            self._later.start()

    def _draw(self) -> None:
        from launchpad.app.date_confidence import date_confidence

        document, today = self._session.document, self._session.today
        drawing = self._drawing = Progress()
        send_off(
            self,
            lambda: (document, date_confidence(document, today, drawing)),
            self._on_confidence,
            self._on_not_drawn,
        )

    def _on_not_drawn(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            raise error

    def _on_confidence(self, answer: tuple[Document, Any]) -> None:
        document, drawn = answer
        if document is self._session.document:
            found: Confidence = drawn
            self.confidence_changed.emit(found)
