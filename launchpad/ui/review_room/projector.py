"""The second window: what the room sees, larger, without what is only the presenter's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from launchpad.ui.review_room.agreed import Agreed
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.face import RoomFace
from launchpad.ui.review_room.page import Page
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.stage import Stage

LARGER = 1.125
"""How much larger than on the presenter's own screen."""


class Projector(RoomFace):
    """Follows a room. It has no field, no button and no private note; its keys are the room's."""

    key_pressed = Signal(object)
    """A QKeyEvent that is the room's."""
    closed = Signal()

    def __init__(self) -> None:
        sizes = Sizes(LARGER)
        self.stage = Stage(sizes)
        self.agreed = Agreed(sizes)
        side = QFrame()
        side.setObjectName("side")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addWidget(self.agreed)
        super().__init__(sizes, side, self.stage, has_buttons=False)
        sizes.setParent(self)
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def follow(self, answers: RoomAnswers, page: Page) -> None:
        """Show what the room shows."""
        self.show_head(answers)
        self.setWindowTitle(f"{self.windowTitle()} – projector")
        self.show_agenda(answers, page)
        self.stage.show_page(page)
        self.agreed.show_answers(answers)
        self._side.setVisible(bool(answers.conditions or answers.actions))

    def show_time(self, part: int, planned: int, total: int, is_running: bool) -> None:
        """Show the clock."""
        self.head.show_time(part, planned, total, is_running=is_running)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys pressed here are the room's."""
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        self.closed.emit()
        super().closeEvent(event)
