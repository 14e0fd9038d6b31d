"""The one line in which everything is typed in the room: what it asks for now, and what becomes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomText


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question: its name, a hint, and what takes the answer and says whether it was good.

    With `stays` it asks again for the next one; `offers` are answers to choose from; `text` stands there already.
    """

    name: str
    hint: str
    take: Callable[[str], bool]
    stays: bool = False
    offers: Sequence[str] = ()
    text: str = ""


class PromptLine(QWidget):
    """Enter answers; Esc, or Enter on nothing, goes back to the usual question and gives the keyboard away."""

    left = Signal()
    """The keyboard is wanted elsewhere."""

    def __init__(self, sizes: Sizes, usual: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self._name = RoomText(sizes, Size.NOTE, tone="accent", weight=600)
        self.field = _Line()
        self.field.returnPressed.connect(self._on_return)
        self.field.escaped.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._name)
        layout.addWidget(self.field)
        self._show(usual)

    def ask(self, prompt: Prompt) -> None:
        """Ask something, and take the keyboard."""
        self._show(prompt)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._name.setText(prompt.name)
        self._name.setVisible(prompt is not self._usual)
        self.field.setPlaceholderText(prompt.hint)
        self.field.setAccessibleName(prompt.name)
        self.field.setText(prompt.text)
        self.field.setCompleter(_completer(prompt.offers, self) if prompt.offers else None)  # type: ignore[arg-type]

    def _on_return(self) -> None:
        text = self.field.text().strip()
        if not text:
            self._leave()
        elif self._prompt.take(text):
            self.field.clear()
            if not self._prompt.stays:
                self._leave()

    def _leave(self) -> None:
        self._show(self._usual)
        self.left.emit()


class _Line(QLineEdit):
    """Esc lets go."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go, whatever was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _completer(offers: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(offers), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
