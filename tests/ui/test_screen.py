"""What every screen does when it is shown, whatever the size of the plan."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from launchpad.app.plan_session import PlanSession
from launchpad.ui.checklist.screen import ChecklistScreen
from tests.builders import a_plan, a_task

Open = Callable[..., PlanSession]


@pytest.fixture
def screen(qtbot: QtBot, open_plan: Open, monkeypatch: pytest.MonkeyPatch) -> ChecklistScreen:
    monkeypatch.setattr("launchpad.ui.screen.LARGE", 1)
    made = ChecklistScreen(open_plan(a_plan(a_task("brief"), a_task("draft"))))
    qtbot.addWidget(made)
    return made


def test_a_screen_of_a_large_plan_is_seen_before_it_is_filled(qtbot: QtBot, screen: ChecklistScreen):
    screen.show()
    QCoreApplication.sendPostedEvents()  # its layout and picture are worked out

    assert screen.model.task_count == 0
    qtbot.waitUntil(lambda: screen.model.task_count == 2)


def test_who_wants_something_of_a_large_screen_does_not_wait(screen: ChecklistScreen):
    screen.show()
    screen.catch_up()

    assert screen.model.task_count == 2
