from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from launchpad.app.commands.goals import Reading, add_goal, measurements_of, record, remove_goals
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.values import Checkpoint
from launchpad.ui.goals.screen import GoalsScreen
from launchpad.ui.parts.register_view import RegisterView
from tests.builders import a_plan, a_task

Shown = Callable[..., GoalsScreen]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(show_screen: Callable[..., GoalsScreen]) -> Shown:
    return partial(show_screen, GoalsScreen)


def goal(screen: GoalsScreen, key: str) -> Goal:
    found = screen.session.document.by_key(Goal, key)
    assert found is not None
    return found


def texts(view: RegisterView, column: int) -> list[str]:
    return [view.filter.index(place, column).data() for place in range(view.filter.rowCount())]


def cell_text(screen: GoalsScreen, key: str, title: str) -> str:
    view = screen.goals
    place = view.register.row_of(goal(screen, key).id)
    column = [column.title for column in view.register.columns].index(title)
    assert place is not None
    return str(view.register.index(place, column).data())


def type_into(qtbot: QtBot, view: RegisterView, place: int, column: int, text: str) -> None:
    view.setCurrentIndex(view.filter.index(place, column))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = next(widget for widget in view.viewport().findChildren(QLineEdit) if widget.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(editor) or not editor.isVisible())


def test_the_registers_keep_the_rules_of_models(shown: Shown):
    screen = shown()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    views = screen.goals, screen.values.values, screen.values.checkpoints
    testers = [QAbstractItemModelTester(model, mode) for view in views for model in (view.register, view.filter)]
    session = screen.session

    session.run(add_goal, "Love")
    session.run(record, goal(screen, "waitlist").id, [Reading(date(2026, 10, 1), 4000)])
    for known in screen.session.document.rows(Goal):
        screen.goals.go_to(known.id)
    session.run(remove_goals, [goal(screen, "waitlist").id])
    for _ in range(3):
        session.undo()

    assert testers


def test_goals_stand_where_their_numbers_put_them(shown: Shown):
    screen = shown()

    assert cell_text(screen, "waitlist", "Standing") == "On track"
    assert cell_text(screen, "waitlist", "Expected") == "5,200"
    assert cell_text(screen, "pipeline", "Standing") == "Behind"
    assert cell_text(screen, "revenue", "Standing") == "No data"
    assert cell_text(screen, "contact", "Standing") == "On track"


def test_the_goal_with_the_keyboard_is_drawn_with_its_values(shown: Shown):
    screen = shown()

    screen.goals.go_to(goal(screen, "pipeline").id)

    assert screen.chart_title.text() == "Team pipeline"
    assert screen.chart_pill.text() == "Behind"
    assert "at this pace 337 k" in {words.text for words in screen.chart.scene.words}
    assert texts(screen.values.values, 1) == ["131,000", "88,000"]


def test_a_typed_value_is_recorded_and_moves_the_goal(qtbot: QtBot, shown: Shown):
    screen = shown()
    screen.goals.go_to(goal(screen, "pipeline").id)

    qtbot.keyClicks(screen.values.add, "9 Oct 160,000")
    qtbot.keyClick(screen.values.add, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.values.add, "155000")
    qtbot.keyClick(screen.values.add, Qt.Key.Key_Return)

    rows = measurements_of(screen.session.document, goal(screen, "pipeline").id)
    assert [(row.day, row.value) for row in rows[-2:]] == [(date(2026, 10, 9), 160_000), (date(2026, 10, 12), 155_000)]
    assert screen.chart_pill.text() == "On track"
    screen.session.undo()
    assert screen.chart_pill.text() == "Behind"


def test_lines_from_a_spreadsheet_are_pasted_as_one_edit(qtbot: QtBot, shown: Shown):
    screen = shown()
    screen.goals.go_to(goal(screen, "revenue").id)
    QGuiApplication.clipboard().setText("Date\tBooked\n2026-10-01\t600,000\n2026-10-08\t€612,500\nsoon\t1\n")

    with qtbot.waitSignal(screen.session.refused) as told:
        qtbot.keyClick(screen.values.values, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert texts(screen.values.values, 1) == ["612,500", "600,000"]
    assert told.args[0].startswith("1 line could not be read. “soon 1”")
    assert screen.session.undo_label == "Record 2 values of New revenue"
    screen.session.undo()
    assert texts(screen.values.values, 1) == []
    assert screen.values.nothing.isVisible()


def test_the_paste_button_does_the_same_and_nothing_useful_is_told(qtbot: QtBot, shown: Shown):
    screen = shown()
    QGuiApplication.clipboard().setText("")

    with qtbot.waitSignal(screen.session.refused) as told:
        qtbot.mouseClick(screen.values.paste, LEFT)

    assert told.args == ["There is no day with a value to paste."]


def test_values_are_changed_in_place_and_removed(qtbot: QtBot, shown: Shown):
    screen = shown()
    screen.goals.go_to(goal(screen, "waitlist").id)
    view = screen.values.values

    type_into(qtbot, view, 0, 1, "6,000")
    assert texts(view, 1)[0] == "6,000"
    with qtbot.waitSignal(screen.session.refused) as told:
        type_into(qtbot, view, 0, 0, "2026-09-28")
    assert "already has a value on 28 Sep 2026" in told.args[0]
    with qtbot.waitSignal(screen.session.refused) as told:
        type_into(qtbot, view, 0, 0, "tomorrow")
    assert told.args == ["13 Oct is still to come; only what was measured is recorded."]
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Delete)

    assert measurements_of(screen.session.document, goal(screen, "waitlist").id) == ()
    screen.session.undo()
    assert len(texts(view, 0)) == 3


def test_checkpoints_are_added_changed_and_removed(qtbot: QtBot, shown: Shown):
    screen = shown()
    screen.goals.go_to(goal(screen, "winrate").id)
    qtbot.mouseClick(screen.values.which.button("checkpoints"), LEFT)

    qtbot.keyClicks(screen.values.add, "T+20 44")
    qtbot.keyClick(screen.values.add, Qt.Key.Key_Return)
    assert goal(screen, "winrate").checkpoints == (Checkpoint(20, 44),)
    view = screen.values.checkpoints
    assert texts(view, 0) == ["8 Dec (T+20)"]
    type_into(qtbot, view, 0, 1, "45")
    type_into(qtbot, view, 0, 0, "T+25")
    assert goal(screen, "winrate").checkpoints == (Checkpoint(25, 45),)
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)

    assert goal(screen, "winrate").checkpoints == ()


def test_a_line_that_makes_no_sense_stays_in_the_field(qtbot: QtBot, shown: Shown):
    screen = shown()

    with qtbot.waitSignal(screen.session.refused):
        qtbot.keyClicks(screen.values.add, "a lot")
        qtbot.keyClick(screen.values.add, Qt.Key.Key_Return)

    assert screen.values.add.text() == "a lot"


def test_a_target_typed_in_place_makes_the_goal_fall_behind(qtbot: QtBot, shown: Shown):
    screen = shown()
    column = [column.title for column in screen.goals.register.columns].index("Target")
    place = screen.goals.register.row_of(goal(screen, "csat").id)
    assert place is not None

    type_into(qtbot, screen.goals, place, column, "96")

    assert goal(screen, "csat").target == 96
    assert cell_text(screen, "csat", "Standing") == "Off track"


def test_a_goal_is_added_by_typing_and_is_shown(qtbot: QtBot, shown: Shown):
    screen = shown()

    qtbot.keyClicks(screen.add, "Press mentions")
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)

    assert screen.chart_title.text() == "Press mentions"
    assert screen.goals.current is goal(screen, "press-mentions")


def test_a_goal_with_values_is_removed_only_when_one_says_so(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
):
    screen = shown()
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    asked: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.informativeText())
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    screen.goals.go_to(goal(screen, "waitlist").id)
    for _ in range(2):
        qtbot.mouseClick(screen.remove, LEFT)

    assert "has 3 measured values" in asked[0]
    assert screen.session.document.by_key(Goal, "waitlist") is None
    screen.session.undo()
    assert len(screen.session.document.rows(Measurement)) == 12


def test_a_plan_without_goals_asks_what_the_launch_is_for(qtbot: QtBot, shown: Shown):
    screen = shown(a_plan(a_task("a")))

    assert screen.empty.isVisible()
    assert not screen.chart.isVisible()
    qtbot.keyClicks(screen.add, "Upgrades")
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)
    assert screen.chart.isVisible()
    assert not screen.empty.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown):
    screen = shown()

    assert [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", lambda: "")()
    ] == []


def test_several_goals_or_checkpoints_go_as_one_step(qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch):
    screen = shown()
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    screen.goals.go_to(goal(screen, "winrate").id)
    qtbot.mouseClick(screen.values.which.button("checkpoints"), LEFT)
    for text in ("T+20 44", "T+30 50"):
        qtbot.keyClicks(screen.values.add, text)
        qtbot.keyClick(screen.values.add, Qt.Key.Key_Return)
    before = screen.session.document
    for view in (screen.values.checkpoints, screen.goals):
        view.selectAll()
        assert len(view.chosen) > 1
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        assert screen.session.document != before
        screen.session.undo()
        assert screen.session.document == before
