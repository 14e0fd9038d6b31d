"""A field for a person: part of a name or id is enough."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from launchpad.domain.people import Person
from launchpad.domain.visible import visible
from launchpad.ui.parts.completions import completions

MOST = 10
"""Names that are seen at once."""


class PersonEdit(QLineEdit):
    """Completes names and ids of the people of a plan; empty is nobody."""

    chosen = Signal()
    """Somebody was taken from the list and stands in the field."""

    def __init__(self, name: str, people: Iterable[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("Nobody")
        self._keys: dict[str, str] = {}
        self._names = QStringListModel(self)
        completer = completions(self._names, MOST, self)
        completer.activated.connect(self._on_activated)
        self.setCompleter(completer)
        self.show_people(people)

    def show_people(self, people: Iterable[Person]) -> None:
        """Offer other people."""
        known = tuple(people)
        names = Counter(person.name for person in known)
        self._keys = {
            visible(f"{person.name} ({person.key})" if names[person.name] > 1 else person.name): person.key
            for person in known
        }
        self._names.setStringList(sorted(self._keys, key=str.casefold))

    def show_person(self, person: Person | None) -> None:
        """Show somebody."""
        keys = {key: shown for shown, key in self._keys.items()}
        self.setText("" if person is None else keys.get(person.key, person.name))
        self.setCursorPosition(0)

    def person_text(self) -> str:
        """What to look up: the id of somebody on the list, else what was typed."""
        typed = self.text().strip()
        if typed in self._keys:
            return self._keys[typed]
        close = [key for shown, key in self._keys.items() if shown.casefold().startswith(typed.casefold())]
        return close[0] if typed and len(close) == 1 else typed

    def offer(self) -> None:
        """Show the whole list."""
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down shows the list."""
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and (popup is None or not popup.isVisible()):
            self.completer().setCompletionPrefix("" if self.selectedText() == self.text() else self.text())
            self.completer().complete()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The whole name is selected, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def _on_activated(self, text: str) -> None:
        self.setText(text)
        self.chosen.emit()
