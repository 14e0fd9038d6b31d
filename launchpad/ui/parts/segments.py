"""A row of joined buttons of which one is down: a choice that is always in sight."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class Segments(QFrame):
    """Offers names with their titles. Left and right move among them, as in a row of radio buttons."""

    chosen = Signal(str)
    """The name that is down now, because somebody pressed it."""

    def __init__(self, offered: Iterable[tuple[str, str]], what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(what)
        self.setObjectName("segments")
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for name, title in offered:
            button = QPushButton(title)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # the group is that already; this says so to screen readers
            button.setObjectName(name)
            self._buttons[name] = button
            self._group.addButton(button)
            layout.addWidget(button)
        ends = list(self._buttons.values())
        for button in ends:
            button.setProperty("segment", "first" if button is ends[0] else "last" if button is ends[-1] else "middle")
        ends[0].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def button(self, name: str) -> QPushButton:
        """The button of a name."""
        return self._buttons[name]

    @property
    def current(self) -> str:
        """The name that is down."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Press a button without telling."""
        self._buttons[name].setChecked(True)

    def show_title(self, name: str, title: str, accessible: str = "") -> None:
        """Give a button another title."""
        self._buttons[name].setText(title)
        self._buttons[name].setAccessibleName(accessible or title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right press the neighbor."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        usable = [name for name, button in self._buttons.items() if button.isEnabled()]
        place = usable.index(self.current) + step
        if 0 <= place < len(usable):
            self._buttons[usable[place]].setFocus()
            self._buttons[usable[place]].click()

    def _on_clicked(self, button: QPushButton) -> None:
        self.chosen.emit(button.objectName())
