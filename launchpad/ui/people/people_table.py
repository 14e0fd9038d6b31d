"""The register of people as a table model; a cell is changed through a command."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.commands.people import change_person
from launchpad.app.field_text import read_number, read_word
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.enums import PersonStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.values import DateRange
from launchpad.domain.visible import visible

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns."""

    NAME = 0
    ROLE = 1
    EMAIL = 2
    STATUS = 3
    DEPUTY = 4
    CAPACITY = 5
    DAYS_OFF = 6
    OPEN = 7


TITLES = ("Name", "Role", "Email", "Status", "Deputy", "Tasks a day", "Days off", "Open tasks")
FIELDS = {
    Column.NAME: "name",
    Column.ROLE: "role",
    Column.EMAIL: "email",
    Column.STATUS: "status",
    Column.DEPUTY: "deputy",
    Column.CAPACITY: "capacity",
}
NUMBERS = frozenset({Column.CAPACITY, Column.OPEN})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A person with what is counted for them."""

    person: Person
    deputy: Person | None
    open_tasks: int


class PeopleTable(QAbstractTableModel):
    """Everybody in the plan, in order."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[_Shown] = []

    def refresh(self) -> None:
        """Show what the plan says now; only what differs is told."""
        rows = _rows(self._session.document)
        if [each.person.id for each in rows] != [each.person.id for each in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, Column.OPEN))

    def person(self, row: int) -> Person | None:
        """The person in a row."""
        return self._rows[row].person if 0 <= row < len(self._rows) else None

    def others(self, row: int) -> list[tuple[str, str]]:
        """Everybody but the person in a row: name, with the id where there are several of it, and id."""
        known = [each.person for each in self._rows]
        names = Counter(person.name for person in known)
        return [
            (f"{person.name} ({person.key})" if names[person.name] > 1 else person.name, person.key)
            for place, person in enumerate(known)
            if place != row
        ]

    def row_of(self, person_id: str) -> int | None:
        """The row of a person."""
        return next((row for row, each in enumerate(self._rows) if each.person.id == person_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are people."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole and section in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ToolTipRole and section == Column.CAPACITY:
            return "Tasks they can carry on one day"
        return TITLES[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the count can be edited, unless the file is only read."""
        flags = super().flags(index)
        can = index.isValid() and index.column() != Column.OPEN and not self._session.is_read_only
        return flags | Qt.ItemFlag.ItemIsEditable if can else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell's text, or the text to edit."""
        if not index.isValid():
            return None
        shown, column = self._rows[index.row()], Column(index.column())
        match role:
            case Role.DisplayRole:
                return visible(_TEXTS[column](shown))
            case Role.EditRole:
                return _edit_text(column, shown)
            case Role.TextAlignmentRole if column in NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Role.ToolTipRole if column is Column.DAYS_OFF:
                return "\n".join(range_text(days) for days in shown.person.days_off) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Change a person; a refusal is told by the session."""
        column = Column(index.column())
        if role != Role.EditRole or column not in FIELDS:
            return False
        person = self._rows[index.row()].person
        try:
            fields = {FIELDS[column]: _value(self._session.document, column, str(value))}
        except PlanError as error:
            self._session.refused.emit(str(error))
            return False
        return self._session.run(change_person, person.id, fields)


def _rows(document: Document) -> list[_Shown]:
    counts = Counter(task.owner for task in document.tasks if task.is_open)
    found = []
    for person in document.people:
        deputy = document.find(Person, person.deputy)
        found.append(_Shown(person, deputy, counts[person.id]))
    return found


def _value(document: Document, column: Column, text: str) -> Any:
    text = text.strip()
    if column is Column.STATUS:
        return read_word(PersonStatus, text)
    if column is Column.DEPUTY:
        return document.person(text).id if text else None
    return read_number(text) if column is Column.CAPACITY else text


def _edit_text(column: Column, shown: _Shown) -> Any:
    if column is Column.STATUS:
        return shown.person.status.value
    if column is Column.DEPUTY:
        return shown.deputy.key if shown.deputy else ""
    return _TEXTS[column](shown)


def days_off_text(person: Person) -> str:
    """A person's days off, shortly."""
    return ", ".join(range_text(days) for days in person.days_off)


def range_text(days: DateRange) -> str:
    """Days in a few letters: ``5–9 Oct 2026`` or ``24 Dec 2026``."""
    first, last = days.first, days.last
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    begins = f"{first.day} {first:%b}" if (last - first).days < 365 else _day(first)
    return f"{begins} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


_TEXTS: dict[Column, Callable[[_Shown], str]] = {
    Column.NAME: lambda shown: shown.person.name,
    Column.ROLE: lambda shown: shown.person.role,
    Column.EMAIL: lambda shown: shown.person.email,
    Column.STATUS: lambda shown: shown.person.status.label,
    Column.DEPUTY: lambda shown: shown.deputy.name if shown.deputy else "",
    Column.CAPACITY: lambda shown: f"{shown.person.capacity:g}",
    Column.DAYS_OFF: lambda shown: days_off_text(shown.person),
    Column.OPEN: lambda shown: str(shown.open_tasks),
}
