"""History: every edit, what it changed, and the ways back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from launchpad.app.commands.tasks import add_task, change_task, remove_task
from launchpad.app.errands import wait_for_errands
from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import backups_folder
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.storage.backup import back_up
from launchpad.storage.launch_file import read_document
from launchpad.ui.history.screen import HistoryScreen
from tests.builders import a_person, a_plan, a_task, a_track

DAY = date(2026, 10, 12)
Open = Callable[..., PlanSession]


def change(session: PlanSession, key: str, **fields: object) -> None:
    assert session.run(lambda plan: change_task(plan, plan.task(key), fields, DAY))


@pytest.fixture
def session(open_plan: Open) -> PlanSession:
    opened = open_plan(a_plan(a_task("a", duration=2), a_task("b"), a_track(), a_person("mara")))
    change(opened, "a", title="Write the story", owner=opened.document.person("mara").id)
    opened.session.who = "June Park"
    change(opened, "b", duration=5)
    change(opened, "a", duration=9)
    return opened


@pytest.fixture
def screen(qtbot: QtBot, session: PlanSession) -> HistoryScreen:
    made = HistoryScreen(session)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1200, 760)
    made.show()
    return made


def labels(screen: HistoryScreen) -> list[str]:
    return [screen.table.index(row, 3).data() for row in range(screen.table.rowCount())]


def choose(qtbot: QtBot, screen: HistoryScreen, number: int) -> None:
    row = screen.table.row_of(number)
    assert row is not None
    at = screen.view.visualRect(screen.table.index(row, 3)).center()
    qtbot.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def on_disk(screen: HistoryScreen) -> Document:
    return read_document(screen.session.path)


def test_the_newest_edit_stands_first(screen: HistoryScreen):
    assert labels(screen) == [
        "Set duration of Write the story",
        "Set duration of Do b",
        "Set title and owner of Do a",
        "Create launch",
    ]
    assert [screen.table.index(0, column).data() for column in (0, 2, 4)] == ["4", "June Park", "Launchpad"]
    assert screen.bar.count.text() == "4 edits"


def test_what_an_edit_changed_is_told_in_words(qtbot: QtBot, screen: HistoryScreen):
    choose(qtbot, screen, 2)

    assert screen.detail.texts() == [
        "Write the story (a)",
        "title: Do a → Write the story",
        "owner: none → Mara",
    ]


def test_a_new_edit_comes_on_top(qtbot: QtBot, screen: HistoryScreen, session: PlanSession):
    change(session, "b", note="new")
    session.undo()

    assert labels(screen)[:2] == ["Undo: Set note of Do b", "Set note of Do b"]
    assert screen.detail.texts()[1:] == ["note: new → none"]


def test_words_person_source_and_task_filter(qtbot: QtBot, screen: HistoryScreen, session: PlanSession):
    qtbot.keyClicks(screen.bar.text, "duration story")
    qtbot.waitUntil(lambda: labels(screen) == ["Set duration of Write the story"])
    screen.bar.text.clear()
    qtbot.waitUntil(lambda: len(labels(screen)) == 4)

    screen.bar.who.setCurrentIndex(screen.bar.who.findText("June Park"))
    qtbot.waitUntil(lambda: len(labels(screen)) == 2)
    screen.bar.who.setCurrentIndex(0)
    screen.bar.source.setCurrentIndex(screen.bar.source.findText("Undo"))
    qtbot.waitUntil(lambda: labels(screen) == [])
    session.undo()
    assert labels(screen) == ["Undo: Set duration of Write the story"]
    screen.bar.source.setCurrentIndex(0)

    screen.focus_filter(session.document.task("b").id)
    qtbot.waitUntil(lambda: labels(screen) == ["Set duration of Do b", "Create launch"])
    assert screen.bar.about.text() == "About Do b"
    qtbot.mouseClick(screen.bar.about, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(labels(screen)) == 5)


def test_one_old_edit_is_undone_and_later_ones_stay(qtbot: QtBot, screen: HistoryScreen):
    choose(qtbot, screen, 3)
    qtbot.mouseClick(screen.detail.take_back_button, Qt.MouseButton.LeftButton)

    plan = on_disk(screen)
    assert (plan.task("b").duration, plan.task("a").duration) == (1, 9)
    assert labels(screen)[0] == "Take back “Set duration of Do b” (edit 3)"
    screen.session.undo()
    assert on_disk(screen).task("b").duration == 5


def test_an_old_edit_that_something_newer_stands_on_is_refused_in_a_sentence(
    qtbot: QtBot, screen: HistoryScreen, session: PlanSession
):
    change(session, "b", duration=7)
    choose(qtbot, screen, 3)
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.mouseClick(screen.detail.take_back_button, Qt.MouseButton.LeftButton)

    assert refused.args == ["Duration of Do b (b) was changed again since; take back the newer edit first."]
    assert on_disk(screen).task("b").duration == 7


def test_the_plan_as_it_was_is_asked_for_by_number(qtbot: QtBot, screen: HistoryScreen):
    choose(qtbot, screen, 2)
    with qtbot.waitSignal(screen.plan_asked) as asked:
        qtbot.mouseClick(screen.detail.open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [2]


def test_the_birth_of_the_file_cannot_be_undone(qtbot: QtBot, screen: HistoryScreen):
    choose(qtbot, screen, 1)

    assert not screen.detail.take_back_button.isEnabled()
    assert "Do a (a): added" in screen.detail.texts()


def test_names_of_what_is_gone_are_not_ids(qtbot: QtBot, screen: HistoryScreen, session: PlanSession):
    track = session.document.tracks[0].id
    session.run(add_task, "n", "New", track, {"status": TaskStatus.DONE}, DAY)
    session.run(lambda plan: remove_task(plan, plan.task("n")))

    assert screen.detail.texts() == ["New (n): removed"]


def test_kept_versions_are_listed_and_opened(qtbot: QtBot, session: PlanSession):
    version = back_up(session.session.file, backups_folder())
    screen = HistoryScreen(session)
    qtbot.addWidget(screen)
    screen.show()

    assert screen.versions.list.count() == 1
    assert screen.versions.list.item(0).text().endswith(", after edit 4")
    screen.versions.list.setCurrentRow(0)
    with qtbot.waitSignal(screen.version_asked) as asked:
        qtbot.mouseClick(screen.versions.open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [version.path]


def test_a_long_journal_is_read_where_it_is_looked_at(qtbot: QtBot, open_plan: Open):
    session = open_plan(a_plan(a_task("a")), name="long.launch")
    for number in range(2, 700):
        change(session, "a", duration=number)
    screen = HistoryScreen(session)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    screen.show()

    assert screen.table.rowCount() == 699
    screen.view.scrollToBottom()
    qtbot.keyClick(screen.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert screen.detail.texts()
    qtbot.keyClicks(screen.bar.text, "698")
    qtbot.waitUntil(lambda: labels(screen) == ["Set duration of Do a"])
    assert screen.table.number(0) == 698


def test_nothing_is_changed_in_a_file_that_is_only_read(qtbot: QtBot, session: PlanSession):
    reader = PlanSession(type(session.session).open(session.path, read_only=True))
    screen = HistoryScreen(reader)
    qtbot.addWidget(screen)
    screen.show()

    assert screen.table.rowCount() == 4
    assert not screen.detail.take_back_button.isEnabled()
    assert screen.detail.open_button.isEnabled()
    reader.close()


def test_the_making_of_a_large_plan_is_told_when_it_was_read(
    qtbot: QtBot, open_plan: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("launchpad.storage.launch_file.LONG", 1_000)
    session = open_plan(a_plan(*(a_task(f"t{number}") for number in range(70))))
    change(session, "t3", duration=9)
    screen = HistoryScreen(session)
    qtbot.addWidget(screen)
    screen.show()

    choose(qtbot, screen, 1)
    assert screen.detail.texts() == ["Reading what it changed…"]

    qtbot.waitUntil(lambda: len(screen.detail.texts()) > 1)
    shown = screen.detail.texts()
    assert shown[0] == "Launch Loom: added"
    assert shown[-1] == f"and {len(list(session.document)) - 60} more"


def test_what_was_read_for_an_edit_left_meanwhile_is_not_shown(
    qtbot: QtBot, open_plan: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("launchpad.storage.launch_file.LONG", 1_000)
    session = open_plan(a_plan(*(a_task(f"t{number}") for number in range(70))))
    change(session, "t3", duration=9)
    screen = HistoryScreen(session)
    qtbot.addWidget(screen)
    screen.show()

    choose(qtbot, screen, 1)
    choose(qtbot, screen, 2)
    wait_for_errands()
    QCoreApplication.processEvents()

    assert screen.detail.texts() == ["Do t3 (t3)", "duration: 1 → 9"]
