"""The overview, shown with all that it works out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from launchpad.domain.document import Document
from launchpad.ui.overview.screen import OverviewScreen


@pytest.fixture
def shown(qtbot: QtBot, show_screen: Callable[..., OverviewScreen]) -> Callable[..., OverviewScreen]:
    def showing(document: Document | None = None, **how: object) -> OverviewScreen:
        screen = show_screen(OverviewScreen, document, **how)
        qtbot.waitUntil(lambda: not screen.is_busy, timeout=20_000)
        return screen

    return showing
