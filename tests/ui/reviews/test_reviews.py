"""The Reviews screen: the board, getting ready, and the record."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.commands.reviews.promises import add_action
from launchpad.app.commands.reviews.room import begin
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import ActionStatus, ConditionStatus, GateStatus, ReviewKind, ReviewStatus
from launchpad.domain.gate import Action, Condition, Decision, Gate, Review
from launchpad.domain.review import Addendum
from launchpad.journal.seal_check import seal_states
from launchpad.ui.parts.register_model import ROW
from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.reviews.plan_dialog import PlanDialog
from launchpad.ui.reviews.screen import ReviewsScreen
from launchpad.ui.reviews.skip_dialog import SkipDialog
from tests.builders import a_plan, a_task


def cell(view: RegisterView, title: str, row: int = 0) -> QModelIndex:
    """The cell of a column by its title."""
    place = next(place for place, column in enumerate(view.register.columns) if column.title == title)
    return view.filter.index(row, place)


def shows(screen: ReviewsScreen, page: QWidget) -> bool:
    return screen._pages.currentWidget() is page


def said(stage) -> list[str]:
    """The rows of a page as they are read aloud."""
    return [row.fact.said for each in stage._lists if each.isVisible() for row in each.rows]


def sealed_status_review(session: PlanSession) -> Review:
    """Hold a status review to its end."""
    session.run(plan_review, "Weekly", session.today, kind=ReviewKind.STATUS)
    review = session.document.rows(Review)[-1]
    session.mark(begin, review.id, session.session.last_number, session.now, session.today)
    session.run(add_action, review.id, "Call the printer", "person:june", date(2026, 10, 16))
    assert session.seal_review(review.id, review.decider or "person:mara", session.now)
    return session.document.rows(Review)[-1]


# --- the board -------------------------------------------------------------------------------------------------------


def test_every_review_is_listed_with_its_verdict_and_its_seal(show_reviews):
    session, screen = show_reviews()
    sealed_status_review(session)
    view = screen.board.reviews
    texts = [[view.filter.index(row, column).data() for column in range(8)] for row in range(2)]

    assert texts[0] == ["Weekly", "R1", "Status", "12 Oct", "Recorded", "No-go", "16.5", "Sealed"]
    assert texts[1] == [
        "Plan locked",
        "R-01",
        "G1",
        "14 Sep",
        "Go with conditions",
        "Go with conditions",
        "40.0",
        "Not sealed",
    ]


def test_the_keyboard_comes_to_the_list_first(show_reviews, qtbot):
    _session, screen = show_reviews()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus()
    assert screen.board.reviews.hasFocus()


def test_a_verdict_stands_on_the_trend(show_reviews):
    _session, screen = show_reviews()
    tips = [spot.tip for spot in screen.board.trend.chart.scene.spots]
    assert any("Plan locked: Go with conditions" in tip for tip in tips)


def test_the_next_review_is_prepared_by_a_click(show_reviews):
    session, screen = show_reviews()
    first = screen.board.next.rows[0]
    assert first.title.text() == "G2 Gate G2"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)

    planned = session.document.rows(Review)[-1]
    assert (planned.status, planned.gate, planned.decider) == (ReviewStatus.PLANNED, "gate:G2", "person:mara")
    assert shows(screen, screen.prepare)
    session.undo()
    assert shows(screen, screen.board)


def test_conditions_and_actions_are_changed_in_place(show_reviews):
    session, screen = show_reviews()
    sealed_status_review(session)
    view = screen.board.promises.condition_list
    model = view.filter
    assert model.rowCount() == 1
    assert cell(view, "Status").data() == "Overdue"
    assert model.setData(cell(view, "Owner"), "june", Qt.ItemDataRole.EditRole)
    assert model.setData(cell(view, "Due"), "2026-10-30", Qt.ItemDataRole.EditRole)
    condition = session.document.find(Condition, "condition:1")
    assert condition is not None
    assert (condition.owner, condition.due, condition.status) == (
        "person:june",
        date(2026, 10, 30),
        ConditionStatus.EXTENDED,
    )
    assert model.setData(cell(view, "Status"), "Closed", Qt.ItemDataRole.EditRole)
    assert session.document.find(Condition, "condition:1").status is ConditionStatus.CLOSED
    assert model.rowCount() == 0  # only open ones are shown

    actions = screen.board.promises.action_list
    assert actions.filter.setData(cell(actions, "Status"), "Done", Qt.ItemDataRole.EditRole)
    assert [row.status for row in session.document.rows(Action)] == [ActionStatus.DONE]
    for _ in range(4):
        session.undo()
    assert session.document.find(Condition, "condition:1").status is ConditionStatus.OPEN


def test_the_lists_keep_the_rules_of_item_models(show_reviews):
    session, screen = show_reviews()
    views = [screen.board.reviews, screen.board.promises.condition_list, screen.board.promises.action_list]
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for view in views for model in (view.register, view.filter)]
    sealed_status_review(session)
    session.run(plan_review, "Weekly", session.today, kind=ReviewKind.STATUS)
    session.undo()
    assert testers


def test_an_empty_plan_says_what_to_do_first(show_reviews, qtbot):
    session, screen = show_reviews(a_plan(a_task("brief")))
    assert shows(screen, screen.empty)
    screen.plan()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    dialog.accept_button.click()
    assert session.document.rows(Review)[0].kind is ReviewKind.STATUS
    assert shows(screen, screen.prepare)


# --- getting ready ---------------------------------------------------------------------------------------------------


def prepared(session: PlanSession, screen: ReviewsScreen) -> Review:
    session.run(plan_review, "Gate G2", date(2026, 10, 13), gate="gate:G2")
    review = session.document.rows(Review)[-1]
    screen.open_review(review.id)
    return review


def test_a_gate_is_skipped_by_somebody_for_a_reason(show_reviews, qtbot):
    session, screen = show_reviews()
    screen.skip()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SkipDialog)
    gate = session.document.find(Gate, dialog.gate.currentData())
    assert session.document.person(dialog.person.person_text()).id == gate.decider
    assert not dialog.accept_button.isEnabled(), "it wants to know why"
    qtbot.keyClicks(dialog.reason, "Too small a change")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert session.document.find(Gate, gate.id).status is GateStatus.SKIPPED
    decision = session.document.rows(Decision)[-1]
    assert (decision.gate, decision.decided_by, decision.rationale) == (gate.id, gate.decider, "Too small a change")


def test_what_is_missing_is_said(show_reviews):
    session, screen = show_reviews()
    prepared(session, screen)
    words = said(screen.prepare.stage)

    assert any(text.startswith("Do deck") and "nobody" in text for text in words)
    assert any(text.startswith("trained holds") and text.endswith("Open") for text in words)
    assert any(text.startswith("Sales. Otis Reed") for text in words)
    assert any(text.startswith("Name a deputy for sales") and "Overdue" in text for text in words)


def test_the_mail_for_one_person_is_copied(show_reviews):
    session, screen = show_reviews()
    prepared(session, screen)
    rows = {row.who: row for row in screen.prepare.chases.rows}
    told: list[str] = []
    screen.told.connect(told.append)
    assert rows["Otis Reed"].button.accessibleName() == "Copy the mail for Otis Reed"
    rows["Otis Reed"].button.click()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hello Otis Reed,")
    assert "Do train" in text
    assert told == ["The mail for Otis Reed is on the clipboard."]


def test_day_people_and_hidden_votes_are_set_while_preparing(show_reviews):
    session, screen = show_reviews()
    review = prepared(session, screen)
    page = screen.prepare
    page.day.setFocus()
    page.day.selectAll()
    QTest.keyClicks(page.day, "15 oct")
    QTest.keyClick(page.day, Qt.Key.Key_Return)
    page.people["scribe"].setFocus()
    QTest.keyClicks(page.people["scribe"], "June Park")
    QTest.keyClick(page.people["scribe"], Qt.Key.Key_Return)
    page.hidden.click()

    now = session.document.find(Review, review.id)
    assert (now.planned, now.scribe, now.hide_answers) == (date(2026, 10, 15), "person:june", True)


def test_a_missing_thing_leads_to_its_task_and_the_button_to_the_room(show_reviews, qtbot):
    session, screen = show_reviews()
    review = prepared(session, screen)
    page = screen.prepare
    page.stage.step(1)
    with qtbot.waitSignal(screen.task_asked) as asked:
        page.stage.ask()
    assert asked.args == ["task:deck"]
    with qtbot.waitSignal(screen.room_asked) as asked:
        page.begin.click()
    assert asked.args == [review.id]


def test_a_review_that_never_began_is_removed(show_reviews):
    session, screen = show_reviews()
    review = prepared(session, screen)
    screen.prepare.remove.click()
    assert session.document.find(Review, review.id) is None
    assert shows(screen, screen.board)


# --- the record ------------------------------------------------------------------------------------------------------


def test_a_record_is_read_and_takes_only_dated_additions(show_reviews, qtbot):
    session, screen = show_reviews()
    review = sealed_status_review(session)
    screen.board.reviews.go_to(review.id)
    screen.board.reviews.setFocus()
    QTest.keyClick(screen.board.reviews, Qt.Key.Key_Return)
    assert shows(screen, screen.record)
    assert any("Call the printer" in text for text in said(screen.record.stage))

    QTest.keyClicks(screen.record.add, "It was June who called")
    QTest.keyClick(screen.record.add, Qt.Key.Key_Return)
    (addendum,) = session.document.rows(Addendum)
    assert (addendum.text, addendum.day) == ("It was June who called", session.today)
    assert {state.state for state in seal_states(session.document) if state.row.id in (review.id, addendum.id)} == {
        "sealed"
    }
    assert any("It was June who called" in text for text in said(screen.record.stage))
    QTest.keyClick(screen.record.stage, Qt.Key.Key_Escape)
    assert shows(screen, screen.board)


@pytest.mark.parametrize("column", ["Review", "Decided", "Record"])
def test_nothing_of_a_record_is_edited_in_the_list(show_reviews, column):
    _session, screen = show_reviews()
    index = cell(screen.board.reviews, column)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.data(ROW).title == "Plan locked"
