"""A field that finds a task or gate by part of its title or key."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from launchpad.domain.document import Document
from launchpad.domain.visible import visible
from launchpad.ui.parts.completions import completions

MOST = 12


class TaskPicker(QLineEdit):
    """Completes titles and keys; tells the id of what was taken."""

    picked = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._document: Document | None = None
        self._without = ""
        self._ids: dict[str, str] = {}
        self._lines = QStringListModel(self)
        completer = completions(self._lines, MOST, self)
        completer.activated.connect(self._on_activated)
        self.setCompleter(completer)
        self.returnPressed.connect(self._on_return)

    def offer(self, document: Document, without: str) -> None:
        """Offer the tasks and gates of a plan but one. They are listed when the field is first used."""
        self._document, self._without, self._ids = document, without, {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list is made when it is needed."""
        self._fill()
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        if self._ids or self._document is None:
            return
        tasks = {visible(f"{task.title}  ·  {task.key}"): str(task.id) for task in self._document.tasks}
        gates = {visible(f"{gate.name}  ·  {gate.key}"): str(gate.id) for gate in self._document.gates}
        self._ids = {words: node for words, node in (tasks | gates).items() if node != self._without}
        self._lines.setStringList(list(self._ids))

    def _on_activated(self, words: str | QModelIndex) -> None:
        self._take(str(words))
        QTimer.singleShot(0, self, self.clear)  # once Qt has put the words into the field

    def _on_return(self) -> None:
        popup = self.completer().popup()
        if popup is not None and popup.isVisible():
            return
        typed = self.text().strip().casefold()
        found = [words for words in self._ids if typed in words.casefold()]
        exact = [words for words in found if words.rpartition("  ·  ")[2].casefold() == typed]
        if len(exact or found) == 1:
            self._take((exact or found)[0])

    def _take(self, words: str) -> None:
        node = self._ids.get(words)
        if node is not None:
            self.clear()
            self.picked.emit(node)
