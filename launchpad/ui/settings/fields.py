"""Fields as the settings show them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QGridLayout, QLineEdit, QWidget

from launchpad.ui.parts.label import Label
from launchpad.ui.parts.still_wheel import keep_still

LABELS = 154
"""Pixels of the column of labels."""
TALL = 60
"""Pixels from which on a field's label stands at its top."""


class NumberBox(QDoubleSpinBox):
    """A number written without needless decimals; it tells typed numbers once finished."""

    def __init__(self, name: str, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setDecimals(2)
        self.setKeyboardTracking(False)
        keep_still(self)
        self.setFixedWidth(96)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # Qt forgets the style sheet's left padding in a spin box

    def textFromValue(self, value: float) -> str:
        """The number in as few digits as it has."""
        return self.locale().toString(value, "g", 6)

    def show_value(self, value: float) -> None:
        """Show a number without telling."""
        if self.value() != value:
            with QSignalBlocker(self):
                self.setValue(value)


class TextField(QLineEdit):
    """A line of text that is told once, when it is finished and has changed."""

    def __init__(self, name: str, done: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._done = done
        self.setAccessibleName(name)
        self.editingFinished.connect(self._on_finished)

    def show_text(self, text: str) -> None:
        """Show a text, unless somebody is typing another."""
        if self.text() == self._shown or not self.hasFocus():
            self.setText(text)
        self._shown = text

    def _on_finished(self) -> None:
        if self.text() != self._shown:
            self._done(self.text())


class DayField(QDateEdit):
    """A day that is told once it is finished: chosen in the calendar, or typed and left."""

    def __init__(self, name: str, done: Callable[[date], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = QDate()
        self._done = done
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        keep_still(self)
        self.editingFinished.connect(self._on_finished)
        self.calendarWidget().clicked.connect(self._on_finished)

    def show_day(self, day: date) -> None:
        """Show a day without telling."""
        self._shown = QDate(day.year, day.month, day.day)
        with QSignalBlocker(self):
            self.setDate(self._shown)

    def _on_finished(self) -> None:
        day = self.date()
        if day != self._shown:
            self._done(date(day.year(), day.month(), day.day()))


class FieldGrid(QGridLayout):
    """Labels on the left, fields beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, LABELS)
        self.setColumnStretch(1, 1)

    def add_field(self, text: str, field: QWidget, hint: str = "") -> None:
        """Add a line; a hint stands below the field."""
        row = self.rowCount()
        label = Label(text, tone="text2")
        label.setBuddy(field)
        label.setFixedWidth(LABELS)
        label.setWordWrap(True)
        is_tall = field.sizeHint().height() > TALL
        top = Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter
        side = Qt.AlignmentFlag.AlignLeft if isinstance(field, NumberBox) else Qt.AlignmentFlag(0)
        self.addWidget(label, row, 0, top)
        self.addWidget(field, row, 1, side)
        if hint:
            self.addWidget(Label(hint, tone="text3", px=12, wrap=True), row + 1, 1)
