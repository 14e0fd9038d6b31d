"""The whole program as one object: its windows, the files they show, and what holds for all of them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from launchpad.app.collector import loading
from launchpad.app.errands import Errand, send_off
from launchpad.app.recent_files import RecentFiles
from launchpad.app.today import local_today
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.shell import window_state
from launchpad.ui.shell.actions import escaped, set_sign
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import theme_manager

if TYPE_CHECKING:
    from launchpad.app.open_launch import OpenedLaunch

FILTER = "Launches (*.launch)"
LISTED = 12
"""Files in the menu of recent ones."""
SETTLES = 400
"""Milliseconds after which a plan that was opened is made ready to be changed: it is painted first."""
SPARE = 1500
"""Milliseconds after which the code of the screens that were not shown yet is loaded, so that going there is quick."""
RESCUE = ("launchpad.app.rescue", "launchpad.app.review_room", "launchpad.ui.shell.ways_back")
"""Code that is loaded with them, for a moment in which the disk may be in trouble."""


class Launchpad(QObject):
    """Opens files off the window's thread, each launch in a window of its own."""

    def __init__(self, app: QApplication, *, today: date | None = None) -> None:
        """`today` replaces the day it is in every launch (None: the file's own or the real one)."""
        super().__init__(app)
        self._today = today
        self.recent = RecentFiles()
        self.windows: list[MainWindow] = []
        self._openings: dict[MainWindow, Errand] = {}
        theme_manager().apply(app, window_state.theme_choice())
        app.setQuitOnLastWindowClosed(True)

    def start(self, files: Sequence[Path] = ()) -> MainWindow:
        """Show the first window, with all launches or with nothing yet but a name: files are read once it is seen."""
        window = self.new_window()
        if files:
            window.show_opening(files[0].name)
            window.painted.connect(partial(self.open_files, list(files), window))
        else:
            window.go("home")
        window.show()
        return window

    def new_window(self) -> MainWindow:
        """Make an empty window."""
        window = MainWindow(self._make_home)
        window.files_asked.connect(self._on_files_asked)
        window.asked.connect(self._on_asked)
        window.recent_asked.connect(partial(self._fill_recent, window))
        window.opening_cancelled.connect(partial(self._on_opening_cancelled, window))
        window.closed.connect(partial(self._on_closed, window))
        self.windows.append(window)
        return window

    def _make_home(self) -> QWidget:
        from launchpad.ui.home.home import Home

        home = Home(self.recent)
        home.open_asked.connect(self._on_open_asked)
        home.choose_asked.connect(self._ask_open)
        home.new_asked.connect(self._ask_new)
        home.import_asked.connect(self._ask_foreign)
        home.sample_asked.connect(self._ask_sample)
        return home

    # --- files -----------------------------------------------------------------------------------------------------

    def open_files(self, files: Sequence[Path], window: MainWindow | None = None) -> None:
        """Open launches: the first in `window` if it is free, the others in windows of their own."""
        for path in files:
            known = self._showing(path)
            if known is not None:
                known.raise_()
                known.activateWindow()
                continue
            self._open_in(self._free(window), partial(_open, path, self._today), path.name, path)
        if window is not None and window.view is None and all(self._showing(path) for path in files):
            window.go("home")

    def open_sample(self, window: MainWindow | None = None) -> None:
        """Open the sample launch."""
        self._open_in(self._free(window), partial(_open_sample, self._today), "the sample")

    def _open_in(
        self,
        window: MainWindow,
        opening: "partial[OpenedLaunch]",
        name: str,
        path: Path | None = None,
        kept: Path | None = None,
    ) -> None:
        """Open a launch; `path` is its file, if it has one, and `kept` what the window had of it, if that is apart."""
        window.show_opening(name)
        window.is_opening = True
        failing = partial(self._on_not_opened, window, name, path, kept)
        self._openings[window] = send_off(window, opening, partial(self._on_opened, window, kept), failing)

    def _on_opening_cancelled(self, window: MainWindow) -> None:
        errand = self._openings.pop(window, None)
        if errand is not None and window.is_opening:
            errand.cancel(_put_away)
            window.is_opening = False
            window.go("home")

    def _on_opened(self, window: MainWindow, kept: Path | None, opened: "OpenedLaunch") -> None:
        from launchpad.app.plan_session import PlanSession
        from launchpad.ui.shell.launch_view import LaunchView

        window.is_opening = False
        known = self._showing(opened.session.file.path)
        if known is not None and known is not window:  # the same file was asked for twice
            opened.session.close()
            window.go("home")
            known.activateWindow()
            return
        session = PlanSession(opened.session, today=self._today)
        view = LaunchView(session, window.offers.submenus["export"])
        view.past_asked.connect(partial(self._on_past_asked, window))
        window.show_launch(view, window_state.last_screen())
        QTimer.singleShot(SETTLES, session, session.settle)
        QTimer.singleShot(SPARE, window, partial(self._load_screens, window))
        if opened.is_past:
            view.say_past(opened.notice)
            return
        self.recent.opened(session.path)
        if opened.notice:
            view.say_read_only(opened.notice)
        if kept is not None:
            view.say_kept(kept, partial(self.open_files, [kept]))

    def _load_screens(self, window: MainWindow) -> None:
        send_off(window, _load_all, len)

    def _on_past_asked(self, window: MainWindow, opening: "partial[OpenedLaunch]", name: str) -> None:
        self._open_in(self._free(window), opening, name)

    def _on_not_opened(
        self, window: MainWindow, name: str, path: Path | None, kept: Path | None, error: Exception
    ) -> None:
        from launchpad.domain.errors import PlanError
        from launchpad.storage.errors import StorageError
        from launchpad.ui.shell.messages import tell
        from launchpad.ui.shell.ways_back import ways_back

        window.is_opening = False
        window.go("home")
        if not isinstance(error, StorageError | PlanError):
            raise error
        offers = ways_back(
            window, path, error, partial(self.open_files, window=window), partial(self._on_past_asked, window)
        )
        sentence = str(error)
        if kept is not None:
            offers = {"Open your version": partial(self.open_files, [kept], window), **offers}
            sentence = f"{sentence} Your version is kept as “{kept.name}”."
        tell(window, f"“{name}” could not be opened.", sentence, offers=offers)

    def _showing(self, path: Path) -> MainWindow | None:
        real = path.resolve()
        return next((w for w in self.windows if w.session is not None and w.session.path.resolve() == real), None)

    def _free(self, window: MainWindow | None) -> MainWindow:
        if window is not None and window.view is None and not window.is_opening:
            return window
        made = self.new_window()
        if window is not None:
            window_state.place_beside(made, window)
        made.show()
        return made

    # --- what windows ask for --------------------------------------------------------------------------------------

    def _on_files_asked(self, files: list[Path]) -> None:
        self.open_files(files, self._active())

    def _on_open_asked(self, path: Path) -> None:
        self.open_files([path], self._active())

    def _on_asked(self, what: str) -> None:
        {
            "new": self._ask_new,
            "foreign": self._ask_foreign,
            "open": self._ask_open,
            "sample": self._ask_sample,
            "reopen": self._ask_reopen,
            "quit": self._ask_quit,
        }[what]()

    def _active(self) -> MainWindow | None:
        """The window the person is in."""
        asking = self.sender()
        widget = asking.window() if isinstance(asking, QWidget) else QApplication.activeWindow()
        return widget if isinstance(widget, MainWindow) else None

    def _ask_new(self) -> None:
        from launchpad.ui.new_launch.dialog import NewLaunchDialog

        window = self._active()
        dialog = NewLaunchDialog(self._today or local_today(), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.created.connect(partial(self._on_created, window))
        dialog.foreign_asked.connect(partial(self._ask_foreign, window))
        dialog.open()

    def _ask_foreign(self, window: MainWindow | None = None) -> None:
        from PySide6.QtWidgets import QFileDialog

        from launchpad.app.foreign_plan import FOREIGN_FILES
        from launchpad.ui.new_launch.import_dialog import ImportDialog

        window = window or self._active()
        chosen, _ = QFileDialog.getOpenFileName(window, "Import a plan", "", FOREIGN_FILES)
        if chosen:
            dialog = ImportDialog(Path(chosen), self._today or local_today(), window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.created.connect(partial(self._on_created, window))
            dialog.open()

    def _on_created(self, window: MainWindow | None, path: Path) -> None:
        self.open_files([path], window)

    def _ask_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        window = self._active()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if window is not None and window.session is not None:
            folder = str(window.session.path.parent)
        chosen, _ = QFileDialog.getOpenFileNames(window, "Open launches", folder, FILTER)
        self.open_files([Path(name) for name in chosen], window)

    def _ask_sample(self) -> None:
        self.open_sample(self._active())

    def _ask_reopen(self) -> None:
        window = self._active()
        if window is None or window.session is None or not (window.session.flush() and window.session.rescue()):
            return
        path, place = window.session.path, window.place
        window_state.remember(window, place)
        kept = window.drop_launch()
        self._open_in(window, partial(_open, path, self._today), path.name, path, kept)

    def _ask_quit(self) -> None:
        for window in tuple(self.windows):
            if not window.close():
                return

    def _on_closed(self, window: MainWindow) -> None:
        self.windows.remove(window)
        self._openings.pop(window, None)
        window.deleteLater()

    def _fill_recent(self, window: MainWindow) -> None:
        menu = window.offers.submenus["recent"]
        menu.clear()
        for file in self.recent.files()[:LISTED]:
            action = menu.addAction(escaped(file.path.stem))
            set_sign(action, "pin" if file.pinned else "file")
            action.setStatusTip(str(file.path))
            action.setToolTip(plain_tip(str(file.path)))
            action.triggered.connect(partial(self._on_recent_chosen, window, file.path))
        menu.menuAction().setEnabled(bool(menu.actions()))

    def _on_recent_chosen(self, window: MainWindow, path: Path, checked: bool = False) -> None:
        self.open_files([path], window)

    def open_from_system(self, name: str) -> None:
        """Open a file that was double-clicked while the program runs."""
        self.open_files([Path(name)], next(iter(self.windows), None))


def _open(path: Path, today: date | None) -> "OpenedLaunch":
    with loading():
        from launchpad.app.open_launch import open_launch  # the database comes in here, after the window is seen

        opened = open_launch(path, today)
        _load_view()
    return opened


def _open_sample(today: date | None) -> "OpenedLaunch":
    with loading():
        from launchpad.app.open_launch import open_sample

        opened = open_sample(today)
        _load_view()
    return opened


def _load_all() -> list[object]:
    return [entry.load() for entry in SCREENS] + [import_module(name) for name in RESCUE]


def _put_away(opened: "OpenedLaunch") -> None:
    """Nobody waits for this launch any more."""
    opened.session.close()


def _load_view() -> None:
    """Load what the window needs next, while it is not held up by it."""
    import_module("launchpad.ui.shell.launch_view")
    last = window_state.last_screen()
    next((entry for entry in SCREENS if entry.name == last), SCREENS[0]).load()
