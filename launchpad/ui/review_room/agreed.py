"""What has been agreed in this review so far: conditions and actions, each on a slip."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchpad.domain.gate import Action, Condition
from launchpad.ui.parts.button_face import act_as_button
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.pages.words import due_text, name_of
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomText
from launchpad.ui.theme.manager import color


@dataclass(frozen=True, slots=True)
class Slip:
    """Something agreed: its row's key (``condition:ID``), its text, and who does it by when."""

    key: str
    text: str
    note: str
    is_loose: bool = False
    """Whether it lacks an owner or a date."""


class SlipCard(QFrame):
    """One slip; a click asks what can be done with it."""

    clicked = Signal()

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slip = Slip("", "", "")
        self._text = RoomText(sizes, Size.BODY, wrap=True)
        self._note = RoomText(sizes, Size.NOTE, tone="text2", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 9)
        layout.setSpacing(1)
        layout.addWidget(self._text)
        layout.addWidget(self._note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        act_as_button(self)

    def show_slip(self, slip: Slip) -> None:
        """Show another slip."""
        self.slip = slip
        self._text.setText(slip.text)
        self._note.setText(slip.note)
        self._note.set_tone("warn" if slip.is_loose else "text2")
        self.setAccessibleName(f"{slip.text}. {slip.note}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks."""
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slip, with a frame while it has the keyboard."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent"), 2) if self.hasFocus() else QPen(color("line"), 1))
            painter.setBrush(color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class SlipList(QWidget):
    """A title and slips; without any, nothing."""

    asked = Signal(str)
    """The key of a slip that was clicked."""

    def __init__(self, sizes: Sizes, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self.cards: list[SlipCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(RoomText(sizes, Size.LEAD, title, weight=600))

    def show_slips(self, slips: Sequence[Slip]) -> None:
        """Show other slips."""
        while len(self.cards) > len(slips):
            card = self.cards.pop()
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(slips):
            card = SlipCard(self._sizes, self)
            card.clicked.connect(lambda card=card: self.asked.emit(card.slip.key))
            self._layout.addWidget(card)
            self.cards.append(card)
        for card, slip in zip(self.cards, slips, strict=True):
            card.show_slip(slip)
            card.show()
        self.setVisible(bool(slips))


class Agreed(ClearArea):
    """Conditions above actions, the newest in view."""

    asked = Signal(str)

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Agreed in this review")
        self.condition_slips = SlipList(sizes, "Conditions")
        self.action_slips = SlipList(sizes, "Actions")
        self._count = 0
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for slips in (self.condition_slips, self.action_slips):
            slips.asked.connect(self.asked)
            layout.addWidget(slips)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_answers(self, answers: RoomAnswers) -> None:
        """Show what is agreed now."""
        self.condition_slips.show_slips([condition_slip(answers, row) for row in answers.conditions])
        self.action_slips.show_slips([action_slip(answers, row) for row in answers.actions])
        count = len(self.condition_slips.cards) + len(self.action_slips.cards)
        newest = self.action_slips.cards or self.condition_slips.cards
        if count > self._count and newest:
            self.ensureWidgetVisible(newest[-1])
        self._count = count


def condition_slip(answers: RoomAnswers, row: Condition) -> Slip:
    """A condition as a slip."""
    note = [name_of(answers.document, row.owner), due_text(row.due, answers.today)]
    note += [f"else {row.fallback}"] if row.fallback else []
    return Slip(f"condition:{row.id}", row.text, " · ".join(note), row.owner is None or row.due is None)


def action_slip(answers: RoomAnswers, row: Action) -> Slip:
    """An action as a slip."""
    note = [name_of(answers.document, row.owner), due_text(row.due, answers.today)]
    note += ["became a task"] if row.task is not None else []
    return Slip(f"action:{row.id}", row.text, " · ".join(note), row.owner is None)
