"""The overview: are we ready, for which gate, what stops us, and what to do next."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from launchpad.app.background import Background
from launchpad.app.overview_answers import (
    Journal,
    OverviewAnswers,
    board_answers,
    has_board_answers,
    overview_answers,
)
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_filter import track_term
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.engines.readiness import Readiness
from launchpad.ui.overview.board import OverviewBoard
from launchpad.ui.overview.explained import (
    explain_curve,
    explain_date,
    explain_gains,
    explain_gate,
    explain_stops,
)
from launchpad.ui.overview.explanation import Explanation
from launchpad.ui.overview.panel import WIDE, ExplanationPanel
from launchpad.ui.overview.score_explained import explain_score, explain_track
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.screen import Screen

SMALL = 1_000
"""Tasks up to which the scores are worked out at once; those of larger plans go to a thread."""
FIT = "fit"
"""What the timeline is asked for: whether the plan fits, and what could be done."""
REST = 100
"""Milliseconds without a change after which the slow answers are asked for: what was changed is painted first."""
FIRST_REST = 300
"""The same when a plan was just opened: on a busy machine its first picture takes a while."""


class OverviewScreen(Screen):
    """Cards over a board; what each number is made of opens in a panel on the right."""

    name = "overview"
    title = "Overview"
    icon_name = "gauge"

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._answer: Readiness | None = None
        self._slow: OverviewAnswers | None = None
        self._journal = Journal(session.session)
        self._scores = Background(self, keeps=True)
        self._scores.answered.connect(self._on_scored)
        self._scores.refused.connect(self._show_trouble)
        self._background = Background(self)
        self._background.answered.connect(self._on_answered)
        self._background.refused.connect(self._on_refused)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._ask)
        scrolled = ClearArea(self)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.board = OverviewBoard(scrolled)
        scrolled.setWidget(self.board)
        self.empty = self._empty_state()
        self.trouble = EmptyState("triangle-alert", "This plan cannot be scheduled", "")
        self._opener: QWidget | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for widget in (scrolled, self.empty, self.trouble):
            self._stack.addWidget(widget)
        self.panel = ExplanationPanel(self)
        self.panel.task_asked.connect(self.task_asked)
        self.panel.fit_asked.connect(partial(self.screen_asked.emit, "timeline", FIT))
        self.panel.closed.connect(self._on_panel_closed)
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether numbers are still being worked out in the background."""
        return self._scores.is_busy or self._background.is_busy or self._later.isActive()

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "list-checks",
            "Nothing to assess yet",
            "Readiness counts what is done and proven. Add the first tasks to the checklist, with an owner and a gate.",
        )
        self.empty_button = empty.add_button("Open the checklist", partial(self.screen_asked.emit, "checklist", None))
        return empty

    def _connect(self) -> None:
        board = self.board
        board.score.scoring_asked.connect(self._explain_score)
        board.risks.clicked.connect(partial(self.screen_asked.emit, "risks", None))
        board.tracks.track_asked.connect(self._on_track_asked)
        board.tracks.explanation_asked.connect(self._explain_track)
        board.raises.asked.connect(self.task_asked)
        board.raises.all_asked.connect(self._explain_gains)
        board.unblocks.asked.connect(self.task_asked)
        board.unblocks.all_asked.connect(self._explain_stops)
        board.gates.gate_asked.connect(self._explain_gate)
        board.curve.chart.picked.connect(self._on_curve_picked)
        board.curve.more.clicked.connect(self._explain_curve)
        board.confidence.more.clicked.connect(self._explain_date)
        board.confidence.fit.clicked.connect(partial(self.screen_asked.emit, "timeline", FIT))

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the scores, of a large plan once they are worked out; the curve and the date follow."""
        document, today = self.session.document, self.session.today
        if len(document.tasks) <= SMALL or has_board_answers(document, today):
            self._show()
            return
        self.panel.close_it()
        self.board.show_waiting()
        self._scores.ask(document, partial(board_answers, today=today))

    def _on_scored(self, document: Document, answer: Readiness) -> None:
        if document is self.session.document and answer.today == self.session.today:
            self._show()

    def _show(self) -> None:
        try:
            answer = self.session.readiness
            has_tasks = bool(answer.document.tasks)
            if has_tasks:
                self.board.show_readiness(answer)
        except PlanError as error:
            self._show_trouble(str(error))
            return
        self._answer = answer
        self._stack.setCurrentIndex(0 if has_tasks else 1)
        self.panel.close_it()
        if has_tasks:
            self.board.confidence.show_waiting()
            self._later.start(FIRST_REST if self._slow is None else REST)

    def _show_trouble(self, why: str) -> None:
        self._answer = None
        self.trouble.show_text(why)
        self._stack.setCurrentIndex(2)

    def _ask(self) -> None:
        document = self.session.document
        today, born = self.session.today, self._journal.born
        entries = self._journal.entries(today)
        self._background.ask(
            document, partial(overview_answers, today=today, born=born, entries=entries, asked=document)
        )

    def _on_answered(self, document: Document, answers: OverviewAnswers) -> None:
        if document is not self.session.document or answers.today != self.session.today or self._answer is None:
            return
        self._slow = answers
        self.board.curve.show_answers(self._answer, answers)
        self.board.confidence.show_answers(document, answers)

    def _on_refused(self, why: str) -> None:
        self._slow = None
        self.board.confidence.show_refusal(why)

    @property
    def _short(self) -> int:
        """Working days by which the plan does not fit, as far as is known."""
        return self._slow.short if self._slow else 0

    # --- where things lead -------------------------------------------------------------------------------------------

    def _on_track_asked(self, key: str) -> None:
        self.screen_asked.emit("checklist", track_term(key))

    def _on_curve_picked(self, key: str) -> None:
        self._explain_gate(key.removeprefix("gate:"))

    def _explain(self, explanation: Explanation) -> None:
        self._opener = QApplication.focusWidget()
        self._place_panel()
        self.panel.explain(explanation)

    def _explain_score(self) -> None:
        if self._answer:
            self._explain(explain_score(self._answer))

    def _explain_track(self, key: str) -> None:
        for track in self._answer.tracks if self._answer else ():
            if self._answer and track.track.key == key:
                self._explain(explain_track(self._answer, track))

    def _explain_gate(self, key: str) -> None:
        for gate in self._answer.gates if self._answer else ():
            if self._answer and gate.gate.key == key:
                self._explain(explain_gate(self._answer.document, gate, self._answer, self._short))

    def _explain_gains(self) -> None:
        if self._answer:
            self._explain(explain_gains(self._answer))

    def _explain_stops(self) -> None:
        if self._answer:
            self._explain(explain_stops(self._answer, self._short))

    def _explain_curve(self) -> None:
        if self._slow:
            self._explain(explain_curve(self._slow))

    def _explain_date(self) -> None:
        if self._slow:
            self._explain(explain_date(self.session.document, self._slow))

    # --- the panel ---------------------------------------------------------------------------------------------------

    def _place_panel(self) -> None:
        wide = min(WIDE, self.width())
        self.panel.setGeometry(self.width() - wide, 0, wide, self.height())

    def _on_panel_closed(self) -> None:
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus()
        self._opener = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel at the right edge."""
        super().resizeEvent(event)
        self._place_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.panel.close_it()
        else:
            super().keyPressEvent(event)
