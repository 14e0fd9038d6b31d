"""The tracks of a template as chips; one that is switched off is left out of the launch."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from launchpad.ui.parts.flow import Flow
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color, current_theme

PX, HEIGHT, PAD, SIGN, GAP = 12, 24, 9, 12, 6
"""Pixels of the words, of a chip, beside its words, of its dot and its sign, and between chips."""


class TrackChip(QAbstractButton):
    """A dot in the track's color, its name, how many tasks it brings, and a check mark while it takes part."""

    def __init__(self, key: str, name: str, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._place, self._count = key, place, 0
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many tasks the track brings."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count} tasks")
        said = f"{count} tasks. Click to leave the track out." if self.isChecked() else "Left out. Click to take it in."
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The name, and the tasks while it takes part."""
        return f"{self.text()} {self._count}" if self.isChecked() and self._count else self.text()

    def sizeHint(self) -> QSize:
        """Dot, words and sign; the sign's place is kept while there is none, so that chips stay where they are."""
        wide = QFontMetrics(font(PX)).horizontalAdvance(f"{self.text()} 00") + 2
        return QSize(2 * PAD + SIGN + wide + 4 + SIGN, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; what is left out has a frame only."""
        on, rect = self.isChecked(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marked = self.hasFocus() or self.underMouse()
            edge = color("accent" if self.hasFocus() else "text3" if marked else "line")
            painter.setPen(QPen(edge, 1) if marked or not on else Qt.PenStyle.NoPen)
            painter.setBrush(color("sunken") if on else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
            self._paint_dot(painter, QPointF(PAD + 4, HEIGHT / 2))
            words = QRect(PAD + SIGN, 0, self.width() - 2 * (PAD + SIGN), HEIGHT)
            painter.setFont(font(PX))
            painter.setPen(color("text2" if on else "text3"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
            if on:
                place = QRect(self.width() - PAD - SIGN, (HEIGHT - SIGN) // 2, SIGN, SIGN)
                icon("check", "text2").paint(painter, place)

    def _paint_dot(self, painter: QPainter, middle: QPointF) -> None:
        tone = QColor(current_theme().track(self._place))
        painter.setPen(QPen(tone, 1.2))
        painter.setBrush(tone if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 3.5, 3.5)


class TrackChips(QWidget):
    """The chips in their order."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[TrackChip] = []
        self._flow = Flow(GAP, self)

    def show_tracks(self, tracks: Sequence[tuple[str, str]]) -> None:
        """Offer other tracks by key and name; one that was left out stays so."""
        left_out = self.left_out
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [TrackChip(key, name, place, self) for place, (key, name) in enumerate(tracks)]
        for chip in self.chips:
            chip.setChecked(chip.key not in left_out)
            chip.toggled.connect(self.changed)
            chip.show()
            self._flow.addWidget(chip)
        self.updateGeometry()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many tasks each track brings, by its key."""
        for chip in self.chips:
            chip.show_count(counts.get(chip.key, 0))

    @property
    def left_out(self) -> frozenset[str]:
        """The keys of the tracks that are switched off."""
        return frozenset(chip.key for chip in self.chips if not chip.isChecked())
