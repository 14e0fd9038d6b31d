"""Shows one page at a time, as it will lie on the table."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from launchpad.app.errands import Errand, send_off
from launchpad.domain.watching import Progress
from launchpad.scenes.paper import Page
from launchpad.ui.paper.files import picture_of
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

Key = Qt.Key
WORKING = "Working it out …"
AT_ONCE = 5_000
"""Shapes on a page that is painted without a wait: it takes less than 50 ms."""

Room = tuple[QSize, float]
"""The sheet's own size, and the screen's pixels to one of it."""


class Sheet(QWidget):
    """A page on a ground, as large as there is room for."""

    turned = Signal(int)
    """The keyboard asks for so many pages on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self._picture: QPixmap | None = None
        self._room: Room | None = None  # for which the picture is painted, or is being painted
        self._painting: tuple[Errand, Progress] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName("Preview")

    def show_page(self, page: Page) -> None:
        """Show a page instead of the one before."""
        self.call_off()
        self.page, self._picture, self._room = page, None, None
        self.setAccessibleName(f"Preview, {page.summary}")
        self.update()

    def call_off(self) -> None:
        """Let a picture that is being painted be."""
        if self._painting is not None:
            errand, progress = self._painting
            progress.is_stopped = True
            errand.cancel()
            self._painting = self._room = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down turn the pages."""
        on = {Key.Key_PageDown: 1, Key.Key_Right: 1, Key.Key_PageUp: -1, Key.Key_Left: -1}.get(Key(event.key()), 0)
        if on:
            self.turned.emit(on)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sheet and its edge."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), color("sunken"))
            if self.page is not None:
                self._paint_page(painter, self.page)
            if self._picture is None:
                painter.setPen(color("text2"))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, WORKING)

    def _paint_page(self, painter: QPainter, page: Page) -> None:
        at = self._place(page)
        self._see_to_picture(page, max(at.width(), at.height()) / max(page.width, page.height))
        if self._picture is None:
            return
        if self._painting is None:
            painter.drawPixmap(at.topLeft(), self._picture)
        else:
            painter.drawPixmap(at, self._picture, QRectF(self._picture.rect()))
        painter.setPen(color("accent") if self.hasFocus() else color("line"))
        painter.drawRect(at.adjusted(-1, -1, 0, 0))

    def _place(self, page: Page) -> QRectF:
        room = QRectF(self.rect()).adjusted(20, 20, -20, -20)
        scale = min(room.width() / page.width, room.height() / page.height)
        sheet = QRectF(0, 0, page.width * scale, page.height * scale)
        sheet.moveCenter(room.center())
        return QRectF(sheet.toRect())

    def _see_to_picture(self, page: Page, scale: float) -> None:
        """Have the picture painted for the room there is; until then the one for another room is stretched."""
        ratio = self.devicePixelRatioF()
        if self._room == (self.size(), ratio):
            return
        self.call_off()
        self._room = self.size(), ratio
        if sum(len(pane.shapes) for pane in page.panes) <= AT_ONCE:
            self._show(ratio, picture_of(page, scale * ratio))
            return
        progress = Progress()
        work = partial(picture_of, page, scale * ratio, progress)
        self._painting = send_off(self, work, partial(self._on_painted, ratio)), progress

    def _on_painted(self, ratio: float, picture: QImage) -> None:
        self._painting = None
        self._show(ratio, picture)
        self.update()

    def _show(self, ratio: float, picture: QImage) -> None:
        self._picture = QPixmap.fromImage(picture)
        self._picture.setDevicePixelRatio(ratio)


class Preview(QWidget):
    """Pages, of which one is shown; arrows and keys turn them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.number = 0
        self._pages: Sequence[Page] = ()
        self.back = _arrow("chevron-left", "Page before")
        self.on = _arrow("chevron-right", "Next page")
        self.place = Label("", tone="text2", px=12)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.sheet.turned.connect(self.turn)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for widget in (self.back, self.place, self.on):
            foot.addWidget(widget)
            widget.hide()  # until there are pages
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.sheet, 1)
        column.addLayout(foot)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages; the place in them stays, as far as it is there."""
        self._pages = pages
        self.turn(0)

    def turn(self, on: int) -> None:
        """Go so many pages on, or back."""
        if not len(self._pages):
            return
        self.number = min(max(self.number + on, 0), len(self._pages) - 1)
        self.sheet.show_page(self._pages[self.number])
        self.place.setText(f"{self.number + 1} of {len(self._pages)}")
        for widget in (self.back, self.place, self.on):
            widget.setVisible(len(self._pages) > 1)
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number < len(self._pages) - 1)


def _arrow(sign: str, name: str) -> QPushButton:
    button = QPushButton()
    button.setIcon(icon(sign))
    button.setProperty("kind", "quiet")
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(name))
    return button
