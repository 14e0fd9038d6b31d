"""A card with a short list: a title with a link to the whole of it, and rows that lead somewhere."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from launchpad.ui.parts.card import Card
from launchpad.ui.parts.click_row import ClickRow
from launchpad.ui.parts.dot import Dot
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.plain_tip import plain_tip

MOST = 5
"""Rows of a list."""


class ListRow(ClickRow):
    """A title over a quiet line, with a dot before and a pill behind; `target` is where it leads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.target: object = None
        self.dot = Dot()
        self.title = ElidedLabel(weight=500)
        self.note = ElidedLabel(px=12, tone="text2")
        self.pill = Pill()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        self.line.addWidget(self.dot)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.pill)

    def show_entry(self, entry: "Entry") -> None:
        """Show another entry."""
        self.target = entry.target
        self.dot.setVisible(bool(entry.dot))
        self.dot.show_tone(entry.dot or "text3")
        self.title.setText(entry.title)
        self.note.setText(entry.note)
        self.pill.show_text(*entry.pill)
        told = (entry.title, entry.note.removesuffix("."), entry.pill[0])
        self.setAccessibleName(". ".join(filter(None, told)))
        self.setToolTip(plain_tip(entry.tip) if entry.tip else "")


class Entry(NamedTuple):
    """What a row shows; without a `target` it leads to the whole list instead."""

    title: str
    note: str
    pill: tuple[str, str]
    target: object = None
    dot: str = ""
    tip: str = ""


class ListCard(Card):
    """A title with a link to the whole list, and the first rows."""

    all_asked = Signal()
    asked = Signal(object)
    """The target of a row that was clicked."""

    def __init__(self, title: str, parent: QWidget | None = None, *, most: int = MOST) -> None:
        super().__init__(title, parent=parent)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self.all_asked)
        self.head.addWidget(self.more)
        self.body.setContentsMargins(8, 10, 8, 8)
        self.body.setSpacing(2)
        self.head.setContentsMargins(8, 0, 0, 0)
        self.rows = [ListRow(self) for _ in range(most)]
        for row in self.rows:
            row.clicked.connect(partial(self._on_clicked, row))
            self.body.addWidget(row)
        self.otherwise = Label(tone="text3", wrap=True)
        self.otherwise.setContentsMargins(8, 4, 8, 4)
        self.body.addWidget(self.otherwise)
        self.body.addStretch(1)

    def show_entries(self, entries: Sequence[Entry], otherwise: str) -> None:
        """Show the first entries, or a sentence when there are none."""
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(entries))
            if place < len(entries):
                row.show_entry(entries[place])
        self.otherwise.setText(otherwise)
        self.otherwise.setVisible(not entries)

    def _on_clicked(self, row: ListRow, checked: bool = False) -> None:
        if row.target:
            self.asked.emit(row.target)
        else:
            self.all_asked.emit()
