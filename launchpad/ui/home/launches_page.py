"""The launches that were opened lately: how each stands, when they fall and where they collide."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.card_reader import CardReader
from launchpad.app.collisions import collisions
from launchpad.app.launch_card import Card, LaunchCard
from launchpad.app.recent_files import RecentFile
from launchpad.app.today import local_today
from launchpad.scenes.launch_calendar import Line, Occasion
from launchpad.ui.home.calendar_chart import CalendarChart
from launchpad.ui.home.collision_list import CollisionList
from launchpad.ui.home.launch_delegate import HEIGHT
from launchpad.ui.home.launch_table import LaunchTable, summary
from launchpad.ui.home.launch_view import LaunchView
from launchpad.ui.parts.card import Card as Sheet
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.label import Label
from launchpad.ui.theme.icons import icon

WIDEST = 1260
"""Pixels of the content on a wide window."""
LEAST_ROWS = 3
BELOW = 236
"""Pixels of the calendar and the collisions at least."""
AROUND = 32 + 24 + 2 * 16 + 56
"""Pixels above, between and under the list and what is below it."""
REST = 50
"""Milliseconds after which the files are read: the page is painted first."""


class LaunchesPage(QWidget):
    """A list of files over a calendar and the collisions of their launches."""

    new_asked = Signal()
    choose_asked = Signal()
    """Open a file that is not on the list."""
    import_asked = Signal()
    """Make a launch of another program's plan."""
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self._reader = CardReader(self)
        self._reader.card_read.connect(self._on_card_read)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._read_files)
        self.table = LaunchTable(self)
        self.view = LaunchView(self.table)
        self.calendar = CalendarChart()
        self.calendar.chosen.connect(self._on_bar_chosen)
        self.collisions = CollisionList()
        sides = QHBoxLayout(self)
        sides.setContentsMargins(24, 0, 24, 0)
        sides.addStretch(1)
        sides.addWidget(self._content(), 1000)
        sides.addStretch(1)

    # --- what stands where -----------------------------------------------------------------------------------------

    def _content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 32, 0, 24)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._list())
        column.addWidget(self._below())
        column.addStretch(1)
        return content

    def _head(self) -> QHBoxLayout:
        self._summary = Label("", tone="text2")
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(Label("Launches", px=22, weight=700))
        titles.addWidget(self._summary)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(titles)
        head.addStretch(1)
        sample = self._button("Open the sample", self.sample_asked.emit)
        sample.setProperty("kind", "quiet")
        head.addWidget(sample)
        head.addWidget(self._button("Open…", self.choose_asked.emit))
        head.addWidget(self._button("Import a plan…", self.import_asked.emit))
        new = self._button("New launch", self.new_asked.emit)
        new.setProperty("kind", "primary")
        new.setIcon(icon("plus", "on_accent"))
        head.addWidget(new)
        return head

    def _button(self, text: str, asked: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(asked)
        return button

    def _list(self) -> QWidget:
        sheet = Sheet()
        sheet.body.setContentsMargins(1, 1, 1, 1)
        sheet.body.addWidget(self.view)
        return sheet

    def _below(self) -> QWidget:
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(_scrolling("Launch calendar", self.calendar), 19)
        row.addWidget(_scrolling("Collisions", self.collisions), 10)
        self._calendar_and_collisions = below
        return below

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_files(self, files: Sequence[RecentFile]) -> None:
        """List other files and read those that are new or changed; what was chosen stays so."""
        chosen = self._chosen()
        self._files = tuple(file.path for file in files)
        self.table.show_files(files, self._reader.card)
        self._show_around()
        self._choose(chosen)
        self._later.start()

    def _read_files(self) -> None:
        self._reader.ask(self._files)

    def _on_card_read(self, card: Card) -> None:
        self.table.show_card(card)
        self._show_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.height() - AROUND
        listed = min(self.view.content_height(), max(room - BELOW, LEAST_ROWS * HEIGHT))
        self.view.setFixedHeight(listed)
        below = max(self.calendar.sizeHint().height(), self.collisions.sizeHint().height()) + 72
        self._calendar_and_collisions.setFixedHeight(max(BELOW, min(below, room - listed)))

    def _show_around(self) -> None:
        cards = self.table.cards()
        self._summary.setText(summary(cards))
        by_day = self._by_day()
        today = _today_of(cards)
        lines = [Line(card.name, card.chip.tone, card.start, card.launch_date) for card in by_day]
        self.calendar.show_launches(lines, _occasions(by_day), today)
        self.collisions.show_collisions(collisions(cards))
        self._fit()

    def _by_day(self) -> list[LaunchCard]:
        flying = [card for card in self.table.cards() if card.is_in_flight]
        return sorted(flying, key=lambda card: (card.launch_date, card.name))

    # --- what is chosen --------------------------------------------------------------------------------------------

    def _chosen(self) -> Path | None:
        row = self.view.currentIndex().row()
        return self.view.path(row) if row >= 0 else None

    def _choose(self, path: Path | None) -> None:
        row = self.table.row_of(path) if path is not None else None
        if self.table.rowCount():
            self.view.selectRow(row or 0)

    def _on_bar_chosen(self, row: int) -> None:
        self._choose(self._by_day()[row].path)
        self.view.setFocus()


def _scrolling(title: str, widget: QWidget) -> Sheet:
    sheet = Sheet(title)
    area = ClearArea()
    area.setAccessibleName(title)
    area.setWidget(widget)
    sheet.body.addWidget(area)
    return sheet


def _occasions(cards: Sequence[LaunchCard]) -> list[Occasion]:
    found = {
        (event.name, event.first, event.last): Occasion(event.name, event.first, event.last, event.is_rival)
        for card in cards
        for event in card.events
    }
    return list(found.values())


def _today_of(cards: Sequence[LaunchCard]) -> date:
    """The day the launches are judged on: the sample's own while it is alone."""
    days = {card.today for card in cards}
    return days.pop() if len(days) == 1 else local_today()
