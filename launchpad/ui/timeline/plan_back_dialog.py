"""Plans back from launch: a buffer, which work, and what it would do before it is done."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from launchpad.app.background import Background
from launchpad.app.commands.offered import take_offered
from launchpad.app.plan_back_preview import PlanBackPreview, fit_sentence, plan_back_preview, unstarted
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId
from launchpad.domain.wording import counted
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.row_table import RowTable
from launchpad.ui.parts.spin_box import SpinBox
from launchpad.ui.timeline.moved_model import OFFERED, WHY, WIDTHS, MovedModel
from launchpad.ui.timeline.plan_dialog import PlanDialog

MOST_BUFFER = 60
"""Working days."""
REST = 120
"""Milliseconds without another choice after which the preview is worked out."""
NAMED = 3
"""People named of those who would carry too much."""
WHY_TEXT = (
    "Every task that has not begun starts as late as launch day and its gate allow, less the buffer. Where it is put "
    "is an anchor you can see and move. Pins, limits and real dates stay."
)


class PlanBackDialog(PlanDialog):
    """Nothing changes before “Plan back”, which is one edit."""

    def __init__(self, session: PlanSession, selected: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(session, "Plan back from launch", WHY_TEXT, "Plan back", back="Cancel", parent=parent)
        self._preview: PlanBackPreview | None = None
        self.buffer = SpinBox("Buffer before each task must start", 0, MOST_BUFFER, " working days")
        self.scope = QComboBox()
        self.effect = Label("", wrap=True)
        self.trouble = Label("", tone="bad", wrap=True)
        self.model = MovedModel(OFFERED, self)
        self.model.judges = False  # later is what was asked for
        self.table = RowTable(self.model, "What it would move", WIDTHS, WHY)
        self.accept_button = self.foot.go
        self._background = Background(self)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._fill(selected)
        self._lay_out()
        self._connect()
        self.fit_to(1060, 640)

    def _fill(self, selected: Sequence[str]) -> None:
        document = self.session.document
        self.scope.addItem("All work that has not begun", None)
        for track in document.tracks:
            self.scope.addItem(f"{track.name} only", frozenset(unstarted(document, track.id)))
        chosen = frozenset(unstarted(document)) & frozenset(TaskId(each) for each in selected)
        if chosen:
            self.scope.addItem(f"{counted(len(chosen), 'selected task')}", chosen)
        if len(chosen) > 1:
            self.scope.setCurrentIndex(self.scope.count() - 1)

    def _lay_out(self) -> None:
        name_choice(self.scope, "Which work")
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, field in (("Buffer", self.buffer), ("Work", self.scope)):
            label = Label(words, tone="text2")
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
            line.addSpacing(8)
        line.addStretch(1)
        self.table.setProperty("kind", "boxed")
        self.body.addLayout(line)
        self.body.addWidget(self.effect)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.buffer.valueChanged.connect(self._on_choice)
        self.scope.currentIndexChanged.connect(self._on_choice)
        self.foot.go.clicked.connect(self._on_accepted)
        self.table.row_asked.connect(self._on_row_asked)
        self._later.timeout.connect(self._ask)
        self._background.answered.connect(self._on_answered)
        self._background.refused.connect(self._on_refused)
        self.session.changed.connect(self._on_choice)

    def showEvent(self, event: QShowEvent) -> None:
        """The first preview comes after the dialog is seen."""
        super().showEvent(event)
        self.buffer.setFocus()
        self._on_choice()

    # --- the preview -------------------------------------------------------------------------------------------------

    @property
    def is_busy(self) -> bool:
        """Whether the preview is still being worked out."""
        return self._later.isActive() or self._background.is_busy

    @property
    def only(self) -> Collection[TaskId] | None:
        """The tasks that may be moved; None for all."""
        chosen: frozenset[TaskId] | None = self.scope.currentData()
        return chosen

    def _on_choice(self, *about: object) -> None:
        self._preview = None
        self.accept_button.setEnabled(False)
        self.effect.setText("Working it out …")
        self._later.start()

    def _ask(self) -> None:
        question = partial(plan_back_preview, today=self.session.today, buffer=self.buffer.value(), only=self.only)
        self._background.ask(self.session.document, question)

    def _on_answered(self, document: Document, preview: PlanBackPreview) -> None:
        if document is not self.session.document or self._later.isActive():
            return
        self._preview = preview
        facts = TaskFacts(preview.back.planned, self.session.today)
        notes = dict.fromkeys(preview.back.in_the_past, "starts before today")
        self.model.show(preview.back.moved.moves, preview.back.edit, facts, notes)
        self.effect.setText(_effect(preview))
        warnings = _warnings(preview)
        self.trouble.setText(warnings)
        self.trouble.setVisible(bool(warnings))
        self.accept_button.setEnabled(bool(preview.back.edit) and not self.session.is_read_only)

    def _on_refused(self, why: str) -> None:
        self.model.clear()
        self.effect.setText(why)
        self.trouble.hide()

    def _on_row_asked(self, index: QModelIndex) -> None:
        self.lead_to(self.model.task_at(index))

    def _on_accepted(self) -> None:
        if self._preview is not None and self.session.run(take_offered, self._preview.back.edit, self.session.today):
            self.accept()


def _effect(preview: PlanBackPreview) -> str:
    moves = preview.back.moved.moves
    if not preview.back.edit:
        return "All of this work is planned that way already."
    before, after = fit_sentence(preview.fit_before), fit_sentence(preview.fit_after)
    fit = f"{before}, before and after" if before == after else f"{before} now; it {after} then"
    anchored = counted(len(preview.back.edit.changes), "task gets a new anchor", "tasks get a new anchor")
    return f"{anchored}, {counted(len(moves), 'task moves', 'tasks move')}. The plan {fit}."


def _warnings(preview: PlanBackPreview) -> str:
    parts = []
    past = preview.back.in_the_past
    if past:
        parts.append(f"{counted(len(past), 'task')} would have to start before today.")
    if preview.crowded:
        names = [f"{person.name} ({counted(days, 'day')})" for person, days in preview.crowded[:NAMED]]
        more = len(preview.crowded) - NAMED
        listed = ", ".join(names) + (f" and {more} more" if more > 0 else "")
        parts.append(f"Carrying too much on more days than now: {listed}.")
    return " ".join(parts)
