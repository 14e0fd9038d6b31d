"""Copies of the open launch: one to go on with elsewhere, and one to send away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from launchpad.ui.shell.messages import tell

if TYPE_CHECKING:
    from launchpad.app.plan_session import PlanSession

FILTER = "Launches (*.launch)"
SUFFIX = ".launch"


class Copies(QObject):
    """Asks where to, and writes. The plan is written as it is seen, whatever became of its file."""

    told = Signal(str)
    """A sentence for the status bar."""
    to_be_opened = Signal(list)
    """Work goes on in these files."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, session: "PlanSession | None", *, with_history: bool = True, goes_on: bool = False) -> None:
        """Save a copy; with `goes_on` it is opened then, as it is when the file no longer holds what is seen."""
        from launchpad.app.rescue import save_copy
        from launchpad.storage.errors import StorageError

        if session is None or not session.flush():
            return
        path = session.path
        proposed = path.with_name(f"{path.stem} – copy{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Save a copy", str(proposed), FILTER)
        if not chosen:
            return
        target = Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}")
        try:
            session.ask(
                lambda _: save_copy(session.session, target, with_history=with_history),
                "Saving a copy",
                can_be_stopped=False,
            )
        except StorageError as error:
            tell(self._window, "No copy was saved.", str(error))
            return
        self.told.emit(f"Saved a copy as {target.name}")
        if goes_on or not (session.is_read_only or session.session.file.is_as_left()):
            self.to_be_opened.emit([target])
