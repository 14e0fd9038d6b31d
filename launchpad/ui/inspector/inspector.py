"""The panel beside the checklist: everything about the selected task, or what several have in common."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.commands.task_evidence import add_evidence, approve, remove_evidence, rename_evidence
from launchpad.app.commands.task_fields import tasks_of
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.inspector.approval import Approval
from launchpad.ui.inspector.evidence_section import EvidenceSection
from launchpad.ui.inspector.field_forms import MainForm, MoreForm, SeveralForm, TextForm
from launchpad.ui.inspector.history_section import HistorySection
from launchpad.ui.inspector.task_links import TaskLinks
from launchpad.ui.parts.growing_text import GrowingText
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.open_link import open_ref
from launchpad.ui.parts.sign_button import sign_button
from launchpad.ui.theme.manager import current_theme

NARROWEST = 280


class Inspector(QFrame):
    """Shows tasks and asks for edits of them; it says what it did only through the session."""

    task_asked = Signal(str)
    """Go to the task with this id."""
    closed = Signal()

    def __init__(self, session: PlanSession, edits: TaskEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName("Task details")
        self.setMinimumWidth(NARROWEST)
        self._session = session
        self._edits = edits
        self._ids: list[str] = []
        self._pages = QStackedWidget(self)
        self._one, self._many = _column(self._page()), _column(self._page())
        self._make()
        self._lay_out()
        self._connect()
        self.show_tasks([])

    # --- parts -----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._dot = _Dot()
        self.where = Label("", tone="text2", px=12)
        self.close_button = sign_button("x", "Close the details", "Close (Ctrl+I)", "text2")
        self.title = GrowingText("Title", one_line=True, most=4, parent=self._one)
        self.title.setObjectName("inspector_title")
        self.several_title = Label("", px=15, weight=600)
        self.main = MainForm(self._session.today, self._one)
        self.texts = TextForm(self._one)
        self.evidence = EvidenceSection(self._session.path.parent, self._one)
        self.approval = Approval(self._one)
        self.links = TaskLinks(self._session, self._one)
        self.more = MoreForm(self._session.today, self._one)
        self.history = HistorySection(self._session, self._one)
        self.several = SeveralForm(self._session.today, self._many)

    def _lay_out(self) -> None:
        about_one = self.title, self.main, self.texts, self.evidence, self.approval, self.links, self.more, self.history
        _fill(self._one, about_one)
        _fill(self._many, (self.several_title, self.several))
        nothing = Label("Select a task to see all about it.", tone="text2", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(20, 60, 20, 0)
        self._pages.addWidget(nothing)
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 8, 0)
        for widget, stretch in ((self._dot, 0), (self.where, 1), (self.close_button, 0)):
            head.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _page(self) -> QScrollArea:
        area = QScrollArea(self._pages)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.addWidget(area)
        return area

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._on_close)
        self.title.finished.connect(partial(self._on_asked, "title"))
        for form in (self.main, self.texts, self.more, self.several):
            form.asked.connect(self._on_asked)
            form.held.connect(self._on_held)
        self.evidence.add_asked.connect(self._on_evidence)
        self.evidence.remove_asked.connect(self._on_evidence_removed)
        self.evidence.rename_asked.connect(self._on_evidence_renamed)
        self.evidence.open_asked.connect(self._on_open)
        self.approval.asked.connect(self._on_approval)
        self.links.go_asked.connect(self.task_asked)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_tasks(self, ids: Sequence[str]) -> None:
        """Show other tasks; what is being typed about the ones before is finished first."""
        if list(ids) != self._ids:
            self.finish()
            self._ids = list(ids)
            bar = self._area.verticalScrollBar()
            bar.setValue(0)
        self.refresh(None)

    def finish(self) -> None:
        """Put down what is being typed."""
        self.title.finish()
        for form in (self.main, self.texts, self.more, self.several):
            form.finish()

    def refresh(self, edit: Edit | None) -> None:
        """Show the tasks as they are now."""
        if self.isHidden():
            return
        tasks = tasks_of(self._session.document, self._ids)
        if not tasks:
            self.where.setText("")
            self._dot.show_color(None)
            self._pages.setCurrentIndex(2)
            return
        facts = TaskFacts(self._session.document, self._session.today)
        if len(tasks) == 1:
            self._show_one(tasks[0], facts)
        else:
            self._show_many(tasks, facts)

    def _show_one(self, task: Task, facts: TaskFacts) -> None:
        can_change = not self._session.is_read_only
        place = next((n for n, track in enumerate(facts.document.tracks) if track.id == task.track), 0)
        self._dot.show_color(current_theme().track(place))
        self.where.setText(f"{facts.track(task).name} · {task.key}")
        self.title.show_text(task.title)
        self.title.setReadOnly(not can_change)
        for form in (self.main, self.texts, self.more):
            form.use_days(facts.today, facts.calendar)
            form.show_task(task, facts)
            form.allow(can_change)
        self.evidence.show_evidence(task.evidence, can_change=can_change)
        self.approval.show_approval(task, facts.document.find(Person, task.approver), facts, can_change=can_change)
        self.links.show_task(task, facts, can_change=can_change)
        self.history.show_task(task.id)
        self._pages.setCurrentIndex(0)

    def _show_many(self, tasks: Sequence[Task], facts: TaskFacts) -> None:
        self._dot.show_color(None)
        self.where.setText("What they have in common")
        self.several_title.setText(f"{len(tasks)} tasks")
        self.several.use_days(facts.today, facts.calendar)
        self.several.show_tasks(tasks, facts)
        self.several.allow(not self._session.is_read_only)
        self._pages.setCurrentIndex(1)

    def showEvent(self, event: object) -> None:
        """Catch up with what was not shown while hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh(None)

    @property
    def _area(self) -> QScrollArea:
        area = self._pages.widget(0)
        assert isinstance(area, QScrollArea)
        return area

    # --- asking ----------------------------------------------------------------------------------------------------

    def _on_asked(self, name: str, text: str) -> None:
        if not self._edits.set_text(self._ids, name, text):
            self.refresh(None)  # what was refused does not stay in the field

    def _on_held(self, name: str, text: str) -> None:
        self._edits.hold_text(self._ids, name, text)

    def _on_evidence(self, refs: list[str]) -> None:
        self._session.run(add_evidence, self._ids[0], refs, self._session.today)

    def _on_evidence_renamed(self, proof: Evidence, label: str) -> None:
        self._session.run(rename_evidence, self._ids[0], proof, label, self._session.today)

    def _on_evidence_removed(self, proof: Evidence) -> None:
        self._session.run(remove_evidence, self._ids[0], proof, self._session.today)

    def _on_approval(self, given: bool) -> None:
        self._session.run(approve, self._ids[0], given, self._session.today)

    def _on_open(self, ref: str) -> None:
        try:
            open_ref(ref, self._session.path.parent)
        except PlanError as error:
            self._session.refused.emit(str(error))

    def _on_close(self) -> None:
        self.finish()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            self.closed.emit()
            return
        super().keyPressEvent(event)


class _Dot(QWidget):
    """The color of a track."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 14)
        self._color: str | None = None

    def show_color(self, color: str | None) -> None:
        """Show a color, or nothing."""
        self._color = color
        self.setVisible(color is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        if self._color is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._color))
            painter.drawEllipse(2, 3, 8, 8)


def _column(area: QScrollArea) -> QWidget:
    """An empty column in its place already: what is moved later is styled again with all that is in it."""
    column = QWidget(area)
    column.setObjectName("inspector_column")
    layout = QVBoxLayout(column)
    layout.setContentsMargins(18, 2, 14, 18)
    layout.setSpacing(6)
    area.setWidget(column)
    return column


def _fill(column: QWidget, widgets: Iterable[QWidget]) -> None:
    layout = column.layout()
    assert isinstance(layout, QVBoxLayout)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
