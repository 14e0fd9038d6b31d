"""Choices that look like plain words until they are used."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from launchpad.domain.enums import TaskStatus
from launchpad.domain.visible import visible
from launchpad.ui.parts.status_sign import paint_status
from launchpad.ui.parts.still_wheel import keep_still
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

SIGN = 13
LEFT = 8


class FlatCombo(QComboBox):
    """Its words are cut with an ellipsis where they have no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_still(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; a frame while it has the keyboard or the pointer."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus() or self.underMouse():
                painter.setPen(QPen(color("accent" if self.hasFocus() else "line"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            self.paint_value(painter, self.rect().adjusted(LEFT, 0, -SIGN - 10, 0))
            sign = QRect(self.width() - SIGN - 6, (self.height() - SIGN) // 2, SIGN, SIGN)
            icon("chevron-down", "text2").paint(painter, sign)

    def paint_value(self, painter: QPainter, rect: QRect) -> None:
        """Paint what is chosen into `rect`."""
        has_value = self.currentIndex() >= 0
        text = self.currentText() if has_value else self.placeholderText()
        token = "disabled" if not self.isEnabled() else "text" if has_value else "text3"
        painter.setPen(color(token))
        shown = painter.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class StatusCombo(FlatCombo):
    """The choice of a status, shown as the pill it is in the list."""

    def paint_value(self, painter: QPainter, rect: QRect) -> None:
        """Paint the pill."""
        if self.currentIndex() < 0:
            super().paint_value(painter, rect)
        else:
            paint_status(painter, rect.left() - 1, rect.adjusted(0, -1, 0, -1), TaskStatus(self.currentData()))
