"""The rail at the left: all launches, the screens of this one, and its tracks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.shell.rail_item import RailItem
from launchpad.ui.shell.registry import AT_THE_FOOT, SCREENS

if TYPE_CHECKING:
    from launchpad.app.plan_facts import PlanFacts
    from launchpad.domain.document import Document

WIDTH = 200
HOME = "home"


class Rail(QFrame):
    """Says where we are and asks to go elsewhere; it shows counts, and knows nothing of the window."""

    asked = Signal(str)
    """The screen of this name, or `HOME`."""
    track_asked = Signal(str)
    """The track with this key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Places")
        self._items: dict[str, RailItem] = {}
        self._tracks: list[RailItem] = []
        self._shown_tracks: tuple[tuple[str, str], ...] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        area = ClearArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._places())
        layout.addWidget(area, 1)
        layout.addWidget(self._foot())
        self._edge = QFrame(self)
        self._edge.setObjectName("rail_edge")
        self._edge.setFixedHeight(1)
        layout.insertWidget(1, self._edge)
        self._show_edge(0, area.verticalScrollBar().maximum())
        area.verticalScrollBar().rangeChanged.connect(self._show_edge)

    def _show_edge(self, _least: int, most: int) -> None:
        """A line where places go on out of sight."""
        self._edge.setVisible(most > 0)

    def _places(self) -> QWidget:
        inner, layout = _column(11)
        layout.addWidget(self._place(HOME, "All launches", "house"))
        self._name = _heading()
        layout.addWidget(self._name)
        for entry in SCREENS:
            if entry.name not in AT_THE_FOOT:
                layout.addWidget(self._place(entry.name, entry.title, entry.icon))
        self._tracks_title = _heading("TRACKS")
        layout.addWidget(self._tracks_title)
        self._tracks_layout = QVBoxLayout()
        self._tracks_layout.setSpacing(0)
        layout.addLayout(self._tracks_layout)
        layout.addStretch(1)
        return inner

    def _foot(self) -> QWidget:
        foot, layout = _column(4)
        for entry in SCREENS:
            if entry.name in AT_THE_FOOT:
                layout.addWidget(self._place(entry.name, entry.title, entry.icon))
        return foot

    def _place(self, name: str, title: str, icon_name: str) -> RailItem:
        item = RailItem(title, icon_name)
        item.clicked.connect(partial(self._on_clicked, name))
        self._items[name] = item
        return item

    def _on_clicked(self, name: str, checked: bool = False) -> None:
        self.asked.emit(name)

    def item(self, name: str) -> RailItem:
        """The line of a screen, or of `HOME`."""
        return self._items[name]

    def show_launch(self, document: "Document | None") -> None:
        """Show the places of a launch; without one there is nowhere to go, and no rail."""
        self.setVisible(document is not None)
        self._tracks_title.setVisible(document is not None and bool(document.tracks))
        if document is not None:
            name = document.launch.name.upper()
            self._name.setText(self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 44))
            self._name.setToolTip(plain_tip(document.launch.name))
        self._show_tracks(document)

    def _show_tracks(self, document: "Document | None") -> None:
        wanted = tuple((track.key, track.name) for track in document.tracks) if document else ()
        if wanted == self._shown_tracks:
            return
        self._shown_tracks = wanted
        for item in self._tracks:
            item.deleteLater()
            self._tracks_layout.removeWidget(item)
        self._tracks = []
        for place, (key, name) in enumerate(wanted):
            item = RailItem(name, track=place)
            item.setToolTip(plain_tip(name))
            item.clicked.connect(partial(self._on_track_clicked, key))
            self._tracks_layout.addWidget(item)
            self._tracks.append(item)

    def _on_track_clicked(self, key: str, checked: bool = False) -> None:
        self.track_asked.emit(key)

    def show_facts(self, facts: "PlanFacts") -> None:
        """Show the counts."""
        self._count("checklist", facts.counts.open, f"{facts.counts.open} open", f"{facts.counts.open} open tasks")
        self._count("risks", facts.counts.open_risks, str(facts.counts.open_risks), f"{facts.counts.open_risks} open")
        busy = facts.overloaded or 0
        self._count("people", busy, str(busy), f"{busy} overloaded", "bad")

    def _count(self, name: str, count: int, text: str, said: str, tone: str = "text3") -> None:
        if name in self._items:
            self._items[name].show_count(text if count else "", said, tone)

    def show_here(self, name: str) -> None:
        """Mark the place we are at."""
        for each, item in self._items.items():
            item.setChecked(each == name)


def _column(top: int) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setObjectName("rail_column")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(9, top, 9, 9)
    layout.setSpacing(0)
    return frame, layout


def _heading(text: str = "") -> Label:
    label = Label(text, tone="text3", px=11, weight=600)
    label.setContentsMargins(11, 16, 6, 6)
    return label
