"""The list of changes as an item model: what differs, side by side, and what becomes of it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.homecoming.decisions import Choice
from launchpad.ui.homecoming.lines import FILTERS, Line, Words, lines_of
from launchpad.ui.parts.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE = int(Role.UserRole) + 1
"""The role of the line behind an index."""
CHOICE = int(Role.UserRole) + 2
"""The role of what was decided, a Choice."""


class Column(NamedTuple):
    """One column: its title, how it reads a line, and the color token of its text."""

    title: str
    read: Callable[[Words, Line], str]
    tone: str = "text"
    weight: int = 400


COLUMNS = (
    Column("Task", Words.title, weight=500),
    Column("Field", Words.field, "text2"),
    Column("When exported", Words.base, "text3"),
    Column("Mine now", Words.mine),
    Column("In the spreadsheet", Words.theirs, weight=600),
    Column("What it is", Words.kind),
    Column("What becomes of it", Words.decision, "text2"),
)
TASK, FIELD, BASE, MINE, THEIRS, KIND, DECISION = range(len(COLUMNS))


class ChangesModel(QAbstractTableModel):
    """Lines of one workbook, all of them or those that a filter keeps; decisions are made by `choose`."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "all"
        self.show_words(words)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._shown

    def count(self, name: str) -> int:
        """How many lines a filter keeps."""
        keep = _filter(name)
        return sum(1 for line in self._all if keep(line))

    def show_words(self, words: Words) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self.words = words
        self._all = lines_of(words.home)
        self._keep()
        self.endResetModel()

    def show_only(self, name: str) -> None:
        """Show the lines that a filter keeps."""
        self.beginResetModel()
        self._name = name
        self._keep()
        self.endResetModel()

    def _keep(self) -> None:
        keep = _filter(self._name)
        self._shown = tuple(line for line in self._all if keep(line))

    def choose(self, rows: Iterable[int], choice: Choice) -> None:
        """Decide about the lines in these rows, where there is something to decide."""
        places = [self._shown[row].place for row in rows if self._shown[row].offers]
        if self.words.decisions.choose(places, choice):
            self.tell_decided()

    def next_open(self, here: int) -> int | None:
        """The next row after `here`, around the end, that nobody decided about; None when there is none."""
        decisions = self.words.decisions
        order = (*range(here + 1, len(self._shown)), *range(min(here + 1, len(self._shown))))
        places = ((row, self._shown[row].place) for row in order if self._shown[row].offers)
        return next((row for row, place in places if decisions[place] is Choice.OPEN), None)

    def tell_decided(self) -> None:
        """Show decisions that were made elsewhere."""
        if self._shown:
            self.dataChanged.emit(self.index(0, DECISION), self.index(len(self._shown) - 1, DECISION))

    # --- Qt's questions ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The lines, and none below a line."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles; the last two columns speak for themselves."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Role.DisplayRole:
            return COLUMNS[section].title if section < KIND else ""
        if role == Role.AccessibleTextRole:
            return COLUMNS[section].title
        return _LEFT if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A side of a line as text, or what goes with it."""
        if not index.isValid():
            return None
        line, column = self._shown[index.row()], COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return column.read(self.words, line)
        if role == Role.AccessibleTextRole:
            return f"{column.title}: {column.read(self.words, line) or 'nothing'}"
        if role == Role.ToolTipRole:
            return _tip(column.read(self.words, line))
        if role == CHOICE:
            return self.words.decisions[line.place] if line.offers else Choice.NONE
        return line if role == LINE else None


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _filter(name: str) -> Callable[[Line], bool]:
    return next(each.keep for each in FILTERS if each.name == name)


def _tip(text: str) -> str | None:
    return plain_tip(text) if len(text) > 16 else None
