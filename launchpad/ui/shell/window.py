"""A window: the rail, one launch or none, the menus and the status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QStackedWidget, QWidget

from launchpad.app.collector import let_go
from launchpad.domain.visible import visible
from launchpad.ui.parts.dropped import take_copy
from launchpad.ui.shell import edit_menu, window_state
from launchpad.ui.shell.actions import Actions, escaped, keys_of, theme_actions
from launchpad.ui.shell.drops import launch_files, workbook
from launchpad.ui.shell.exports import Exports
from launchpad.ui.shell.imports import Imports
from launchpad.ui.shell.launch_deeds import LaunchDeeds
from launchpad.ui.shell.rail import HOME, Rail
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.status import StatusBar
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

if TYPE_CHECKING:
    from launchpad.app.plan_facts import PlanFacts
    from launchpad.app.plan_session import PlanSession
    from launchpad.ui.shell.launch_view import LaunchView
    from launchpad.ui.shell.opening_page import OpeningPage
    from launchpad.ui.shell.palette import Palette
    from launchpad.ui.shell.undo_keys import UndoKeys

ASKED = ("new", "foreign", "open", "sample", "reopen", "quit")
"""Actions that are the application's, not the window's."""


class MainWindow(QMainWindow):
    """Shows a launch, and asks the application for files; it opens none itself."""

    painted = Signal()
    """It can be seen for the first time."""
    files_asked = Signal(list)
    """Open these paths."""
    asked = Signal(str)
    """One of `ASKED`."""
    recent_asked = Signal()
    """The menu of recent files is about to be shown; fill it."""
    opening_cancelled = Signal()
    """The person does not want to wait for the launch that is being opened."""
    closed = Signal()

    def __init__(self, make_home: Callable[[], QWidget]) -> None:
        """`make_home` makes the page of all launches when it is first shown."""
        super().__init__()
        self.setWindowTitle("Launchpad")
        self.setAcceptDrops(True)
        self._make_home = make_home
        self._home: QWidget | None = None
        self._was_painted = False
        self.is_opening = False
        self.view: LaunchView | None = None
        self.rail = Rail()
        self.status = StatusBar()
        self.imports = Imports(self)
        self.deeds = LaunchDeeds(self)
        self._opening: OpeningPage | None = None
        self._pages = QStackedWidget()
        self.offers = Actions(self._handlers(), self)
        self._lay_out()
        self._palette: Palette | None = None
        self._undo_keys: UndoKeys | None = None
        self._connect()
        window_state.restore(self)
        self._show_which_launch()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {name: partial(self.asked.emit, name) for name in ASKED}
        handlers |= {name: partial(self._with_hands, name) for name in edit_menu.HANDS}
        handlers |= self.deeds.handlers()
        handlers |= {f"screen:{entry.name}": partial(self.go, entry.name) for entry in SCREENS}
        handlers |= {
            "close": self.close,
            "import": self.imports.ask,
            "home": partial(self.go, HOME),
            "palette": self._open_palette,
            "full_screen": self._toggle_full_screen,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }
        return handlers

    def _lay_out(self) -> None:
        self.offers.fill(self.menuBar())
        self.exports = Exports(self.offers.submenus["export"], self)
        self.exports.told.connect(self.status.tell)
        self.status.addPermanentWidget(self.exports.work)
        self.exports.work.shown.connect(self.status.make_room)
        self.imports.told.connect(self.status.tell)
        self._themes = theme_actions(self.offers.submenus["theme"], self._choose_theme)
        self._search = self._search_button()  # Qt lets go of a corner widget that nobody keeps
        self.menuBar().setCornerWidget(self._search)
        self.setStatusBar(self.status)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(central)

    def _search_button(self) -> QPushButton:
        button = QPushButton(icon("search", "text2"), f" Search tasks and commands   {keys_of(self.offers['palette'])}")
        button.setProperty("kind", "quiet")
        button.setObjectName("search")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+K is its key
        button.clicked.connect(self._open_palette)
        return button

    def _connect(self) -> None:
        self.rail.asked.connect(self.go)
        self.rail.track_asked.connect(self._on_track_asked)
        self.status.asked.connect(self._on_number_asked)
        self.status.real_today_asked.connect(self.deeds.use_real_today)
        self.status.fit_asked.connect(self.offers["fit"].trigger)
        self.offers.submenus["recent"].aboutToShow.connect(self.recent_asked)
        self.offers.submenus["theme"].aboutToShow.connect(self._show_theme_choice)
        for menu in ("Edit", "Plan"):
            self.offers.menu(menu).aboutToShow.connect(self._allow)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        theme_manager().changed.connect(self._show_theme_choice)
        self._show_theme_choice()

    # --- the launch ------------------------------------------------------------------------------------------------

    @property
    def session(self) -> "PlanSession | None":
        """The session of the launch this window shows."""
        return self.view.session if self.view else None

    def show_opening(self, name: str) -> None:
        """Say that a file is being opened."""
        if self._opening is None:
            from launchpad.ui.shell.opening_page import OpeningPage

            self._opening = OpeningPage()
            self._opening.cancelled.connect(self.opening_cancelled)
            self._pages.addWidget(self._opening)
        self._opening.show_name(name)
        self._pages.setCurrentWidget(self._opening)

    def show_launch(self, view: "LaunchView", screen: str = "") -> None:
        """Show a launch, at the screen of that name."""
        self.drop_launch()
        self.view = view
        self._pages.addWidget(view)
        view.facts_changed.connect(self._on_facts)
        view.screen_changed.connect(self._on_screen_changed)
        view.told.connect(self.status.tell)
        view.copy_asked.connect(partial(self.deeds.save_copy, goes_on=True))
        view.reopen_asked.connect(self.offers["reopen"].trigger)
        view.import_asked.connect(self.offers["import"].trigger)
        view.pack_asked.connect(self.exports.save_pack)
        view.ballots_asked.connect(self.exports.save_ballots)
        view.session.changed.connect(self._on_changed)
        view.session.troubled.connect(self._on_troubled)
        self._show_which_launch()
        view.tell_facts()
        known = [entry.name for entry in SCREENS]
        self.go(screen if screen in known else known[0])
        view.offer_review()

    def drop_launch(self) -> Path | None:
        """Close the launch, if there is one, and let go of its file; return where it had to be kept apart, if so."""
        if self.view is None:
            return None
        view, self.view = self.view, None
        kept = view.close_session()
        self._pages.removeWidget(view)
        view.deleteLater()
        let_go()
        self._show_which_launch()
        return kept

    def _show_which_launch(self) -> None:
        document = self.session.document if self.session else None
        self.exports.show_session(self.session)
        self.imports.show_session(self.session)
        self.rail.show_launch(document)
        self.setWindowTitle(f"{visible(document.launch.name)} – Launchpad" if document else "Launchpad")
        self.setWindowFilePath(str(self.session.path) if self.session else "")
        if document is None:
            self.status.show_nothing()
            self._show_here()
        self._allow()

    def _on_facts(self, facts: "PlanFacts") -> None:
        assert self.session is not None
        self.rail.show_launch(self.session.document)
        self.rail.show_facts(facts)
        self.status.show_session(self.session, facts)

    def _on_changed(self, edit: object) -> None:
        if self.session is not None:
            self.status.show_saved(self.session)
            self.setWindowTitle(f"{visible(self.session.document.launch.name)} – Launchpad")
        self._allow()

    def _on_troubled(self) -> None:
        if self.session is not None:
            self.status.show_saved(self.session)

    # --- places ----------------------------------------------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a screen of the launch, or `HOME`."""
        if name == HOME or self.view is None:
            self._go_home()
            return
        self._pages.setCurrentWidget(self.view)
        self.view.go(name)

    def _go_home(self) -> None:
        if self._home is None:
            self._home = self._make_home()
            self._pages.addWidget(self._home)
        self._pages.setCurrentWidget(self._home)
        self.rail.show_here(HOME)
        self._show_here()
        self._allow()

    @property
    def place(self) -> str:
        """The name of the screen that is shown, or `HOME`."""
        is_launch = self.view is not None and self._pages.currentWidget() is self.view
        return self.view.current.name if is_launch and self.view and self.view.current else HOME

    def _on_screen_changed(self, name: str) -> None:
        if self.view is not None:
            self._pages.setCurrentWidget(self.view)
        self.rail.show_here(name)
        self._show_here()
        self._allow()

    def _on_track_asked(self, key: str) -> None:
        from launchpad.app.task_filter import track_term  # not before the first paint

        if self.view is not None:
            self.view.go("checklist", track_term(key))

    def _on_number_asked(self, name: str, wanted: object) -> None:
        if self.view is not None:
            self.view.go(name, wanted)

    # --- actions ---------------------------------------------------------------------------------------------------

    def all_actions(self) -> list[tuple[str, QAction]]:
        """Every action of the menus, then those of the screen that is shown."""
        screen = self.view.current if self.view and self.place != HOME else None
        own = [(screen.title, action) for action in screen.actions() if action.text()] if screen else []
        return self.offers.all() + own

    def _show_here(self) -> None:
        """Let the menus offer what the screen in sight can do."""
        screen = self.view.current if self.view and self.place != HOME else None
        actions = [action for action in screen.actions() if action.text()] if screen else []
        own = len(screen.deeds) if screen else 0
        self.offers.show_here(screen.title if screen else "", actions[:own], actions[own:])

    def _allow(self) -> None:
        session = self.session
        can_change = session is not None and not session.is_read_only
        self.offers.allow(has_launch=session is not None, can_change=can_change)
        screen = self.view.current if self.view and self.place != HOME else None
        for name in edit_menu.HANDS:
            self.offers[name].setEnabled(edit_menu.can(name, screen))
        if session is not None:
            self._label("undo", "&Undo", session.undo_label)
            self._label("redo", "&Redo", session.redo_label)
            self._show_day_action(session)

    def _label(self, name: str, verb: str, what: str | None) -> None:
        self.offers[name].setEnabled(what is not None)
        self.offers[name].setText(f"{verb} {escaped(what)}" if what else verb)

    def _show_day_action(self, session: "PlanSession") -> None:
        self.offers["real_today"].setEnabled(session.document.launch.as_of is not None)
        self.offers["real_today"].setText(
            "Use the plan’s own &date" if session.uses_real_today else "Use the real &date"
        )

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self:
            self._allow()
            if self.view is not None:
                self._watch_undo_keys(new)
        if isinstance(new, QPushButton) and new.window().windowType() is Qt.WindowType.Window:
            new.setAutoDefault(True)  # outside of dialogs too, Return presses it as Space does

    def _watch_undo_keys(self, widget: QWidget) -> None:
        if self._undo_keys is None:
            from launchpad.ui.shell.undo_keys import UndoKeys  # without a launch there is nothing to take back

            self._undo_keys = UndoKeys(self.offers["undo"].shortcuts, self.offers["redo"].shortcuts, self)
        self._undo_keys.watch(widget)

    def _with_hands(self, name: str) -> None:
        edit_menu.do(name, self.view.current if self.view else None)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        theme_manager().choose(choice)
        window_state.remember_theme(choice)

    def _show_theme_choice(self) -> None:
        self._themes[theme_manager().choice].setChecked(True)

    def _show_shortcuts(self) -> None:
        from launchpad.ui.shell.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.all_actions(), self.deeds.elsewhere(), self).open()

    def _show_about(self) -> None:
        from launchpad.ui.shell.about import AboutDialog

        AboutDialog(self).open()

    @property
    def palette_(self) -> "Palette":
        """The palette, made when it is first wanted."""
        if self._palette is None:
            from launchpad.ui.shell.palette import Palette

            self._palette = Palette(self)
        return self._palette

    def _open_palette(self) -> None:
        from launchpad.ui.shell.finds import found_actions, found_deeds, found_tasks

        self.recent_asked.emit()
        things = found_actions(self.all_actions())
        things += found_deeds(self.deeds.elsewhere(), self.deeds.at)
        if self.view is not None:
            things += found_tasks(self.view.session.document, self.view.go_to_task)
        self.palette_.ask(things)

    # --- events ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first painting, once it is over."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the palette inside."""
        super().resizeEvent(event)
        if self._palette is not None and self._palette.isVisible():
            self._palette.place()

    def changeEvent(self, event: QEvent) -> None:
        """Look at day and file when the window becomes active again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.view is not None:
            self.view.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Launch files may be dropped, and a workbook where it can come home."""
        if launch_files(event.mimeData()) or (self.imports.is_open and workbook(event.mimeData())):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; a workbook comes home."""
        files: list[Path] = launch_files(event.mimeData())
        returned = workbook(event.mimeData())
        if files:
            take_copy(event)
            self.files_asked.emit(files)
        elif returned is not None and self.imports.is_open:
            take_copy(event)
            self.imports.bring(returned)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is held; stay open when that was refused, so that nothing is lost unseen."""
        if self.session is not None and not (self.session.flush() and self.session.rescue()):
            event.ignore()
            return
        if self.view is not None and not self.view.reviews.leave():
            event.ignore()
            return
        window_state.remember(self, self.place if self.view else "")
        self.drop_launch()
        self.closed.emit()
        super().closeEvent(event)
