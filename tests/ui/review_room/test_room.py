"""What is done in the room by key: signing, deciding, writing down, changing the plan live, undoing."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from launchpad.app.commands.reviews.verdict import what_is_missing
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, CriterionStatus, Outcome, ReviewStatus, TaskStatus
from launchpad.domain.gate import Action, Condition, Review, SignOff
from launchpad.domain.task import Task
from launchpad.storage.launch_file import read_document
from launchpad.ui.review_room.finish_dialog import FinishDialog
from launchpad.ui.review_room.room import RoomWindow
from tests.ui.review_room.hand import focus, go, line, press, to, write
from tests.ui.review_room.plans import a_plan_to_review


def facts(room: RoomWindow) -> list[str]:
    """The rows of the stage as they are read aloud."""
    return [row.fact.said for shown in room.stage._lists for row in shown.rows]


def pills(room: RoomWindow) -> dict[str, str]:
    """What the agenda says of each track."""
    return {row.key: row.accessibleName() for row in room.agenda.rows if row.key.startswith("track:")}


def answer(desk, track: str) -> Answer:
    return next((row.answer for row in desk.document.rows(SignOff) if row.track == f"track:{track}"), Answer.MISSING)


def stand_on(room: RoomWindow, key: str) -> None:
    """Walk down to a row."""
    while room.stage.current is None or room.stage.current.fact.key != key:
        press("Down")


# --- signing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "given"), [("g", Answer.APPROVE), ("n", Answer.REFUSE), ("x", Answer.ABSTAIN)])
def test_a_key_signs_for_the_track_that_is_talked_about(open_room, key, given):
    desk, room = open_room()
    go(room, "track:sales")
    press(key)

    assert answer(desk, "sales") is given
    assert answer(desk, "marketing") is Answer.MISSING


@pytest.mark.slow
def test_go_with_conditions_asks_for_the_condition_at_once(open_room):
    desk, room = open_room()
    go(room, "track:sales")
    press("c")
    line("Sellers are trained @june 20 oct else sell in January")

    (condition,) = [row for row in desk.document.rows(Condition) if row.review == room.answers.review.id]
    assert answer(desk, "sales") is Answer.APPROVE
    assert (condition.text, condition.owner, condition.due) == (
        "Sellers are trained",
        "person:june",
        date(2026, 10, 20),
    )


def test_hidden_answers_are_not_told_before_the_last_is_in(open_room):
    _desk, room = open_room()
    press("v")
    go(room, "track:marketing")
    press("n")
    assert "answered" in pills(room)["track:marketing"]
    assert "No-go" not in pills(room)["track:marketing"]
    assert [b.property("outcome") for b in room.side.outcomes.buttons.values()] == ["", "", "", ""]
    go(room, "decision")
    assert not any("No-go" in text for text in facts(room) if "Marketing" in text)

    go(room, "track:sales")
    press("g")
    assert "No-go" in pills(room)["track:marketing"]
    assert "Go" in pills(room)["track:sales"]


# --- deciding --------------------------------------------------------------------------------------------------------


def test_a_decision_that_differs_from_the_model_needs_a_reason_before_it_is_sealed(open_room):
    desk, room = open_room()
    go(room, "decision")
    press("g")
    assert room.answers.review.verdict == Outcome.GO
    press("Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FinishDialog)
    assert not dialog.seal.isEnabled()
    assert any("why" in row.fact.title for row in dialog.missing.rows)
    press("Escape")
    to(room)
    press("r")
    write("The press kit can follow")
    press("Escape")

    assert room.answers.review.rationale == "The press kit can follow"
    assert what_is_missing(desk.document, room.answers.review.id, desk.session.today) == ()


def test_only_the_decider_seals_and_hears_why_in_the_dialog(open_room):
    desk, room = open_room()
    go(room, "decision")
    press("n", "r")
    write("Not ready")
    press("Escape", "Ctrl+Return")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FinishDialog)
    dialog.signer.setText("June Park")
    dialog.seal.click()
    assert dialog.isVisible()
    assert "Mara" in dialog._refusal.text()
    dialog.signer.setText("Mara Lind")
    dialog.seal.click()
    assert desk.document.rows(Review)[-1].status is ReviewStatus.RECORDED
    desk.refusals.clear()


def test_hold_asks_for_the_day_and_back_for_the_gate(open_room):
    _desk, room = open_room()
    go(room, "decision")
    press("h")
    line("nonsense")
    assert "is not a day" in room.side.notice.text()
    press("Ctrl+A")
    line("30 oct")
    assert (room.answers.review.verdict, room.answers.review.hold_until) == (Outcome.HOLD, date(2026, 10, 30))

    press("b")
    line("g1")
    assert (room.answers.review.verdict, room.answers.review.back_to) == (Outcome.BACK, "gate:G1")


def test_a_status_review_decides_nothing(open_room):
    desk, room = open_room(gate=None)
    assert [part.key for part in room.answers.review.agenda][-2:] == ["risks", "next"]
    go(room, "track:sales")
    press("g")
    assert "Nothing is decided here" in room.side.notice.text()
    assert not room.side.outcomes.isVisible()
    press("Ctrl+Return")
    press("Space")

    assert desk.document.rows(Review)[-1].status is ReviewStatus.RECORDED


# --- writing down ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_line_that_cannot_be_read_stays_to_be_mended(open_room):
    desk, room = open_room()
    press("a")
    line("Ask @nobody for money")
    assert "nobody" in room.side.notice.text()
    assert room.side.line.field.text() == "Ask @nobody for money"
    assert desk.document.rows(Action) == ()


def test_an_action_becomes_a_task(open_room):
    desk, room = open_room()
    press("a")
    line("Book the hall @june fri")
    press("Escape")
    go(room, "next")
    stand_on(room, f"action:{desk.document.rows(Action)[0].id}")
    press("Return", "Return")

    task = desk.document.find(Task, desk.document.rows(Action)[0].task)
    assert (task.title, task.owner, task.deadline) == ("Book the hall", "person:june", date(2026, 10, 16))
    assert "became a task" in room.side.agreed.action_slips.cards[0].accessibleName()


def test_parts_of_the_agenda_and_the_rows_one_walks_over_are_read_aloud(open_room, monkeypatch):
    _, room = open_room()
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    go(room, "risks")
    press("Down")
    row = room.stage.current

    assert row is not None
    assert heard[-1] == row.fact.said
    assert any(sentence.startswith(room.stage.page.title) for sentence in heard[:-1])


def test_enter_on_what_was_agreed_asks_what_becomes_of_it(open_room):
    _, room = open_room()
    press("a")
    line("Book the hall @june fri")
    press("Escape")
    card = room.side.agreed.action_slips.cards[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    press("Return")
    menu = QApplication.activePopupWidget()

    assert menu is not None
    assert card.mapFromGlobal(menu.pos()).y() == card.height() - 1, "wherever the pointer is"
    press("Escape")


@pytest.mark.slow
def test_what_is_typed_is_on_disk_a_second_later(open_room, qtbot):
    desk, room = open_room()
    go(room, "decision")
    press("r")
    write("Because the market")
    qtbot.waitUntil(lambda: read_document(desk.path).rows(Review)[-1].rationale == "Because the market", timeout=20_000)
    assert focus() is room.side.words


def test_letters_typed_into_a_field_decide_nothing(open_room):
    _desk, room = open_room()
    go(room, "decision")
    press("a")
    write("gcnhb pause left")
    press("Left", "Right", "Up")
    assert room.part == "decision"
    assert room.answers.review.verdict == ""
    assert room.side.line.field.text() == "gcnhb pause left"


def test_criteria_risks_and_people_are_noted_by_enter(open_room):
    _desk, room = open_room()
    go(room, "risks")
    press("Down", "Return", "Return")
    line("Accepted for a week")
    go(room, "promises")
    stand_on(room, "person:person:mara")
    press("Return", "Return")

    review = room.answers.review
    assert [(note.risk, note.text) for note in review.risk_notes] == [("risk:1", "Accepted for a week")]
    assert [(each.person, each.attended) for each in review.attendees] == [("person:mara", "present")]
    if "criteria" in [part.key for part in review.agenda]:
        go(room, "criteria")
        press("Down", "Return", "Return")
        assert [each.result for each in room.answers.review.criteria] == [CriterionStatus.MET]


def test_a_condition_is_reworded_and_a_day_to_meet_again_is_typed(open_room):
    desk, room = open_room()
    press("k")
    line("Sellers are trained @otis 20 oct else sell later")
    press("Escape")
    go(room, "decision")
    (condition,) = [row for row in desk.document.rows(Condition) if row.review == room.answers.review.id]
    stand_on(room, f"condition:{condition.id}")
    press("Return", "Return", "Ctrl+A")
    line("All sellers are trained @june 21 oct else sell later")
    reworded = desk.document.find(Condition, condition.id)
    assert (reworded.text, reworded.owner, reworded.due) == (
        "All sellers are trained",
        "person:june",
        date(2026, 10, 21),
    )
    go(room, "next")
    stand_on(room, "day:another")
    press("Return", "Return")
    line("2 nov")
    assert room.answers.review.next_review == date(2026, 11, 2)


# --- the plan, live --------------------------------------------------------------------------------------------------


def test_a_status_changed_in_the_room_is_shown_with_both_values(open_room):
    desk, room = open_room()
    go(room, "track:sales")
    stand_on(room, "task:task:train")
    press("Return", "Down", "Return")

    assert desk.document.find(Task, "task:train").status is TaskStatus.IN_PROGRESS
    assert any("Do train" in text and "Not started → In progress" in text for text in facts(room))


def test_undo_takes_back_what_was_done_in_the_room_and_no_more(open_room):
    desk, room = open_room()
    began = desk.document
    go(room, "track:sales")
    press("n")
    press("Ctrl+Z")
    assert answer(desk, "sales") is Answer.MISSING
    press("Ctrl+Shift+Z")
    assert answer(desk, "sales") is Answer.REFUSE
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert "Nothing was done in this room" in room.side.notice.text()
    assert desk.document.rows(Task) == began.rows(Task)
    assert desk.document.find(Review, room.answers.review.id).status is ReviewStatus.IN_SESSION


def test_undo_steps_over_the_seal(open_room):
    desk, _room = open_room(gate=None)
    press("Ctrl+Return", "Space")
    sealed = desk.document.rows(Review)[-1]
    assert sealed.seal is not None
    to(desk.window)
    desk.undo()
    desk.undo()

    assert desk.document.find(Review, sealed.id) == sealed
    assert desk.refusals == []


# --- who is here -----------------------------------------------------------------------------------------------------


def test_all_who_are_needed_are_marked_at_once(open_room):
    _desk, room = open_room()
    stand_on(room, "everybody:")
    press("Return", "Return")
    assert {each.person for each in room.answers.review.attendees} == {"person:mara", "person:otis"}
    assert room.answers.preparation.quorum.is_met
    press("Ctrl+Z")
    assert room.answers.review.attendees == ()


def test_whoever_leads_a_core_track_can_be_marked_as_here_though_nobody_asks_for_a_signature(open_room):
    plan = a_plan_to_review()
    gate, track = plan.gates[1], plan.tracks[0]
    june = plan.person("june").id
    asked = Change(gate, replace(gate, required_signoffs=(plan.tracks[1].id,)))
    plan = plan.apply(Edit("Ask sales only", (asked, Change(track, replace(track, lead=june)))))
    _desk, room = open_room(plan)
    assert "June Park" in room.answers.preparation.quorum.text
    stand_on(room, "everybody:")
    press("Return", "Return")

    assert room.answers.preparation.quorum.is_met
