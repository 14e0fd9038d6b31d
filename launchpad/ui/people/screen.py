"""People: the register, how much everybody carries week by week, and what is on somebody's plate."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.background import Background
from launchpad.app.commands.people import add_person, remove_person, set_days_off
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.wording import counted
from launchpad.engines.load import PersonLoad, load
from launchpad.engines.schedule import Schedule, schedule
from launchpad.scenes.load_bars import load_rows
from launchpad.ui.charts.load_bars import LoadBars
from launchpad.ui.deed import Deed
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label
from launchpad.ui.people.days_off import DaysOffDialog
from launchpad.ui.people.hand_over import HandOverDialog
from launchpad.ui.people.people_table import PeopleTable
from launchpad.ui.people.people_view import PeopleView
from launchpad.ui.people.person_tasks import open_tasks
from launchpad.ui.people.plate_card import PlateCard
from launchpad.ui.screen import Screen
from launchpad.ui.theme.icons import icon


class PeopleScreen(Screen):
    """Choosing somebody in the register or the load shows their tasks; a click on a task goes to it."""

    name = "people"
    title = "People"
    deeds = (
        Deed("Add person", "add_person", "Ctrl+Shift+N", changes=True),
        Deed("Remove person", "remove_person", changes=True, chosen=True),
        Deed("Hand over open work…", "hand_over", "Ctrl+Shift+H", changes=True, chosen=True),
        Deed("Days off…", "edit_days_off", "Ctrl+Shift+D", changes=True, chosen=True),
    )

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.table = PeopleTable(session, self)
        self.view = PeopleView(self.table)
        self.chart = LoadBars()
        self.plate = PlateCard()
        self._week: date | None = None
        self._loads: tuple[PersonLoad, ...] = ()
        self._background = Background(self)
        self._lay_out()
        self._connect()
        self.first = self.view

    # --- what stands where -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._bar())
        register = Card()
        register.body.setContentsMargins(1, 1, 1, 1)
        self._nobody = EmptyState("users", "Nobody yet", "Add the people who own tasks. A role will do until you know.")
        self._nobody.add_button("Add a person", self.new_name.setFocus)
        self._pages = QStackedWidget()
        for page in (self.view, self._nobody):
            self._pages.addWidget(page)
        register.body.addWidget(self._pages)
        column.addWidget(register, 5)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._load_card(), 3)
        below.addWidget(self.plate, 2)
        column.addWidget(self._below, 4)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self._count = Label("", tone="text2")
        bar.addWidget(self._count)
        bar.addStretch(1)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText("Name of somebody new")
        self.new_name.setAccessibleName("Name of somebody new")
        self.new_name.setFixedWidth(220)
        self.add_button = QPushButton(icon("plus"), "Add person")
        self.hand_over_button = QPushButton(icon("arrow-right"), "Hand over…")
        self.hand_over_button.setToolTip("Give the open work of the person chosen to somebody else")
        self.remove_button = QPushButton(icon("trash-2"), "Remove")
        for widget in (self.new_name, self.add_button, self.hand_over_button, self.remove_button):
            bar.addWidget(widget)
            widget.setEnabled(not self.session.is_read_only)
        return bar

    def _load_card(self) -> Card:
        card = Card("Load by week")
        self._load_note = Label("", tone="text2", px=12)
        card.head.addWidget(self._load_note)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Load by week")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.chart)
        for ground in (area.viewport(), self.chart):
            ground.setAutoFillBackground(False)
        card.body.addWidget(area)
        return card

    def _connect(self) -> None:
        self.new_name.returnPressed.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)
        self.hand_over_button.clicked.connect(self.hand_over)
        self.remove_button.clicked.connect(self.remove_person)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.days_off_asked.connect(self._edit_days_off)
        self.chart.picked.connect(self._on_load_picked)
        self.plate.task_asked.connect(self.task_asked)
        self._background.answered.connect(self._on_load)
        self._background.refused.connect(self._load_note.setText)

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, edit: Edit | None) -> None:
        """Show the register now and the load once it is worked out."""
        chosen, place = self._person(), max(0, self.view.currentIndex().row())
        self.table.refresh()
        count = self.table.rowCount()
        found = self.table.row_of(chosen.id) if chosen else None
        row = min(place, count - 1) if found is None else found
        if count and self.view.currentIndex().row() != row:
            self.view.selectRow(row)
        self._count.setText(counted(count, "person", "people"))
        self._pages.setCurrentWidget(self.view if count else self._nobody)
        self._below.setVisible(count > 0)
        self.remove_button.setEnabled(count > 0 and not self.session.is_read_only)
        self.hand_over_button.setEnabled(count > 1 and not self.session.is_read_only)
        today = self.session.today
        self._background.ask(self.session.document, lambda document: _answer(document, today))
        self._show_tasks()

    def showEvent(self, event: QShowEvent) -> None:
        """The register has the keyboard first."""
        super().showEvent(event)
        self.view.setFocus()

    def _on_load(self, _document: Document, loads: tuple[PersonLoad, ...]) -> None:
        self._loads = loads
        over = [each.person.name for each in loads if each.overloaded]
        self._load_note.setText(_note(over))
        self._load_note.set_tone("bad" if over else "text2")
        today = self.session.today
        last = max((max(each.days) for each in loads), default=today)
        self.chart.show_rows(load_rows(loads, today, last), today)
        self._show_tasks()

    def _person(self) -> Person | None:
        return self.table.person(self.view.currentIndex().row())

    def _show_tasks(self) -> None:
        person = self._person()
        dates = self._schedule()
        tasks = open_tasks(self.session.document, person.id, dates) if person else []
        wanted = self._tasks_of_week(person.id) if person else None
        if wanted is not None:
            tasks = [task for task in tasks if task.id in wanted]
        self.plate.show_tasks(person, self._week, tasks, dates)

    def _tasks_of_week(self, person_id: str) -> frozenset[str] | None:
        if self._week is None:
            return None
        days = [self._week + timedelta(days=number) for number in range(7)]
        busy = next((each.tasks for each in self._loads if each.person.id == person_id), {})
        return frozenset(task for day in days for task in busy.get(day, ()))

    def _schedule(self) -> Schedule | None:
        try:
            return self.session.schedule
        except PlanError:
            return None

    # --- what was asked --------------------------------------------------------------------------------------------

    def _on_row_changed(self, _row: QModelIndex, _before: QModelIndex) -> None:
        person = self._person()
        if person is not None:
            self._week = None
        self._show_tasks()

    def _on_load_picked(self, key: str) -> None:
        person_id, _, monday = key.partition("@")
        row = self.table.row_of(person_id)
        if row is not None:
            self.view.selectRow(row)
        self._week = date.fromisoformat(monday) if monday else None
        self._show_tasks()

    def add_person(self) -> None:
        """Go to the line in which a name is typed."""
        self.new_name.setFocus()

    def _on_add(self) -> None:
        name = self.new_name.text().strip()
        if not name:
            self.new_name.setFocus()
            return
        if self.session.run(add_person, name):
            self.new_name.clear()
            self.view.selectRow(self.table.rowCount() - 1)
            self.view.setFocus()

    def remove_person(self) -> None:
        """Remove the chosen person."""
        person = self._person()
        if person is not None and self.session.run(remove_person, person.id):
            self.told.emit(f"{person.name} was removed.")

    def hand_over(self) -> None:
        """Ask who takes over the open work of the chosen person."""
        person = self._person()
        others = [each for each in self.session.document.people if person and each.id != person.id]
        if person is None or not others or self.session.is_read_only:
            return
        HandOverDialog(self.session, person, others, self).open()

    def edit_days_off(self) -> None:
        """Ask for the days off of the chosen person."""
        self._edit_days_off(self.view.currentIndex().row())

    def _edit_days_off(self, row: int) -> None:
        person = self.table.person(row)
        if person is None:
            return
        dialog = DaysOffDialog(person, self.session.today, self)
        dialog.finished.connect(lambda result: self._on_days_off_edited(dialog, person.id, result))
        dialog.open()

    def _on_days_off_edited(self, dialog: DaysOffDialog, person_id: str, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.session.run(set_days_off, person_id, dialog.ranges())


def _answer(document: Document, today: date) -> tuple[PersonLoad, ...]:
    return tuple(each for each in load(document, schedule(document, today)) if each.days)


def _note(over: list[str]) -> str:
    if not over:
        return "Most tasks on one day of the week. Nobody carries too much."
    more = f" and {len(over) - 2} more" if len(over) > 2 else ""
    return f"! Too much for {', '.join(over[:2])}{more}"
