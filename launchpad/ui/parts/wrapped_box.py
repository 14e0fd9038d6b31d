"""A check box whose text may take several lines, which Qt's own cannot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from launchpad.ui.parts.label import Label


class WrappedBox(QWidget):
    """`box` with its words beside it; a click on the words answers too."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self._words = Label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Ask something else."""
        self._words.setText(text)
        self.box.setAccessibleName(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the box answers too."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.click()
