"""The choice of a status, shown as the pill it is in the list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from launchpad.domain.enums import TaskStatus
from launchpad.ui.parts.status_sign import paint_status
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

SIGN = 13


class StatusCombo(QComboBox):
    """Its items' data are statuses."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill; a frame while it has the keyboard or the pointer."""
        if self.currentData() is None:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus() or self.underMouse():
                painter.setPen(QPen(color("accent" if self.hasFocus() else "line"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            paint_status(painter, 7, self.rect().adjusted(0, -1, -24, -1), TaskStatus(self.currentData()))
            sign = QRect(self.width() - SIGN - 6, (self.height() - SIGN) // 2, SIGN, SIGN)
            icon("chevron-down", "text2").paint(painter, sign)
