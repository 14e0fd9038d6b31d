"""History: every edit there ever was, what it changed, and the ways back."""

from functools import partial
from itertools import islice

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.commands.take_back import take_back
from launchpad.app.errands import send_off
from launchpad.app.journal_pages import JournalPages
from launchpad.app.past_plan import kept_versions
from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.journal.entry import Entry
from launchpad.storage.entries import Glance
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import glance_at
from launchpad.ui.deed import Deed
from launchpad.ui.history.entry_detail import MOST_ROWS, EntryDetail
from launchpad.ui.history.filter_bar import FilterBar
from launchpad.ui.history.journal_search import JournalSearch
from launchpad.ui.history.journal_table import NUMBER, SOURCE, WHAT, WHEN, WHO, JournalTable
from launchpad.ui.history.versions_card import VersionsCard
from launchpad.ui.parts.card import Card
from launchpad.ui.screen import LooksBack

WIDTHS = {NUMBER: 60, WHEN: 134, WHO: 92, SOURCE: 104}
NARROW = 1000
"""Pixels below which the column of sources is left out."""
LOOKED_AT = 500
"""Newest lines whose authors can be chosen before a search has seen more."""


class HistoryScreen(LooksBack):
    """The journal beside what the chosen edit did."""

    name = "history"
    title = "History"
    deeds = (
        Deed("Find in the history", "find_edits", "Ctrl+F"),
        Deed("Open the plan as it was then", "open_as_it_was", chosen=True),
        Deed("Undo the chosen edit", "take_back_chosen", changes=True, chosen=True),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pages = JournalPages(session.session.file)
        self.table = JournalTable(self._pages, self)
        self.view = _view(self.table)
        self.bar = FilterBar()
        self.detail = EntryDetail()
        self.versions = VersionsCard()
        self._search = JournalSearch(self)
        self._lay_out()
        self._connect()
        self.first = self.view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.bar)
        sheet = Card()
        sheet.body.setContentsMargins(1, 1, 1, 1)
        sheet.body.addWidget(self.view)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.detail, 3)
        side.addWidget(self.versions, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sheet, 9)
        row.addLayout(side, 5)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._search.found.connect(self.table.add_found)
        self._search.progressed.connect(self._on_progressed)
        self.detail.plan_asked.connect(self.plan_asked)
        self.detail.take_back_asked.connect(self._on_take_back_asked)
        self.versions.version_asked.connect(self.version_asked)

    def showEvent(self, event: QShowEvent) -> None:
        """The list has the keyboard first."""
        super().showEvent(event)
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, labels of edits have it."""
        super().resizeEvent(event)
        self.view.setColumnHidden(SOURCE, self.width() < NARROW)

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Add what was done meanwhile."""
        if edit is None:
            self._pages.forget()
            self._filter()
        else:
            wanted = self.bar.wanted()
            self.table.catch_up(lambda entry: wanted.matches(self.session.session.file.entry(entry.number)))
            self._say_count()
        newest = range(self._pages.last, max(0, self._pages.last - LOOKED_AT), -1)
        self.bar.show_people(sorted({self._pages.headline(number).who for number in newest}))
        self._show_versions()
        if not self.view.currentIndex().isValid() or edit is not None:
            self._choose_first()

    def focus_filter(self, wanted: object) -> None:
        """Show what happened to the row with this id."""
        if isinstance(wanted, str):
            task = self.session.document.find(Task, wanted)
            self.bar.show_row(wanted, task.title if task else "one row")

    def focus_task(self, task_id: str) -> None:
        """Show what happened to a task."""
        self.focus_filter(task_id)

    def _filter(self) -> None:
        wanted = self.bar.wanted()
        self._search.stop()
        if not wanted:
            self.table.show_all()
            self._choose_first()
        else:
            self.table.show_none()
            self._search.start(self.session.session.file, wanted)
        self._say_count()

    def _on_progressed(self, seen: int, is_over: bool) -> None:
        self._say_count(None if is_over else seen)
        if is_over or not self.view.currentIndex().isValid():
            self._choose_first()

    def _say_count(self, seen: int | None = None) -> None:
        count = self.table.rowCount()
        edits = counted(count, "edit")
        self.bar.count.setText(edits if seen is None else f"{edits}, {seen:,} of {self._pages.last:,} searched")

    def _choose_first(self) -> None:
        if self.table.rowCount():
            self.view.selectRow(0)
        else:
            self.detail.show_nothing()

    def _show_versions(self) -> None:
        try:
            found = list(islice(kept_versions(self.session.session), 100))
        except StorageError as error:
            self.versions.show_versions((), str(error))
        else:
            self.versions.show_versions(found)

    # --- what was asked --------------------------------------------------------------------------------------------

    def _on_row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid():
            self.detail.show_nothing()
            return
        number = self.table.number(index.row())
        try:
            self._show(number)
        except StorageError as error:
            self._show_instead(number, str(error))

    def _show(self, number: int) -> None:
        file = self.session.session.file
        if file.is_long(number):
            self._show_instead(number, "Reading what it changed…")
            look = partial(glance_at, file.path, number, MOST_ROWS)
            send_off(self, look, partial(self._on_glanced, number), partial(self._on_not_glanced, number))
        else:
            self._show_entry(file.entry(number))

    def _on_glanced(self, number: int, glance: Glance) -> None:
        if self._is_chosen(number):
            self._show_entry(glance.entry, glance.total)

    def _on_not_glanced(self, number: int, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        if self._is_chosen(number):
            self._show_instead(number, str(error))

    def _is_chosen(self, number: int) -> bool:
        row = self.view.currentIndex().row()
        return row >= 0 and self.table.number(row) == number

    def _show_instead(self, number: int, sentence: str) -> None:
        headline = self._pages.headline(number)
        self.detail.show_head(headline, can_change=not self.session.is_read_only, instead=sentence)

    def _show_entry(self, entry: Entry, count: int | None = None) -> None:
        self.detail.show_entry(entry, self.session.document, can_change=not self.session.is_read_only, count=count)

    def find_edits(self) -> None:
        """Go to the line that filters the journal."""
        self.bar.text.setFocus()
        self.bar.text.selectAll()

    def open_as_it_was(self) -> None:
        """Open the plan as it was after the chosen edit."""
        self.detail.open_button.click()

    def take_back_chosen(self) -> None:
        """Undo the chosen edit, where it still applies."""
        self.detail.take_back_button.click()

    def _on_take_back_asked(self, number: int) -> None:
        try:
            entry = self.session.session.file.entry(number)
        except StorageError as error:
            self.session.failed.emit(error)
            return
        if self.session.run(take_back, entry):
            self.told.emit(f"Taken back: {entry.edit.label}")


def _view(model: JournalTable) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName("History")
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(30)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
    for column, width in WIDTHS.items():
        view.setColumnWidth(column, width)
    return view
