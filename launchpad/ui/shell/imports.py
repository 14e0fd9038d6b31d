"""Workbooks that come home into a window: chosen, or dropped onto it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from launchpad.ui.shell.messages import tell

if TYPE_CHECKING:
    from launchpad.app.plan_session import PlanSession

FILTER = "Workbooks (*.xlsx)"


class Imports(QObject):
    """Opens the dialog in which the changes of a workbook are decided about."""

    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: PlanSession | None = None

    def show_session(self, session: "PlanSession | None") -> None:
        """Whose plan workbooks come home to."""
        self._session = session

    @property
    def is_open(self) -> bool:
        """Whether a workbook may come home."""
        return self._session is not None and not self._session.is_read_only

    def ask(self) -> None:
        """Ask for a workbook."""
        from PySide6.QtWidgets import QFileDialog

        if self._session is not None:
            folder = str(self._session.path.parent)
            name, _ = QFileDialog.getOpenFileName(self._window, "Import a workbook", folder, FILTER)
            if name:
                self.bring(Path(name))

    def bring(self, workbook: Path) -> None:
        """Read a workbook and show what it would change."""
        from launchpad.ui.homecoming.dialog import HomecomingDialog

        if self._session is None or not self._session.flush():
            return
        dialog = HomecomingDialog(self._session, workbook, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self.told)
        dialog.refused.connect(partial(self._on_refused, workbook))
        dialog.open()

    def _on_refused(self, workbook: Path, error: Exception) -> None:
        from launchpad.domain.errors import PlanError
        from launchpad.storage.errors import StorageError

        if not isinstance(error, PlanError | StorageError):
            raise error
        tell(self._window, f"{workbook.name} was not imported.", str(error))
