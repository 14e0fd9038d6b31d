"""The dialog in which a workbook comes home: it is read, then its changes are shown."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.merge import Homecoming
from launchpad.app.plan_session import PlanSession
from launchpad.ui.homecoming.cells import HIGH
from launchpad.ui.homecoming.changes_page import ChangesPage
from launchpad.ui.homecoming.reading import ReadingPage

READING = QSize(520, 180)
LARGEST = QSize(1180, 660)
LOWEST = 400
"""Pixels of everything but the lines, with room for a few of them."""
AROUND = QSize(80, 60)
"""Pixels of the window that stay in sight around the dialog."""


class HomecomingDialog(QDialog):
    """Brings one workbook home."""

    shown = Signal()
    """The changes are to be seen."""
    refused = Signal(object)
    """The file cannot be merged: the exception. The dialog is closed."""
    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, session: PlanSession, workbook: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Changes from a workbook")
        self.setModal(True)
        self.resize(READING)
        self._session, self._workbook = session, workbook
        self.changes: ChangesPage | None = None
        self.reading = ReadingPage()
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)
        self.reading.stop_asked.connect(self.reject)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.reading.begin(session, workbook)

    def _on_read(self, home: Homecoming) -> None:
        self.changes = ChangesPage(self._session, self._workbook, home)
        self.changes.finished.connect(self.accept)
        self.changes.put_off.connect(self.reject)
        self.changes.told.connect(self.told)
        self._pages.addWidget(self.changes)
        self._pages.setCurrentWidget(self.changes)
        self.changes.apply_button.setDefault(True)  # only a dialog’s own button can be
        self._fit()
        self.changes.view.setFocus()
        self.shown.emit()

    def _fit(self) -> None:
        """Be as large as the changes need and the window allows."""
        parent = self.parentWidget()
        wanted = QSize(LARGEST.width(), min(LARGEST.height(), LOWEST + HIGH * self._lines()))
        if parent is None:
            self.resize(wanted)
            return
        window = parent.window()
        self.resize(wanted.boundedTo(window.size() - AROUND))
        self.move(window.geometry().center() - self.rect().center())

    def _lines(self) -> int:
        return self.changes.model.rowCount() if self.changes is not None else 0

    def _on_failed(self, error: Exception) -> None:
        self.reject()
        self.refused.emit(error)

    def done(self, result: int) -> None:
        """Stop reading, whatever closed the dialog."""
        self.reading.progress.is_stopped = True
        super().done(result)
