"""The checklist: filter bar, list, a line to add tasks, and the inspector beside them."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.commands.task_rows import add_tasks
from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import load_settings
from launchpad.app.task_clip import MIME, Clip, read_clip
from launchpad.app.task_facts import TaskFacts, person_called
from launchpad.app.task_filter import EVERYTHING, TaskFilter, read_filter
from launchpad.app.task_line import read_task_line
from launchpad.app.task_table import Pasted, read_table
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.ui.checklist.add_line import AddLine
from launchpad.ui.checklist.arrangement import Grouping, Shape, arrange
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from launchpad.ui.checklist.filter_bar import FilterBar
from launchpad.ui.checklist.model import TaskTree
from launchpad.ui.checklist.quick_filters import ALL, BY_NAME, QUICK_FILTERS
from launchpad.ui.checklist.sheet import checklist_sheet
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.checklist.task_menu import fill_task_menu
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.inspector.inspector import Inspector
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.screen import Screen
from launchpad.ui.theme.manager import current_theme, theme_signals

WIDTH = 320
"""Pixels of the inspector at first."""
FIELDS = {Grouping.GATE: "gate", Grouping.OWNER: "owner", Grouping.STATUS: "status"}
"""What a task takes over from the group it is dropped into."""


class ChecklistScreen(Screen):
    """Every task of the plan, worked in place."""

    name = "checklist"
    title = "Checklist"
    icon_name = "list-checks"

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.edits = TaskEdits(session, self)
        self.bar = FilterBar()
        self.model = TaskTree(self)
        self.view = TaskView(self.model)
        self.add_line = AddLine()
        self.inspector = Inspector(session, self.edits)
        self.trouble = Label("", tone="bad", px=12, wrap=True)
        self._filter: TaskFilter = EVERYTHING
        self._me: str = load_settings().name
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._dress()
        theme_signals().changed.connect(self._dress)

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
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.trouble, 0), (self._pages, 1), (self.add_line, 0)):
            column.addWidget(widget, stretch)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([900, WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.splitter, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.bar.filter_changed.connect(self._on_filter)
        self.bar.grouping_changed.connect(self._on_grouping)
        self.bar.add_asked.connect(self.add_task)
        self.bar.left.connect(self.view.setFocus)
        self.model.asked.connect(self._on_asked)
        self.model.dropped.connect(self._on_dropped)
        self.view.header().sortIndicatorChanged.connect(self._on_sort)
        self.view.chosen.connect(self._later.start)
        self.view.done_asked.connect(self._on_done)
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
        self.inspector.task_asked.connect(self.focus_task)
        self.inspector.closed.connect(self.view.setFocus)
        self._later.timeout.connect(self._on_chosen)
        self._add_shortcut(QKeySequence.StandardKey.Find, self._on_find)
        self._add_shortcut("Ctrl+I", self.toggle_inspector)

    def _dress(self) -> None:
        self.setStyleSheet(checklist_sheet(current_theme()))

    def _add_shortcut(self, keys: QKeySequence.StandardKey | str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the plan as it is now."""
        document = self.session.document
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
        selected = [task.id for task in self.view.selected_tasks()]
        current, column = self.view.current_task(), max(0, self.view.currentIndex().column())
        groups = arrange(facts, self._shape())
        self.model.is_read_only = self.session.is_read_only
        self.model.can_drop = self._grouping is not Grouping.WEEK
        self.view.grouping = self._grouping
        self.model.show(facts, groups, touched)
        self.view.restore_groups()
        if [task.id for task in self.view.selected_tasks()] != selected:
            self.view.select_tasks(selected, current.id if current else None, column)
        self.view.viewport().update()
        self._show_page(facts)

    def _show_page(self, facts: TaskFacts) -> None:
        if self.model.task_count or (facts.document.table(Task) and not self._shape().is_filtered):
            self._pages.setCurrentWidget(self.view)
        else:
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

    @property
    def _is_sorted(self) -> bool:
        return 0 <= self.view.header().sortIndicatorSection() < len(COLUMNS)

    def _reshape(self) -> None:
        if not self._is_stale:
            self._show(self.model.facts, None)

    def _on_filter(self) -> None:
        try:
            self._filter = read_filter(self.bar.field.text(), self.session.today)
            self.bar.show_error("")
        except PlanError as error:
            self.bar.show_error(str(error))
            self.told.emit(str(error))
            return
        self._reshape()

    def _on_grouping(self) -> None:
        self._reshape()

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

    def _on_find(self) -> None:
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def _on_chosen(self) -> None:
        self.inspector.show_tasks([task.id for task in self.view.selected_tasks()])
        self.add_line.show_place(self._place()[2])

    # --- working ---------------------------------------------------------------------------------------------------

    def _selected_ids(self) -> list[str]:
        return [task.id for task in self.view.selected_tasks()]

    def _on_asked(self, task_id: str, column: str, text: object) -> None:
        chosen = self._selected_ids()
        ids = chosen if task_id in chosen else [task_id]
        if column in ("title", "key"):
            ids = [task_id]
        self.edits.set_text(ids, column, str(text))

    def _on_done(self) -> None:
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
        track, before, _ = self._place()
        known = set(self.session.document.table(Task))
        if self.session.run(_add_line, text, track, before, self.session.today):
            self.add_line.field.clear()
            self._select_new(known, "Added")

    def _select_new(self, known: set[str], what: str) -> None:
        fresh = [task for task in self.session.document.tasks if task.id not in known]
        if not fresh:
            return
        ids = [task.id for task in fresh]
        if not self.model.index_of(ids[0]).isValid():
            self.told.emit(f"{what} “{fresh[0].title}”; the filter hides it.")
            return
        self.view.select_tasks(ids, ids[0])
        self.view.scrollTo(self.model.index_of(ids[-1]))
        self.told.emit(f"{what} “{fresh[0].title}”." if len(ids) == 1 else f"{what} {len(ids)} tasks.")

    def _place(self) -> tuple[str | None, str | None, str]:
        """Where something new goes: a track, the task after it, and the track's name."""
        document = self.session.document
        chosen = self.view.selected_tasks()
        if chosen:
            track = chosen[-1].track
            return track, self._after(chosen[-1]), document.table(Track)[track].name
        group = self.model.group_of(self.view.currentIndex())
        if group is not None and self._grouping is Grouping.TRACK and group.key in document.table(Track):
            return group.key, None, group.title
        return None, None, document.tracks[0].name if document.tracks else ""

    def _after(self, task: Task) -> str | None:
        tasks = [each.id for each in self.session.document.tasks if each.track == task.track]
        place = tasks.index(task.id) + 1
        return tasks[place] if place < len(tasks) else None

    def _on_shift(self, step: int) -> None:
        chosen = self.view.selected_tasks()
        if not chosen or self._grouping is not Grouping.TRACK or self._is_sorted:
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

    # --- clipboard and dragging ------------------------------------------------------------------------------------

    def cut(self) -> None:
        """Put the selected tasks on the clipboard, to be moved where they are pasted."""
        self._to_clipboard(is_cut=True)

    def copy(self) -> None:
        """Put the selected tasks on the clipboard."""
        self._to_clipboard(is_cut=False)

    def _to_clipboard(self, *, is_cut: bool) -> None:
        tasks = self.view.selected_tasks()
        if tasks:
            columns = [COLUMNS[number] for number in self._clip_columns()]
            QGuiApplication.clipboard().setMimeData(self.model.mime_of(tasks, is_cut=is_cut, columns=columns))
            count = "1 task" if len(tasks) == 1 else f"{len(tasks)} tasks"
            self.told.emit(f"{count} cut; paste where they should go." if is_cut else f"{count} copied.")

    def _clip_columns(self) -> list[int]:
        return [NUMBERS["key"], *(number for number in self.view.shown_columns() if number != NUMBERS["key"])]

    def paste(self) -> None:
        """Take tasks or rows of a spreadsheet from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if self.session.is_read_only:
            return
        try:
            if mime.hasFormat(MIME):
                self._take_clip(read_clip(bytes(mime.data(MIME).data()).decode(errors="replace")))
            elif mime.hasText() and mime.text().strip():
                self._paste_text(mime.text())
        except PlanError as error:
            self.session.refused.emit(str(error))

    def _take_clip(self, clip: Clip) -> None:
        track, before, _ = self._place()
        if clip.is_move_in(self.session.document) and track is not None:
            self.edits.move([task.id for task in clip.tasks], track, before)
            return
        known = set(self.session.document.table(Task))
        if self.session.run(_add_clip, clip, track, before, self.session.today):
            self._select_new(known, "Pasted")

    def _paste_text(self, text: str) -> None:
        track, before, _ = self._place()
        fields = [COLUMNS[number].field for number in self.view.shown_columns()]
        pasted = read_table(self.session.document, text, fields, self.session.today)
        known = set(self.session.document.table(Task))
        if not self.session.run(_paste, pasted, track, before, self.session.today):
            return
        self._select_new(known, "Pasted")
        if pasted.unread:
            more = f" and {len(pasted.unread) - 2} more" if len(pasted.unread) > 2 else ""
            count = len(pasted.new) + len(pasted.known)
            self.told.emit(f"Pasted {count}; not read: {'; '.join(pasted.unread[:2])}{more}.")

    def _on_dropped(self, text: str, group: str, before: str | None) -> None:
        try:
            clip = read_clip(text)
        except PlanError as error:
            self.session.refused.emit(str(error))
            return
        QTimer.singleShot(0, self, partial(self._drop, clip, group, before))

    def _drop(self, clip: Clip, group: str, before: str | None) -> None:
        ids = [task.id for task in clip.tasks]
        if not clip.is_move_in(self.session.document):
            track = group if self._grouping is Grouping.TRACK else None
            self.session.run(_add_clip, clip, track, before if track else None, self.session.today)
        elif self._grouping is Grouping.TRACK:
            self.edits.move(ids, group, None if self._is_sorted else before)
        else:
            self.edits.set_text(ids, FIELDS[self._grouping], _group_text(self.session.document, self._grouping, group))

    # --- menu ------------------------------------------------------------------------------------------------------

    def _on_menu(self, place: QPoint) -> None:
        menu = fill_task_menu(
            self, self.view.selected_tasks(), self.edits, self, can_change=not self.session.is_read_only
        )
        menu.popup(place)


def _counts(facts: TaskFacts) -> dict[str, int]:
    counted = [each for each in QUICK_FILTERS if each.is_counted]
    return {each.name: sum(each.accepts(task, facts) for task in facts.document.tasks) for each in counted}


def _group_text(document: Document, grouping: Grouping, key: str) -> str:
    """A group as the text a field is set to."""
    if grouping is Grouping.STATUS:
        return key
    rows: Sequence[Gate | Person] = document.gates if grouping is Grouping.GATE else document.people
    return next((row.key for row in rows if row.id == key), "")


def _add_line(document: Document, text: str, track: str | None, before: str | None, today: date) -> Edit:
    return add_tasks(document, (read_task_line(document, text, today),), track, before, today)


def _add_clip(document: Document, clip: Clip, track: str | None, before: str | None, today: date) -> Edit:
    drafts = clip.drafts(document)
    if track is not None:
        drafts = tuple(replace(draft, track=None) for draft in drafts)
    return add_tasks(document, drafts, track, before, today)


def _paste(document: Document, pasted: Pasted, track: str | None, before: str | None, today: date) -> Edit:
    return pasted.edit(document, track, before, today)
