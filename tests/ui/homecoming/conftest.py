"""A window with a plan of which a workbook went out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from launchpad.app.export import export_session
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.values import Evidence
from launchpad.interchange.audience import Audience
from launchpad.ui.homecoming.changes_page import ChangesPage
from launchpad.ui.homecoming.dialog import HomecomingDialog
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import editing, fill

PATIENCE = 20_000
"""Milliseconds for reading a file."""


def a_small_plan() -> Document:
    return a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_track("support"),
        a_task("cards", title="Battlecards", track="sales", owner="ada", duration=4),
        a_task("demo", title="Demo", track="sales", owner="ben", duration=3, note="Ask the lab"),
        a_task("kb", title="Articles", track="support", owner="ben", evidence=(Evidence("Kit", "kit.pdf"),)),
        a_task("old", title="Old page", track="support"),
    )


class Office:
    """One window, the file it shows, and the workbooks that go out and come back."""

    def __init__(self, qtbot: QtBot, window: MainWindow, session: PlanSession, folder: Path) -> None:
        self.qtbot, self.window, self.session, self.folder = qtbot, window, session, folder

    @property
    def plan(self) -> Document:
        return self.session.document

    def send(self, name: str = "out.xlsx", audience: Audience = Audience.FULL) -> Path:
        path = self.folder / name
        export_session(self.session.session, path, self.session.today, audience)
        return path

    def filled(self, cells: dict[str, dict[str, Any]], who: str = "Dana Fox", name: str = "sales.xlsx") -> Path:
        """An export that somebody has filled in."""
        path = fill(self.send(), self.folder / name, cells)
        with editing(path) as book:
            book.properties.lastModifiedBy = who
        return path

    def bring(self, workbook: Path) -> ChangesPage:
        """Let a workbook come home as the menu does, up to the list of changes."""
        self.window.imports.bring(workbook)
        return self.changes()

    def dialog(self) -> HomecomingDialog:
        (found,) = [each for each in self.window.findChildren(HomecomingDialog) if each.isVisible()]
        return found

    def changes(self) -> ChangesPage:
        dialog = self.dialog()
        self.qtbot.waitUntil(lambda: dialog.changes is not None, timeout=PATIENCE)
        page = dialog.changes
        assert page is not None
        self.qtbot.waitUntil(lambda: "Working" not in page.effect.text(), timeout=PATIENCE)
        return page


@pytest.fixture
def office(qtbot: QtBot, open_plan: Callable[..., PlanSession], tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """`office(plan)` shows a plan in a window; without one it is a small one."""
    windows: list[MainWindow] = []

    def furnish(plan: Document | None = None) -> Office:
        window = MainWindow(QWidget)
        windows.append(window)
        window.resize(1440, 900)
        window.show()
        session = open_plan(plan or a_small_plan())
        window.show_launch(LaunchView(session, window.offers.submenus["export"]))
        return Office(qtbot, window, session, tmp_path)

    yield furnish
    for window in windows:
        window.drop_launch()
        window.close()
        window.deleteLater()
