"""The collisions of all launches as lines with a sign."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from launchpad.app.collisions import Collision, CollisionKind
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.rule import Rule
from launchpad.ui.parts.sign import Sign

SIGNS = {
    CollisionKind.PEOPLE: "users",
    CollisionKind.DATES: "calendar-x",
    CollisionKind.EVENT: "triangle-alert",
}


class CollisionList(QWidget):
    """One line for each collision; without any it says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setSpacing(0)
        self._shown: tuple[Collision, ...] | None = None

    def show_collisions(self, found: Sequence[Collision]) -> None:
        """Show other collisions."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, collision in enumerate(found):
            self._layout.addWidget(_line(collision, place + 1 < len(found)))
        if not found:
            text = "No dates within ten working days of each other, nobody booked too much, no event near a launch day."
            self._layout.addWidget(Label(text, tone="text2", wrap=True))
        self._layout.addStretch(1)

    def texts(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(collision.text for collision in self._shown or ())


def _line(collision: Collision, has_next: bool) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 8, 0, 8)
    layout.setSpacing(10)
    layout.addWidget(Sign(SIGNS[collision.kind], "bad" if collision.is_severe else "warn"))
    layout.addWidget(Label(collision.text, wrap=True), 1)
    if not has_next:
        return line
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(line)
    column.addWidget(Rule())
    return box
