"""Baselines: set by hand, renamed, removed, drawn, made the promise, and compared with now as a table of slips."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from launchpad.app.background import Background
from launchpad.app.baseline_answers import (
    BaselineAnswer,
    PromiseEffect,
    baseline_answer,
    default_name,
    effect_sentence,
    promise_effect,
)
from launchpad.app.commands.baselines import (
    baselines_of,
    choose_promise,
    free_name,
    has_promise,
    remove_baseline,
    rename_baseline,
    set_baseline,
)
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.row import Row
from launchpad.domain.task import Baseline
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.register_model import Place, RegisterModel
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.timeline.baseline_columns import COLUMNS, name_of
from launchpad.ui.timeline.plan_dialog import PlanDialog
from launchpad.ui.timeline.slip_model import SlipModel
from launchpad.ui.timeline.slip_tree import SlipTree

OPENED = 300
"""Tasks up to which the table shows them at once; of a larger plan it shows the tracks."""
LIST = 150
"""Pixels of the list of baselines."""
WHY_TEXT = (
    "A baseline is the plan as it stood on a day. One of them is the promise: lateness and the work expected by today "
    "are measured by it. The others are there to be compared with."
)


class BaselinesDialog(PlanDialog):
    """What is set, renamed or removed is an edit at once; what is drawn is only looked at."""

    shown_asked = Signal(str)
    """Draw this baseline below the bars; empty: the promise."""

    def __init__(self, session: PlanSession, drawn: str, parent: QWidget | None = None) -> None:
        super().__init__(session, "Baselines", WHY_TEXT, parent=parent)
        self._drawn = drawn
        self.name = QLineEdit()
        self.as_promise = QCheckBox("Make it the promise")
        self.set_button = QPushButton("Set baseline")
        self.set_effect = Label("", tone="warn", px=12, wrap=True)
        self.rows: RegisterModel[Baseline] = RegisterModel(
            COLUMNS, self._place, self._on_edited, session.refused.emit, self
        )
        self.list = RegisterView(self.rows, "Baselines")
        self.draw = QPushButton("Draw below the bars")
        self.promise = QPushButton("Make it the promise")
        self.remove = QPushButton("Remove")
        self.effect = Label("", tone="warn", px=12, wrap=True)
        self.compared = Label("", weight=600)
        self.slips = SlipModel(self)
        self.tree = SlipTree(self.slips)
        self.copy = QPushButton("Copy as text")
        self._answers = Background(self)
        self._effects = Background(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._show_effect(self.set_effect, None)
        self._show_effect(self.effect, None)
        self._show_rows()
        self._offer_name()
        self.fit_to(1040, 760)

    @property
    def _place(self) -> Place:
        return Place(self.session.document, self.session.today)

    # --- parts -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.name.setAccessibleName("Name of the new baseline")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("New", tone="text2"))
        for widget, stretch in ((self.name, 1), (self.as_promise, 0), (self.set_button, 0)):
            head.addWidget(widget, stretch)
        hands = QVBoxLayout()
        hands.setSpacing(6)
        for button in (self.draw, self.promise, self.remove):
            hands.addWidget(button)
        hands.addStretch(1)
        self.draw.setCheckable(True)
        self.remove.setProperty("kind", "danger")
        inner = QHBoxLayout()
        inner.setSpacing(10)
        self.list.setProperty("kind", "boxed")
        self.list.setFixedHeight(LIST)
        self.list.stretch(0)
        inner.addWidget(self.list, 1)
        inner.addLayout(hands)
        foot = QHBoxLayout()
        foot.addWidget(self.compared, 1)
        foot.addWidget(self.copy)
        for part in (head, self.set_effect, inner, self.effect, foot, self.tree):
            self.body.addLayout(part) if isinstance(part, QHBoxLayout) else self.body.addWidget(part)
        self.body.setStretch(self.body.count() - 1, 1)
        self.set_button.setProperty("kind", "primary")
        self.set_button.setDefault(True)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.set_button.clicked.connect(self._on_set)
        self.as_promise.toggled.connect(self._ask_effect)
        self.list.current_changed.connect(self._on_current)
        self.list.remove_asked.connect(self._on_remove_asked)
        self.draw.clicked.connect(self._on_draw)
        self.promise.clicked.connect(self._on_promise)
        self.remove.clicked.connect(self._on_remove)
        self.tree.task_asked.connect(self.lead_to)
        self.copy.clicked.connect(self.tree.copy_all)
        self._soon.timeout.connect(self._ask)
        self._answers.answered.connect(self._on_answered)
        self._answers.refused.connect(self._on_refused)
        self._effects.answered.connect(self._on_effect)
        self._effects.refused.connect(self._on_refused)

    def showEvent(self, event: QShowEvent) -> None:
        """The dialog is seen before anything is compared."""
        super().showEvent(event)
        self.name.setFocus()
        self.name.selectAll()
        self._soon.start()

    # --- the list ----------------------------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._soon.isActive() or self._answers.is_busy or self._effects.is_busy

    @property
    def chosen(self) -> Baseline | None:
        """The baseline the keyboard is at."""
        row = self.list.current
        return row if isinstance(row, Baseline) else None

    def _on_changed(self, edit: object) -> None:
        self._show_rows()
        self._soon.start()

    def _show_rows(self) -> None:
        document = self.session.document
        rows = baselines_of(document)
        self.rows.is_read_only = self.session.is_read_only
        self.rows.show_rows(rows, self._place)
        if self.chosen is None and rows:
            self.list.go_to(next((row.id for row in rows if row.id == self._drawn or row.active), rows[0].id))
        promised = has_promise(document)
        self.as_promise.setChecked(not promised)
        self.as_promise.setEnabled(promised)
        for widget in (self.name, self.set_button):
            widget.setEnabled(not self.session.is_read_only)
        self._show_hands()

    def _show_hands(self) -> None:
        row, can_change = self.chosen, not self.session.is_read_only
        is_promise_drawn = row is not None and row.active and not self._drawn
        self.draw.setEnabled(row is not None and not is_promise_drawn)
        self.draw.setChecked(row is not None and (row.id == self._drawn or is_promise_drawn))
        self.promise.setEnabled(row is not None and not row.active and can_change)
        self.remove.setEnabled(row is not None and not row.active and can_change)

    def _on_current(self, row: Row | None) -> None:
        self._show_hands()
        self._soon.start()

    def _on_edited(self, row: Baseline, field: str, value: Any) -> bool:
        return self.session.run(rename_baseline, row.id, value)

    # --- answers -----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        row = self.chosen
        self.compared.setText("" if row is None else f"{name_of(row, self._place)} beside now")
        self.copy.setEnabled(row is not None)
        self._show_effect(self.effect, None)
        if row is None:
            self.slips.show((), TaskFacts(self.session.document, self.session.today))
            return
        question = partial(baseline_answer, today=self.session.today, baseline_id=row.id)
        self._answers.ask(self.session.document, question)

    def _on_answered(self, document: Document, answer: BaselineAnswer) -> None:
        row = self.chosen
        if document is not self.session.document or row is None or answer.baseline.id != row.id:
            return
        self.slips.show(answer.tracks, TaskFacts(document, self.session.today))
        if len(document.tasks) <= OPENED:
            self.tree.expandAll()
        self._show_effect(self.effect, answer.effect)

    def _ask_effect(self) -> None:
        self._show_effect(self.set_effect, None)
        if self.as_promise.isChecked() and self.as_promise.isEnabled():
            self._effects.ask(self.session.document, partial(promise_effect, today=self.session.today))

    def _on_effect(self, document: Document, effect: PromiseEffect) -> None:
        if document is self.session.document and self.as_promise.isChecked():
            self._show_effect(self.set_effect, effect)

    def _show_effect(self, label: Label, effect: PromiseEffect | None) -> None:
        label.setVisible(effect is not None)
        label.setText("" if effect is None else effect_sentence(effect))

    def _on_refused(self, why: str) -> None:
        self.compared.setText(why)

    # --- working -----------------------------------------------------------------------------------------------------

    def _on_set(self) -> None:
        name = self.name.text().strip() or default_name(self.session.today)
        called = free_name(self.session.document, name)
        promise = self.as_promise.isChecked() or None
        if self.session.run(set_baseline, called, self.session.today, promise=promise):
            self.list.go_to(next(row.id for row in baselines_of(self.session.document) if row.name == called))
            self._offer_name()

    def _offer_name(self) -> None:
        self.name.setText(free_name(self.session.document, default_name(self.session.today)))

    def _on_draw(self) -> None:
        row = self.chosen
        if row is not None:
            self._drawn = row.id if self.draw.isChecked() and not row.active else ""
            self.shown_asked.emit(self._drawn)
            self._show_hands()

    def _on_promise(self) -> None:
        row = self.chosen
        if row is not None:
            self.session.run(choose_promise, row.id, self.session.today)

    def _on_remove_asked(self, rows: Sequence[Row]) -> None:
        self._on_remove()

    def _on_remove(self) -> None:
        row = self.chosen
        if row is not None and not self.session.is_read_only:
            self.session.run(remove_baseline, row.id)
