"""What is seen while something about a large plan takes long: how far it is, and a way to stop it."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.watching import Progress
from launchpad.ui.parts.label import Label

BETWEEN_LOOKS = 60
"""Milliseconds between two looks at how far it is."""
WIDE = 440
"""Pixels."""


class LongWork(QObject):
    """Puts a WorkDialog over whatever is in front while a session is at work."""

    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, session: PlanSession, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: WorkDialog | None = None
        session.took_long.connect(self._on_took_long)
        session.ended.connect(self._on_ended)

    def _on_took_long(self, progress: Progress) -> None:
        front = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window.window()
        self.dialog = WorkDialog(progress, front)
        self.dialog.show()

    def _on_ended(self) -> None:
        if self.dialog is not None:
            if self.dialog.progress.is_stopped and self.dialog.progress.can_be_stopped:
                self.told.emit("Stopped; nothing was changed.")
            self.dialog.close_for_good()
            self.dialog = None


class WorkDialog(QDialog):
    """Closes when the work is over, not before; Cancel and Escape ask for its end."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(progress.title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.progress = progress
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(f"How far it is: {progress.title}")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)  # Return, pressed a moment too late, stops nothing
        self.cancel.clicked.connect(self.reject)
        self._looks = QTimer(self, interval=BETWEEN_LOOKS)
        self._looks.timeout.connect(self._look)
        self._lay_out()
        self._look()
        self._looks.start()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(f"{self.progress.title}…", px=15, weight=600))
        column.addWidget(Label(self.progress.note, tone="text2"))
        column.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        column.addLayout(foot)
        self.setFixedWidth(WIDE)

    def _look(self) -> None:
        self.bar.setValue(round(100 * self.progress.share))
        self.cancel.setEnabled(self.progress.can_be_stopped and not self.progress.is_stopped)

    def reject(self) -> None:
        """Stop it, if that is possible still; the dialog goes when it has ended."""
        if self.progress.can_be_stopped:
            self.progress.is_stopped = True
        self._look()

    def close_for_good(self) -> None:
        """The work is over."""
        self._looks.stop()
        super().reject()
        self.deleteLater()
