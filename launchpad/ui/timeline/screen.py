"""The timeline: the plan's rows with their bars, worked by hand."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.task import Baseline, Task
from launchpad.engines.schedule import Schedule
from launchpad.scenes.gantt.axis import SCALES, ZOOM_STEP, TimeAxis
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import TimelinePlan
from launchpad.scenes.gantt.rows import Heading, Rows, rows_of
from launchpad.ui.charts.paint import text_width
from launchpad.ui.checklist.arrangement import Group, Shape, arrange
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.deed import Deed
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.screen import Screen
from launchpad.ui.shell.window_state import kept_look, remember_look
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.head import TimelineHead
from launchpad.ui.timeline.keys import add_twins, twins
from launchpad.ui.timeline.link_desk import LinkDesk
from launchpad.ui.timeline.model import TimelineRows
from launchpad.ui.timeline.moved_panel import MovedPanel
from launchpad.ui.timeline.plan_desk import PlanDesk
from launchpad.ui.timeline.tool_bar import ToolBar
from launchpad.ui.timeline.view import TimelineView

MOVED_LOOK, CLOSED = "timeline/moved", "closed"
"""Under which it is kept whether what moved is to be seen."""


class TimelineScreen(Screen):
    """Every task of the plan on its days."""

    name = "timeline"
    title = "Timeline"
    deeds = (
        Deed("Zoom in", "zoom_in", "Ctrl+="),
        Deed("Zoom out", "zoom_out", "Ctrl+-"),
        Deed("Show the whole plan", "show_whole_plan", "Ctrl+Shift+A"),
        Deed("Go to today", "go_to_today", "Ctrl+D"),
        Deed("Go to launch day", "go_to_launch", "Ctrl+L"),
        Deed("Go to the selected task's bar", "go_to_selection", "Ctrl+J", chosen=True),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.bar = ToolBar()
        self.hands = Hands(session, self)
        self.edits = TaskEdits(session, self)
        self.rows = TimelineRows(self)
        self.view = TimelineView(self.rows, self.hands)
        self.links = LinkDesk(session, self.view, self.hands)
        self.head = TimelineHead(self.view)
        self.trouble = Label("", tone="bad", px=12, wrap=True)
        self.moved = MovedPanel(session)
        self.desk = PlanDesk(session, self)
        self.baseline = ""
        """The id of the baseline below the bars; empty for the promise."""
        self._closed: set[str] = set()
        self._lay_out()
        self._connect()
        add_twins(self, twins(self.view, self.hands, self.links))

    # --- parts ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        chart = QWidget()
        column = QVBoxLayout(chart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._below_tree = QWidget()
        self._below_tree.setFixedWidth(self.view.tree_width)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._below_tree)
        foot.addWidget(self.view.slide, 1)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self._nothing = EmptyState("chart-gantt", "No tasks yet", "Bars appear here once the checklist holds tasks.")
        self._nothing.add_button("Go to the checklist", partial(self.screen_asked.emit, "checklist", None))
        self._pages = QStackedWidget()
        for page in (chart, self._nothing):
            self._pages.addWidget(page)
        self.trouble.setObjectName("trouble")
        self.trouble.setMargin(8)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((self.bar, 0), (self.trouble, 0), (self._pages, 1), (self.moved, 0)):
            layout.addWidget(widget, stretch)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.bar.scale_asked.connect(self.view.zoom_to)
        self.bar.look_changed.connect(self._show)
        self.bar.grouping_changed.connect(self._show)
        self.bar.fit.clicked.connect(self.view.fit)
        self.bar.today.clicked.connect(self.go_to_today)
        self.bar.launch.clicked.connect(self.go_to_launch)
        self.view.slid.connect(self._on_slid)
        self.view.toggled.connect(self._on_toggled)
        self.view.task_asked.connect(self.task_asked)
        self.hands.told.connect(self.told)
        self.edits.told.connect(self.told)
        self.bar.plan_back.clicked.connect(self.plan_back)
        self.bar.plan_back.setEnabled(not self.session.is_read_only)
        self.desk.task_asked.connect(self.focus_task)
        self.desk.baseline_asked.connect(self._on_baseline_asked)
        self.moved.task_asked.connect(self.focus_task)
        self.moved.switched.connect(self._on_moved_switched)

    # --- showing -------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is at the rows; else the stack of screens would give it to the first button."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.view.setFocus()

    def refresh(self, edit: Edit | None) -> None:
        """Show the plan as it is now."""
        if self.session.last_edit is not None and kept_look(MOVED_LOOK) != CLOSED:
            self.moved.setVisible(True)
        self._show()

    def _show(self) -> None:
        try:
            schedule = self.session.schedule
        except PlanError as error:
            self._show_trouble(str(error))
            return
        self._show_trouble("")
        document = self.session.document
        facts = TaskFacts(document, self.session.today)
        rows = self._rows(facts)
        is_new = self.view.picture is None
        self.view.show_rows(rows, facts)
        drawn = document.find(Baseline, self.baseline)
        self.bar.show_baseline("" if drawn is None else drawn.name)
        plan = TimelinePlan(document, schedule, rows, *((drawn.days, drawn.name) if drawn else ()))
        axis = TimeAxis(plan.reach[0], SCALES["week"])
        self.view.show_picture(Picture(plan, axis, self.bar.look, text_width), facts)
        self._pages.setCurrentIndex(0 if document.table(Task) else 1)
        self.head.updateGeometry()
        self.head.update()
        if is_new:
            self._begin(schedule)

    def _begin(self, schedule: Schedule) -> None:
        """The first look: today a third from the left, or at the left where nothing was before."""
        today = schedule.today
        has_begun = any(schedule.shown(task)[0] < today for task in schedule.tasks)
        self.view.go_to_ordinal(today.toordinal(), 1 / 3 if has_begun else 1 / 16)

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.setText(f"The plan has no dates. {sentence}" if sentence else "")
        self.trouble.setVisible(bool(sentence))
        self._pages.setVisible(not sentence)
        self.bar.setEnabled(not sentence)

    def _rows(self, facts: TaskFacts) -> Rows:
        groups = arrange(facts, Shape(self.bar.chosen_grouping, lambda task, facts: True))
        return rows_of([self._heading(group) for group in groups], with_gates=bool(facts.document.table(Gate)))

    def _heading(self, group: Group) -> Heading:
        is_open = f"{self.bar.chosen_grouping}:{group.key}" not in self._closed
        return Heading(group.key, group.title, group.tasks, is_open, group.place, group.score)

    def _on_toggled(self, key: str) -> None:
        self._closed ^= {f"{self.bar.chosen_grouping}:{key}"}
        self._show()

    def _on_slid(self) -> None:
        self.bar.scales.choose(self.view.axis.scale if self.view.picture is not None else "week")
        self._below_tree.setFixedWidth(self.view.tree_width)

    # --- going somewhere -----------------------------------------------------------------------------------------

    def focus_task(self, task_id: str) -> None:
        """Select a task and bring its bar into sight, opening the group that hides it."""
        if task_id not in self.session.document.table(Task):
            return
        if not self.view.go_to_task(task_id):
            self._closed.clear()
            self._show()
            self.view.go_to_task(task_id)

    def zoom_in(self) -> None:
        """Give each day more room."""
        self.view.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Give each day less room."""
        self.view.zoom(1 / ZOOM_STEP)

    def show_whole_plan(self) -> None:
        """Zoom so that all of it is in sight."""
        self.view.fit()

    def go_to_today(self) -> None:
        """Bring today into sight."""
        self.view.go_to_ordinal(self.session.today.toordinal())

    def go_to_launch(self) -> None:
        """Bring launch day into sight."""
        self.view.go_to_ordinal(self.session.document.launch.launch_date.toordinal(), 0.7)

    def go_to_selection(self) -> None:
        """Bring the bar of the selected task into sight."""
        task = self.view.current_task()
        if task is not None:
            self.focus_task(task.id)

    # --- panels --------------------------------------------------------------------------------------------------

    def toggle_moved(self) -> None:
        """Open what moved and why with the keyboard in it, or close it."""
        self.moved.switch(not self.moved.is_on)
        if self.moved.is_on:
            self.moved.take_hold()

    def plan_back(self) -> None:
        """Ask how to plan back from launch."""
        self.desk.plan_back(self.view.selected_ids())

    def focus_filter(self, wanted: object) -> None:
        """Open what another screen leads to: ``fit``."""
        if wanted == "fit":
            self.does_it_fit()

    def does_it_fit(self) -> None:
        """Say whether the plan fits, and what could be done."""
        self.desk.fit()

    def show_baselines(self) -> None:
        """Set, compare and choose baselines."""
        self.desk.baselines(self.baseline)

    def _on_baseline_asked(self, baseline: str) -> None:
        self.baseline = baseline
        self._show()

    def _on_moved_switched(self, on: bool, had_keyboard: bool) -> None:
        remember_look(MOVED_LOOK, "" if on else CLOSED)
        if had_keyboard:
            self.view.setFocus()

    # --- working -------------------------------------------------------------------------------------------------

    def delete(self) -> None:
        """Remove the picked link, or else the selected tasks."""
        if self.session.is_read_only:
            return
        ids = self.view.selected_ids()
        if not self.links.remove() and ids:
            self.edits.remove(ids)
