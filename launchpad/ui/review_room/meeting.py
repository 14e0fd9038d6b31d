"""A review being held: its room, the second window, and the program in the dark meanwhile."""

from PySide6.QtCore import QKeyCombination, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.ui.review_room.finish_dialog import FinishDialog
from launchpad.ui.review_room.projector import Projector
from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

WINDOWED = QSize(1280, 720)
"""The size of a window of the room that does not fill the screen."""


class Meeting(QObject):
    """Opens the room and closes it again; the review itself goes on in the file until it is sealed."""

    ended = Signal()
    """The room is closed, sealed or not."""
    sealed = Signal(str, bool)
    """The id of the review whose record is sealed, and whether its pack is to be saved."""

    def __init__(self, session: PlanSession, review_id: str, parent: QWidget) -> None:
        """Make the room; Stopped when the person does not want to wait for what it shows."""
        super().__init__(parent)
        self._session = session
        self._review_id = review_id
        self._window = parent
        self.room = RoomWindow(session, review_id)
        self._theme_before = theme_manager().choice
        theme_manager().choose(ThemeChoice.DARK)
        self.room.resize(WINDOWED)
        self.projector: Projector | None = None
        self.room.projector_asked.connect(self.toggle_projector)
        self.room.finish_asked.connect(self.finish)
        self.room.closed.connect(self._on_closed)

    def start(self) -> None:
        """Show the room over the whole screen."""
        self.room.move(self._window.window().screen().geometry().topLeft())
        self.room.showFullScreen()
        self.room.activateWindow()
        self.room.stage.setFocus()

    # --- the projector -----------------------------------------------------------------------------------------------

    def toggle_projector(self) -> None:
        """Open the second window on the second screen, or close it."""
        if self.projector is not None:
            self.projector.close()
            return
        self.projector = Projector()
        self.projector.key_pressed.connect(self._on_key)
        self.projector.closed.connect(self._on_projector_closed)
        self.room.shown_anew.connect(self.projector.follow)
        self.room.ticked.connect(self.projector.show_time)
        self.room.refresh()
        other = self._other_screen()
        if other is None:
            self.projector.resize(WINDOWED)
            self.projector.show()
        else:
            self.projector.setGeometry(other.geometry())
            self.projector.showFullScreen()
        self.room.activateWindow()

    def _other_screen(self) -> QScreen | None:
        return next((screen for screen in QGuiApplication.screens() if screen is not self.room.screen()), None)

    def _on_key(self, event: QKeyEvent) -> None:
        self.room.activateWindow()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # some systems add it to the arrows
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        for action in self.room.actions():
            if pressed in action.shortcuts():
                action.trigger()

    def _on_projector_closed(self) -> None:
        if self.projector is not None:
            self.room.shown_anew.disconnect(self.projector.follow)
            self.room.ticked.disconnect(self.projector.show_time)
            self.projector.deleteLater()
            self.projector = None

    # --- the end -----------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Ask for the confirmation and seal the record."""
        self._session.flush()
        dialog = FinishDialog(self._session, self.room.answers, self.room.sizes, self.room)
        dialog.sealed.connect(self._on_sealed)
        dialog.open()

    def _on_sealed(self, wants_pack: bool) -> None:
        self.room.close()
        self.sealed.emit(self._review_id, wants_pack)

    def leave(self) -> bool:
        """Close the room; return whether it could be."""
        return self.room.close()

    def _on_closed(self) -> None:
        if self.projector is not None:
            self.projector.close()
        theme_manager().choose(self._theme_before)
        self.room.deleteLater()
        self.ended.emit()
