"""Editing in the list: cells, statuses, several tasks at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, Criticality, TaskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.ids import PersonId
from launchpad.domain.values import Anchor
from launchpad.ui.checklist.status_dialogs import BlockedDialog, DoneDialog, NotApplicableDialog, WaivedDialog
from tests.ui.checklist.plans import TODAY, a_checklist

CONTROL = Qt.KeyboardModifier.ControlModifier


def editor(hand, kind=QLineEdit):
    found = [each for each in hand.screen.view.viewport().findChildren(kind) if each.isVisible()]
    assert len(found) == 1, found
    return found[0]


def type_into(hand, key, column, text):
    hand.edit(key, column)
    field = editor(hand)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.qWait(1)


def entries(hand):
    return [entry.edit.label for entry in hand.session.session.file.entries(1, changes=False)]


def test_a_title_is_typed_over_and_undo_brings_it_back(hand):
    type_into(hand, "page", "title", "Build the launch page")
    assert hand.task("page").title == "Build the launch page"

    hand.session.undo()

    assert hand.task("page").title == "Build the page"


def test_escape_leaves_a_cell_as_it_was(hand):
    hand.edit("page", "title")
    QTest.keyClicks(editor(hand), "nonsense")
    QTest.keyClick(editor(hand), Qt.Key.Key_Escape)

    assert hand.task("page").title == "Build the page"
    assert entries(hand) == []


def test_an_owner_is_found_by_part_of_the_name_or_by_id(hand):
    type_into(hand, "video", "owner", "june")
    type_into(hand, "quiz", "owner", "Mara L")

    assert (hand.task("video").owner, hand.task("quiz").owner) == ("person:june", "person:mara")


def test_an_owner_is_taken_away_by_emptying_the_cell(hand):
    type_into(hand, "page", "owner", "")

    assert hand.task("page").owner is None


def test_somebody_who_is_not_in_the_plan_is_refused_in_a_sentence(hand):
    type_into(hand, "video", "owner", "Zebedee")

    assert hand.task("video").owner is None
    assert "nobody called “Zebedee”" in hand.refusals[0]


@pytest.mark.parametrize(("text", "at"), [("T-20", -20), ("2026-10-14", None), ("14 oct", None), ("wed", None)])
def test_a_start_is_typed_as_an_offset_or_a_day(hand, text, at):
    from datetime import date

    type_into(hand, "quiz", "start", text)

    wanted = at if at is not None else date(2026, 10, 14)
    assert hand.task("quiz").anchor == Anchor(AnchorKind.SNET, wanted)


def test_a_due_day_sets_the_deadline(hand):
    type_into(hand, "quiz", "due", "T-3")

    assert hand.task("quiz").deadline == -3


def test_a_priority_is_chosen_from_a_list(hand):
    hand.edit("quiz", "criticality")
    combo = editor(hand, QComboBox)
    QTest.keyClick(combo.view(), Qt.Key.Key_Home)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)

    assert hand.task("quiz").criticality is Criticality.MUST


def test_an_edit_of_one_selected_task_is_an_edit_of_all_and_one_step_of_undo(hand):
    hand.click("page")
    hand.click("train", keys=CONTROL)
    hand.screen.view.selectionModel().setCurrentIndex(
        hand.screen.model.index_of(hand.task("page").id, 3), hand.screen.view.selectionModel().SelectionFlag.NoUpdate
    )
    hand.press(Qt.Key.Key_F2)
    field = editor(hand)
    QTest.keyClicks(field, "june")
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.qWait(1)

    assert [hand.task(key).owner for key in ("page", "train")] == ["person:june"] * 2
    assert entries(hand) == ["Set owner of 2 tasks"]
    hand.session.undo()
    assert [hand.task(key).owner for key in ("page", "train")] == ["person:otis"] * 2


# --- status --------------------------------------------------------------------------------------------------------


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def test_space_asks_for_evidence_and_records_it_with_the_status(hand):
    hand.click("page")
    hand.press(Qt.Key.Key_Space)
    asked = dialog(DoneDialog)
    QTest.keyClicks(asked.proof, "https://example.org/page")
    QTest.keyClick(asked.proof, Qt.Key.Key_Return)

    task = hand.task("page")
    assert (task.status, task.actual_finish) == (TaskStatus.DONE, TODAY)
    assert [proof.ref for proof in task.evidence] == ["https://example.org/page"]
    assert len(entries(hand)) == 1


def test_work_without_evidence_can_be_marked_in_review_instead(hand):
    hand.click("page")
    hand.press(Qt.Key.Key_Space)
    QTest.mouseClick(dialog(DoneDialog).review, Qt.MouseButton.LeftButton)

    assert (hand.task("page").status, hand.task("page").review_since) == (TaskStatus.IN_REVIEW, TODAY)


def test_a_dialog_that_is_left_changes_nothing(hand):
    hand.click("page")
    hand.press(Qt.Key.Key_Space)
    QTest.keyClick(dialog(DoneDialog), Qt.Key.Key_Escape)

    assert hand.task("page").status is TaskStatus.NOT_STARTED


def test_a_click_on_the_box_of_a_proven_task_reopens_it(hand):
    view = hand.screen.view
    rect = view.visualRect(hand.screen.model.index_of(hand.task("brief").id))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 18, rect.center().y()))

    assert hand.task("brief").status is TaskStatus.IN_PROGRESS
    assert hand.task("brief").actual_finish is None


def test_blocked_wants_reason_person_and_day_before_it_can_be_said(hand):
    hand.screen.edits.set_status([hand.task("page").id], TaskStatus.BLOCKED)
    asked = dialog(BlockedDialog)
    QTest.keyClicks(asked.reason, "Waiting for prices")
    assert not asked.accept_button.isEnabled()
    asked.person.setText("Mara")
    QTest.keyClicks(asked.day, "fri")
    QTest.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)

    task = hand.task("page")
    assert (task.status, task.blocked_reason, task.unblocked_by) == (
        TaskStatus.BLOCKED,
        "Waiting for prices",
        "person:mara",
    )
    assert (str(task.unblock_by), task.blocked_since) == ("2026-10-16", TODAY)


def test_what_was_in_the_way_is_forgotten_once_work_goes_on(hand):
    test_blocked_wants_reason_person_and_day_before_it_can_be_said(hand)

    hand.screen.edits.set_status([hand.task("page").id], TaskStatus.IN_PROGRESS)

    assert (hand.task("page").blocked_reason, hand.task("page").unblock_by) == ("", None)


def test_not_applicable_wants_a_reason_and_proposes_who_confirms_it(hand):
    hand.screen.edits.set_status([hand.task("page").id], TaskStatus.NOT_APPLICABLE)
    asked = dialog(NotApplicableDialog)
    assert asked.person.person_text() == "mara"  # who decides the gate of a must
    assert not asked.accept_button.isEnabled()
    QTest.keyClicks(asked.reason, "No page in this release")
    QTest.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)

    task = hand.task("page")
    assert (task.status, task.na_reason, task.na_approved_by) == (
        TaskStatus.NOT_APPLICABLE,
        "No page in this release",
        "person:mara",
    )


def test_waiving_records_a_decision_with_it_as_one_edit(hand):
    hand.screen.edits.set_status([hand.task("video").id], TaskStatus.WAIVED)
    asked = dialog(WaivedDialog)
    QTest.keyClicks(asked.title, "Launch without a video")
    QTest.keyClicks(asked.reason, "No studio")
    asked.person.setText("otis")
    QTest.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)

    (decision,) = hand.session.document.rows(Decision)
    assert (decision.key, decision.title, decision.decided_by) == ("D-01", "Launch without a video", "person:otis")
    assert hand.task("video").waived_by == decision.id
    hand.session.undo()
    assert hand.session.document.rows(Decision) == ()


# --- a plan that can only be read ------------------------------------------------------------------------------------


def test_nothing_can_be_edited_in_a_file_that_is_open_for_reading_only(hand, qtbot, tmp_path):
    from launchpad.app.plan_session import PlanSession
    from launchpad.app.session import Session
    from launchpad.ui.checklist.screen import ChecklistScreen

    reading = PlanSession(Session.open(hand.session.path, read_only=True))
    screen = ChecklistScreen(reading)
    qtbot.addWidget(screen)
    screen.show()
    index = screen.model.index_of(hand.task("page").id)

    assert not screen.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not screen.add_line.isVisible()
    reading.close()


def test_an_owner_is_told_from_another_of_the_same_name(open_checklist):
    plan = a_checklist()
    twin = replace(next(each for each in plan.people if each.key == "otis"), id=PersonId("person:twin"), key="twin")
    hand = open_checklist(plan.apply(Edit("Twin", (Change(None, twin),))))
    type_into(hand, "page", "owner", "Otis Reed (twin)")
    assert hand.task("page").owner == "person:twin"
    hand.edit("page", "owner")
    assert editor(hand).text() == "Otis Reed (twin)"
    QTest.keyClick(editor(hand), Qt.Key.Key_Return)
    assert hand.task("page").owner == "person:twin"


def test_a_day_is_edited_as_it_is_shown(hand):
    type_into(hand, "page", "due", "10/23")
    hand.edit("page", "due")
    shown = editor(hand).text()
    QTest.keyClick(editor(hand), Qt.Key.Key_Escape)
    type_into(hand, "page", "due", "T-12")
    hand.edit("page", "due")

    assert (shown, editor(hand).text()) == ("23 Oct", "T−12")
    assert hand.task("page").deadline == -12
