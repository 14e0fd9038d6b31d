"""A whole review by keyboard alone: prepared, held, decided, sealed, read."""

from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, ConditionStatus, Outcome, ReviewStatus
from launchpad.domain.gate import Action, Condition, Review, SignOff
from launchpad.journal.seal_check import seal_states
from launchpad.storage.launch_file import read_document
from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.reviews.screen import ReviewsScreen
from tests.ui.review_room.hand import go, line, press, to, write
from tests.ui.whole.conftest import settle
from tests.ui.whole.desk import Desk


def enter_by_keys(desk: Desk) -> RoomWindow:
    """From the window into the room of the next gate's review."""
    press("Ctrl+R")  # nothing is planned: the window asks what is to be reviewed
    press("Down")
    press("Return")
    to(desk.window)
    screen = desk.view.current
    assert isinstance(screen, ReviewsScreen)
    assert screen.prepare.isVisible()
    press("Ctrl+Return")
    assert desk.view.reviews.meeting is not None
    room = desk.view.reviews.meeting.room
    assert room.isActiveWindow()
    return room


def vote_by_keys(room: RoomWindow) -> None:
    """Last time's condition, then two tracks: one agrees, one does not."""
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


def decide_by_keys(room: RoomWindow) -> None:
    """A go with a condition, somebody's dissent, the reason, a topic for another day, and the seal."""
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


def test_a_review_is_held_by_keyboard_alone(desk_on, pack):
    desk = desk_on()
    room = enter_by_keys(desk)
    vote_by_keys(room)
    decide_by_keys(room)
    assert desk.session.flush()
    press("Space")  # the button has the keyboard

    review = next(row for row in desk.document.rows(Review) if row.key != "R-01")
    assert_as_said(desk.document, review)
    assert_as_promised(desk.document, review)
    assert [state.state for state in seal_states(desk.document) if state.row.id == review.id] == ["sealed"]
    assert read_document(desk.path) == desk.document
    assert desk.refusals == []
    assert desk.view.reviews.meeting is None
    assert desk.view.current.record.review == review
    settle()
    text = pack.read_text()
    assert "Training is booked" in text
    assert "We are too early" in text


def assert_as_said(plan: Document, review: Review) -> None:
    assert review.status is ReviewStatus.RECORDED
    assert review.verdict == Outcome.CONDITIONAL
    assert review.rationale == "Training is booked"
    assert [each.text for each in review.dissent] == ["We are too early"]
    assert review.parking_lot == ("Student prices",)
    answers = {row.track: (row.answer, row.comment) for row in plan.rows(SignOff)}
    assert answers == {
        "track:marketing": (Answer.APPROVE, "Kit by Friday"),
        "track:sales": (Answer.REFUSE, "Nobody is trained"),
    }


def assert_as_promised(plan: Document, review: Review) -> None:
    (condition,) = [row for row in plan.rows(Condition) if row.review == review.id]
    assert (condition.text, condition.owner, condition.fallback) == (
        "Sellers are trained",
        "person:otis",
        "sell in January",
    )
    (action,) = [row for row in plan.rows(Action) if row.review == review.id]
    assert (action.text, action.owner) == ("Order the printed kit", "person:june")
    assert existing(plan, Condition, "condition:1").status is ConditionStatus.CLOSED
