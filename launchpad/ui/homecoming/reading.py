"""Reading a workbook off the window's thread, and the page that shows how far it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from launchpad.app.errands import send_off
from launchpad.app.merge import Homecoming, read_home
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.watching import Progress, Stopped
from launchpad.ui.parts.label import Label

BETWEEN_LOOKS = 60
"""Milliseconds between two looks at how far a reading is."""


def reading_of(session: PlanSession, workbook: Path, progress: Progress) -> Callable[[], Homecoming]:
    """The reading of a workbook, to be done on any thread: it opens the plan's file for itself, to look only."""
    plan, today = session.path, session.today

    def read() -> Homecoming:
        with Session.open(plan, read_only=True) as own:
            return read_home(own, workbook, today, watch=progress)

    return read


class ReadingPage(QWidget):
    """Reads one workbook, shows how far it is, and can be stopped."""

    read = Signal(object)
    """The Homecoming."""
    failed = Signal(object)
    """The exception."""
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self._name = Label(px=15, weight=600)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How much has been read")
        self.stop = QPushButton("Cancel")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stop_asked)
        self._timer = QTimer(self, interval=BETWEEN_LOOKS)
        self._timer.timeout.connect(self._look)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self._name, self.bar):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(Label("Nothing is changed until you apply it.", tone="text2"), 1)
        row.addWidget(self.stop)
        column.addLayout(row)
        column.addStretch(1)

    def begin(self, session: PlanSession, workbook: Path) -> None:
        """Read a workbook and compare it with the plan."""
        self._name.setText(f"Reading {workbook.name}…")
        self._timer.start()
        work = reading_of(session, workbook, self.progress)
        send_off(self, work, partial(self._end, self.read.emit), self._on_failed)

    def _look(self) -> None:
        self.bar.setValue(round(100 * self.progress.share))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self._end(self.failed.emit, error)

    def _end(self, tell: Callable[[object], object], what: object) -> None:
        self._timer.stop()
        tell(what)
