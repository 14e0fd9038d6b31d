"""Whether the plan fits: by how much not, the chain that drives it, and the cheapest repairs to look at and take."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.background import Background
from launchpad.app.commands.offered import take_offered
from launchpad.app.fit_answers import FitAnswer, Offer, fit_answer, offers_for
from launchpad.app.fit_words import effect_text, miss_text, verdict_sentence
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.task import Task
from launchpad.engines.feasibility import Cap
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.row_table import RowTable
from launchpad.ui.timeline.chain_model import HOLD, ChainModel
from launchpad.ui.timeline.chain_model import WIDTHS as CHAIN_WIDTHS
from launchpad.ui.timeline.moved_model import OFFERED, WHY, WIDTHS, MovedModel
from launchpad.ui.timeline.plan_dialog import PlanDialog

WHY_TEXT = (
    "Work that has not begun is counted from today on, begun work by what is left of it. A repair is an edit: look at "
    "what it would move, then take it."
)
STEPS = 7
"""Steps of the chain in sight without scrolling."""
POINTS = (
    "A point is about the trouble of telling one person that one date changed. Beginning sooner is cheap, then waiting "
    "less, overlapping, shortening, leaving out what is worth little; another launch day is dear."
)
LARGE, SMALL = (1120, 720), (680, 190)
"""Pixels of the dialog with repairs to choose from, and with nothing to repair."""


class RepairChoice(QWidget):
    """One repair: a choice with its effect below it."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.button = QRadioButton(offer.repair.edit.label.replace("&", "&&"))
        effect = effect_text(offer)
        self.button.setAccessibleDescription(effect)
        tone = "ok" if offer.repair.clears else "text2"
        words = Label(effect, tone=tone, px=12, wrap=True)
        words.setContentsMargins(27, 0, 0, 0)
        words.setToolTip(plain_tip(POINTS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(words)


class FitDialog(PlanDialog):
    """Answers come in two steps: why it does not fit, then what could be done. It stays open after a repair."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "Does the plan fit?", WHY_TEXT, "Take this repair", parent=parent)
        self._answer: FitAnswer | None = None
        self.verdict = Label("Working it out …", px=14, weight=600, wrap=True)
        self.missed = QComboBox()
        self.chain = ChainModel(self)
        self.chain_table = RowTable(self.chain, "The driving chain", CHAIN_WIDTHS, HOLD)
        self.waiting = Label("", tone="text2", wrap=True)
        self.choices: list[RepairChoice] = []
        self.moved = MovedModel(OFFERED, self)
        self.moved_table = RowTable(self.moved, "What the repair would move", WIDTHS, WHY)
        self.take = self.foot.go
        self._fit = Background(self)
        self._repairs = Background(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._is_large = True
        self.fit_to(*LARGE)

    def _lay_out(self) -> None:
        name_choice(self.missed, "What is missed")
        self._missed_row = QWidget()
        row = QHBoxLayout(self._missed_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label("Missed", tone="text2"))
        row.addWidget(self.missed, 1)
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        for table in (self.chain_table, self.moved_table):
            table.setProperty("kind", "boxed")
        details.addWidget(self._missed_row)
        details.addWidget(Label("What drives it there", weight=600))
        details.addWidget(self.chain_table)
        details.addWidget(Label("The cheapest repairs", weight=600))
        details.addWidget(self.waiting)
        details.addLayout(self._list)
        details.addWidget(Label("What the repair would move", weight=600))
        details.addWidget(self.moved_table, 1)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self._details, 1)
        self.body.addStretch()
        self.take.setEnabled(False)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self._soon.timeout.connect(self._ask)
        self._fit.answered.connect(self._on_fit)
        self._fit.refused.connect(self._on_refused)
        self._repairs.answered.connect(self._on_repairs)
        self._repairs.refused.connect(self._on_refused)
        self.missed.currentIndexChanged.connect(self._on_missed)
        self.chain_table.row_asked.connect(self._on_step_asked)
        self.moved_table.row_asked.connect(self._on_move_asked)
        self.foot.go.clicked.connect(self._on_take)

    def showEvent(self, event: QShowEvent) -> None:
        """The dialog is seen before it is filled."""
        super().showEvent(event)
        self._soon.start()

    @property
    def is_busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._soon.isActive() or self._fit.is_busy or self._repairs.is_busy

    # --- answers -----------------------------------------------------------------------------------------------------

    def _on_changed(self, edit: object) -> None:
        self._soon.start()

    def _ask(self, cap: Cap | None = None) -> None:
        self._drop_choices("Looking for repairs …")
        self._fit.ask(self.session.document, partial(fit_answer, today=self.session.today, cap=cap or self._cap))

    @property
    def _cap(self) -> Cap | None:
        return None if self._answer is None or self._answer.miss is None else self._answer.miss.cap

    def _on_fit(self, document: Document, answer: FitAnswer) -> None:
        if document is not self.session.document:
            return
        self._answer = answer
        facts = TaskFacts(document, self.session.today)
        self.verdict.setText(verdict_sentence(answer, facts))
        self.verdict.set_tone("ok" if answer.fit.fits else "bad")
        self._grow(not answer.fit.fits)
        self.take.setVisible(not answer.fit.fits)
        self._show_missed(answer, facts)
        self.chain.show(answer.steps, answer.miss, facts)
        self.chain_table.show_rows(STEPS)
        if answer.miss is not None:
            self._repairs.ask(document, partial(offers_for, today=self.session.today, miss=answer.miss))

    def _grow(self, has_details: bool) -> None:
        """A sentence needs little room, a repair much."""
        if has_details != self._is_large:
            self._is_large = has_details
            self._details.setVisible(has_details)
            layout = self.layout()
            if layout is not None:
                layout.activate()  # what is hidden asks for room until then
            self.fit_to(*(LARGE if has_details else SMALL))

    def _show_missed(self, answer: FitAnswer, facts: TaskFacts) -> None:
        with QSignalBlocker(self.missed):
            self.missed.clear()
            for miss in answer.fit.misses:
                self.missed.addItem(miss_text(miss, facts))
                if miss == answer.miss:
                    self.missed.setCurrentIndex(self.missed.count() - 1)

    def _on_missed(self, place: int) -> None:
        if self._answer is not None and 0 <= place < len(self._answer.fit.misses):
            self._ask(self._answer.fit.misses[place].cap)

    def _on_refused(self, why: str) -> None:
        self.verdict.setText(why)
        self._details.hide()

    # --- repairs -----------------------------------------------------------------------------------------------------

    def _drop_choices(self, words: str) -> None:
        for choice in self.choices:
            self._list.removeWidget(choice)
            choice.deleteLater()
        self.choices = []
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
        self.moved.clear()
        self.take.setEnabled(False)

    def _on_repairs(self, document: Document, offers: Sequence[Offer]) -> None:
        if document is not self.session.document or self._fit.is_busy:
            return
        self._drop_choices("" if offers else "No single change helps; look at the other tasks that are late with it.")
        for offer in offers:
            choice = RepairChoice(offer)
            choice.button.toggled.connect(partial(self._on_chosen, choice))
            self.choices.append(choice)
            self._list.addWidget(choice)
        self._tie_choices()

    def _tie_choices(self) -> None:
        """One choice at a time, though each button has a parent of its own."""
        self._group = QButtonGroup(self)
        for choice in self.choices:
            self._group.addButton(choice.button)
        if self.choices:
            self.choices[0].button.setChecked(True)
        if self.choices and self.focusWidget() not in (self.chain_table, self.missed):
            self.choices[0].button.setFocus()

    def _on_chosen(self, choice: RepairChoice, on: bool) -> None:
        if on:
            offer = choice.offer
            self.moved.show(offer.moved.moves, offer.repair.edit, TaskFacts(offer.after, self.session.today))
            self.take.setEnabled(not self.session.is_read_only)

    def _on_take(self) -> None:
        chosen = next((each.offer for each in self.choices if each.button.isChecked()), None)
        if chosen is not None:
            self.session.run(take_offered, chosen.repair.edit, self.session.today)

    def _on_step_asked(self, index: QModelIndex) -> None:
        node = self.chain.node_at(index)
        if self.session.document.find(Task, node) is not None:
            self.lead_to(node)

    def _on_move_asked(self, index: QModelIndex) -> None:
        self.lead_to(self.moved.task_at(index))
