"""Lists of the room: a title, and rows that are read from afar and walked by the arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.domain.enums import TaskStatus
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomLine, RoomPill, RoomSign, RoomText
from launchpad.ui.theme.manager import color

NARROW = 560
"""Pixels of a row, in the smallest window, under which its note stands below its title."""
INDENT = 8
"""Pixels by which texts stand inside the frame of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a row says. `key` is what it is about, if something can be done with it; `sign` is an icon and its tone."""

    title: str
    note: str = ""
    key: str = ""
    sign: tuple[str, str] | None = None
    right: str = ""
    pill: tuple[str, str] = ("", "neutral")
    status: TaskStatus | None = None
    """Whose sign stands in the pill."""
    tip: str = ""
    is_long: bool = False
    """Whether its title is a sentence that takes as many lines as it needs."""

    @property
    def said(self) -> str:
        """The row as it is read aloud."""
        return ". ".join(part for part in (self.title, self.note, self.right, self.pill[0]) if part)


class FactRow(QWidget):
    """One row over a hairline; the one the arrows stand on has a frame."""

    clicked = Signal()

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self.fact = Fact(title="")
        self.is_current = self.has_keyboard = False
        self._sign = RoomSign(sizes)
        self._title = RoomLine(sizes, Size.LEAD, weight=500)
        self._note = RoomLine(sizes, Size.NOTE, tone="text2", parent=self)
        self._right = RoomText(sizes, Size.BODY, tone="text2")
        self._pill = RoomPill(sizes)
        self._sentence = RoomText(sizes, Size.LEAD, weight=500, wrap=True)
        self._words = QGridLayout()
        self._words.setHorizontalSpacing(12)
        self._words.setVerticalSpacing(1)
        self._words.addWidget(self._title, 0, 0)
        self._words.addWidget(self._sentence, 2, 0)
        self._is_narrow: bool | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(INDENT, 8, INDENT, 9)
        line.setSpacing(12)
        line.addWidget(self._sign)
        line.addLayout(self._words, 1)
        line.addWidget(self._right)
        line.addWidget(self._pill)
        sizes.changed.connect(self._arrange_anew)

    def show_fact(self, fact: Fact) -> None:
        """Show another fact."""
        self.fact = fact
        self._sign.setVisible(fact.sign is not None)
        if fact.sign is not None:
            self._sign.show_icon(*fact.sign)
        self._title.setText(fact.title)
        self._title.setVisible(not fact.is_long)
        self._sentence.setText(fact.title if fact.is_long else "")
        self._sentence.setVisible(fact.is_long)
        self._note.setText(fact.note)
        self._note.setVisible(bool(fact.note))
        self._right.setText(fact.right)
        self._right.setVisible(bool(fact.right))
        self._pill.show_text(*fact.pill)
        self._pill.show_status(fact.status)
        self._pill.setVisible(bool(fact.pill[0]))
        self.setAccessibleName(fact.said)
        self.setToolTip(plain_tip(fact.tip) if fact.tip else "")
        self._arrange_anew()

    def show_current(self, is_current: bool, has_keyboard: bool) -> None:
        """Have the arrows, or lose them; without the keyboard the frame is quiet."""
        if (is_current, has_keyboard) != (self.is_current, self.has_keyboard):
            self.is_current, self.has_keyboard = is_current, has_keyboard
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow row has two lines."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange_anew(self) -> None:
        self._is_narrow = None
        self._arrange()

    def _arrange(self) -> None:
        room = self._words.geometry().width() or self.width()
        wanted = self._title.sizeHint().width() + self._note.sizeHint().width() + 12
        narrow = self.fact.is_long or wanted > room or self.width() < self._sizes.length(NARROW)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._words.removeWidget(self._note)
        self._words.addWidget(self._note, *((3, 0) if narrow else (0, 1)))
        self._words.setColumnStretch(0, 1 if narrow else 0)
        self._words.setColumnStretch(1, 0 if narrow else 1)
        self._words.setColumnMinimumWidth(0, 0 if narrow else self._title.sizeHint().width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the arrows here."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline, and the frame of the current row."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
            if self.is_current:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(color("accent" if self.has_keyboard else "text3"), 2))
                painter.setBrush(color("accent_tint"))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 6, 6)


class FactList(QWidget):
    """A titled list; without a fact it says a sentence instead, without that it is not there."""

    clicked = Signal(str)
    """The key of a row."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self.rows: list[FactRow] = []
        self.title = RoomText(sizes, Size.BODY, tone="text2", weight=600)
        self.title.setContentsMargins(INDENT, 0, 0, 0)
        self._otherwise = RoomText(sizes, Size.BODY, tone="text3", wrap=True)
        self._otherwise.setContentsMargins(INDENT, 0, 0, 0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self._otherwise)
        layout.addLayout(self._lines)

    def show_facts(self, title: str, facts: Sequence[Fact], otherwise: str = "") -> None:
        """Show other facts; rows are made and dropped only when their number changes."""
        self.title.setText(title)
        self.title.setVisible(bool(title) and bool(facts or otherwise))
        self._otherwise.setText(otherwise)
        self._otherwise.setVisible(bool(otherwise) and not facts)
        self.hide()  # rows that come and go one by one in sight would lay out the whole page each time
        while len(self.rows) > len(facts):
            row = self.rows.pop()
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(facts):
            row = FactRow(self._sizes, self)
            row.clicked.connect(lambda row=row: self.clicked.emit(row.fact.key))
            self.rows.append(row)
            self._lines.addWidget(row)
        for row, fact in zip(self.rows, facts, strict=True):
            row.show_fact(fact)
        self.setVisible(bool(facts or otherwise))
