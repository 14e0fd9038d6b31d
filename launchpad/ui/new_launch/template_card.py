"""A template as a card that can be chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from launchpad.domain.visible import visible
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import color

HEIGHT = 62
PAD = 14
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TemplateCard(QAbstractButton):
    """A name over its size. Cards beside each other are one choice; the arrow keys go through them."""

    step_asked = Signal(int, int)
    """Go this many cards across and down."""

    def __init__(self, title: str, line: str, *, is_choice: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.line = line
        self.setCheckable(is_choice)
        self.setAutoExclusive(is_choice)
        self.setAccessibleName(f"{title}, {line}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys ask for the card beside, above or below."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_asked.emit(*step)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(230, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the two lines."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._frame())
            painter.setBrush(color("accent_tint" if self.isChecked() else "surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            self._paint_line(painter, 12, self.text(), "text", 600)
            self._paint_line(painter, 32, self.line, "text2", 400)

    def _frame(self) -> QPen:
        marked = self.isChecked() or self.hasFocus()
        return QPen(
            color("accent" if marked else "text3" if self.underMouse() else "line"), 2 if self.hasFocus() else 1
        )

    def _paint_line(self, painter: QPainter, top: int, text: str, tone: str, weight: int) -> None:
        painter.setFont(font(13 if weight > 400 else 12, weight))
        painter.setPen(color(tone))
        box = self.rect().adjusted(PAD, top, -PAD, 0)
        box.setHeight(18)
        shown = painter.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
