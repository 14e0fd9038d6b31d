"""A timeline that is open on a plan, and a hand that works it."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.ui.timeline.screen import TimelineScreen
from tests.ui.timeline.hand import Hand
from tests.ui.timeline.plans import a_small_plan


@pytest.fixture
def open_timeline(qtbot: QtBot, open_plan: Callable[..., PlanSession]) -> Callable[..., Hand]:
    """`open_timeline(document)` shows a timeline; without a document it is the small plan."""

    def opening(document: Document | None = None) -> Hand:
        screen = TimelineScreen(open_plan(document or a_small_plan()))
        qtbot.addWidget(screen)
        screen.resize(1300, 700)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        assert QTest.qWaitForWindowActive(screen), "keys are shortcuts in the active window only"
        screen.view.setFocus()
        return Hand(screen)

    return opening


@pytest.fixture
def hand(open_timeline: Callable[..., Hand]) -> Hand:
    return open_timeline()
