"""What is to be seen of the journal: by words, person, source or task."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from launchpad.app.journal_pages import SOURCES, JournalFilter
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.label import Label
from launchpad.ui.theme.icons import icon

DEBOUNCE = 200
"""Milliseconds of quiet before a typed filter counts."""
EVERYBODY = "Everybody"
EVERYWHERE = "From everywhere"


class FilterBar(QWidget):
    """A field for words and two lists; a filter by task comes from elsewhere and can be taken off here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = ""
        self.text = QLineEdit()
        self.text.setPlaceholderText("Filter the history")
        self.text.setAccessibleName("Filter the history")
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(320)
        self.who = _choice("Person", EVERYBODY)
        self.source = _choice("Where edits came from", EVERYWHERE)
        for kind, words in SOURCES.items():
            self.source.addItem(words, kind)
        self.about = QPushButton()
        self.about.setIcon(icon("x"))
        self.about.setCheckable(False)
        self.about.hide()
        self.count = Label("", tone="text2")
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for widget in (self.who, self.source, self.about):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.changed)
        self.text.textChanged.connect(self._timer.start)
        self.who.currentIndexChanged.connect(self.changed)
        self.source.currentIndexChanged.connect(self.changed)
        self.about.clicked.connect(self._on_about_off)

    def wanted(self) -> JournalFilter:
        """What is asked for."""
        who, source = self.who.currentData() or "", self.source.currentData() or ""
        return JournalFilter(self.text.text().strip(), who, source, self._row)

    def show_people(self, names: Iterable[str]) -> None:
        """Offer people to choose from; whoever is chosen stays."""
        known = {self.who.itemData(place) for place in range(self.who.count())}
        for name in names:
            if name not in known:
                self.who.addItem(name, name)

    def show_row(self, row_id: str, name: str) -> None:
        """Show only what happened to one row, a task for example."""
        self._row = row_id
        self.about.setText(f"About {name[:40]}")
        self.about.setAccessibleName(f"Stop filtering by {name}")
        self.about.setVisible(bool(row_id))
        self.changed.emit()

    def _on_about_off(self) -> None:
        self.show_row("", "")


def _choice(name: str, all_of_it: str) -> QComboBox:
    box = QComboBox()
    name_choice(box, name)
    box.addItem(all_of_it, "")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
