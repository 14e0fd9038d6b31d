"""What moved and why: below the timeline, after every edit, with the way back."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from launchpad.app.move_watch import MoveReport, MoveWatch, takes_back
from launchpad.app.moved_words import moved_sentence
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.edit import Edit
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.row_table import RowTable
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import theme_signals
from launchpad.ui.timeline.moved_model import WHY, WIDTHS, MovedModel

ROWS, FEW_ROWS, LOW = 5, 3, 760
"""Rows in sight without scrolling; in a window lower than so many pixels they are few."""


class MovedPanel(QFrame):
    """One line for an edit that moved nothing; a table of what moved for one that did."""

    task_asked = Signal(str)
    """Go to the bar of this task."""
    switched = Signal(bool, bool)
    """Whether it is shown now, and whether the keyboard was in it."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moved_panel")
        self.setAccessibleName("What moved and why")
        self._session = session
        self.watch = MoveWatch(session, self)
        self.title = ElidedLabel(weight=600)
        self.words = ElidedLabel(tone="text2")
        self.back = QPushButton("Take this back")
        self.close_button = QToolButton()
        self.model = MovedModel(parent=self)
        self.table = RowTable(self.model, "Tasks that moved", WIDTHS, WHY)
        self._lay_out()
        self._connect(session)
        self._show_waiting()
        self.hide()

    def _lay_out(self) -> None:
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(plain_tip("Undo the edit that did this"))
        self.close_button.setAccessibleName("Close what moved and why")
        self.close_button.setToolTip(plain_tip("Close"))
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 0, 4)
        head.setSpacing(8)
        head.addWidget(Label("What moved", tone="text2", px=12))
        head.addWidget(self.title, 2)
        head.addWidget(self.words, 3)
        head.addWidget(self.back)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 1, 8, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress()

    def _connect(self, session: PlanSession) -> None:
        session.changed.connect(self._on_changed)
        self.watch.answered.connect(self._on_answered)
        self.watch.refused.connect(self._on_refused)
        self.back.clicked.connect(self._on_back)
        self.close_button.clicked.connect(partial(self.switch, False))
        self.table.row_asked.connect(self._on_row_asked)
        theme_signals().changed.connect(self._dress)

    def _dress(self) -> None:
        self.close_button.setIcon(icon("x", "text2"))

    # --- showing -------------------------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether it shows what edits move."""
        return not self.isHidden()

    def switch(self, on: bool) -> None:
        """Show it, or close it until it is asked for again."""
        if on == self.is_on:
            return
        was_inside = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.setVisible(on)
        self.switched.emit(on, was_inside)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the newest edit, which may have been made elsewhere."""
        super().showEvent(event)
        self._show_waiting()
        self._fit()
        self.watch.switch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is worked out that nobody sees."""
        super().hideEvent(event)
        self.watch.switch(False)

    def _on_changed(self, edit: Edit | None) -> None:
        if self.isVisible():
            self._show_waiting()

    def _show_waiting(self) -> None:
        """Nothing that is said is about another edit than the newest; the bars above keep their place meanwhile."""
        edit = self._session.last_edit
        self._show_head(edit, "Change something, and what it moves stands here." if edit is None else "")
        self.model.clear()

    def _show_head(self, edit: Edit | None, words: str) -> None:
        way = takes_back(self._session) if edit is not None else ""
        label = "" if edit is None else f"“{edit.label}”"
        self.title.setVisible(edit is not None)
        self.title.setText(f"{label} undone" if way == "redo" else label)
        self.words.setText(words)
        self.back.setVisible(bool(way))

    def _on_answered(self, report: MoveReport) -> None:
        self._show_head(report.edit, moved_sentence(report.moved))
        self.model.show(report.moved.moves, report.edit, TaskFacts(report.document, self._session.today))
        self._fit()

    def _on_refused(self, why: str) -> None:
        self._show_head(self._session.last_edit, f"What moved cannot be said. {why}")
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a few."""
        self.table.setVisible(self.model.rowCount() > 0)
        self.table.show_rows(ROWS if self.window().height() > LOW else FEW_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window leaves the bars more room."""
        super().resizeEvent(event)
        self._fit()

    # --- working -------------------------------------------------------------------------------------------------

    def take_hold(self) -> None:
        """Give the keyboard to the rows, else to the way back."""
        target = self.table if self.model.rowCount() else self.back if self.back.isVisible() else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is self.table and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_back(self) -> None:
        way = takes_back(self._session)
        if way:
            self._session.undo() if way == "undo" else self._session.redo()

    def _on_row_asked(self, index: QModelIndex) -> None:
        self.task_asked.emit(self.model.task_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.switch(False)
        else:
            super().keyPressEvent(event)
