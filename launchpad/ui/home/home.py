"""Home: every launch a person works on, or how to begin with the first."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from launchpad.app.recent_files import RecentFiles

if TYPE_CHECKING:
    from launchpad.ui.home.launches_page import LaunchesPage
    from launchpad.ui.parts.empty_state import EmptyState

FILES = "Launches (*.launch)"


class Home(QWidget):
    """The launches of the recent files. It asks for launches to be opened and never opens one itself.

    Its two pages are made when they are first shown: most people only ever see one of them.
    """

    open_asked = Signal(object)
    """The path of a launch to open."""
    new_asked = Signal()
    choose_asked = Signal()
    """Open a file that is not on the list."""
    import_asked = Signal()
    """A plan of another program is to become a launch."""
    sample_asked = Signal()

    def __init__(self, recent: RecentFiles | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Launches")
        self._recent = recent or RecentFiles()
        self._page: LaunchesPage | None = None
        self._empty: EmptyState | None = None
        self._stack = QStackedLayout(self)

    # --- the pages -------------------------------------------------------------------------------------------------

    @property
    def page(self) -> "LaunchesPage":
        """The page with the list."""
        if self._page is None:
            self._page = self._make_page()
            self._stack.addWidget(self._page)
        return self._page

    def _make_page(self) -> "LaunchesPage":
        from launchpad.ui.home.launches_page import LaunchesPage

        page = LaunchesPage(self)
        page.new_asked.connect(self.new_asked)
        page.choose_asked.connect(self.choose_asked)
        page.import_asked.connect(self.import_asked)
        page.sample_asked.connect(self.sample_asked)
        page.view.open_asked.connect(self.open_asked)
        page.view.pin_asked.connect(self._on_pin_asked)
        page.view.forget_asked.connect(self._on_forget_asked)
        page.view.find_asked.connect(self._on_find_asked)
        return page

    @property
    def empty(self) -> "EmptyState":
        """The page without launches: ways to have one."""
        if self._empty is None:
            self._empty = self._make_empty()
            self._stack.addWidget(self._empty)
        return self._empty

    def _make_empty(self) -> "EmptyState":
        from launchpad.ui.parts.empty_state import EmptyState

        text = (
            "A launch is one file: a checklist over tracks, scheduled back from launch day and scored for readiness."
            " Start your own from a template in three clicks, or look around in the sample first."
        )
        empty = EmptyState("rocket", "Nothing to launch yet", text)
        empty.add_button("New launch", self.new_asked.emit)
        empty.add_button("Open the sample", self.sample_asked.emit)
        empty.add_button("Open…", self.choose_asked.emit)
        empty.add_button("Import a plan…", self.import_asked.emit)
        return empty

    # --- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the list as it is now."""
        files = self._recent.files()
        if files or self._page is not None:
            self.page.show_files(files)
        self._stack.setCurrentWidget(self.page if files else self.empty)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened to the files meanwhile is looked up."""
        super().showEvent(event)
        self.refresh()
        if self._page is not None:
            self._page.view.setFocus()

    # --- what was asked --------------------------------------------------------------------------------------------

    def _on_pin_asked(self, path: Path, pinned: bool) -> None:
        self._recent.pin(path, pinned)
        self.refresh()

    def _on_forget_asked(self, path: Path) -> None:
        self._recent.forget(path)
        self.refresh()

    def _on_find_asked(self, path: Path) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = next((str(each) for each in path.parents if each.is_dir()), "")
        found, _ = QFileDialog.getOpenFileName(self, f"Find {path.name}", folder, FILES)
        if found:
            pinned = any(file.pinned for file in self._recent.files() if file.path == path)
            self._recent.forget(path)
            self._recent.opened(Path(found))
            self._recent.pin(Path(found), pinned)
            self.refresh()
