"""Opens the dialogs that look at the plan as a whole: plan back, does it fit, baselines."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.fit_dialog import FitDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from launchpad.ui.timeline.plan_dialog import PlanDialog


class PlanDesk(QObject):
    """One dialog at a time, over its window; what a dialog leads to is told."""

    task_asked = Signal(str)
    baseline_asked = Signal(str)
    """Draw this baseline below the bars; empty: the promise."""

    def __init__(self, session: PlanSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def plan_back(self, selected: Sequence[str] = ()) -> None:
        """Plan back from launch; `selected` tasks are offered as what to plan."""
        if not self._session.is_read_only:
            self._open(PlanBackDialog(self._session, selected, self._window))

    def fit(self) -> None:
        """Look whether the plan fits, why not, and what could be done."""
        self._open(FitDialog(self._session, self._window))

    def baselines(self, drawn: str) -> None:
        """Set, compare and choose baselines; `drawn` is the one below the bars, empty for the promise."""
        dialog = BaselinesDialog(self._session, drawn, self._window)
        dialog.shown_asked.connect(self.baseline_asked)
        self._open(dialog)

    def _open(self, dialog: PlanDialog) -> None:
        dialog.task_asked.connect(self.task_asked)
        dialog.open()
