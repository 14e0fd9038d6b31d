"""A small editor for somebody's days off."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from launchpad.domain.people import Person
from launchpad.domain.values import DateRange
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign_button import sign_button
from launchpad.ui.theme.icons import icon

FORM = "ddd d MMM yyyy"


class DaysOffDialog(QDialog):
    """A line for each range, both days included."""

    def __init__(self, person: Person, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Days off of {person.name}")
        self._today = today
        self.lines: list[RangeLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        text = "First and last day, both included. The tasks they own move with them."
        column.addWidget(Label(text, tone="text2", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)
        self._none = Label("No days off yet.", tone="text3")
        self._list.addWidget(self._none)
        add = QPushButton(icon("plus"), "Add days")
        add.clicked.connect(self.add_days)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        foot = DialogFoot(self, "Save")
        foot.go.clicked.connect(self.accept)
        foot.back.clicked.connect(self.reject)
        column.addLayout(foot)
        for days in person.days_off:
            self._add(days)
        (self.lines[0].first if self.lines else add).setFocus()
        self.setMinimumWidth(440)

    def add_days(self) -> None:
        """Add a line for today, or the day after the last."""
        first = max((line.value().last + timedelta(days=1) for line in self.lines), default=self._today)
        self._add(DateRange(first, first)).first.setFocus()

    def _add(self, days: DateRange) -> "RangeLine":
        line = RangeLine(days)
        line.remove.clicked.connect(lambda _checked=False: self._remove(line))
        self.lines.append(line)
        self._list.addWidget(line)
        self._none.hide()
        return line

    def _remove(self, line: "RangeLine") -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._none.setVisible(not self.lines)

    def ranges(self) -> tuple[DateRange, ...]:
        """What the lines say."""
        return tuple(line.value() for line in self.lines)


class RangeLine(QWidget):
    """Two days; the second follows the first when that moves past it."""

    def __init__(self, days: DateRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = _day("First day off", days.first), _day("Last day off", days.last)
        self.first.dateChanged.connect(self._on_first_changed)
        self.last.dateChanged.connect(self._on_last_changed)
        self.remove = sign_button("trash-2", "Remove these days", "Remove these days", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(Label("to", tone="text2"))
        row.addWidget(self.last, 1)
        row.addWidget(self.remove)

    def value(self) -> DateRange:
        """The days of this line."""
        return DateRange(_date(self.first), _date(self.last))

    def _on_first_changed(self, day: QDate) -> None:
        if day > self.last.date():
            self.last.setDate(day)

    def _on_last_changed(self, day: QDate) -> None:
        if day < self.first.date():
            self.first.setDate(day)


def _day(name: str, day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setAccessibleName(name)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(FORM)
    return edit


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
