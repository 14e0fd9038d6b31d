"""The buttons that decide; each says its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomFont
from launchpad.ui.theme.fonts import font

ACROSS = 6
"""Columns of the grid: a short button takes two, a long one all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be decided: its name, its words, its key and how wide it is."""

    name: str
    words: str
    key: str
    tone: str
    wide: int = 2


class OutcomeButtons(QWidget):
    """Shows choices; the one that was made is filled with its tone."""

    chosen = Signal(str)
    """The name of a choice."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self._choices: tuple[Choice, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        sizes.changed.connect(self._grow)

    def show_choices(self, choices: Sequence[Choice], made: str) -> None:
        """Show what can be decided, and what was."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._rebuild()
        for choice in self._choices:
            button = self.buttons[choice.name]
            is_made = choice.name == made
            button.setProperty("outcome", choice.tone if is_made else "")
            button.setAccessibleName(f"{choice.words}, key {choice.key}{', chosen' if is_made else ''}")
            button.style().polish(button)
            button.setFont(font(self._sizes.px(Size.BODY)))  # polishing forgets the size
        self.setVisible(bool(choices))

    def _rebuild(self) -> None:
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        row = column = 0
        for choice in self._choices:
            if column + choice.wide > ACROSS:
                row, column = row + 1, 0
            self._grid.addWidget(self._button(choice), row, column, 1, choice.wide)
            column += choice.wide
        self._grow()

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(f"{choice.words}   {choice.key}", self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is its way
        RoomFont(button, self._sizes)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False, name=choice.name: self.chosen.emit(name))
        self.buttons[choice.name] = button
        button.show()
        return button

    def _grow(self) -> None:
        for button in self.buttons.values():
            button.setFixedHeight(self._sizes.length(40))
