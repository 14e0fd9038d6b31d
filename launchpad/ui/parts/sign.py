"""An icon that stands by itself, as a widget."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.ui.theme.icons import icon


class Sign(QWidget):
    """An icon of `side` pixels in the color of a token; decoration, so it takes no focus and has no name."""

    def __init__(self, name: str, tone: str = "text2", side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str = "text2") -> None:
        """Show another icon or color."""
        self._icon = icon(name, tone)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        with QPainter(self) as painter:
            self._icon.paint(painter, QRect(0, 0, self._side, self._side))
