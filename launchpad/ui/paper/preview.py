"""Shows one page at a time, as it will lie on the table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from launchpad.scenes.paper import Page
from launchpad.ui.paper.files import picture_of
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color

Key = Qt.Key


class Sheet(QWidget):
    """A page on a ground, as large as there is room for."""

    turned = Signal(int)
    """The keyboard asks for so many pages on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self._seen: tuple[QSize, float, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)

    def show_page(self, page: Page) -> None:
        """Show a page instead of the one before."""
        self.page, self._seen = page, None
        self.setAccessibleName(f"Preview, {page.summary}")
        self.update()

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
            if self.page is None:
                return
            at = self._place(self.page)
            painter.drawPixmap(at.topLeft(), self._picture(self.page, at.width() / self.page.width))
            painter.setPen(color("accent") if self.hasFocus() else color("line"))
            painter.drawRect(at.adjusted(-1, -1, 0, 0))

    def _place(self, page: Page) -> QRectF:
        room = QRectF(self.rect()).adjusted(20, 20, -20, -20)
        scale = min(room.width() / page.width, room.height() / page.height)
        sheet = QRectF(0, 0, page.width * scale, page.height * scale)
        sheet.moveCenter(room.center())
        return QRectF(sheet.toRect())

    def _picture(self, page: Page, scale: float) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._seen is None or self._seen[:2] != (self.size(), ratio):
            picture = QPixmap.fromImage(picture_of(page, scale * ratio))
            picture.setDevicePixelRatio(ratio)
            self._seen = self.size(), ratio, picture
        return self._seen[2]


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
