"""What the menus do with the launch a window shows: undo, go somewhere and begin something, keep a copy."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from launchpad.ui.shell.registry import SCREENS, ScreenEntry

if TYPE_CHECKING:
    from launchpad.ui.deed import Deed
    from launchpad.ui.shell.window import MainWindow

AT_SCREENS = {
    "moved": ("timeline", "toggle_moved"),
    "plan_back": ("timeline", "plan_back"),
    "fit": ("timeline", "does_it_fit"),
    "baselines": ("timeline", "show_baselines"),
    "plan_review": ("reviews", "plan"),
    "skip_gate": ("reviews", "skip"),
    "after_launch": ("reviews", "show_after"),
    "add_task": ("checklist", "add_task"),
}
"""Actions by name: the screen on which each is done, and the method that does it."""


class LaunchDeeds:
    """Each deed does nothing while the window shows no launch."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the launch does, by the action's name."""
        deeds: dict[str, Callable[[], object]] = {
            "save_copy": self.save_copy,
            "send_copy": partial(self.save_copy, with_history=False),
            "undo": self.undo,
            "redo": self.redo,
            "real_today": self.toggle_real_today,
            "prepare_review": self.prepare_review,
            "review": self.hold_review,
        }
        return deeds | {name: partial(self.at, *where) for name, where in AT_SCREENS.items()}

    def undo(self) -> None:
        """Take the newest edit back and say which it was."""
        session = self._window.session
        if session is not None and (what := session.undo_label) and session.undo():
            self._window.status.tell(f"Undone: {what}")

    def redo(self) -> None:
        """Do again what was taken back last and say what it was."""
        session = self._window.session
        if session is not None and (what := session.redo_label) and session.redo():
            self._window.status.tell(f"Done again: {what}")

    def at(self, name: str, method: str) -> None:
        """Go to the screen of that name and do what it has a method for."""
        if self._window.view is not None:
            self._window.view.do(name, method)

    def elsewhere(self) -> list[tuple[ScreenEntry, "Deed"]]:
        """What the screens that are not shown could do now."""
        view, place = self._window.view, self._window.place
        if view is None:
            return []
        can_change = not view.session.is_read_only
        others = [entry for entry in SCREENS if entry.name != place]
        return [(entry, deed) for entry in others for deed in entry.deeds if can_change or not deed.changes]

    def prepare_review(self) -> None:
        """Go to what the next review needs."""
        if self._window.view is not None:
            self._window.view.prepare_review()

    def hold_review(self) -> None:
        """Begin the review, or go on with it."""
        if self._window.view is not None:
            self._window.view.reviews.hold()

    def toggle_real_today(self) -> None:
        """Change between the file's own day and the real one."""
        if self._window.session is not None:
            self.use_real_today(not self._window.session.uses_real_today)

    def use_real_today(self, wanted: bool) -> None:
        """Answer for the real day, or for the file's own."""
        if self._window.session is not None:
            self._window.session.use_real_today(wanted)

    def save_copy(self, *, with_history: bool = True, goes_on: bool = False) -> None:
        """Ask where a copy is kept and write it; `goes_on` opens it then."""
        from launchpad.ui.shell.copies import Copies

        copies = Copies(self._window)
        copies.told.connect(self._window.status.tell)
        copies.to_be_opened.connect(self._window.files_asked)
        copies.ask(self._window.session, with_history=with_history, goes_on=goes_on)
        copies.deleteLater()
