"""The face of the room: head, agenda and stage, the same on the presenter's screen and on the projector."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from launchpad.app.day_text import offset_text
from launchpad.engines.calendar import calendar_of
from launchpad.ui.review_room.agenda_list import AgendaList
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.head import RoomHead
from launchpad.ui.review_room.page import Page
from launchpad.ui.review_room.pages.agenda import agenda_lines
from launchpad.ui.review_room.pages.words import outcome_of, outcome_pill
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.shell.words import long_day
from launchpad.ui.theme.fonts import font

AGENDA_WIDE, SIDE_WIDE = 292, 336
"""Pixels in the smallest window."""


class RoomFace(QWidget):
    """A window of the room. What stands at its right is given to it."""

    def __init__(self, sizes: Sizes, side: QWidget, stage: QWidget, *, has_buttons: bool) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sizes = sizes
        self.head = RoomHead(sizes, has_buttons=has_buttons)
        self.agenda = AgendaList(sizes)
        self._side = side
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.agenda)
        below.addWidget(stage, 1)
        below.addWidget(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(below, 1)
        sizes.changed.connect(self._grow)
        self._grow()

    def show_head(self, answers: RoomAnswers) -> None:
        """Show what is reviewed and where the verdict stands."""
        launch, gate = answers.document.launch, answers.preparation.gate
        offset = calendar_of(answers.document).offset_at_or_after(answers.today)
        self.head.title.setText("Launch review" if gate is None else f"{gate.key} review")
        self.head.about.setText(f"{launch.name} · {long_day(answers.today)} · {offset_text(offset)}")
        decided = outcome_of(answers.review.verdict)
        text, tone = outcome_pill(decided or answers.proposal)
        self.head.verdict.show_text(text if decided else f"{text}, says the model", tone)
        self.setWindowTitle(f"{self.head.title.text()} – {launch.name}")

    def show_agenda(self, answers: RoomAnswers, page: Page) -> None:
        """Show the agenda and where it stands."""
        self.agenda.show_lines(agenda_lines(answers, page.key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger window has larger texts."""
        super().resizeEvent(event)
        self.sizes.follow(event.size())

    def _grow(self) -> None:
        self.setFont(font(self.sizes.px(Size.BODY)))
        self.agenda.setFixedWidth(self.sizes.length(AGENDA_WIDE))
        self._side.setFixedWidth(self.sizes.length(SIDE_WIDE))
