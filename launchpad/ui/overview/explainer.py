"""Says what a number of the overview is made of, in a panel at its right edge."""

from PySide6.QtWidgets import QApplication, QWidget

from launchpad.app.overview_answers import OverviewAnswers
from launchpad.domain.document import Document
from launchpad.engines.readiness import Readiness
from launchpad.ui.overview import explained, score_explained
from launchpad.ui.overview.explanation import Explanation
from launchpad.ui.overview.panel import WIDE, ExplanationPanel


class Explainer:
    """Keeps the panel over `screen`; once it is closed, the keyboard is where it came from."""

    def __init__(self, screen: QWidget) -> None:
        self._screen = screen
        self._opener: QWidget | None = None
        self.panel = ExplanationPanel(screen)
        self.panel.closed.connect(self._on_closed)

    def score(self, answer: Readiness) -> None:
        """The score of the plan."""
        self._explain(score_explained.explain_score(answer))

    def track(self, answer: Readiness, key: str) -> None:
        """The score of the track with this key."""
        for track in answer.tracks:
            if track.track.key == key:
                self._explain(score_explained.explain_track(answer, track))

    def gate(self, answer: Readiness, key: str, short: int) -> None:
        """What is ahead of the gate with this key; `short` are the working days by which the plan does not fit."""
        for gate in answer.gates:
            if gate.gate.key == key:
                self._explain(explained.explain_gate(answer.document, gate, answer, short))

    def gains(self, answer: Readiness) -> None:
        """What raises the score."""
        self._explain(explained.explain_gains(answer))

    def stops(self, answer: Readiness, short: int) -> None:
        """What stops the next gate."""
        self._explain(explained.explain_stops(answer, short))

    def curve(self, answers: OverviewAnswers) -> None:
        """How readiness went, and how it should."""
        self._explain(explained.explain_curve(answers))

    def date(self, document: Document, answers: OverviewAnswers) -> None:
        """How likely launch day is."""
        self._explain(explained.explain_date(document, answers))

    def _explain(self, explanation: Explanation) -> None:
        self._opener = QApplication.focusWidget()
        self.place()
        self.panel.explain(explanation)

    def place(self) -> None:
        """Keep the panel at the right edge."""
        wide = min(WIDE, self._screen.width())
        self.panel.setGeometry(self._screen.width() - wide, 0, wide, self._screen.height())

    def _on_closed(self) -> None:
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus()
        self._opener = None
