"""A line of text that is cut with an ellipsis where there is no room; its tool tip is then the whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOption, QStylePainter, QWidget

from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.fonts import BODY


class ElidedLabel(Label):
    """A label that takes whatever width it is given."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: str = "text",
        px: int = BODY,
        weight: int = 400,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, tone=tone, px=px, weight=weight, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._tell_whole()

    def sizeHint(self) -> QSize:
        """The whole text, in a line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text in a tip only when it is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        option = QStyleOption()
        option.initFrom(self)
        with QStylePainter(self) as painter:
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            flags = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
            self.style().drawItemText(
                painter, self.rect(), flags, option.palette, self.isEnabled(), shown, self.foregroundRole()
            )

    def _tell_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self.text()) if cut else "")
