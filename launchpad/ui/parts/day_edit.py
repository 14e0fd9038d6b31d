"""A field for a day, typed as people write one or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from launchpad.ui.theme.icons import icon


class DayEdit(QLineEdit):
    """Takes ``T-21``, ``2026-11-10``, ``5 Jan``, ``fri``. Alt+Down or the sign at its end opens a calendar."""

    picked = Signal()
    """A day was chosen from the calendar and stands in the field."""

    def __init__(self, name: str, near: date, parent: QWidget | None = None, *, hint: str = "T-21 or 5 Jan") -> None:
        """`near` is the day the calendar opens on when the field has none."""
        super().__init__(parent)
        self._near = near
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._open = self.addAction(icon("calendar", "text3"), QLineEdit.ActionPosition.TrailingPosition)
        self._open.setText("Choose from a calendar")
        self._open.triggered.connect(self.open_calendar)

    def show_near(self, near: date | None) -> None:
        """Let the calendar open on another day."""
        self._near = near or self._near

    def open_calendar(self) -> None:
        """Show a calendar below the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(self._shown() or QDate(self._near.year, self._near.month, self._near.day))
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

    def _shown(self) -> QDate | None:
        day = QDate.fromString(self.text().strip(), Qt.DateFormat.ISODate)
        return day if day.isValid() else None

    def _on_picked(self, day: QDate) -> None:
        self.setText(day.toString(Qt.DateFormat.ISODate))
        self.picked.emit()
