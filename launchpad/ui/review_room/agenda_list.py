"""The agenda at the left of the room: what is talked about, in order, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomDot, RoomLine, RoomPill, RoomSign, RoomText
from launchpad.ui.theme.manager import color


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """A part of the agenda as it is shown: `dot` is a tone, `number` a score, `sign` an icon and its tone for what
    came of it, `pill` the same in words where there is room, `said` for who cannot see it."""

    key: str
    title: str
    dot: str = ""
    number: str = ""
    sign: tuple[str, str] | None = None
    pill: tuple[str, str] = ("", "neutral")
    said: str = ""
    is_current: bool = False


class AgendaRow(QAbstractButton):
    """One part; the arrows lead here, so that Tab need not."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._sizes = sizes
        self.key = ""
        self._dot = RoomDot(sizes, Size.BODY)
        self._title = RoomLine(sizes, Size.BODY)
        self._number = RoomText(sizes, Size.BODY, tone="text2")
        self._sign = RoomSign(sizes)
        self._pill = RoomPill(sizes)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(10)
        self._line.addWidget(self._dot)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self._number)
        self._line.addWidget(self._sign)
        self._line.addWidget(self._pill)
        sizes.changed.connect(self._grow)
        self._grow()

    def show_line(self, line: AgendaLine) -> None:
        """Show another part."""
        self.key = line.key
        self._dot.setVisible(bool(line.dot))
        self._dot.show_tone(line.dot or "text3")
        self._title.setText(line.title)
        self._title.set_tone("text" if line.is_current else "text2")
        self._number.setText(line.number)
        self._sign.setVisible(line.sign is not None)
        if line.sign is not None:
            self._sign.show_icon(*line.sign)
        self._pill.show_text(*line.pill)
        self._pill.setVisible(bool(line.pill[0]))
        self.setChecked(line.is_current)
        self.setAccessibleName(", ".join(part for part in (line.title, line.number, line.pill[0], line.said) if part))
        self.update()

    def nextCheckState(self) -> None:
        """Whoever shows the agenda says where it stands."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the part that is talked about, or the pointer's."""
        if not (self.isChecked() or self.underMouse()):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("text3"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(color("surface" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _grow(self) -> None:
        above = self._sizes.length(7)
        self._line.setContentsMargins(self._sizes.length(14), above, self._sizes.length(14), above)


class AgendaList(QScrollArea):
    """All parts; a click goes there."""

    asked = Signal(str)
    """The key of a part."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Agenda")
        self._sizes = sizes
        self.rows: list[AgendaRow] = []
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(12, 18, 12, 12)
        around.setSpacing(6)
        title = RoomText(sizes, Size.NOTE, "AGENDA", tone="text3", weight=600)
        title.setContentsMargins(14, 0, 0, 4)
        around.addWidget(title)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        around.addLayout(self._list)
        around.addStretch(1)
        self.setWidget(inside)

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show another agenda or another place on it."""
        while len(self.rows) > len(lines):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(lines):
            self._add()
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line)
            if line.is_current:
                self.ensureWidgetVisible(row, 0, 40)

    def _add(self) -> None:
        row = AgendaRow(self._sizes, self.widget())
        row.clicked.connect(lambda _checked=False, row=row: self.asked.emit(row.key))
        self._list.addWidget(row)
        row.show()
        self.rows.append(row)
