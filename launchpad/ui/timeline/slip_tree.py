"""The slips of a baseline on the screen: tracks that open to their tasks, sorted by the heads, copied as text."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from launchpad.ui.timeline.slip_model import WIDTHS, SlipModel


class SlipTree(QTreeView):
    """Shows a SlipModel; Enter or a double click on a task asks for it, Ctrl+C copies all of it."""

    task_asked = Signal(str)

    def __init__(self, model: SlipModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slips = model
        self.setModel(model)
        self.setAccessibleName("Slips by track")
        self.setProperty("kind", "boxed")
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        head = self.header()
        head.setSortIndicator(-1, head.sortIndicatorOrder())
        head.setStretchLastSection(False)
        for place, width in enumerate(WIDTHS):
            self.setColumnWidth(place, width)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies; Enter stays here, or it would press the dialog's button too."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_all()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def copy_all(self) -> None:
        """Put all slips on the clipboard, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(self._slips.copied())

    def _on_activated(self, index: QModelIndex) -> None:
        task = self._slips.task_at(index)
        if task:
            self.task_asked.emit(task)
