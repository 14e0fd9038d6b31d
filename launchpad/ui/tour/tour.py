"""The walk: every screen of a full and of an empty launch, in each theme and size, as PNG files."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLocale, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from launchpad.app.open_launch import open_launch
from launchpad.app.recent_files import RecentFiles
from launchpad.domain.enums import TaskStatus
from launchpad.ui.home.home import Home
from launchpad.ui.new_launch.dialog import SIZE, NewLaunchDialog
from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.reviews.screen import ReviewsScreen
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.rail import HOME
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import ARGUMENTS, ThemeChoice, theme_manager
from launchpad.ui.tour import stage
from launchpad.ui.tour.stillness import still_picture

SIZES = ((1440, 900), (1100, 700))
"""Pixels of the window: as drawn, and the smallest that must do."""
NOISE = "This plugin does not support propagateSizeHints()"
"""What Qt says of every dialog when there is no display."""
ROOM_SIZES = ((1280, 720), (1440, 900))
"""Pixels of the room: the smallest that must be read from afar, and as drawn."""
ROOM_PARTS = ("promises", "track:sales", "criteria", "risks", "decision", "next")
"""Parts of the agenda that are photographed."""
DIALOGS = ("shortcuts", "about", "plan_back", "fit", "baselines")
"""Actions of the window that open a dialog."""


class Camera:
    """Saves pictures in a folder and remembers what it made."""

    def __init__(self, folder: Path, themes: Sequence[ThemeChoice]) -> None:
        self._folder = folder
        self._themes = themes
        self.made: list[Path] = []

    def themes(self) -> Iterator[None]:
        """Go through the themes: what is photographed within wears each of them once."""
        for theme in self._themes:
            theme_manager().choose(theme)
            yield

    def take(self, window: MainWindow, name: str) -> None:
        """Photograph a window in each size."""
        for width, height in SIZES:
            window.resize(width, height)
            self.take_as_it_is(window, name if (width, height) == SIZES[0] else f"{name}-{width}x{height}")

    def take_room(self, room: QWidget, name: str) -> None:
        """Photograph the room in each of its sizes."""
        for width, height in ROOM_SIZES:
            room.resize(width, height)
            self.take_as_it_is(room, f"{name}-{width}x{height}")

    def take_as_it_is(self, widget: QWidget, name: str) -> None:
        """Photograph a widget in the size it has."""
        picture = still_picture(widget)
        path = self._folder / f"{name}-{theme_manager().choice}-{round(picture.devicePixelRatio())}x.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} could not be written.")
        self.made.append(path)


def photograph(folder: Path, themes: Sequence[ThemeChoice]) -> list[Path]:
    """Write the pictures of every screen and return their files; the scale is the one Qt was started with."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder, themes)
    with tempfile.TemporaryDirectory(prefix="launchpad-") as name, steady_application():
        place = Path(name)
        sample = stage.sample_file(place)
        _photograph_home(camera, "home-empty", RecentFiles(place / "none.json"))
        _photograph_home(camera, "home", _recent(place, [*stage.other_files(place), sample]))
        with _launch(sample) as window:
            for _ in camera.themes():
                _photograph_screens(camera, window, "{}")
                _photograph_dialogs(camera, window)
        plan, returned = stage.returned_files(place)
        with _launch(plan) as window:
            for _ in camera.themes():
                _photograph_homecoming(camera, window, returned)
        with _launch(sample) as window:
            for _ in camera.themes():
                _photograph_task(camera, window)
        with _launch(sample) as window:
            for _ in camera.themes():
                _photograph_moves(camera, window)
        with _launch(sample) as window:
            for _ in camera.themes():
                _photograph_review(camera, window)
        with _launch(stage.fresh_file(place)) as window:
            for _ in camera.themes():
                _photograph_screens(camera, window, "{}-empty")
    return camera.made


@contextmanager
def steady_application() -> Iterator[QApplication]:
    """The application with nothing in it that moves or depends on the machine."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(_complain)
        app = QApplication(ARGUMENTS)
    before = app.cursorFlashTime()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    app.setCursorFlashTime(0)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    theme_manager().apply(app, ThemeChoice.LIGHT)
    yield app
    app.setCursorFlashTime(before)


def _complain(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    if text != NOISE:
        sys.stderr.write(f"{text}\n")


def _recent(place: Path, files: Iterable[Path]) -> RecentFiles:
    recent = RecentFiles(place / "recent.json")
    for path in files:
        recent.opened(path)
    return recent


def _photograph_home(camera: Camera, name: str, recent: RecentFiles) -> None:
    with _window(partial(Home, recent)) as window:
        window.go(HOME)
        for _ in camera.themes():
            camera.take(window, name)


def _photograph_screens(camera: Camera, window: MainWindow, pattern: str) -> None:
    for entry in SCREENS:
        window.go(entry.name)
        camera.take(window, pattern.format(entry.name))


def _photograph_dialogs(camera: Camera, window: MainWindow) -> None:
    window.offers["palette"].trigger()
    camera.take(window, "palette")
    window.palette_.put_away()
    dialog = NewLaunchDialog(stage.TODAY, window)
    dialog.open()
    dialog.resize(*SIZE)  # the screen of the pictures is smaller than anybody's
    _photograph_dialog(camera, "new-launch")
    for name in DIALOGS:
        window.offers[name].trigger()
        _photograph_dialog(camera, name)


def _photograph_task(camera: Camera, window: MainWindow) -> None:
    """A blocked task, with all about it beside the list."""
    assert window.view is not None
    blocked = next(task for task in window.view.session.document.tasks if task.status is TaskStatus.BLOCKED)
    window.view.go_to_task(blocked.id)
    camera.take(window, "checklist-task")


def _photograph_moves(camera: Camera, window: MainWindow) -> None:
    """The timeline after an edit that makes the plan miss a gate, with what moved, and the way back from it."""
    assert window.view is not None
    session = window.view.session
    session.run(stage.longer_work)
    window.go("timeline")
    camera.take(window, "timeline-moved")
    window.offers["fit"].trigger()
    _photograph_dialog(camera, "fit-missed")
    session.undo()


def _photograph_homecoming(camera: Camera, window: MainWindow, returned: Path) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        window.imports.bring(returned)
        still_picture(window)  # reads the file meanwhile
        _photograph_dialog(camera, "homecoming" if (width, height) == SIZES[0] else f"homecoming-{width}x{height}")


def _photograph_dialog(camera: Camera, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, name
    camera.take_as_it_is(dialog, name)
    dialog.close()


def _photograph_review(camera: Camera, window: MainWindow) -> None:
    """The pages of the Reviews screen, and the room part by part; the review itself is begun only once."""
    assert window.view is not None
    review = stage.review_under_way(window.view.session)
    window.go("reviews")
    screen = cast(ReviewsScreen, window.view.current)
    screen.open_review(review)
    camera.take(window, "review-prepare")
    screen.open_review(stage.latest_record(window.view.session))
    camera.take(window, "review-record")
    screen.show_board()
    room = RoomWindow(window.view.session, review)
    room.show()
    for part in ROOM_PARTS:
        room.go_to(part)
        camera.take_room(room, f"room-{part.partition(':')[2] or part}")
    room.hide()
    room.deleteLater()


@contextmanager
def _launch(path: Path) -> Iterator[MainWindow]:
    with _window(QWidget) as window:
        session = stage.StillSession(open_launch(path).session)
        window.show_launch(LaunchView(session, window.offers.submenus["export"]))
        yield window


@contextmanager
def _window(make_home: Callable[[], QWidget]) -> Iterator[MainWindow]:
    window = MainWindow(make_home)
    window.resize(*SIZES[0])
    window.show()
    try:
        yield window
    finally:
        window.drop_launch()
        window.hide()
        window.deleteLater()
