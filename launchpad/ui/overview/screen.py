"""The overview: are we ready, for which gate, what stops us, and what to do next."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from launchpad.app.background import Background
from launchpad.app.overview_answers import (
    Journal,
    OverviewAnswers,
    board_answers,
    has_board_answers,
    overview_answers,
)
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Progress
from launchpad.engines.readiness import Readiness
from launchpad.ui.deed import Deed
from launchpad.ui.overview.board import OverviewBoard
from launchpad.ui.overview.explanation import FIT, REGISTER, REVIEWS, SCORE, TASK, TRACK, Way
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.screen import Screen

if TYPE_CHECKING:
    from launchpad.ui.overview.explainer import Explainer

SMALL = 1_000
"""Tasks up to which the scores are worked out at once; those of larger plans go to a thread."""
REST = 100
"""Milliseconds without a change after which the slow answers are asked for: what was changed is painted first."""
FIRST_REST = 300
"""The same when a plan was just opened: on a busy machine its first picture takes a while."""


class OverviewScreen(Screen):
    """Cards over a board; what each number is made of opens in a panel on the right."""

    name = "overview"
    title = "Overview"
    deeds = (
        Deed("How is this scored?", "explain_score"),
        Deed("What would raise the score most?", "explain_gains"),
        Deed("What stops a go?", "explain_stops"),
        Deed("Why is the date this likely?", "explain_date"),
        Deed("Points and pace of readiness", "explain_curve"),
    )

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
        session.changed.connect(self._background.stop)  # seen or not: it would be about the plan as it was
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._ask)
        scrolled = ClearArea(self)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.board = OverviewBoard(scrolled)
        scrolled.setWidget(self.board)
        self.empty = self._empty_state()
        self.trouble = EmptyState("triangle-alert", "This plan cannot be scheduled", "")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for widget in (scrolled, self.empty, self.trouble):
            self._stack.addWidget(widget)
        self._explainer: Explainer | None = None
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
        empty.add_button("Open the checklist", partial(self.screen_asked.emit, "checklist", None))
        return empty

    def _connect(self) -> None:
        board = self.board
        board.score.scoring_asked.connect(self.explain_score)
        board.risks.clicked.connect(partial(self.screen_asked.emit, "risks", None))
        board.tracks.track_asked.connect(self._on_track_asked)
        board.tracks.explanation_asked.connect(self._explain_track)
        board.raises.asked.connect(self._go_way)
        board.raises.all_asked.connect(self.explain_gains)
        board.unblocks.asked.connect(self._go_way)
        board.unblocks.all_asked.connect(self.explain_stops)
        board.gates.gate_asked.connect(self._explain_gate)
        board.curve.chart.picked.connect(self._on_curve_picked)
        board.curve.more.clicked.connect(self.explain_curve)
        board.confidence.more.clicked.connect(self.explain_date)
        board.confidence.fit.clicked.connect(partial(self.screen_asked.emit, "timeline", FIT))

    # --- what the plan says ------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the scores, of a large plan once they are worked out; the curve and the date follow."""
        document, today = self.session.document, self.session.today
        if len(document.tasks) <= SMALL or has_board_answers(document, today):
            self._show()
            return
        self._close_panel()
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
        self._close_panel()
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
        progress = Progress()
        answers = partial(overview_answers, today=today, born=born, entries=entries, asked=document, watch=progress)
        self._background.ask(document, answers, progress)

    def stop(self) -> None:
        """Work nothing out any more."""
        self._later.stop()
        self._background.stop()

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
        from launchpad.app.task_filter import track_term

        self.screen_asked.emit("checklist", track_term(key))

    def _go_way(self, way: Way) -> None:
        kind, which = way
        ways: dict[str, Callable[[], object]] = {
            TASK: partial(self.task_asked.emit, which),
            TRACK: partial(self._explain_track, which),
            REGISTER: partial(self.screen_asked.emit, "risks", which),
            REVIEWS: partial(self.screen_asked.emit, "reviews", None),
            SCORE: self.explain_score,
            FIT: partial(self.screen_asked.emit, "timeline", FIT),
        }
        ways[kind]()

    def _on_curve_picked(self, key: str) -> None:
        self._explain_gate(key.removeprefix("gate:"))

    def explain_score(self) -> None:
        """Say what the score is made of."""
        if self._answer:
            self.explainer.score(self._answer)

    def _explain_track(self, key: str) -> None:
        if self._answer:
            self.explainer.track(self._answer, key)

    def _explain_gate(self, key: str) -> None:
        if self._answer:
            self.explainer.gate(self._answer, key, self._short)

    def explain_standing(self) -> None:
        """Say where the next gate is heading, or what stops a go where none is ahead."""
        forecast = self._answer.forecast if self._answer else None
        if forecast is not None:
            self._explain_gate(forecast.gate.key)
        else:
            self.explain_stops()

    def explain_gains(self) -> None:
        """List all that would raise the score."""
        if self._answer:
            self.explainer.gains(self._answer)

    def explain_stops(self) -> None:
        """List all that stops a go."""
        if self._answer:
            self.explainer.stops(self._answer, self._short)

    def explain_curve(self) -> None:
        """List the points of the curve, and the pace."""
        if self._slow:
            self.explainer.curve(self._slow)

    def explain_date(self) -> None:
        """Say how likely launch day is, and what sets it."""
        if self._slow:
            self.explainer.date(self.session.document, self._slow)

    # --- the panel ---------------------------------------------------------------------------------------------------

    @property
    def explainer(self) -> "Explainer":
        """Who says what a number is made of; comes in with the first question."""
        if self._explainer is None:
            from launchpad.ui.overview.explainer import Explainer

            self._explainer = Explainer(self)
            self._explainer.panel.asked.connect(self._go_way)
        return self._explainer

    def _close_panel(self) -> None:
        if self._explainer is not None:
            self._explainer.panel.close_it()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel at the right edge."""
        super().resizeEvent(event)
        if self._explainer is not None:
            self._explainer.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self._explainer is not None and self._explainer.panel.isVisible():
            self._close_panel()
        else:
            super().keyPressEvent(event)
