"""A field for a day, typed as people write one or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from launchpad.app.day_text import read_day, settled_day, typed_day
from launchpad.domain.errors import PlanError
from launchpad.domain.values import When
from launchpad.engines.calendar import WorkingCalendar
from launchpad.ui.parts.day_order import day_order
from launchpad.ui.theme.icons import icon


class DayEdit(QLineEdit):
    """Takes ``T-21``, ``12 Oct``, ``10/12``, ``fri``. Alt+Down or the sign at its end opens a calendar."""

    picked = Signal()
    """A day was chosen from the calendar and stands in the field."""

    def __init__(self, name: str, today: date, parent: QWidget | None = None, *, hint: str = "T-21 or 5 Jan") -> None:
        """`today` is what “tomorrow” counts from, and the day the calendar opens on when the field has none."""
        super().__init__(parent)
        self._today = today
        self._days: WorkingCalendar | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._open = self.addAction(icon("calendar", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        self._open.setText("Choose from a calendar")
        self._open.triggered.connect(self.open_calendar)

    def show_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today

    def use_days(self, days: WorkingCalendar) -> None:
        """Let the calendar open on the day an offset such as ``T-21`` is in a plan."""
        self._days = days

    def show_day(self, when: When | None) -> None:
        """Show a day the way texts do."""
        self.setText(typed_day(when, self._today))

    def typed(self) -> str:
        """What was typed; two bare numbers are the day they mean on this computer."""
        return settled_day(self.text(), self._today, day_order())

    def open_calendar(self) -> None:
        """Show a calendar below the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self._shown()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        calendar.activated.connect(popup.close)
        calendar.clicked.connect(popup.close)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _shown(self) -> date:
        try:
            when = read_day(self.typed(), self._today)
            if isinstance(when, date):
                return when
            return self._today if self._days is None else self._days.day_of(when)
        except PlanError:
            return self._today

    def _on_picked(self, day: QDate) -> None:
        self.show_day(date(day.year(), day.month(), day.day()))
        self.picked.emit()
