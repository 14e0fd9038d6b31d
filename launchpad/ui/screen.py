"""What every screen of a launch has in common."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.ui.deed import Deed, add_deed

LARGE = 1_000
"""Tasks above which making a screen and filling it are two turns of the event loop, so that neither holds it up."""
NEXT_TURN = 1
"""Milliseconds; what is asked for after none is done in the same turn still, as if it were posted."""


class Screen(QWidget):
    """A screen shows one session's plan. It asks for places and tells sentences; it never knows the window.

    While it is hidden it only remembers that it is stale, and catches up when it is shown. The first showing calls
    `refresh(None)`, so a screen need not fill itself in its constructor; with a large plan it is seen before it is
    filled, and whoever wants something of it lets it `catch_up` first. A screen that can cut, copy, paste, delete or
    add_task has a method of that name, which the menus call. Its `deeds` are in a menu of its own while it is shown,
    and found by the palette from anywhere; other actions it adds to itself only while it is shown.
    """

    name = ""
    title = ""
    deeds: ClassVar[tuple[Deed, ...]] = ()

    task_asked = Signal(str)
    """Go to the task with this id in the checklist."""
    screen_asked = Signal(str, object)
    """Go to the screen of this name; the second value is what to filter by, or None."""
    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self.session = session
        self.first: QWidget | None = None
        """What has the keyboard when one comes to the screen. A focus proxy would let Tab pass by what is before it."""
        self._is_stale = self._is_new = True
        session.changed.connect(self._on_changed)
        for deed in self.deeds:
            action = add_deed(self, deed, getattr(self, deed.method))
            action.setEnabled(not (deed.changes and session.is_read_only))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to what is used first."""
        if self.first is not None:
            self.first.setFocus(reason)
        else:
            super().setFocus(reason)

    def refresh(self, edit: Edit | None) -> None:
        """Show what the plan now says after an edit; None means anything may have changed."""
        raise NotImplementedError

    def stop(self) -> None:
        """Work nothing out any more: the launch is being closed."""

    def focus_task(self, task_id: str) -> None:
        """Bring a task into view, if this screen shows tasks."""

    def focus_filter(self, wanted: object) -> None:
        """Show only what `screen_asked` named, if this screen filters."""

    def _on_changed(self, edit: Edit | None) -> None:
        if self.isVisible() and not self._is_stale:
            self.refresh(edit)
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        if self._is_new and len(self.session.document.tasks) > LARGE:
            QTimer.singleShot(NEXT_TURN, self, self.catch_up)
        else:
            self.catch_up()
        super().showEvent(event)

    def catch_up(self) -> None:
        """Show what changed while nobody looked."""
        self._is_new = False
        if self._is_stale:
            self._is_stale = False
            self.refresh(None)


class LooksBack(Screen):
    """A screen from which earlier states of the plan can be opened, to be looked at only."""

    plan_asked = Signal(int)
    """The plan as it was after the edit with this number."""
    version_asked = Signal(object)
    """The kept version at this path."""


class HoldsReviews(Screen):
    """A screen from which a review is begun, and its pack written."""

    room_asked = Signal(str)
    """The review with this id is to be held now."""
    pack_asked = Signal(str)
    """The pack of the review with this id is to be saved."""
    ballots_asked = Signal(str)
    """Ballots of the review with this id are to be saved, for those who cannot come."""
