"""The working week and the holidays."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from launchpad.app.commands.calendar import change_calendar
from launchpad.app.commands.holidays import add_holiday, remove_holidays, take_holidays
from launchpad.app.errands import send_off
from launchpad.app.new_launch import YEARS_AROUND
from launchpad.app.plan_session import PlanSession
from launchpad.domain.errors import PlanError
from launchpad.engines.calendar import calendar_of
from launchpad.templates.public_holidays import PublicHoliday, propose_holidays
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.region_picker import RegionPicker
from launchpad.ui.parts.still_wheel import keep_still
from launchpad.ui.settings.fields import FieldGrid
from launchpad.ui.settings.holiday_table import HolidayTable

DAYS_IN_A_LINE = 5


class CalendarCard(Card):
    """Changing any of it moves the plan, as one edit."""

    told = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Working days", parent=parent)
        self._session = session
        self.days = {day: QCheckBox(QLocale().dayName(day, QLocale.FormatType.ShortFormat)) for day in range(1, 8)}
        self.region = RegionPicker(session.document.calendar.holiday_region)
        self.take_button = QPushButton("Take these holidays")
        self.table = HolidayTable(self)
        self.view = _view(self.table)
        self.new_day = QDateEdit()
        self.new_name = QLineEdit()
        self.add_button = QPushButton("Add")
        self.remove_button = QPushButton("Remove the chosen days")
        self._lay_out()
        self._connect()

    # --- what stands where -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = FieldGrid()
        grid.add_field("Working week", self._week())
        hint = "Holidays proposed before are replaced; days you added stay."
        grid.add_field("Public holidays of", self.region)
        grid.add_field("", _line(self.take_button, stretch=True), hint)
        grid.add_field("Holidays", self.view)
        grid.add_field("", _line(self.remove_button, stretch=True))
        grid.add_field("Add a day off", self._add_line())
        self.body.addLayout(grid)

    def _week(self) -> QWidget:
        week = QWidget()
        grid = QGridLayout(week)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (day, box) in enumerate(self.days.items()):
            box.setAccessibleName(f"{QLocale().dayName(day)} is worked")
            grid.addWidget(box, place // DAYS_IN_A_LINE, place % DAYS_IN_A_LINE)
        grid.setColumnStretch(DAYS_IN_A_LINE, 1)
        return week

    def _add_line(self) -> QWidget:
        self._suggest_day(self._session.today)
        self.new_day.setCalendarPopup(True)
        self.new_day.setDisplayFormat("ddd d MMM yyyy")
        self.new_day.setAccessibleName("Day of a new holiday")
        keep_still(self.new_day)
        self.new_name.setPlaceholderText("Name of a day off")
        self.new_name.setAccessibleName("Name of a new holiday")
        return _line(self.new_day, self.new_name, self.add_button)

    def _suggest_day(self, after: date) -> None:
        """Suggest the next day after another that could become a day off, which launch day cannot."""
        calendar = calendar_of(self._session.document)
        day = calendar.date_at(calendar.offset_at_or_after(after + timedelta(days=1)) or 1)
        self.new_day.setDate(QDate(day.year, day.month, day.day))

    def _connect(self) -> None:
        for box in self.days.values():
            box.clicked.connect(self._on_week_changed)
        self.take_button.clicked.connect(self._on_take)
        self.add_button.clicked.connect(self._on_add)
        self.new_name.returnPressed.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._on_remove)
        self.view.selectionModel().selectionChanged.connect(self._allow)

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the plan says."""
        calendar = self._session.document.calendar
        for day, box in self.days.items():
            box.setChecked(day in calendar.workdays)
        self.region.show_region(calendar.holiday_region)
        self.table.show_plan(self._session.document)
        self._allow()

    def _allow(self) -> None:
        can = not self._session.is_read_only
        self.remove_button.setEnabled(can and self.view.selectionModel().hasSelection())

    # --- what was asked --------------------------------------------------------------------------------------------

    def _on_week_changed(self) -> None:
        worked = tuple(day for day, box in self.days.items() if box.isChecked())
        self._session.run(change_calendar, {"workdays": worked})
        self.refresh()

    def _on_take(self) -> None:
        region, year = self.region.region, self._session.document.launch.launch_date.year
        if not region:
            self._take("", ())
            return
        self.take_button.setEnabled(False)
        asked = partial(propose_holidays, region, year - YEARS_AROUND, year + YEARS_AROUND)
        send_off(self, asked, partial(self._take, region), self._on_not_proposed)

    def _take(self, region: str, found: tuple[PublicHoliday, ...]) -> None:
        self.take_button.setEnabled(True)
        if self._session.run(take_holidays, region, found):
            self.told.emit(f"The plan has {self.table.rowCount()} holidays now.")

    def _on_not_proposed(self, error: Exception) -> None:
        self.take_button.setEnabled(True)
        if not isinstance(error, PlanError):
            raise error
        self.told.emit(str(error))

    def _on_add(self) -> None:
        day = date(*self.new_day.date().getDate())
        if self._session.run(add_holiday, day, self.new_name.text()):
            self.new_name.clear()
            self._suggest_day(day)

    def _on_remove(self) -> None:
        rows = self.view.selectionModel().selectedRows()
        if rows:
            self._session.run(remove_holidays, frozenset(self.table.holiday(index.row()).id for index in rows))


def _line(*widgets: QWidget, stretch: bool = False) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, RegionPicker | QLineEdit)))
    if stretch:
        row.addStretch(1)
    return line


def _view(model: HolidayTable) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName("Holidays")
    view.setProperty("kind", "boxed")
    view.setShowGrid(False)
    view.setFixedHeight(190)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(28)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    view.setColumnWidth(0, 130)
    view.setColumnWidth(2, 100)
    return view
