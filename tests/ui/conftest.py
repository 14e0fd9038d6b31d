"""What screen tests share: the look, a launch file, and no dialog left waiting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QSize, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from launchpad.app.new_launch import sample
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.app.settings import settings_file
from launchpad.domain.document import Document
from launchpad.ui.screen import Screen
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

HERE = Path(__file__).parent
SCREEN = QSize(1256, 776)
"""A screen in a window of the usual size."""
PATIENCE = 4000
"""Milliseconds after which a dialog nobody answers is closed and the test fails."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every menu and raised window that it can do less than a screen."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    qapp.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    qapp.setCursorFlashTime(0)  # no blinking caret in pictures
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    theme_manager().apply(qapp, ThemeChoice.LIGHT)
    yield
    qapp.clipboard().clear()  # offscreen Qt keeps what was copied until Python has ended, and crashes on freeing it


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    """A test begins like the first start of the program."""
    QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat).clear()


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    theme_manager().choose(ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def _no_window_is_left(qapp: QApplication) -> Iterator[None]:
    before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget not in before]
    left = [f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in after]
    for widget in after:
        widget.close()
    assert left == [], "shown still after the test"
    assert QThreadPool.globalInstance().waitForDone(60_000), "at work still after the test"


@pytest.fixture(autouse=True)
def _no_dialog_waits(qapp: QApplication) -> Iterator[None]:
    """A dialog nobody answers would hang its test for ever."""
    stuck: list[str] = []
    seen: dict[int, int] = {}

    def look() -> None:
        widget = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if widget is None:
            seen.clear()
            return
        seen[id(widget)] = seen.get(id(widget), 0) + timer.interval()
        if seen[id(widget)] > PATIENCE:
            stuck.append(f"{type(widget).__name__} “{widget.windowTitle()}”")
            widget.reject() if isinstance(widget, QDialog) else widget.close()

    timer = QTimer(interval=200)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert not stuck, f"nobody answered: {stuck}"


@pytest.fixture
def open_plan(tmp_path: Path) -> Iterator[Callable[..., PlanSession]]:
    """`open_plan(document)` writes a plan to a file and opens it; without one it is the sample."""
    opened: list[PlanSession] = []

    def opening(document: Document | None = None, name: str = "plan.launch") -> PlanSession:
        session = Session.create(tmp_path / name, document or sample(), "Create launch")
        opened.append(PlanSession(session))
        return opened[-1]

    yield opening
    for session in opened:
        session.close()


@pytest.fixture
def show_screen(qtbot: QtBot, open_plan: Callable[..., PlanSession]) -> Callable[..., Screen]:
    """`show_screen(kind, document)` shows a screen of that kind on a plan, or on a session that is open."""
    kept: list[Screen] = []  # until pytest-qt has closed them

    def showing(
        kind: type[Screen],
        document: Document | None = None,
        session: PlanSession | None = None,
        size: QSize = SCREEN,
    ) -> Screen:
        screen = kind(session or open_plan(document))
        qtbot.addWidget(screen)
        kept.append(screen)
        screen.resize(size)
        screen.show()
        return screen

    return showing
