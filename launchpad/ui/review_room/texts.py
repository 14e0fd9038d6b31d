"""Texts of the room: labels, pills and signs that grow with the window."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchpad.domain.enums import TaskStatus
from launchpad.ui.charts.paint import tone_color
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import NEUTRAL, Pill
from launchpad.ui.parts.sign import Sign
from launchpad.ui.parts.status_sign import paint_sign
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.theme.fonts import BODY, font


class RoomText(Label):
    """A line, or with `wrap` a paragraph."""

    def __init__(
        self,
        sizes: Sizes,
        size: Size = Size.BODY,
        text: str = "",
        *,
        tone: str = "text",
        weight: int = 400,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, tone=tone, px=sizes.px(size), weight=weight, wrap=wrap, parent=parent)
        self._sizes, self._size, self._weight = sizes, size, weight
        sizes.changed.connect(self._grow)

    def set_tone(self, tone: str) -> None:
        """Change the color; polishing forgets the size."""
        super().set_tone(tone)
        self._grow()

    def _grow(self) -> None:
        self.setFont(font(self._sizes.px(self._size), self._weight))


class RoomLine(ElidedLabel):
    """A line that is cut where there is no room."""

    def __init__(
        self,
        sizes: Sizes,
        size: Size = Size.BODY,
        *,
        tone: str = "text",
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tone=tone, px=sizes.px(size), weight=weight, parent=parent)
        self._sizes, self._size, self._weight = sizes, size, weight
        sizes.changed.connect(self._grow)

    def set_tone(self, tone: str) -> None:
        """Change the color; polishing forgets the size."""
        super().set_tone(tone)
        self._grow()

    def _grow(self) -> None:
        self.setFont(font(self._sizes.px(self._size), self._weight))
        self.updateGeometry()


class RoomPill(Pill):
    """A word on a tint; `tone` is ok, warn, bad, info, accent or neutral."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sizes = sizes
        self._status: TaskStatus | None = None
        sizes.changed.connect(self._grow)
        self._grow()

    def set_tone(self, tone: str) -> None:
        """Change the color; polishing forgets the size."""
        super().set_tone(tone)
        self._grow()

    def show_status(self, status: TaskStatus | None) -> None:
        """Have the sign of a status before the words, or none."""
        self._status = status
        self.setContentsMargins(0 if status is None else self._side + 5, 0, 0, 0)
        self.updateGeometry()

    @property
    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.62)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the sign before them."""
        super().paintEvent(event)
        if self._status is None:
            return
        ink = "text2" if self.property("tone") == NEUTRAL else str(self.property("tone"))
        left = self.fontMetrics().height() * 0.55
        with QPainter(self) as painter:
            box = QRectF(left, (self.height() - self._side) / 2, self._side, self._side)
            paint_sign(painter, box, self._status, ink)

    def sizeHint(self) -> QSize:
        """The words with a margin around them."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + metrics.height() + 4 + self.contentsMargins().left()
        return QSize(wide, self.height())

    def _grow(self) -> None:
        px = self._sizes.px(Size.NOTE)
        high = 2 * round(px * 0.85)
        self.setFont(font(px, 500))
        self.setFixedHeight(high)
        self.setStyleSheet(f"border-radius: {high // 2}px;")
        self.updateGeometry()


class RoomSign(Sign):
    """An icon beside a text."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__("circle", parent=parent)
        self._sizes = sizes
        sizes.changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self._side = self._sizes.px(Size.LEAD)
        self.updateGeometry()


class RoomDot(QWidget):
    """A disc in the color of a track, as large as a letter of `size`; decoration, so it has no name."""

    def __init__(self, sizes: Sizes, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes, self._size, self._tone = sizes, size, "text3"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizes.changed.connect(self.updateGeometry)

    def show_tone(self, tone: str) -> None:
        """Take another color: a token or ``track:2``."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Half as high as the letters."""
        side = self._sizes.px(self._size) // 2 + 1
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        radius = min(self.width(), self.height()) / 2 - 0.5
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone_color(self._tone)))
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)


class RoomFont(QObject):
    """Gives a button or a field the room's own text; the application's style sheet keeps them from inheriting it."""

    def __init__(self, widget: QWidget, sizes: Sizes, size: Size = Size.BODY) -> None:
        super().__init__(widget)
        self._widget, self._sizes, self._size = widget, sizes, size
        sizes.changed.connect(self.grow)
        self.grow()

    def grow(self) -> None:
        """Take the size that the room has now."""
        self._widget.setFont(font(self._sizes.px(self._size)))


def enlarge(dialog: QWidget, sizes: Sizes) -> None:
    """Bring a dialog that was made for a desk to the sizes of the room; what is larger there stays larger here."""
    factor = sizes.px(Size.BODY) / BODY
    for widget in (dialog, *dialog.findChildren(QWidget)):
        own = widget.font()
        own.setPixelSize(max(sizes.px(Size.NOTE), round(widget.fontInfo().pixelSize() * factor)))
        widget.setFont(own)
    dialog.setMinimumWidth(round(dialog.minimumWidth() * factor))
    dialog.adjustSize()
