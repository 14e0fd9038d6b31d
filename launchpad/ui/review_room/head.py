"""The head of the room: what is reviewed, the clock, the verdict, and the two buttons that end a sitting."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomFont, RoomLine, RoomPill, RoomText


class RoomHead(QFrame):
    """Shows what it is given; the buttons' work is the room's. The projector has no buttons."""

    def __init__(self, sizes: Sizes, *, has_buttons: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._sizes = sizes
        self.title = RoomText(sizes, Size.LEAD, weight=650)
        self.about = RoomLine(sizes, Size.BODY, tone="text2")
        self.part = RoomText(sizes, Size.BODY, tone="text2")
        self.total = RoomText(sizes, Size.LEAD)
        self.verdict = RoomPill(sizes)
        self.pause = QPushButton("Pause", self)
        self.finish = QPushButton("Finish and save pack", self)
        self.finish.setProperty("kind", "primary")
        self._line = QHBoxLayout(self)
        self._line.setSpacing(14)
        self._line.addWidget(self.title)
        self._line.addWidget(self.about, 1)
        for widget in (self.part, self.total, self.verdict):
            self._line.addWidget(widget)
        for button in (self.pause, self.finish):
            RoomFont(button, sizes)
            button.setVisible(has_buttons)
            if has_buttons:
                self._line.addWidget(button)
        sizes.changed.connect(self._grow)
        self._grow()

    def show_time(self, part: int, planned: int, total: int, *, is_running: bool) -> None:
        """Show seconds: of this part, planned for it (0: none), and of the meeting."""
        over = bool(planned) and part > planned
        self.part.setText(f"{clock_text(part)} of {planned // 60} min" if planned else clock_text(part))
        self.part.set_tone("warn" if over else "text2")
        self.part.setAccessibleName(f"This part: {self.part.text()}{', over its time' if over else ''}")
        self.total.setText(clock_text(total))
        self.total.set_tone("text" if is_running else "text3")
        self.total.setAccessibleName(f"The meeting: {clock_text(total)}{'' if is_running else ', paused'}")
        self.pause.setText("Pause" if is_running else "Go on")

    def _grow(self) -> None:
        self.setFixedHeight(self._sizes.length(60))
        side = self._sizes.length(24)
        self._line.setContentsMargins(side, 0, side, 0)


def clock_text(seconds: int) -> str:
    """Seconds as a clock shows them: ``18:42``, ``1:02:09``."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"
