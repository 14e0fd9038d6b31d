"""The launches on Home as a table model: recent files and what was read from them."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from launchpad.app.launch_card import BrokenCard, Card, LaunchCard
from launchpad.app.recent_files import RecentFile
from launchpad.domain.wording import counted
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.shell.words import countdown, short_day

Index = QModelIndex | QPersistentModelIndex

CARD = Qt.ItemDataRole.UserRole
PINNED = Qt.ItemDataRole.UserRole + 1
PATH = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns."""

    NAME = 0
    DATE = 1
    READINESS = 2
    VERDICT = 3
    CONFIDENCE = 4
    PIN = 5


HEADERS = ("Launch", "Date", "Readiness and where it should be", "Outlook", "Confidence", "")
SHORT_HEADERS = ("Launch", "Date", "Readiness, expected", "Outlook", "Confidence", "")


class LaunchTable(QAbstractTableModel):
    """Files in their order; a file whose card is not read yet shows its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[RecentFile] = []
        self._cards: dict[Path, Card] = {}
        self._headers = HEADERS

    def shorten_headers(self, wanted: bool) -> None:
        """Say less above the columns, or more."""
        headers = SHORT_HEADERS if wanted else HEADERS
        if headers is not self._headers:
            self._headers = headers
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)

    def show_files(self, files: Sequence[RecentFile], known: Callable[[Path], Card | None]) -> None:
        """Show other files, with the cards that are known already."""
        self.beginResetModel()
        self._files = list(files)
        cards = {file.path: known(file.path) for file in files}
        self._cards = {path: card for path, card in cards.items() if card is not None}
        self.endResetModel()

    def show_card(self, card: Card) -> None:
        """Show what was read from a file."""
        self._cards[card.path] = card
        row = self.row_of(card.path)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, Column.PIN))

    def row_of(self, path: Path) -> int | None:
        """The row of a file, or None."""
        return next((row for row, file in enumerate(self._files) if file.path == path), None)

    def file(self, row: int) -> RecentFile:
        """The file in a row."""
        return self._files[row]

    def card(self, row: int) -> Card | None:
        """What was read from the file in a row; None while it is read."""
        return self._cards.get(self._files[row].path)

    def cards(self) -> tuple[LaunchCard, ...]:
        """The launches that could be read, in the order of rows."""
        found = (self._cards.get(file.path) for file in self._files)
        return tuple(card for card in found if isinstance(card, LaunchCard))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """As many as there are files."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, and the card for whoever paints it."""
        if not index.isValid():
            return None
        file = self._files[index.row()]
        card = self._cards.get(file.path)
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_text(column, file, card)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tool_tip(column, file, card))
        return {CARD: card, PINNED: file.pinned, PATH: file.path}.get(role)


def cell_text(column: Column, file: RecentFile, card: Card | None) -> str:
    """What a cell says, also to a screen reader."""
    if column is Column.PIN:
        return "pinned" if file.pinned else "not pinned"
    if isinstance(card, LaunchCard):
        return _TEXTS[column](card)
    if column is Column.NAME:
        return file.path.stem
    if column is Column.DATE:
        return card.problem if isinstance(card, BrokenCard) else "Reading…"
    return ""


def day_text(day: date) -> str:
    """A day with its year: 17 Mar 2026."""
    return f"{day.day} {day:%b %Y}"


def readiness_text(card: LaunchCard) -> str:
    """The score and where work should be."""
    if card.score is None:
        return "nothing to assess"
    expected = "" if card.expected is None else f", work {card.work:.0f}, expected {card.expected:.0f}"
    return f"{card.score:.0f} of 100{expected}"


def confidence_text(card: LaunchCard) -> str:
    """The chance of launch day."""
    if not card.is_in_flight or card.on_time is None:
        return "–" if not card.is_in_flight else "…"
    return f"{card.on_time * 100:.0f} % on the date"


def countdown_text(card: LaunchCard) -> str:
    """How far launch day is, in the plan's working days, and from which day if that is not today."""
    if not card.has_own_day:
        return countdown(card.days_left)
    return f"T{-card.days_left:+d} · as of {short_day(card.today)}".replace("-", "−")


_TEXTS: dict[Column, Callable[[LaunchCard], str]] = {
    Column.NAME: lambda card: card.name,
    Column.DATE: lambda card: f"{day_text(card.launch_date)}, {countdown_text(card)}",
    Column.READINESS: readiness_text,
    Column.VERDICT: lambda card: card.chip.text,
    Column.CONFIDENCE: confidence_text,
}


def _tool_tip(column: Column, file: RecentFile, card: Card | None) -> str:
    if column is Column.PIN:
        return "Unpin from the top" if file.pinned else "Pin to the top"
    if column in (Column.READINESS, Column.VERDICT) and isinstance(card, LaunchCard):
        return card.sentence
    if column is Column.CONFIDENCE and isinstance(card, LaunchCard) and card.on_time is not None:
        return f"In {card.on_time * 1000:.0f} of 1,000 runs of the plan, all must-haves are done by launch day."
    return str(file.path)


def summary(cards: Sequence[LaunchCard]) -> str:
    """How many launches are under way and when the next one is."""
    flying = [card for card in cards if card.is_in_flight]
    if not flying:
        return "None in flight"
    nearest = min(card.days_left for card in [card for card in flying if not card.has_own_day] or flying)
    when = "today" if nearest == 0 else f"in {counted(nearest, 'working day')}"
    return f"{len(flying)} in flight · next {when}"
