"""A whole review by keyboard alone: prepared, held, decided, sealed, read."""

from launchpad.domain.enums import Answer, ConditionStatus, Outcome, ReviewStatus
from launchpad.domain.gate import Action, Condition, Review, SignOff
from launchpad.journal.seal_check import seal_states
from launchpad.storage.launch_file import read_document
from tests.ui.review_room.hand import go, line, press, to, write
from tests.ui.whole.conftest import settle


def test_a_review_is_held_by_keyboard_alone(desk_on, pack):
    desk = desk_on()
    press("Ctrl+R")  # nothing is planned: the window asks what is to be reviewed
    press("Down")
    press("Return")
    to(desk.window)
    screen = desk.view.current
    assert screen is not None
    assert screen.prepare.isVisible()
    press("Ctrl+Return")
    room = desk.view.reviews.meeting.room
    assert room.isActiveWindow()

    press("Down", "Return", "Return")  # last time's condition: met
    press("Right", "Right")
    assert room.part.startswith("track:")
    go(room, "track:marketing")
    press("g", "r")
    write("Kit by Friday")
    press("Escape", "a")
    line("Order the printed kit @june fri")
    press("Escape")
    go(room, "track:sales")
    press("n", "r")
    write("Nobody is trained")
    press("Escape")
    go(room, "decision")
    press("c")
    line("Sellers are trained @otis 20 oct else sell in January")
    press("Escape", "d")
    line("@june We are too early")
    press("Escape", "r")
    write("Training is booked")
    press("Escape", "Right")
    assert room.part == "next"
    press("t")
    line("Student prices")
    press("Escape", "Ctrl+Return")
    assert desk.session.flush()
    press("Space")  # the button has the keyboard

    review = next(row for row in desk.document.rows(Review) if row.key != "R-01")
    assert review.status is ReviewStatus.RECORDED
    assert review.verdict == Outcome.CONDITIONAL
    assert review.rationale == "Training is booked"
    assert [each.text for each in review.dissent] == ["We are too early"]
    assert review.parking_lot == ("Student prices",)
    answers = {row.track: (row.answer, row.comment) for row in desk.document.rows(SignOff)}
    assert answers == {
        "track:marketing": (Answer.APPROVE, "Kit by Friday"),
        "track:sales": (Answer.REFUSE, "Nobody is trained"),
    }
    (condition,) = [row for row in desk.document.rows(Condition) if row.review == review.id]
    assert (condition.text, condition.owner, condition.fallback) == (
        "Sellers are trained",
        "person:otis",
        "sell in January",
    )
    (action,) = [row for row in desk.document.rows(Action) if row.review == review.id]
    assert (action.text, action.owner) == ("Order the printed kit", "person:june")
    assert desk.document.find(Condition, "condition:1").status is ConditionStatus.CLOSED
    assert [state.state for state in seal_states(desk.document) if state.row.id == review.id] == ["sealed"]
    assert read_document(desk.path) == desk.document
    assert desk.refusals == []
    assert desk.view.reviews.meeting is None
    assert desk.view.current.record.review == review
    settle()
    text = pack.read_text()
    assert "Training is booked" in text
    assert "We are too early" in text
