"""One line of the rail."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from launchpad.domain.visible import visible
from launchpad.ui.parts.lines import lines_of
from launchpad.ui.theme.fonts import BODY, font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color, current_theme

HEIGHT = 32
LINE = 16
"""Pixels that another line of a name adds."""
ICON = 16
TEXT_AT = 36
"""Pixels from the left at which the text begins."""


class RailItem(QAbstractButton):
    """A place to go: an icon or a track's dot, a name, and a count at the right."""

    def __init__(self, text: str, icon_name: str = "", track: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(visible(text))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon_name = icon_name
        self._track = track
        self._count = ""
        self._tone = "text3"

    def show_count(self, count: str, said: str = "", tone: str = "text3") -> None:
        """Show a short text at the right; `said` is how a screen reader says it."""
        if (count, tone) != (self._count, self._tone):
            self._count, self._tone = count, tone
            self.setAccessibleName(f"{self.text()}, {said or count}" if count else self.text())
            self.update()

    @property
    def count(self) -> str:
        """The text at the right."""
        return self._count

    def nextCheckState(self) -> None:
        """A click goes there; the rail says where we are."""

    def sizeHint(self) -> QSize:
        """As wide as there is room, and a line more where the name of a track has none."""
        return QSize(160, HEIGHT + LINE * (len(self.lines()) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the name needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def lines(self) -> list[str]:
        """The name as it is shown; a track's goes on in a second line where one is too short."""
        most = 1 if self._track is None else 2
        return lines_of(self.text(), self._right - self._left, most, QFontMetrics(font(BODY, 500))) or [""]

    @property
    def _left(self) -> int:
        return 28 if self._track is not None else TEXT_AT

    @property
    def _right(self) -> int:
        """Where the name ends: before the count."""
        wide = QFontMetrics(font(12, 500)).horizontalAdvance(self._count) if self._count else -8
        return self.width() - 18 - wide

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_sign(painter)
            self._paint_texts(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        here, over = self.isChecked(), self.underMouse() and self.isEnabled()
        if not (here or over or self.hasFocus()):
            return
        painter.setPen(color("accent" if self.hasFocus() else "line" if here else "sunken"))
        painter.setBrush(color("surface" if here else "line") if here or over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_sign(self, painter: QPainter) -> None:
        middle = self.height() // 2
        if self._track is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().track(self._track)))
            painter.drawEllipse(QRectF(11, middle - 4, 8, 8))
        else:
            ink = "text" if self.isChecked() else "text2"
            icon(self._icon_name, ink).paint(painter, QRect(11, middle - ICON // 2, ICON, ICON))

    def _paint_texts(self, painter: QPainter) -> None:
        left, right, lines = self._left, self._right, self.lines()
        if self._count:
            painter.setFont(font(12, 500))
            painter.setPen(color(self._tone))
            count = QRect(right + 8, 0, self.width() - right - 17, self.height())
            painter.drawText(count, Qt.AlignmentFlag.AlignVCenter, self._count)
        painter.setFont(font(BODY, 500))
        painter.setPen(color("text" if self.isChecked() else "text2"))
        top = (self.height() - LINE * len(lines)) // 2
        for place, line in enumerate(lines):
            box = QRect(left, top + LINE * place, right - left, LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
