from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from launchpad.app.commands.risks import add_risk, change_risk, risk_happened
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.enums import RiskResponse, RiskStatus
from launchpad.domain.register import Issue, Risk
from launchpad.ui.parts.register_delegate import HIGH
from launchpad.ui.parts.register_model import Role
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.risks.screen import RisksScreen
from tests.builders import a_plan, a_task

Open = Callable[..., PlanSession]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(show_screen: Callable[..., RisksScreen]) -> Callable[..., RisksScreen]:
    return partial(show_screen, RisksScreen)


def risk(screen: RisksScreen, key: str) -> Risk:
    return next(row for row in screen.session.document.rows(Risk) if row.key == key)


def keys(view: RegisterView) -> list[str]:
    return [view.filter.index(place, 1).data() for place in range(view.filter.rowCount())]


def cell(view: RegisterView, key: str, title: str):
    column = [column.title for column in view.register.columns].index(title)
    return view.filter.index(keys(view).index(key), column)


def edit(qtbot: QtBot, view: RegisterView, key: str, title: str, kind: type[QWidget]) -> QWidget:
    """Open the editor of a cell by Enter and return it."""
    view.setCurrentIndex(cell(view, key, title))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    return next(widget for widget in view.viewport().findChildren(kind) if widget.isVisible())


def type_into(qtbot: QtBot, view: RegisterView, key: str, title: str, text: str) -> None:
    editor = edit(qtbot, view, key, title, QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(editor) or not editor.isVisible())


def test_the_registers_keep_the_rules_of_models(shown: Callable[..., RisksScreen]):
    screen = shown()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(view.register, mode) for view in (screen.risks, screen.issues)]
    testers += [QAbstractItemModelTester(view.filter, mode) for view in (screen.risks, screen.issues)]
    session = screen.session

    session.run(add_risk, "Press leaks", session.today)
    session.run(change_risk, risk(screen, "R-01").id, {"status": RiskStatus.CLOSED}, session.today)
    session.run(risk_happened, risk(screen, "R-02").id, session.today)
    screen.matrix.choose((3, 3))
    screen.matrix.choose(None)
    for _ in range(3):
        session.undo()

    assert testers


def test_open_risks_are_listed_with_what_they_cost(shown: Callable[..., RisksScreen]):
    screen = shown()

    assert keys(screen.risks) == ["R-01", "R-02", "R-03", "R-04", "R-05", "R-06", "R-07", "R-09"]
    assert cell(screen.risks, "R-01", "Points").data() == "−6"
    assert cell(screen.risks, "R-01", "Score").data() == "16 severe"
    assert cell(screen.risks, "R-07", "Managed").data() == "unmanaged"
    assert "it lacks an owner and a plan" in cell(screen.risks, "R-07", "Managed").data(Role.ToolTipRole)
    assert screen.costs.rows[0].title.text().startswith("R-06")
    assert screen.costs.rows[0].pill.text() == "−3"
    assert screen.total.text() == "−5.9"


def test_a_title_is_typed_in_place_and_undone(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    before = risk(screen, "R-01").title

    type_into(qtbot, screen.risks, "R-01", "Risk", "Old projects do not open")

    assert risk(screen, "R-01").title == "Old projects do not open"
    assert Session.open(screen.session.path, read_only=True).document == screen.session.document
    screen.session.undo()
    assert cell(screen.risks, "R-01", "Risk").data() == before


def test_a_choice_is_taken_by_keyboard(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    combo = edit(qtbot, screen.risks, "R-07", "Response", QComboBox)
    assert isinstance(combo, QComboBox)
    assert combo.accessibleName() == "Response"

    combo.setCurrentText("Accept")
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert risk(screen, "R-07").response is RiskResponse.ACCEPT


def test_probability_moves_the_risk_on_the_matrix_and_changes_its_points(
    qtbot: QtBot, shown: Callable[..., RisksScreen]
):
    screen = shown()
    combo = edit(qtbot, screen.risks, "R-02", "P", QComboBox)
    assert isinstance(combo, QComboBox)

    combo.setCurrentIndex(0)
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert (risk(screen, "R-02").probability, risk(screen, "R-02").first_score) == (1, 12)
    assert cell(screen.risks, "R-02", "Points").data() == "0"
    assert "R-02" in next(spot for spot in screen.matrix.scene.spots if spot.key == "1,3").tip


def test_days_and_people_are_typed_as_people_write_them(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()

    type_into(qtbot, screen.risks, "R-07", "Review", "T-5")
    type_into(qtbot, screen.risks, "R-07", "Plan", "Ask Ines to stand in")
    type_into(qtbot, screen.risks, "R-07", "Owner", "ines")

    changed = risk(screen, "R-07")
    assert changed.review is not None
    assert changed.review.isoformat() == "2026-11-03"
    assert cell(screen.risks, "R-07", "Owner").data() == "Ines"
    assert cell(screen.risks, "R-07", "Managed").data() == ""
    assert cell(screen.risks, "R-07", "Points").data() == "−1"


def test_what_cannot_be_so_is_told_and_changes_nothing(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    before = screen.session.document

    with qtbot.waitSignal(screen.session.refused) as told:
        type_into(qtbot, screen.risks, "R-01", "Review", "someday")
    assert "someday" in told.args[0]
    with qtbot.waitSignal(screen.session.refused):
        type_into(qtbot, screen.risks, "R-01", "Risk", " ")

    assert screen.session.document is before


def test_a_click_on_a_cell_shows_its_risks_only(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    x, y = next(spot for spot in screen.matrix.scene.spots if spot.key == "3,3").box.center

    qtbot.mouseClick(screen.matrix, LEFT, pos=QPointF(x, y).toPoint())
    assert keys(screen.risks) == ["R-03", "R-05", "R-07"]

    qtbot.mouseClick(screen.everything, LEFT)
    assert len(keys(screen.risks)) == 8


def test_a_risk_is_added_by_typing_into_the_chosen_cell(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    screen.matrix.choose((5, 5))

    qtbot.keyClicks(screen.add, "Store review is late")
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)

    assert keys(screen.risks) == ["R-10"]
    assert screen.risks.current is risk(screen, "R-10")
    assert risk(screen, "R-10").score == 25
    assert screen.add.text() == ""


def test_a_risk_that_happened_becomes_an_issue_and_is_shown(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    screen.risks.go_to(risk(screen, "R-04").id)

    qtbot.mouseClick(screen.happened, LEFT)

    new = screen.session.document.rows(Issue)[-1]
    assert (new.key, new.risk) == ("I-04", risk(screen, "R-04").id)
    assert risk(screen, "R-04").status is RiskStatus.HAPPENED
    assert screen.which.current == "issues"
    assert screen.issues.current is new
    assert cell(screen.issues, "I-04", "From risk").data() == "R-04"
    screen.session.undo()
    assert risk(screen, "R-04").status is RiskStatus.OPEN


def test_choosing_happened_as_the_status_makes_the_issue_too(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    combo = edit(qtbot, screen.risks, "R-04", "Status", QComboBox)
    assert isinstance(combo, QComboBox)

    combo.setCurrentText("Happened")
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert screen.session.document.rows(Issue)[-1].risk == risk(screen, "R-04").id


def test_delete_removes_without_asking_unless_an_issue_grew_from_it(
    qtbot: QtBot, shown: Callable[..., RisksScreen], monkeypatch: pytest.MonkeyPatch
):
    screen = shown()
    screen.session.run(risk_happened, risk(screen, "R-04").id, screen.session.today)
    screen.states.choose("all")
    screen.refresh(None)
    asked: list[str] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.informativeText())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    screen.risks.go_to(risk(screen, "R-05").id)
    qtbot.keyClick(screen.risks, Qt.Key.Key_Delete)
    screen.risks.go_to(risk(screen, "R-04").id)
    qtbot.keyClick(screen.risks, Qt.Key.Key_Delete)

    assert "R-05" not in keys(screen.risks)
    assert "R-04" in keys(screen.risks)
    assert len(asked) == 1
    assert "became I-04" in asked[0]


def test_a_cost_leads_to_its_row_also_when_it_is_an_issue(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    place = next(place for place, row in enumerate(screen.costs.rows) if row.title.text().startswith("I-02"))

    qtbot.mouseClick(screen.costs.rows[place], LEFT)

    current = screen.issues.current
    assert isinstance(current, Issue)
    assert current.key == "I-02"


def test_closed_ones_are_shown_on_demand_and_heads_sort(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()

    qtbot.mouseClick(screen.states.button("all"), LEFT)
    screen.risks.sortByColumn(4, Qt.SortOrder.DescendingOrder)

    assert keys(screen.risks)[:2] == ["R-01", "R-08"]
    assert len(keys(screen.risks)) == 9


def test_rows_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    screen.risks.go_to(risk(screen, "R-07").id)

    qtbot.keyClick(screen.risks, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Risk", "Key", "P"]
    assert lines[1].split("\t")[:3] == ["No deputy for customer success lead", "R-07", "3"]


def test_a_plan_without_risks_says_what_to_do_first(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown(a_plan(a_task("a")))

    assert screen.empty.isVisible()
    screen.activateWindow()
    QTimer.singleShot(0, screen.add.setFocus)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.add)
    qtbot.keyClicks(screen.add, "It rains")
    qtbot.keyClick(screen.add, Qt.Key.Key_Return)
    assert not screen.empty.isVisible()
    assert keys(screen.risks) == ["R-01"]


def test_the_chosen_row_stays_chosen_when_rows_come_and_go(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    screen.risks.go_to(risk(screen, "R-05").id)

    screen.session.run(add_risk, "Press leaks", screen.session.today)

    assert screen.risks.current is risk(screen, "R-05")


def test_a_file_open_for_reading_only_is_not_edited(qtbot: QtBot, open_plan: Open, shown: Callable[..., RisksScreen]):
    path = open_plan().path
    reading = PlanSession(Session.open(path, read_only=True))
    screen = shown(session=reading)

    screen.risks.go_to(risk(screen, "R-05").id)
    qtbot.keyClick(screen.risks, Qt.Key.Key_Delete)

    assert not screen.add.isEnabled()
    assert not screen.remove.isEnabled()
    assert not screen.risks.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
    assert "R-05" in keys(screen.risks)
    reading.close()


def test_everything_that_takes_the_keyboard_has_a_name(shown: Callable[..., RisksScreen]):
    screen = shown()

    assert [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", lambda: "")()
    ] == []


def test_several_risks_go_as_one_step(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    before = screen.session.document
    screen.risks.selectAll()
    count = len(screen.risks.chosen)
    qtbot.keyClick(screen.risks, Qt.Key.Key_Delete)

    assert count > 1
    assert len(screen.session.document.rows(Risk)) == len(before.rows(Risk)) - count
    assert screen.session.undo_label == f"Remove {count} risks"
    screen.session.undo()
    assert screen.session.document == before


def test_the_keyboard_comes_to_the_register(shown: Callable[..., RisksScreen]):
    screen = shown()
    assert screen.first is screen.risks
    screen.which.button("issues").click()
    assert screen.first is screen.issues


def test_without_a_risk_the_keyboard_comes_to_where_the_first_is_written(shown: Callable[..., RisksScreen]):
    screen = shown(a_plan(a_task("a")))

    assert screen.first is screen.add


def test_a_long_text_has_a_second_line_until_its_column_is_wide_enough(qtbot: QtBot, shown: Callable[..., RisksScreen]):
    screen = shown()
    row = cell(screen.risks, "R-01", "Risk").row()
    qtbot.waitUntil(lambda: screen.risks.rowHeight(row) > HIGH)

    for column in range(len(screen.risks.register.columns)):
        screen.risks.setColumnWidth(column, 900)

    qtbot.waitUntil(lambda: screen.risks.rowHeight(row) == HIGH)
