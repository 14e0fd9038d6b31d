"""What moved is told after every edit, from wherever it came."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.commands.tasks import change_task
from launchpad.app.move_watch import MoveReport, MoveWatch, takes_back
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from tests.builders import a_launch, a_plan, a_task, link

TODAY = date(2026, 9, 1)


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[PlanSession]:
    plan = a_plan(a_task("a", duration=5), a_task("b"), link("a", "b"), launch=a_launch(start=-20))
    opened = PlanSession(Session.create(tmp_path / "plan.launch", plan, "Create"), today=TODAY)
    yield opened
    opened.close()


@pytest.fixture
def watch(session: PlanSession) -> Iterator[MoveWatch]:
    made = MoveWatch(session)
    made.switch(True)
    yield made
    made.deleteLater()


def stretch(session: PlanSession, days: int) -> None:
    assert session.run(stretch_bar, "task:a", days, TODAY)


def told(watch: MoveWatch, qtbot: QtBot, act: object) -> MoveReport:
    with qtbot.waitSignal(watch.answered) as answered:
        act()  # type: ignore[operator]
    report: MoveReport = answered.args[0]
    return report


def test_an_edit_and_its_undo_and_redo_are_told(session, watch, qtbot):
    report = told(watch, qtbot, lambda: stretch(session, 8))
    assert (report.edit.label, [move.finish_days for move in report.moved.moves]) == (
        "Set duration of Do a to 8 days",
        [3, 3],
    )
    assert takes_back(session) == "undo"

    report = told(watch, qtbot, session.undo)
    assert [move.finish_days for move in report.moved.moves] == [-3, -3]
    assert takes_back(session) == "redo"

    report = told(watch, qtbot, session.redo)
    assert [move.finish_days for move in report.moved.moves] == [3, 3]
    assert takes_back(session) == "undo"


def test_only_the_newest_of_several_edits_is_told(session, watch, qtbot):
    def three() -> None:
        for days in (6, 7, 9):
            stretch(session, days)

    report = told(watch, qtbot, three)
    assert (report.edit.label, report.document is session.document) == ("Set duration of Do a to 9 days", True)
    assert [move.finish_days for move in report.moved.moves] == [2, 2]


def test_an_edit_made_before_anybody_looked_is_told_when_somebody_does(session, watch, qtbot):
    watch.switch(False)
    with qtbot.assertNotEmitted(watch.answered, wait=150):
        stretch(session, 8)

    assert told(watch, qtbot, lambda: watch.switch(True)).edit.label == "Set duration of Do a to 8 days"


def test_on_another_day_the_same_edit_is_told_again(session, watch, qtbot):
    told(watch, qtbot, lambda: stretch(session, 8))

    report = told(watch, qtbot, lambda: session.changed.emit(None))
    assert report.edit.label == "Set duration of Do a to 8 days"


def test_an_edit_that_moves_nothing_is_told_as_that(session, watch, qtbot):
    task = session.document.task("a")

    report = told(watch, qtbot, lambda: session.run(change_task, task, {"note": "Soon"}, TODAY))
    assert report.moved.moves == ()


def test_a_plan_without_dates_says_why(session, watch, qtbot):
    def circle(document: Document) -> Edit:
        return Edit("Close a circle", (Change(None, link("b", "a")),))

    with qtbot.waitSignal(watch.refused) as refused:
        session.run(circle)

    assert "circle" in refused.args[0]


def test_a_plan_that_is_only_looked_at_takes_nothing_back(session, tmp_path):
    stretch(session, 8)
    assert takes_back(session) == "undo"

    read_only = PlanSession(Session.open(session.path, read_only=True), today=TODAY)
    assert takes_back(read_only) == ""
    read_only.close()


def test_a_file_that_is_damaged_takes_nothing_back(session):
    stretch(session, 8)
    session.path.write_bytes(b"nonsense" * 5000)

    assert takes_back(session) == ""
