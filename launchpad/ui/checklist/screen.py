"""The checklist: filter bar, list, a line to add tasks, and the inspector beside them."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import load_settings
from launchpad.app.task_facts import TaskFacts, person_called
from launchpad.app.task_filter import EVERYTHING, TaskFilter, read_filter, unknown_name
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.ui.checklist.add_line import AddLine
from launchpad.ui.checklist.arrangement import Grouping, Shape, arrange
from launchpad.ui.checklist.columns import COLUMNS
from launchpad.ui.checklist.filter_bar import FilterBar
from launchpad.ui.checklist.model import TaskTree
from launchpad.ui.checklist.quick_filters import ALL, BY_NAME, QUICK_FILTERS
from launchpad.ui.checklist.row_desk import RowDesk
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.checklist.task_menu import fill_task_menu
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.deed import Deed
from launchpad.ui.inspector.inspector import Inspector
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.screen import Screen
from launchpad.ui.shell.window_state import kept_look, remember_look

WIDTH = 320
"""Pixels of the inspector at first."""


class ChecklistScreen(Screen):
    """Every task of the plan, worked in place."""

    name = "checklist"
    title = "Checklist"
    deeds = (
        Deed("Find tasks", "find_tasks", "Ctrl+F"),
        Deed("Show all tasks", "show_all"),
        Deed("Mark done, or reopen", "toggle_done", "Space", changes=True, chosen=True, listened=True),
        Deed("Move the task up", "move_up", "Alt+Up", changes=True, chosen=True, listened=True),
        Deed("Move the task down", "move_down", "Alt+Down", changes=True, chosen=True, listened=True),
        Deed("Show or hide the inspector", "toggle_inspector", "Ctrl+I"),
        Deed("Columns and sorting", "choose_columns", "Ctrl+Shift+C"),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.edits = TaskEdits(session, self)
        self.bar = FilterBar()
        self.model = TaskTree(self)
        self.view = TaskView(self.model)
        self.desk = RowDesk(session, self.view, self.edits)
        self.add_line = AddLine()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.inspector = Inspector(session, self.edits, self.splitter)
        self.trouble = Label("", tone="bad", px=12, wrap=True)
        self._filter: TaskFilter = EVERYTHING
        self._filter_day = session.today
        self._has_complained = False
        self._hidden: list[str] = []  # what was selected before the filter took it out of sight
        self._me: str = load_settings().name
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    # --- parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        first = "Type the first one below, or paste rows from a spreadsheet."
        self._nothing = EmptyState("list-checks", "No tasks yet", first)
        self._nothing.add_button("Add a task", self.add_task)
        self._none_match = EmptyState("list-filter", "No task is like that", "Nothing passes the filter.")
        self._none_match.add_button("Show all tasks", self.show_all)
        self._pages = QStackedWidget()
        for page in (self.view, self._nothing, self._none_match):
            self._pages.addWidget(page)
        self.trouble.setObjectName("trouble")
        self.trouble.setMargin(8)
        self.trouble.hide()
        left = QWidget(self.splitter)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.trouble, 0), (self._pages, 1), (self.add_line, 0)):
            column.addWidget(widget, stretch)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        kept = kept_look("inspector")
        self.splitter.setSizes([900, int(kept) if kept.isdecimal() else WIDTH])
        self.view.head.take_look(kept_look("checklist"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.splitter, 1)
        self.first = self.view

    def _connect(self) -> None:
        self.bar.filter_changed.connect(self._on_filter)
        self.bar.grouping_changed.connect(self._on_grouping)
        self.bar.add_asked.connect(self.add_task)
        self.bar.columns_asked.connect(self.choose_columns)
        self.bar.left.connect(self.view.setFocus)
        self.model.asked.connect(self._on_asked)
        self.model.dropped.connect(self.desk.drop)
        self.view.header().sortIndicatorChanged.connect(self._on_sort)
        self.view.chosen.connect(self._later.start)
        self.view.done_asked.connect(self.toggle_done)
        self.view.add_asked.connect(self.add_task)
        self.view.remove_asked.connect(self.delete)
        self.view.cut_asked.connect(self.cut)
        self.view.copy_asked.connect(self.copy)
        self.view.paste_asked.connect(self.paste)
        self.view.shift_asked.connect(self._on_shift)
        self.view.menu_asked.connect(self._on_menu)
        self.add_line.line_typed.connect(self._on_line)
        self.add_line.left.connect(self.view.setFocus)
        self.edits.told.connect(self.told)
        self.desk.told.connect(self.told)
        self.inspector.task_asked.connect(self.focus_task)
        self.inspector.closed.connect(self.view.setFocus)
        self._later.timeout.connect(self._on_chosen)

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the plan as it is now."""
        document = self.session.document
        if self._filter_day != self.session.today:  # “due<2w” means other days now
            self._read_filter()
        with suppress(PlanError):  # TaskFacts tells why
            _ = self.session.schedule  # followed from edit to edit, so that the facts find it made
        facts = TaskFacts(document, self.session.today, person_called(document, self._me))
        touched = None if edit is None else [change.row.id for change in edit.changes if isinstance(change.row, Task)]
        self._show(facts, touched)
        self.bar.show_counts(_counts(facts), is_known=facts.me is not None)
        self.trouble.setText(f"The plan has no dates. {facts.trouble}" if facts.trouble else "")
        self.trouble.setVisible(bool(facts.trouble))
        self.add_line.setVisible(not self.session.is_read_only)
        self.bar.add.setEnabled(not self.session.is_read_only)
        self.inspector.refresh(edit)

    def _show(self, facts: TaskFacts, touched: Sequence[str] | None) -> None:
        selected: list[str] = [task.id for task in self.view.selected_tasks()] or self._hidden
        current, column = self.view.current_task(), max(0, self.view.currentIndex().column())
        heir = self.view.heir() if current is not None and facts.document.find(Task, current.id) is None else None
        groups = arrange(facts, self._shape())
        self.model.is_read_only = self.session.is_read_only
        self.view.grouping = self._grouping
        self.model.show(facts, groups, touched)
        self.view.restore_groups()
        if [task.id for task in self.view.selected_tasks()] != selected:
            self.view.select_tasks([heir] if heir else selected, heir or (current.id if current else None), column)
        self._hidden = [] if self.view.selected_tasks() else selected
        self.view.viewport().update()
        self._show_page(facts)

    def _show_page(self, facts: TaskFacts) -> None:
        if self.model.task_count or (facts.document.table(Task) and not self._shape().is_filtered):
            self._pages.setCurrentWidget(self.view)
        else:
            self._none_match.show_text(unknown_name(self._filter, facts.document) or "Nothing passes the filter.")
            self._pages.setCurrentWidget(self._none_match if facts.document.table(Task) else self._nothing)

    @property
    def _grouping(self) -> Grouping:
        return self.bar.chosen_grouping

    def _shape(self) -> Shape:
        quick, typed = BY_NAME[self.bar.quick.current], self._filter
        header = self.view.header()
        section = header.sortIndicatorSection()
        sort = COLUMNS[section].sort if 0 <= section < len(COLUMNS) else None
        return Shape(
            self._grouping,
            lambda task, facts: quick.accepts(task, facts) and typed(task, facts),
            sort,
            header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            quick is not ALL or bool(typed),
        )

    def _reshape(self) -> None:
        if not self._is_stale:
            self._show(self.model.facts, None)

    def _on_filter(self) -> None:
        if self._read_filter():
            self._reshape()

    def _read_filter(self) -> bool:
        self._filter_day = self.session.today
        try:
            self._filter = read_filter(self.bar.field.text(), self._filter_day)
        except PlanError as error:
            self.bar.show_error(str(error))
            self.told.emit(str(error))
            self._has_complained = True
            return False
        self.bar.show_error("")
        if self._has_complained:
            self._has_complained = False
            self.told.emit("")  # what is typed now can be read
        return True

    def _on_grouping(self) -> None:
        self._reshape()
        self.view.scroll_to_chosen()

    def _on_sort(self) -> None:
        self._reshape()

    # --- going somewhere -------------------------------------------------------------------------------------------

    def focus_task(self, task_id: str) -> None:
        """Select a task, taking away a filter that hides it, and show all about it."""
        if task_id not in self.session.document.table(Task):
            return
        if self._is_stale:
            self._is_stale = False
            self.refresh(None)
        if not self.view.show_task(task_id):
            self.show_all()
            self.view.show_task(task_id)
        self.inspector.show()
        self._on_chosen()
        self.view.setFocus()

    def focus_filter(self, wanted: object) -> None:
        """Show what passes a quick filter's name or a typed filter, and nothing else."""
        text = str(wanted)
        is_quick = text in BY_NAME
        self.bar.quick.choose(text if is_quick else ALL.name)
        self.bar.field.setText("" if is_quick else text)
        self._on_filter()

    def show_all(self) -> None:
        """Take every filter away."""
        self.bar.quick.choose(ALL.name)
        self.bar.field.clear()
        self._on_filter()

    def toggle_inspector(self) -> None:
        """Show or hide what stands beside the list."""
        self.inspector.setVisible(self.inspector.isHidden())
        if not self.inspector.isHidden():
            self._on_chosen()

    def choose_columns(self) -> None:
        """Offer the columns and the orders, below the button that does so."""
        button = self.bar.columns
        self.view.head.open_menu(self.view.head.mapFromGlobal(button.mapToGlobal(QPoint(0, button.height() + 4))))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep how the list was arranged."""
        remember_look("checklist", self.view.head.look)
        if self.inspector.isVisible():
            remember_look("inspector", str(self.inspector.width()))
        super().hideEvent(event)

    def find_tasks(self) -> None:
        """Go to the line that filters the tasks."""
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def _on_chosen(self) -> None:
        self.inspector.show_tasks([task.id for task in self.view.selected_tasks()])
        self.add_line.show_place(self.desk.place()[2])

    # --- working ---------------------------------------------------------------------------------------------------

    def _selected_ids(self) -> list[str]:
        return [task.id for task in self.view.selected_tasks()]

    def _on_asked(self, task_id: str, column: str, text: object) -> None:
        chosen = self._selected_ids()
        ids = chosen if task_id in chosen else [task_id]
        if column in ("title", "key"):
            ids = [task_id]
        self.edits.set_text(ids, column, str(text))

    def toggle_done(self) -> None:
        """Mark the selected tasks done, or reopen them if they are."""
        self.edits.toggle_done(self._selected_ids())

    def delete(self) -> None:
        """Remove the selected tasks."""
        ids = self._selected_ids()
        if ids and not self.session.is_read_only:
            self.edits.remove(ids)

    def add_task(self) -> None:
        """Go to the line in which a task is typed."""
        self.add_line.field.setFocus()

    def _on_line(self, text: str) -> None:
        if self.desk.add(text):
            self.add_line.field.clear()

    def move_up(self) -> None:
        """Put the selected tasks before the one above them."""
        self._on_shift(-1)

    def move_down(self) -> None:
        """Put the selected tasks behind the one below them."""
        self._on_shift(1)

    def _on_shift(self, step: int) -> None:
        chosen = self.view.selected_tasks()
        if not chosen or self._grouping is not Grouping.TRACK or self.view.is_sorted:
            self.told.emit("Tasks are moved while they are grouped by track, in the plan's order.")
            return
        group = self.model.group_of(self.model.index_of(chosen[0].id))
        assert group is not None, "a selected task is in a group"
        ids, moving = [task.id for task in group.tasks], {task.id for task in chosen}
        rest = [each for each in ids if each not in moving]
        place = sum(each not in moving for each in ids[: ids.index(chosen[0].id)]) + step
        if 0 <= place <= len(rest):
            before = rest[place] if place < len(rest) else None
            self.edits.move([task.id for task in chosen], group.key, before)

    def cut(self) -> None:
        """Put the selected tasks on the clipboard, to be moved where they are pasted."""
        self.desk.cut()

    def copy(self) -> None:
        """Put the selected tasks on the clipboard."""
        self.desk.copy()

    def paste(self) -> None:
        """Take tasks or rows of a spreadsheet from the clipboard."""
        self.desk.paste()

    # --- menu ------------------------------------------------------------------------------------------------------

    def _on_menu(self, place: QPoint) -> None:
        menu = fill_task_menu(
            self, self.view.selected_tasks(), self.edits, self, can_change=not self.session.is_read_only
        )
        menu.popup(place)


def _counts(facts: TaskFacts) -> dict[str, int]:
    return {each.name: each.count(facts) for each in QUICK_FILTERS if each.count is not None}
