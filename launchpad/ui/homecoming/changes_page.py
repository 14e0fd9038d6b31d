"""What a workbook would change: the list, the choices, what they would do, and the taking over."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from launchpad.app.background import Background
from launchpad.app.errands import send_off
from launchpad.app.homecoming.decisions import Decisions
from launchpad.app.homecoming.log import write_log
from launchpad.app.merge import Homecoming, bring_home, compare_home
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.wording import counted
from launchpad.interchange.errors import ExportError
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.proposals import Blocking
from launchpad.ui.homecoming.detail import Detail
from launchpad.ui.homecoming.effect import Outcome, effect_words, outcome_of
from launchpad.ui.homecoming.head import Head
from launchpad.ui.homecoming.lines import Line, Words
from launchpad.ui.homecoming.table import ChangesModel
from launchpad.ui.homecoming.view import ChangesView
from launchpad.ui.parts.dialog_foot import EDGE, DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.rule import Rule
from launchpad.ui.shell.messages import tell

DEBOUNCE = 80
"""Milliseconds of quiet before the effect is worked out."""


class ChangesPage(QWidget):
    """Shows one workbook against the plan; `apply` takes over what was decided for, as one edit."""

    told = Signal(str)
    """A sentence for the status bar."""
    finished = Signal()
    """What was decided for is on disk."""
    put_off = Signal()
    """Nothing is to be taken over now."""

    def __init__(self, session: PlanSession, workbook: Path, home: Homecoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._workbook = session, workbook
        self._outcome: Outcome | None = None
        self._log: Path | None = None
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self.head = Head()
        self.view = ChangesView()
        self.detail = Detail()
        self.effect = Label(tone="text2", wrap=True)
        self.foot = DialogFoot(self, "Apply", said=self.effect, others=["Save log…"])
        self.apply_button, self.log_button = self.foot.go, self.foot.button("Save log…")
        self.home, self.decisions = home, Decisions(home)
        self._lay_out()
        self._connect()
        self._show_home()

    # --- what stands where -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        for widget in (Rule(), self.view, Rule(), self.detail, Rule()):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self.foot.setContentsMargins(*EDGE)
        column.addLayout(self.foot)

    def _connect(self) -> None:
        self.head.order_asked.connect(self._on_order)
        self.head.keep_all_asked.connect(self.keep_all)
        self.head.take_all_asked.connect(self.take_all)
        self.detail.explained.connect(self._on_explained)
        self._timer.timeout.connect(self._work_out)
        self._background.answered.connect(self._on_worked_out)
        self._background.refused.connect(self.effect.setText)
        self.log_button.clicked.connect(self._ask_log)
        self.foot.back.clicked.connect(self.put_off)
        self.foot.go.clicked.connect(self.apply)

    # --- what came home --------------------------------------------------------------------------------------------

    def _show_home(self) -> None:
        self.model = ChangesModel(Words(self.home, self.decisions), self)
        self.model.dataChanged.connect(self._on_decided)
        self.head.filter_asked.connect(self.model.show_only)
        self.head.show_home(self.home, self.model)
        self.view.line_changed.connect(self._on_line)
        self.view.show_model(self.model)
        self.view.go_to_open()
        self._on_decided()

    def _on_order(self, order: DayOrder) -> None:
        work = partial(compare_home, self.home.arrival, self.home.today, order)
        send_off(self, work, self._on_compared)

    def _on_compared(self, home: Homecoming) -> None:
        before = self.decisions
        self.home, self.decisions = home, Decisions(home)
        self.decisions.follow(before)
        self.model.show_words(Words(home, self.decisions))
        self.head.show_home(home, self.model)
        self._on_decided()

    def _on_line(self, line: Line | None) -> None:
        self.detail.show_line(self.model.words, line)

    # --- deciding --------------------------------------------------------------------------------------------------

    def take_all(self) -> None:
        """Take everything of theirs but removals; why tasks are blocked is asked once for all of them."""
        self.decisions.take_all()
        self.model.tell_decided()
        waiting = self.decisions.unexplained
        if waiting:
            if not self.view.select(waiting):
                self.head.filter.choose("all")
                self.model.show_only("all")
                self.view.select(waiting)
            self.detail.blocking.reason.setFocus()

    def keep_all(self) -> None:
        """Keep everything as it is."""
        self.decisions.keep_all()
        self.model.tell_decided()

    def _on_explained(self, why: Blocking) -> None:
        selected = [self.model.lines[row] for row in self.view.rows]
        self.decisions.explain([line.place for line in selected if line.asks_why_blocked], why)
        self.model.tell_decided()

    def _on_decided(self) -> None:
        self._outcome = None
        count = len(self.decisions.taken)
        self.apply_button.setText(f"Apply {counted(count, 'change')}" if count else "Keep all as it is")
        self.apply_button.setEnabled(bool(self.home.proposals))
        if self.home.proposals:
            self._say("Working out the effect…")
            self._timer.start()
        else:
            self._say("The workbook says what the plan says: there is nothing to take over.")

    def _say(self, effect: str) -> None:
        undecided = self.decisions.undecided
        blocked = sum(each.asks_why_blocked for each in undecided)
        parts = [effect]
        if len(undecided) > blocked:
            parts.append(f"{len(undecided) - blocked} not decided: mine stays.")
        if blocked:
            parts.append(f"{counted(blocked, 'blocked task')} without a reason: mine stays.")
        self.effect.setText(" ".join(parts))

    def _work_out(self) -> None:
        home, taken = self.home, self.decisions.taken
        self._background.ask(home.document, lambda _: (taken, outcome_of(home, taken)))

    def _on_worked_out(self, document: Document, answer: tuple[object, Outcome]) -> None:
        taken, outcome = answer
        if taken == self.decisions.taken:
            self._outcome = outcome
            self._say(effect_words(outcome.effect))

    # --- taking over -----------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Take over what was decided for, as one edit."""
        taken, undecided = self.decisions.taken, self.decisions.undecided
        edit = None if self._outcome is None else self._outcome.edit
        if not self._session.carry_out(
            partial(bring_home, homecoming=self.home, taken=taken, undecided=undecided, edit=edit)
        ):
            return
        if self._log is not None:
            self._write_log(self._log, self._session.session.last_number)
        name = self.home.returned.name
        self.finished.emit()
        self.told.emit(
            f"{counted(len(taken), 'change')} taken over from {name}; Undo takes all of it back."
            if taken
            else f"Nothing was taken over from {name}."
        )

    def _ask_log(self) -> None:
        suggested = self._workbook.with_name(f"{self._workbook.stem} – log.csv")
        name, _ = QFileDialog.getSaveFileName(self, "Save log", str(suggested), "Table (*.csv);;Text (*.txt)")
        if name and self._write_log(Path(name), None):
            self._log = Path(name)

    def _write_log(self, target: Path, applied: int | None) -> bool:
        try:
            write_log(target, self.home, self.decisions, applied)
        except ExportError as error:
            tell(self, f"“{target.name}” was not written.", str(error))
            return False
        self.told.emit(f"Written: {target}")
        return True
