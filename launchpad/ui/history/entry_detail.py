"""What one edit changed, in words, and what can be done about it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.journal_pages import label_of_entry, source_text
from launchpad.domain.document import Document
from launchpad.domain.edit import Change
from launchpad.journal.difference import QUIET_FIELDS, field_differences, name_of
from launchpad.journal.entry import Entry
from launchpad.ui.history.journal_table import local_time
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.label import Label
from launchpad.ui.theme.icons import icon

MOST_ROWS = 60
"""Rows whose changes are written out."""
LONGEST = 300
"""Characters of a changed text that are shown."""
_IDENTITY = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


class EntryDetail(Card):
    """Shows an edit; it knows neither session nor file."""

    plan_asked = Signal(int)
    """Open the plan as it was after the edit with this number."""
    take_back_asked = Signal(int)
    """Undo the edit with this number only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = 0
        self._label = Label("", px=15, weight=600, wrap=True)
        self._about = Label("", tone="text2", wrap=True)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(2)
        self.open_button = QPushButton(icon("eye"), "Open as it was then")
        self.take_back_button = QPushButton(icon("undo-2"), "Undo this edit")
        self.open_button.setAccessibleName("Open the plan as it was then")
        self.open_button.clicked.connect(self._on_open)
        self.take_back_button.clicked.connect(self._on_take_back)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._changes)
        column.addStretch(1)
        area = ClearArea()
        area.setAccessibleName("What changed")
        area.setWidget(content)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.take_back_button)
        buttons.addStretch(1)
        for widget in (self._label, self._about):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self.body.addWidget(area, 1)

    def show_nothing(self) -> None:
        """No edit is chosen."""
        self._label.setText("Nothing chosen")
        self._about.setText("Choose an edit to see what it changed.")
        self._clear()
        self.open_button.setEnabled(False)
        self.take_back_button.setEnabled(False)

    def show_entry(self, entry: Entry, document: Document, *, can_change: bool, count: int | None = None) -> None:
        """Show an edit; names of rows are looked up in the plan as it is now.

        `count` is how many changes there are if the entry holds the first of them only.
        """
        self.show_head(entry, can_change=can_change)
        for change in entry.edit.changes[:MOST_ROWS]:
            self._show_change(change, document)
        left = (len(entry.edit.changes) if count is None else count) - MOST_ROWS
        if left > 0:
            self._changes.addSpacing(8)
            self._changes.addWidget(Label(f"and {left:,} more", tone="text2"))

    def show_head(self, entry: Entry, *, can_change: bool, instead: str = "") -> None:
        """Show an edit with a sentence instead of what it changed."""
        self._number = entry.number
        self._label.setText(label_of_entry(entry))
        when = f"Edit {entry.number}, {local_time(entry.when)}"
        stays = "\nPart of the record; it cannot be undone." if entry.permanent else ""
        self._about.setText(f"{when}\n{entry.who}, {source_text(entry.source)}{stays}")
        self.open_button.setEnabled(True)
        self.take_back_button.setEnabled(can_change and not entry.permanent)
        self._clear()
        if instead:
            self._changes.addWidget(Label(instead, tone="text2", wrap=True))

    def texts(self) -> list[str]:
        """The lines shown."""
        items = (self._changes.itemAt(place) for place in range(self._changes.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Label)]

    def _show_change(self, change: Change, document: Document) -> None:
        self._changes.addSpacing(6)
        head = name_of(change.row, document)
        if change.before is None or change.after is None:
            head = f"{head}: {'added' if change.before is None else 'removed'}"
        self._changes.addWidget(Label(_cut(head), weight=500, wrap=True))
        if change.before is None or change.after is None:
            return
        told = list(field_differences(change.before, change.after, document, document))
        loud = [each for each in told if each.field not in QUIET_FIELDS]
        for each in loud:
            self._changes.addWidget(Label(_cut(each.sentence), tone="text2", wrap=True))
        if not loud:
            self._changes.addWidget(Label("moved in its list", tone="text2"))

    def _clear(self) -> None:
        while (item := self._changes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _on_open(self) -> None:
        self.plan_asked.emit(self._number)

    def _on_take_back(self) -> None:
        self.take_back_asked.emit(self._number)


def _cut(text: str) -> str:
    """A text of a bearable length, in which rows that are gone are not shown by their ids."""
    named = _IDENTITY.sub("(removed since)", text)
    return named if len(named) <= LONGEST else f"{named[:LONGEST]}…"
