"""A register as a table: rows of one kind in their order, columns that say how a field is shown and changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.day_text import day_text, read_day
from launchpad.app.field_text import read_number
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.row import Row
from launchpad.domain.visible import visible
from launchpad.engines.calendar import calendar_of
from launchpad.ui.parts.plain_tip import plain_tip

R = TypeVar("R", bound=Row)
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT = int(Role.UserRole) + 1
"""The role of what a column is sorted by."""
PILL = int(Role.UserRole) + 2
"""The role of a pill's color; None where the text is not a pill."""
COLUMN = int(Role.UserRole) + 3
"""The role of the column itself, for editors."""
TONE = int(Role.UserRole) + 4
"""The role of the text's color token."""
ROW = int(Role.UserRole) + 5
"""The role of the row behind an index."""


class Kind(Enum):
    """How a field is typed. A WHEN keeps the offset from launch day that was typed, a DAY becomes a date."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    WHEN = auto()
    PERSON = auto()
    CHOICE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What columns may look at beside the row itself."""

    document: Document
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column. Without a `field` it can only be read; `choices` are labels with their values.

    `show` gives another text than the field's own, `tone` a text's color, `pill` the color of a pill around it.
    """

    title: str
    width: int
    field: str = ""
    kind: Kind = Kind.TEXT
    show: Callable[[R, Place], str] | None = None
    sort: Callable[[R, Place], Any] | None = None
    choices: Callable[[Document], Sequence[tuple[str, Any]]] | None = None
    tone: Callable[[R, Place], str] | None = None
    pill: Callable[[R, Place], str | None] | None = None
    tip: Callable[[R, Place], str] | None = None
    right: bool = False
    hint: str = ""


class RegisterModel(QAbstractTableModel, Generic[R]):
    """Reads rows as they are shown to it; `edit` is asked to set one field of a row and says whether it is done."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        place: Place,
        edit: Callable[[R, str, Any], bool],
        refuse: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.place = place
        self._edit = edit
        self._refuse = refuse
        self._rows: tuple[R, ...] = ()
        self.is_read_only = False

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[R], place: Place) -> None:
        """Show rows as they are now; where only fields changed, whoever looks keeps its place."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        self.place = place
        if same:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, row_id: str) -> int | None:
        """The place of a row, counted from 0."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), None)

    # --- Qt's questions ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Rows at the top, none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.hint or None
        if role == Role.TextAlignmentRole:
            return int(_alignment(column))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What has a field can be edited."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].field and not self.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A field as text, as a value, or what goes with it."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        answer = _ANSWERS.get(role)
        return answer(self, row, column) if answer else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for an edit; text is read as the column's kind demands, and a refusal is told."""
        if not index.isValid() or role != Role.EditRole:
            return False
        row, column = self._rows[index.row()], self.columns[index.column()]
        if not column.field or self.is_read_only:
            return False
        try:
            read = self._read(column, value)
        except PlanError as error:
            self._refuse(str(error))
            return False
        return self._edit(row, column.field, read)

    def _read(self, column: Column[R], value: Any) -> Any:
        if not isinstance(value, str) or column.kind is Kind.TEXT:
            return value
        text = value.strip()
        if column.kind is Kind.CHOICE:
            return self._choice(column, value)
        if not text:
            return None
        if column.kind is Kind.NUMBER:
            return read_number(text.replace(",", "").replace(" ", "").replace("−", "-"))
        if column.kind is Kind.PERSON:
            return self.place.document.person(text).id
        when = read_day(text, self.place.today)
        return when if column.kind is Kind.WHEN else calendar_of(self.place.document).day_of(when)

    def _choice(self, column: Column[R], value: str) -> Any:
        choices = column.choices(self.place.document) if column.choices else ()
        for label, found in choices:
            if value == found or value.strip().casefold() == label.casefold():
                return found
        raise PlanError(f"“{value[:40]}” is not one of {', '.join(label for label, _ in choices)}.")

    def text_of(self, row: R, column: Column[R]) -> str:
        """A field as people read it."""
        if column.show is not None:
            return column.show(row, self.place)
        value = getattr(row, column.field)
        if value is None:
            return ""
        if column.kind is Kind.DAY:
            return day_text(value, self.place.today)
        if column.kind is Kind.PERSON:
            person = self.place.document.find(Person, value)
            return person.name if person else ""
        if column.kind is Kind.CHOICE and column.choices is not None:
            return next((label for label, found in column.choices(self.place.document) if found == value), "")
        return f"{value:g}" if isinstance(value, float) else str(value)


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _sort_value(model: RegisterModel[Any], row: Any, column: Column[Any]) -> Any:
    if column.sort is not None:
        return column.sort(row, model.place)
    value = getattr(row, column.field) if column.field else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else model.text_of(row, column).casefold()


def _tip(model: RegisterModel[Any], row: Any, column: Column[Any]) -> str | None:
    text = column.tip(row, model.place) if column.tip else model.text_of(row, column)
    if len(text) < 20 and not column.tip:
        return None
    return plain_tip(text) if text else None


def _edit_value(model: RegisterModel[Any], row: Any, column: Column[Any]) -> Any:
    return getattr(row, column.field) if column.field else model.text_of(row, column)


def _spoken(model: RegisterModel[Any], row: Any, column: Column[Any]) -> str:
    return f"{column.title}: {visible(model.text_of(row, column)) or 'none'}"


_ANSWERS: dict[int, Callable[[RegisterModel[Any], Any, Column[Any]], Any]] = {
    int(Role.DisplayRole): lambda model, row, column: visible(model.text_of(row, column)),
    int(Role.EditRole): _edit_value,
    int(Role.ToolTipRole): _tip,
    int(Role.AccessibleTextRole): lambda model, row, column: _spoken(model, row, column),
    int(Role.TextAlignmentRole): lambda _, __, column: int(_alignment(column)),
    SORT: _sort_value,
    PILL: lambda model, row, column: column.pill(row, model.place) if column.pill else None,
    TONE: lambda model, row, column: column.tone(row, model.place) if column.tone else None,
    COLUMN: lambda _, __, column: column,
    ROW: lambda _, row, __: row,
}
