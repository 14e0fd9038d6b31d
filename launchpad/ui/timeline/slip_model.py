"""Slips as a tree: tracks with their summary, and their tasks below them; sorted by any column."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.baseline_answers import slip_text, track_summary
from launchpad.app.day_text import day_text
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.engines.schedule.slips import Slip, TrackSlip
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.titles import title_data
from launchpad.ui.theme.manager import color

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Row = TrackSlip | Slip
R = TypeVar("R", bound=TrackSlip | Slip)

TITLES = ("Task", "Baseline", "Now", "Slip", "Forecast", "Forecast slip")
TASK, THEN, NOW, SLIP, FORECAST, FORECAST_SLIP = range(len(TITLES))
WIDTHS = (360, 100, 100, 70, 100, 110)
_FIELDS: dict[int, Callable[[Row], Any]] = {
    THEN: lambda row: row.baseline,
    NOW: lambda row: row.now,
    SLIP: lambda row: row.days,
    FORECAST: lambda row: row.forecast,
    FORECAST_SLIP: lambda row: row.forecast_days,
}


class SlipModel(QAbstractItemModel):
    """Tracks in the order of the plan and their tasks in theirs, until a column is sorted by; gaps come last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: TaskFacts | None = None
        self._given: Sequence[TrackSlip] = ()
        self._tracks: list[TrackSlip] = []
        self._rows: list[list[Slip]] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, tracks: Sequence[TrackSlip], facts: TaskFacts) -> None:
        """Show other slips, sorted as before."""
        self.beginResetModel()
        self._given, self._facts = tracks, facts
        self._arrange()
        self.endResetModel()

    def task_at(self, index: Index) -> str:
        """The id of the task in a row; empty for a track."""
        row = self.row_at(index)
        return row.task if isinstance(row, Slip) else ""

    def row_at(self, index: Index) -> Row | None:
        """What stands in a row."""
        if not index.isValid():
            return None
        place = index.internalId()
        return self._tracks[index.row()] if place == 0 else self._rows[place - 1][index.row()]

    # --- Qt's questions ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """A track's index has the id 0, a task's that of its track's row, counted from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """The track of a task."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Tracks, and the tasks of each."""
        if not parent.isValid():
            return len(self._tracks)
        is_track = parent.internalId() == 0 and parent.column() == 0
        return len(self._rows[parent.row()]) if is_track else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The columns."""
        return len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles."""
        return title_data(TITLES, section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; later is told by its sign and its color."""
        row = self.row_at(index)
        if row is None or self._facts is None:
            return None
        text = self.text(row, index.column())
        if role == Role.DisplayRole:
            return text
        if role == Role.ToolTipRole and index.column() == TASK:
            return plain_tip(text)
        if role == Role.AccessibleTextRole:
            return f"{TITLES[index.column()]}: {text or 'none'}"
        if role == Role.ForegroundRole and index.column() in (SLIP, FORECAST_SLIP):
            days = _FIELDS[index.column()](row)
            return color("text2" if not days else "bad" if days > 0 else "ok")
        return None

    def text(self, row: Row, column: int) -> str:
        """The words of a cell."""
        assert self._facts is not None
        if column == TASK:
            return self._title(row, self._facts)
        value = _FIELDS[column](row)
        if column in (SLIP, FORECAST_SLIP):
            return slip_text(value)
        if value is None:
            return "new" if column == THEN and isinstance(row, Slip) else ""
        return day_text(value, self._facts.today)

    def _title(self, row: Row, facts: TaskFacts) -> str:
        if isinstance(row, TrackSlip):
            return f"{facts.document.table(Track)[row.track].name} · {track_summary(row)}"
        task = facts.document.find(Task, row.task)
        return "" if task is None else f"{task.title} ({task.key})"

    # --- sorting -----------------------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort tracks, and tasks within theirs; below 0: the order of the plan."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.row_at(index)) for index in self.persistentIndexList()]
        self._sorted = column, order
        self._arrange()
        places = {id(row): index for row, index in self._all_places()} if kept else {}
        for index, row in kept:
            found = places[id(row)]
            self.changePersistentIndex(index, self.createIndex(found[0], index.column(), found[1]))
        self.layoutChanged.emit()

    def _all_places(self) -> list[tuple[Row, tuple[int, int]]]:
        tracks: list[tuple[Row, tuple[int, int]]] = [(row, (n, 0)) for n, row in enumerate(self._tracks)]
        tasks = [(row, (n, place + 1)) for place, rows in enumerate(self._rows) for n, row in enumerate(rows)]
        return [*tracks, *tasks]

    def _arrange(self) -> None:
        self._tracks = self._in_order(self._given)
        self._rows = [self._in_order(track.slips) for track in self._tracks]

    def _in_order(self, rows: Sequence[R]) -> list[R]:
        column, order = self._sorted
        if column < 0:
            return list(rows)
        key = self._title_key if column == TASK else _FIELDS[column]
        keyed = [(key(row), row) for row in rows]
        known = [each for each in keyed if each[0] is not None]
        known.sort(key=itemgetter(0), reverse=order is Qt.SortOrder.DescendingOrder)
        return [*(row for _, row in known), *(row for found, row in keyed if found is None)]

    def _title_key(self, row: Row) -> str:
        return self.text(row, TASK).casefold()

    def copied(self) -> str:
        """All of it as lines of tab-separated texts: tracks, then their tasks, each with its track."""
        lines = ["\t".join(("Track", *TITLES))]
        for place, track in enumerate(self._tracks):
            assert self._facts is not None
            name = self._facts.document.table(Track)[track.track].name
            rows: list[Row] = [track, *self._rows[place]]
            for row in rows:
                title = track_summary(row) if isinstance(row, TrackSlip) else self.text(row, TASK)
                lines.append("\t".join((name, title, *(self.text(row, column) for column in range(1, len(TITLES))))))
        return "\n".join(lines)
