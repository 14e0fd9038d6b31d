"""A checklist that is open on a plan."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.task import Task
from launchpad.ui.checklist.columns import NUMBERS
from launchpad.ui.checklist.screen import ChecklistScreen
from tests.ui.checklist.plans import a_checklist


class Hand:
    """What a person does with a checklist, by mouse and keys, and what they see in the plan after it."""

    def __init__(self, screen: ChecklistScreen) -> None:
        self.screen = screen
        self.session = screen.session
        self.refusals: list[str] = []
        self.told: list[str] = []
        self.session.refused.connect(self.refusals.append)
        screen.told.connect(self.told.append)

    def task(self, key: str) -> Task:
        return self.session.document.task(key)

    def place(self, key: str, column: str = "title") -> QPoint:
        index = self.screen.model.index_of(self.task(key).id, NUMBERS[column])
        self.screen.view.scrollTo(index)
        rect = self.screen.view.visualRect(index)
        left = 60 if column == "title" else rect.width() // 2
        return QPoint(rect.left() + left, rect.center().y())

    def click(
        self, key: str, column: str = "title", keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.mouseClick(self.screen.view.viewport(), Qt.MouseButton.LeftButton, keys, self.place(key, column))

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.screen.view, key, keys)

    def edit(self, key: str, column: str) -> None:
        self.click(key, column)
        self.press(Qt.Key.Key_F2)
        QTest.qWait(1)

    def shown(self) -> dict[str, list[str]]:
        return {group.title: [task.key for task in group.tasks] for group in self.screen.model.groups}

    def selected(self) -> list[str]:
        return [task.key for task in self.screen.view.selected_tasks()]


@pytest.fixture
def open_checklist(qtbot: QtBot, open_plan: Callable[..., PlanSession]) -> Callable[..., Hand]:
    """`open_checklist(document)` shows a checklist; without a document it is the small plan."""

    def opening(document: Document | None = None, name: str = "plan.launch") -> Hand:
        screen = ChecklistScreen(open_plan(document or a_checklist(), name))
        qtbot.addWidget(screen)
        screen.resize(1300, 700)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.view.setFocus()
        return Hand(screen)

    return opening


@pytest.fixture
def hand(open_checklist: Callable[..., Hand]) -> Hand:
    return open_checklist()
